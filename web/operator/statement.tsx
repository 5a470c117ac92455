import { Stack } from '@mantine/core';
import { getStatement } from '#contract/statements.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Instant, useInstant } from '../ui/instant.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { useLocalText } from '../ui/text.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/statement.ts';
import { useOperatorText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { statement: await load(args, getStatement, { params: { statementId: args.params.statementId } }) };
}

/** A merchant's statement as the marketplace answers for it: its lines, what is held, and every difference from the previews by class. */
export default function StatementPage({ loaderData: { statement } }: Route.ComponentProps) {
  const t = useOperatorText();
  const say = useLocalText();
  const price = useMoney();
  const day = useInstant();
  return (
    <Stack gap="lg">
      <PageHeader title={`${statement.shopName} · ${day(statement.from, 'day')} – ${day(statement.to, 'day')}`} lead={t(`operator.statements.state.${statement.state}`)} back={{ to: '/operator/statements', label: t('operator.statements') }} actions={<WhyDrawer id={statement.id} base="/operator/why" />} />
      <Stats>
        <Stat label={t('operator.statements.previewed')} value={price(statement.reconciliation.previewed)} />
        {statement.reconciliation.differences.map((one) => (
          <Stat key={one.class} label={t(`operator.statements.class.${one.class}`)} value={price(one.amount)} tone={BigInt(one.amount.minor) < 0n ? 'bad' : 'good'} />
        ))}
        <Stat label={t('operator.statements.stated')} value={price(statement.reconciliation.stated)} />
        <Stat label={t('ui.impact.payoutColumn')} value={price(statement.payout)} tone="good" />
      </Stats>
      <DataTable
        caption={t('operator.statements')}
        columns={[{ key: 'what', label: t('operator.orders.what'), names: true }, { key: 'when', label: t('operator.statements.when') }, { key: 'evidence', label: t('operator.claims.evidence'), align: 'end' }, { key: 'amount', label: t('operator.disputes.amount'), align: 'end' }]}
        rows={statement.lines.map((line) => ({ key: `${line.transactionId} ${line.code}`, cells: { what: say(line.label), when: <Instant at={line.at} />, evidence: line.evidence.length, amount: <Money amount={line.amount} signed /> } }))}
      />
    </Stack>
  );
}
