import { Button, Stack } from '@mantine/core';
import { getMyStatement } from '#contract/statements.ts';
import { load } from '../ui/api.ts';
import { useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { useLocalText } from '../ui/text.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/statement.ts';
import { Holds, Reconciliation } from './reconciliation.tsx';
import { StatementLines } from './statement-lines.tsx';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { statement: await load(args, getMyStatement, { params: { statementId: args.params.statementId } }) };
}

export default function StatementPage({ loaderData: { statement } }: Route.ComponentProps) {
  const t = useMerchantText();
  const say = useLocalText();
  const price = useMoney();
  const day = useInstant();
  const title = t('merchant.statements.title', { from: day(statement.from, 'day'), to: day(statement.to, 'day') });
  return (
    <Stack gap="lg">
      <PageHeader
        title={title}
        back={{ to: '/merchant/statements', label: t('merchant.statements') }}
        lead={`${t(`merchant.statements.state.${statement.state}`)} · ${t('merchant.statements.payoutOn')} ${day(statement.payoutOn, 'day')}`}
        actions={
          <>
            <WhyDrawer id={statement.id} base="/merchant/why" />
            <Button component="a" href={`/api/v1/merchant/statements/${statement.id}/csv`} variant="default" size="sm">
              {t('merchant.statements.csv')}
            </Button>
            <Button component="a" href={`/api/v1/merchant/statements/${statement.id}/pdf`} variant="default" size="sm">
              {t('merchant.statements.pdf')}
            </Button>
          </>
        }
      />
      <Stats>
        <Stat label={t('merchant.statements.opening')} value={price(statement.opening)} />
        {statement.totals.map((total) => (
          <Stat key={total.code} label={say(total.label)} value={price(total.amount)} />
        ))}
        <Stat label={t('merchant.statements.payout')} value={price(statement.payout)} tone="good" />
      </Stats>
      <Holds holds={statement.holds} title={t('merchant.holds.then')} />
      <StatementLines caption={title} lines={statement.lines} />
      <Reconciliation reconciliation={statement.reconciliation} />
    </Stack>
  );
}
