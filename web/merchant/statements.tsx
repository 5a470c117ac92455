import { Button, Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import { getBalance, listMyStatements } from '#contract/statements.ts';
import { load } from '../ui/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant, useInstant } from '../ui/instant.tsx';
import { Money, useMoney } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { Route } from './+types/statements.ts';
import { Holds } from './reconciliation.tsx';
import { StatementLines } from './statement-lines.tsx';
import { useMerchantText } from './text.ts';

const TONES = { due: 'info', paid: 'good', carried: 'plain' } as const;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const [balance, statements] = await Promise.all([load(args, getBalance, {}), load(args, listMyStatements, { query: { cursor: asked.get('after') ?? undefined } })]);
  return { balance, statements };
}

export default function Statements({ loaderData: { balance, statements } }: Route.ComponentProps) {
  const t = useMerchantText();
  const price = useMoney();
  const day = useInstant();
  return (
    <Stack gap="lg">
      <PageHeader title={t('merchant.statements')} lead={t('merchant.statements.lead')} actions={<Button component={Link} to="/merchant/export-records" variant="default" size="sm">{t('merchant.exports')}</Button>} />
      <Stats>
        <Stat label={t('merchant.money.balance')} value={price(balance.balance)} hint={balance.nextPayoutOn === null ? undefined : t('merchant.money.next', { day: day(balance.nextPayoutOn, 'day') })} tone="good" />
        <Stat label={t('merchant.money.available')} value={price(balance.available)} />
        {balance.held.minor !== '0' && <Stat label={t('merchant.money.held')} value={price(balance.held)} tone="warn" />}
        <Stat label={t('merchant.money.onTheWay')} value={price(balance.onTheWay)} />
      </Stats>
      {BigInt(balance.balance.minor) < 0n && <p>{t('merchant.money.negative')}</p>}
      {balance.calendar.length > 0 && (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('merchant.calendar')}
          </Title>
          <DataTable
            caption={t('merchant.calendar')}
            columns={[{ key: 'on', label: t('merchant.statements.payoutOn'), names: true }, { key: 'orders', label: t('merchant.calendar.orders'), align: 'end' }, { key: 'amount', label: t('merchant.statements.amount'), align: 'end' }]}
            rows={balance.calendar.map((one) => ({ key: one.on, cells: { on: <Instant at={one.on} show="day" />, orders: one.orders === 0 ? '—' : one.orders, amount: <Money amount={one.amount} /> } }))}
          />
        </section>
      )}
      <Holds holds={balance.holds} title={t('merchant.holds')} />
      {statements.items.length === 0 ? (
        <EmptyState title={t('merchant.statements.none')} text={t('merchant.statements.noneText')} />
      ) : (
        <DataTable
          caption={t('merchant.statements')}
          columns={[
            { key: 'period', label: t('merchant.statements.period'), names: true },
            { key: 'state', label: t('merchant.orders.stateLabel') },
            { key: 'on', label: t('merchant.statements.payoutOn') },
            { key: 'payout', label: t('merchant.statements.payout'), align: 'end' },
          ]}
          rows={statements.items.map((statement) => ({
            key: statement.id,
            cells: {
              period: <Link to={`/merchant/statements/${statement.id}`}>{day(statement.from, 'day')} – {day(statement.to, 'day')}</Link>,
              state: <StatusBadge tone={TONES[statement.state]}>{t(`merchant.statements.state.${statement.state}`)}</StatusBadge>,
              on: <Instant at={statement.payoutOn} show="day" />,
              payout: <Money amount={statement.payout} />,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={statements.nextCursor} />
      {balance.lines.length > 0 && (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('merchant.statements.recent')}
          </Title>
          <StatementLines caption={t('merchant.statements.recent')} lines={balance.lines} />
        </section>
      )}
    </Stack>
  );
}
