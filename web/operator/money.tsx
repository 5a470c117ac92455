import { Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { closeBooks, listDailyCloses, listDisputes, listHolds, placeHold, releaseHold, simulateDispute, verifyDailyCloses } from '#contract/money.ts';
import { listMerchants } from '#contract/accounts.ts';
import type { RouteReply } from '#contract/route.ts';
import { call, load, type Answer } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { CopyId } from '../ui/copy-id.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import type { Route } from './+types/money.ts';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

/** The marketplace's money: closed days with their proof, disputes, holds. */

const DAYS_SHOWN = 7;

export async function loader(args: Route.LoaderArgs) {
  const [proof, closes, disputes, holds, merchants] = await Promise.all([
    load(args, verifyDailyCloses, {}), load(args, listDailyCloses, { query: { limit: DAYS_SHOWN } }), load(args, listDisputes, { query: { limit: 40 } }), load(args, listHolds, { query: { limit: 40 } }), load(args, listMerchants, { query: { limit: 100 } }),
  ]);
  return { proof, closes, disputes, holds, merchants: merchants.items.map(({ id, shopName }) => ({ id, shopName })), key: newKey() };
}

const OUTCOMES = ['won', 'lost'] as const;

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const intent = fields.text('intent');
  const answer = await act(args, intent, fields);
  return { intent, problem: answer.ok ? null : answer.problem };
}

async function act(args: Route.ActionArgs, intent: string, fields: Awaited<ReturnType<typeof readFields>>): Promise<Answer<unknown>> {
  if (intent === 'close') return call(args, closeBooks, { body: {}, idempotencyKey: fields.key });
  if (intent === 'release') return call(args, releaseHold, { params: { holdId: fields.text('holdId') }, body: { reason: fields.text('reason') } });
  if (intent === 'decide') return call(args, simulateDispute, { params: { orderId: fields.text('orderId') }, body: { outcome: fields.oneOf('outcome', OUTCOMES) } });
  const minor = String(Math.round(Number(fields.text('amount').replaceAll(',', '')) * 100));
  return call(args, placeHold, { body: { merchantId: fields.text('merchantId'), amount: { minor: /^\d+$/.test(minor) ? minor : '0', currency: 'CNY' }, reason: fields.text('reason'), endsOn: fields.text('endsOn') }, idempotencyKey: fields.key });
}

type Loaded = Route.ComponentProps['loaderData'];
type Asked = Route.ComponentProps['actionData'];

export default function MoneyPage({ loaderData: { proof, closes, disputes, holds, merchants, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.money')} lead={t('operator.money.lead')} back={{ to: '/operator/statements', label: t('operator.statements') }} actions={<Button component={Link} to="/operator/export-records" variant="default" size="sm">{t('operator.exports')}</Button>} />
      <Problem problem={actionData?.problem} />
      <Disputes disputes={disputes} />
      <Holds holds={holds} merchants={merchants} idempotencyKey={key} asked={actionData} />
      <Closes proof={proof} closes={closes} idempotencyKey={key} />
    </Stack>
  );
}

function Closes({ proof, closes, idempotencyKey }: Readonly<{ proof: Loaded['proof']; closes: RouteReply<typeof listDailyCloses>; idempotencyKey: string }>) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  const [newest] = closes.items;
  return (
    <Card title={t('operator.closes')} hint={t('operator.closes.hint')}>
      <Stats>
        <Stat label={t('operator.closes.proof')} value={t(proof.verified ? 'operator.closes.verified' : 'operator.closes.broken')} hint={t('operator.closes.days', { days: proof.days, transactions: proof.transactions })} tone={proof.verified ? 'good' : 'bad'} />
      </Stats>
      {proof.faults.length > 0 && (
        <ul className={styles.evidence}>
          {proof.faults.map((fault) => (
            <li key={fault.day}>{t('operator.closes.fault', { day: fault.day })}</li>
          ))}
        </ul>
      )}
      <Form method="post" className={styles.spaced}>
        <IdempotencyField value={idempotencyKey} />
        <Button type="submit" name="intent" value="close" variant="default" size="sm" loading={busy}>
          {t('operator.closes.now')}
        </Button>
      </Form>
      {newest !== undefined && (
        <DataTable
          caption={t('operator.closes.positions')}
          columns={[{ key: 'position', label: t('operator.closes.positions'), names: true }, { key: 'held', label: t('operator.closes.held'), align: 'end' }, { key: 'worth', label: t('operator.closes.worth'), align: 'end' }]}
          rows={newest.positions.map((one) => ({ key: one.held.currency, cells: { position: one.held.currency, held: <Money amount={one.held} signed />, worth: <Money amount={one.worth} signed /> } }))}
        />
      )}
      <div className={styles.spaced} />
      {closes.items.length > 0 && (
        <DataTable
          caption={t('operator.closes')}
          columns={[
            { key: 'day', label: t('operator.closes.day'), names: true }, { key: 'transactions', label: t('operator.closes.transactions'), align: 'end' }, { key: 'postings', label: t('operator.closes.postings'), align: 'end' },
            { key: 'hash', label: t('operator.closes.hash') }, { key: 'previous', label: t('operator.closes.previous') },
          ]}
          rows={closes.items.map((close) => ({ key: close.day, cells: { day: close.day, transactions: close.transactions, postings: close.postings, hash: <code title={close.hash}>{close.hash.slice(0, 12)}…</code>, previous: <code title={close.previousHash}>{close.previousHash.slice(0, 12)}…</code> } }))}
        />
      )}
    </Card>
  );
}

const DISPUTE_TONES = { open: 'warn', won: 'good', lost: 'bad' } as const;

