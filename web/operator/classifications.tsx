import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { Form, Link, redirect, useNavigation, useSearchParams } from 'react-router';
import { chooseCode, listCodeChoices, listDoubtfulProducts } from '#contract/code-choices.ts';
import type { RouteReply } from '#contract/route.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/classifications.ts';
import styles from './reviews.module.css';
import { useOperatorText } from './text.ts';

type Doubt = RouteReply<typeof listDoubtfulProducts>['items'][number];
type Candidate = Doubt['classification']['candidates'][number];

const OTHER = 'other';

export async function loader(args: Route.LoaderArgs) {
  const [doubts, choices] = await Promise.all([load(args, listDoubtfulProducts, {}), load(args, listCodeChoices, { query: { limit: 10 } })]);
  return { doubts, choices: choices.items, key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const code = fields.text('code');
  const body = { productId: fields.text('productId'), hts: code === OTHER || code === '' ? fields.text('hts') : code, forType: fields.checked('forType'), reason: fields.text('reason') };
  const done = await call(args, chooseCode, { body, idempotencyKey: fields.key });
  return done.ok ? redirect(`/operator/classifications?settled=${done.value.products}`, 303) : { problem: done.problem };
}

/** Where a person settles tariff codes that the words leave in doubt. */
export default function Classifications({ loaderData: { doubts, choices, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const [asked] = useSearchParams();
  const settled = asked.get('settled');
  const shown = doubts.items.find((one) => one.productId === asked.get('at')) ?? doubts.items[0];
  return (
    <Stack gap="md">
      <PageHeader title={t('operator.codes')} lead={t('operator.codes.lead', { total: doubts.total })} back={{ to: '/operator/reviews', label: t('operator.reviews') }} />
      {settled !== null && <p role="status">{t('operator.codes.settled', { products: Number(settled) || 0 })}</p>}
      <Problem problem={actionData?.problem} />
      {shown === undefined ? (
        <EmptyState title={t('operator.codes.none')} text={t('operator.codes.noneText')} />
      ) : (
        <div className={styles.desk}>
          <ol className={styles.queue} aria-label={t('operator.codes')}>
            {doubts.items.map((one) => (
              <li key={one.productId}>
                <Link to={`?at=${one.productId}`} aria-current={one === shown ? 'true' : undefined} preventScrollReset>
                  <span lang="zh-Hans">{one.title}</span>
                  <small>{t('operator.codes.holds', { type: one.ofType, held: one.held })}</small>
                </Link>
              </li>
            ))}
          </ol>
          <Matter key={shown.productId} doubt={shown} formKey={key} problem={actionData?.problem} />
        </div>
      )}
      {choices.length > 0 && <Choices choices={choices} />}
    </Stack>
  );
}

type MatterProps = Readonly<{ doubt: Doubt; formKey: string; problem: Parameters<typeof problemAt>[0] }>;

function Matter({ doubt, formKey, problem }: MatterProps) {
  const t = useOperatorText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const { classification: found } = doubt;
  return (
    <Card title={<span lang="zh-Hans">{doubt.title}</span>} hint={[doubt.shopName, doubt.category].filter((part) => part !== null).join(' · ')}>
      <p lang="zh-Hans">{Object.entries(doubt.attributes).map(([name, value]) => `${name}：${value}`).join('　')}</p>
      {doubt.description !== null && <p lang="zh-Hans">{doubt.description}</p>}
      {found.question !== null && <Asked question={found.question} />}
      <Form method="post">
        <IdempotencyField value={formKey} />
        <input type="hidden" name="productId" value={doubt.productId} />
        <Stack gap="md">
          <Radio.Group name="code" label={t('operator.codes.which')} defaultValue={codeOf(found.candidates[0]) ?? OTHER}>
            <Stack gap="sm" mt="xs">
              {found.candidates.flatMap((one) => {
                const code = codeOf(one);
                if (code === null) return [];
                return [<Radio key={code} value={code} label={`${dotted(code)}  ${Math.round(one.confidence * 100)} %`} description={one.because.map(say).join(' · ')} />];
              })}
              <Radio value={OTHER} label={t('operator.codes.other')} />
            </Stack>
          </Radio.Group>
          <TextInput label={t('operator.codes.hts')} description={<Link to="/tariffs" target="_blank">{t('operator.codes.schedule')}</Link>} name="hts" inputMode="numeric" placeholder="6307.90.98" error={problemAt(problem, 'hts')} />
          <TextInput label={t('operator.codes.reason')} name="reason" required minLength={3} maxLength={500} error={problemAt(problem, 'reason')} />
          <Checkbox name="forType" defaultChecked={doubt.ofType > 1} label={t('operator.codes.forType', { type: doubt.ofType })} />
          <div>
            <Button type="submit" loading={busy}>
              {t('operator.codes.settle')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  );
}

/** The question that would settle most, and where each answer leads. */
function Asked({ question }: Readonly<{ question: NonNullable<Doubt['classification']['question']> }>) {
  const t = useOperatorText();
  const say = useLocalText();
  // Where the answers are the codes themselves, the choice below lists them already.
  const answers = question.options.filter(({ value, leadsTo }) => leadsTo.length > 0 && leadsTo[0] !== value);
  return (
    <>
      <p>{t('operator.codes.question', { question: say(question.ask) })}</p>
      {answers.length > 0 && (
        <ul>
          {answers.map(({ value, text, leadsTo }) => (
            <li key={value}>
              {say(text)} → {leadsTo.map(dotted).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The deepest code of a candidate that a price can be made of. */
function codeOf(candidate: Candidate | undefined): string | null {
  return candidate?.hts10 ?? candidate?.hts8 ?? null;
}

function dotted(code: string): string {
  return [code.slice(0, 4), code.slice(4, 6), code.slice(6, 8), code.slice(8)].filter((part) => part !== '').join('.');
}

function Choices({ choices }: Readonly<{ choices: RouteReply<typeof listCodeChoices>['items'] }>) {
  const t = useOperatorText();
  return (
    <DataTable
      caption={t('operator.codes.choices')}
      columns={[{ key: 'title', label: t('operator.codes.product'), names: true }, { key: 'code', label: t('operator.codes.hts') }, { key: 'scope', label: t('operator.codes.scope') }, { key: 'reason', label: t('operator.codes.reason') }, { key: 'by', label: t('operator.codes.by') }]}
      rows={choices.map((one) => ({
        key: one.id,
        cells: {
          title: <span lang="zh-Hans">{one.title}</span>, code: dotted(one.hts), scope: t(one.superseded ? 'operator.codes.superseded' : one.typeKey === null ? 'operator.codes.one' : 'operator.codes.type'),
          reason: <span lang="zh-Hans">{one.reason}</span>, by: <><span lang="zh-Hans">{one.by}</span> <Instant at={one.at} /></>,
        },
      }))}
    />
  );
}
