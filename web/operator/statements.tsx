import { Button, Group, Stack, TextInput } from '@mantine/core';
import { Form, Link, useNavigation } from 'react-router';
import { closeStatements, getLedgerProof, listStatements } from '#contract/statements.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/statements.ts';
import styles from './operator.module.css';
import { useOperatorText } from './text.ts';

const TONES = { due: 'info', paid: 'good', carried: 'plain' } as const;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const [statements, proof] = await Promise.all([load(args, listStatements, { query: { cursor: asked.get('after') ?? undefined, limit: 40 } }), load(args, getLedgerProof, {})]);
  return { statements, proof, key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const closed = await call(args, closeStatements, { body: { through: fields.text('through') }, idempotencyKey: fields.key });
  return closed.ok ? { problem: null, closed: closed.value.items.length } : { problem: closed.problem, closed: null };
}

export default function Statements({ loaderData: { statements, proof, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const busy = useNavigation().state !== 'idle';
  const drifted = proof.accounts.filter((account) => account.stored !== account.derived);
  return (
    <Stack gap="lg">
      <PageHeader title={t('operator.statements')} lead={t('operator.statements.lead')} />
      <Problem problem={actionData?.problem} />
      <Stats>
        <Stat label={t('operator.ledger')} value={t(proof.balanced && drifted.length === 0 ? 'operator.ledger.balanced' : 'operator.ledger.broken')} hint={t('operator.ledger.of', { transactions: proof.transactions, postings: proof.postings })} tone={proof.balanced && drifted.length === 0 ? 'good' : 'bad'} />
        {proof.currencies.map((row) => (
          <Stat key={row.currency} label={row.currency} value={row.sum} hint={t('operator.ledger.sum')} tone={row.sum === '0' ? 'plain' : 'bad'} />
        ))}
      </Stats>
      <Card title={t('operator.statements.close')} hint={t('operator.statements.closeHint')}>
        <Form method="post">
          <IdempotencyField value={key} />
          <Group align="end">
            <TextInput type="date" label={t('operator.statements.through')} name="through" required error={problemAt(actionData?.problem, 'through')} />
            <Button type="submit" loading={busy}>
              {t('operator.statements.closeNow')}
            </Button>
          </Group>
        </Form>
        {actionData?.closed !== null && actionData?.closed !== undefined && <p role="status">{t('operator.statements.closed', { count: actionData.closed })}</p>}
      </Card>
      {statements.items.length === 0 ? (
        <EmptyState title={t('operator.statements.none')} text={t('operator.statements.noneText')} />
      ) : (
        <DataTable
          caption={t('operator.statements')}
          columns={[
            { key: 'shop', label: t('operator.merchants.shop'), names: true },
            { key: 'period', label: t('operator.statements.period') },
            { key: 'state', label: t('operator.orders.state') },
            { key: 'payout', label: t('ui.impact.payoutColumn'), align: 'end' },
          ]}
          rows={statements.items.map((statement) => ({
            key: statement.id,
            cells: {
              shop: <Link to={`/operator/statements/${statement.id}`} lang="zh-Hans">{statement.shopName}</Link>, period: <><Instant at={statement.from} show="day" /> – <Instant at={statement.to} show="day" /></>,
              state: <StatusBadge tone={TONES[statement.state]}>{t(`operator.statements.state.${statement.state}`)}</StatusBadge>, payout: <Money amount={statement.payout} />,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={statements.nextCursor} />
      <Accounts accounts={proof.accounts} />
    </Stack>
  );
}

const CURRENCIES = ['CNY', 'USD', 'HKD', 'MOP'] as const;
const ACCOUNTS_SHOWN = 40;

/** Balances as they are kept, and as they come out when every posting is added up again. */
function Accounts({ accounts }: Pick<Route.ComponentProps['loaderData']['proof'], 'accounts'>) {
  const t = useOperatorText();
  const money = useMoney();
  const amount = (minor: string, code: string) => {
    const currency = CURRENCIES.find((one) => one === code);
    return currency === undefined ? minor : money({ minor, currency });
  };
  return (
    <details>
      <summary className={styles.quiet}>{t('operator.ledger.accounts', { count: accounts.length })}</summary>
      <DataTable
        caption={t('operator.ledger')}
        columns={[
          { key: 'account', label: t('operator.ledger.account'), names: true },
          { key: 'stored', label: t('operator.ledger.stored'), align: 'end' },
          { key: 'derived', label: t('operator.ledger.derived'), align: 'end' },
        ]}
        rows={accounts.slice(0, ACCOUNTS_SHOWN).map((one) => ({ key: `${one.account} ${one.currency}`, cells: { account: <code>{one.account}</code>, stored: amount(one.stored, one.currency), derived: amount(one.derived, one.currency) } }))}
      />
    </details>
  );
}