function Disputes({ disputes }: Readonly<{ disputes: Loaded['disputes'] }>) {
  const t = useOperatorText();
  const money = useMoney();
  return (
    <section>
      <Title order={2} size="h4" mb="sm">{t('operator.disputes')}</Title>
      {disputes.items.length === 0 ? (
        <EmptyState title={t('operator.disputes.none')} text={t('operator.disputes.noneText')} />
      ) : (
        <DataTable
          caption={t('operator.disputes')}
          columns={[
            { key: 'order', label: t('operator.disputes.order'), names: true }, { key: 'reason', label: t('operator.disputes.reason') }, { key: 'state', label: t('operator.orders.state') }, { key: 'due', label: t('operator.disputes.due') },
            { key: 'evidence', label: t('operator.claims.evidence'), align: 'end' }, { key: 'borne', label: t('operator.disputes.borne') }, { key: 'amount', label: t('operator.disputes.amount'), align: 'end' }, { key: 'act', label: t('operator.disputes.decision') },
          ]}
          rows={disputes.items.map((one) => ({
            key: one.id,
            cells: {
              order: <Link to={`/operator/orders/${one.orderId}`} className={styles.oneLine}>…{one.orderId.slice(-8)}</Link>, reason: one.reason.replaceAll('_', ' '), state: <StatusBadge tone={DISPUTE_TONES[one.state]}>{t(`operator.disputes.state.${one.state}`)}</StatusBadge>,
              due: one.answerDue === null || one.state !== 'open' ? '–' : <Instant at={one.answerDue} show="day" />, evidence: one.evidence,
              borne: one.shares.length === 0 ? '–' : one.shares.map((share) => `${share.shopName ?? t(`operator.party.${share.party}`)} ${money(share.charge ?? share.amount)}`).join(' · '),
              amount: <Money amount={one.amount} />, act: one.state === 'open' && one.simulated ? <Decide orderId={one.orderId} /> : '–',
            },
          }))}
        />
      )}
    </section>
  );
}

/** Only the test bank is decided for by hand; a real one tells us. */
function Decide({ orderId }: Readonly<{ orderId: string }>) {
  const t = useOperatorText();
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="orderId" value={orderId} />
      <Group gap="xs">
        <Button type="submit" name="outcome" value="won" size="compact-sm" variant="default">{t('operator.disputes.win')}</Button>
        <Button type="submit" name="outcome" value="lost" size="compact-sm" variant="default">{t('operator.disputes.lose')}</Button>
      </Group>
    </Form>
  );
}

function Holds({ holds, merchants, idempotencyKey, asked }: Readonly<{ holds: Loaded['holds']; merchants: Loaded['merchants']; idempotencyKey: string; asked: Asked }>) {
  const t = useOperatorText();
  const say = useLocalText();
  const busy = useNavigation().state !== 'idle';
  const problem = asked?.intent === 'hold' ? asked.problem : null;
  return (
    <section>
      <Title order={2} size="h4" mb="sm">{t('operator.holds')}</Title>
      {holds.items.length > 0 && (
        <DataTable
          caption={t('operator.holds')}
          columns={[
            { key: 'shop', label: t('operator.merchants.shop'), names: true }, { key: 'why', label: t('operator.holds.why') }, { key: 'until', label: t('operator.holds.until') }, { key: 'about', label: t('operator.disputes.order') },
            { key: 'amount', label: t('operator.disputes.amount'), align: 'end' }, { key: 'act', label: t('operator.holds.release') },
          ]}
          rows={holds.items.map((hold) => ({
            key: hold.id,
            cells: {
              shop: <span lang="zh-Hans">{hold.shopName}</span>, why: say(hold.reason), until: hold.endsOn, about: hold.orderId === null ? '–' : <CopyId id={hold.orderId} />, amount: <Money amount={hold.amount} />,
              act: hold.releasedAt === null ? <Release holdId={hold.id} /> : <>{t('operator.holds.released')} {hold.releaseReason === null ? '' : say(hold.releaseReason)}</>,
            },
          }))}
        />
      )}
      <div className={styles.spaced} />
      <Card title={t('operator.holds.place')} hint={t('operator.holds.placeHint')}>
        <Form method="post">
          <IdempotencyField value={idempotencyKey} />
          <input type="hidden" name="intent" value="hold" />
          <div className={styles.fields}>
            <NativeSelect name="merchantId" label={t('operator.merchants.shop')} data={merchants.map((one) => ({ value: one.id, label: one.shopName }))} error={problemAt(problem, 'merchantId')} />
            <TextInput name="amount" label={t('operator.holds.amount')} required inputMode="decimal" error={problemAt(problem, 'amount')} />
            <TextInput type="date" name="endsOn" label={t('operator.holds.until')} required error={problemAt(problem, 'endsOn')} />
            <TextInput name="reason" label={t('operator.holds.why')} required minLength={8} maxLength={500} error={problemAt(problem, 'reason')} />
          </div>
          <Button type="submit" mt="md" loading={busy}>{t('operator.holds.place')}</Button>
        </Form>
      </Card>
    </section>
  );
}

function Release({ holdId }: Readonly<{ holdId: string }>) {
  const t = useOperatorText();
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="release" />
      <input type="hidden" name="holdId" value={holdId} />
      <Group gap="xs">
        <TextInput name="reason" aria-label={t('operator.claims.reason')} placeholder={t('operator.claims.reason')} required minLength={3} size="xs" />
        <Button type="submit" size="compact-sm" variant="default">{t('operator.holds.release')}</Button>
      </Group>
    </Form>
  );
}
