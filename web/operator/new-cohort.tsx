import { Button, Checkbox, Group, NumberInput, NativeSelect, Stack, TextInput } from '@mantine/core';
import { Form, redirect, useNavigation } from 'react-router';
import { listFeePlans, openCohort, previewCohort } from '#contract/cohorts.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields, type Fields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/new-cohort.ts';
import { Candidates } from './candidates.tsx';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

const SIGNS = ['originalDesign', 'craft', 'patents', 'noteMentions', 'repeatBuyers'] as const;
const MARKETS = ['US', 'HK', 'MO'] as const;

/** The policy a new cohort starts from: distinctive goods, not selling experience. */
const START = { name: '', places: 30, minimumScore: 40, refundsPercent: 8, weights: { originalDesign: 4, craft: 4, patents: 2, noteMentions: 3, repeatBuyers: 2 }, markets: ['US', 'HK', 'MO'], feePlan: 'cross-border-2026' };

export async function loader(args: Route.LoaderArgs) {
  return { plans: await load(args, listFeePlans, {}), key: newKey() };
}

function readForm(fields: Fields) {
  const weights = Object.fromEntries(SIGNS.map((sign) => [sign, fields.whole(`weight-${sign}`)])) as typeof START.weights;
  return { name: fields.text('name'), places: fields.whole('places'), minimumScore: fields.whole('minimumScore'), refundsPercent: fields.whole('refundsPercent'), weights, markets: MARKETS.filter((market) => fields.checked(`market-${market}`)), feePlan: fields.text('feePlan') };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const form = readForm(fields);
  const policy = { places: form.places, minimumScore: form.minimumScore, weights: form.weights, refundsPpmMax: form.refundsPercent * 10_000 };
  if (fields.oneOf('intent', ['preview', 'open']) === 'open') {
    const opened = await call(args, openCohort, { body: { name: form.name, markets: form.markets, policy, feePlan: form.feePlan }, idempotencyKey: fields.key });
    return opened.ok ? redirect(`/operator/cohorts/${opened.value.id}`, 303) : { problem: opened.problem, form, preview: null };
  }
  const preview = await call(args, previewCohort, { body: { policy } });
  return preview.ok ? { problem: null, form, preview: preview.value } : { problem: preview.problem, form, preview: null };
}

export default function NewCohort({ loaderData: { plans, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const form = actionData?.form ?? START;
  const problem = actionData?.problem;
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.cohorts.new')} lead={t('operator.cohorts.policy')} back={{ to: '/operator/cohorts', label: t('operator.cohorts') }} />
      <Problem problem={problem} />
      <Form method="post" className={styles.form} preventScrollReset>
        <IdempotencyField value={key} />
        <Card title={t('operator.cohorts.looksFor')} hint={t('operator.cohorts.looksForHint')}>
          <div className={styles.fields}>
            {SIGNS.map((sign) => (
              <NumberInput key={sign} label={t(`operator.sign.${sign}`)} name={`weight-${sign}`} min={0} max={10} allowDecimal={false} defaultValue={form.weights[sign]} error={problemAt(problem, `policy.weights.${sign}`)} />
            ))}
            <NumberInput label={t('operator.cohorts.minimum')} name="minimumScore" min={0} max={100} allowDecimal={false} defaultValue={form.minimumScore} error={problemAt(problem, 'policy.minimumScore')} />
            <NumberInput label={t('operator.cohorts.refunds')} name="refundsPercent" min={0} max={100} allowDecimal={false} suffix=" %" defaultValue={form.refundsPercent} />
            <NumberInput label={t('operator.cohorts.places')} name="places" min={1} max={10_000} allowDecimal={false} defaultValue={form.places} error={problemAt(problem, 'policy.places')} />
          </div>
          <Group mt="lg">
            <Button type="submit" name="intent" value="preview" variant="default" loading={busy}>
              {t('operator.cohorts.preview')}
            </Button>
          </Group>
        </Card>
        {actionData?.preview && <Candidates preview={actionData.preview} />}
        <Card title={t('operator.cohorts.invite')} tone="accent">
          <div className={styles.fields}>
            <TextInput label={t('operator.cohorts.name')} name="name" maxLength={80} defaultValue={form.name} error={problemAt(problem, 'name')} />
            <NativeSelect label={t('operator.cohorts.plan')} name="feePlan" defaultValue={form.feePlan} data={plans.items.map(({ plan, text }) => ({ value: plan, label: say(text) }))} />
          </div>
          <Group mt="md">
            {MARKETS.map((market) => (
              <Checkbox key={market} name={`market-${market}`} label={market} defaultChecked={form.markets.includes(market)} />
            ))}
          </Group>
          <Group mt="lg">
            <Button type="submit" name="intent" value="open" loading={busy}>
              {t('operator.cohorts.send')}
            </Button>
          </Group>
        </Card>
      </Form>
    </Stack>
  );
}
