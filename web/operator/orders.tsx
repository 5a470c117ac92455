import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { listOrders } from '#contract/orders.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StatusBadge, type Tone } from '../ui/status-badge.tsx';
import type { Route } from './+types/orders.ts';
import { useOperatorText } from './text.ts';

export const ORDER_STATES = ['placed', 'with_merchant', 'at_hub', 'exported', 'delivered', 'closed', 'cancelled'] as const;
export const ORDER_TONES = { placed: 'info', with_merchant: 'info', at_hub: 'info', exported: 'info', delivered: 'good', closed: 'good', cancelled: 'plain' } as const satisfies Record<(typeof ORDER_STATES)[number], Tone>;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const state = ORDER_STATES.find((one) => one === asked.get('state'));
  return { state: state ?? null, orders: await load(args, listOrders, { query: { cursor: asked.get('after') ?? undefined, state, limit: 40 } }) };
}

export default function Orders({ loaderData: { state, orders } }: Route.ComponentProps) {
  const t = useOperatorText();
  return (
    <Stack gap="md">
      <PageHeader title={t('operator.orders')} actions={<Button component={Link} to="/operator/lines" variant="default" size="sm">{t('operator.lines')}</Button>} />
      <Chips label={t('operator.orders.state')} items={[{ to: '?', label: t('operator.orders.all'), current: state === null }, ...ORDER_STATES.map((one) => ({ to: `?state=${one}`, label: t(`operator.orders.state.${one}`), current: one === state }))]} />
      {orders.items.length === 0 ? (
        <EmptyState title={t('operator.orders.none')} text={t('operator.orders.noneText')} />
      ) : (
        <DataTable
          caption={t('operator.orders')}
          columns={[
            { key: 'titles', label: t('operator.orders.what'), names: true },
            { key: 'market', label: t('operator.cohorts.markets') },
            { key: 'shops', label: t('operator.merchants.shop') },
            { key: 'state', label: t('operator.orders.state') },
            { key: 'placed', label: t('operator.orders.placed') },
            { key: 'total', label: t('operator.orders.total'), align: 'end' },
          ]}
          rows={orders.items.map((order) => ({
            key: order.id,
            cells: {
              titles: <Link to={`/operator/orders/${order.id}`}>{order.titles.join(' · ')}</Link>, market: order.market, shops: <span lang="zh-Hans">{order.merchantNames.join(' · ')}</span>,
              state: <StatusBadge tone={ORDER_TONES[order.state]}>{t(`operator.orders.state.${order.state}`)}</StatusBadge>, placed: <Instant at={order.placedAt} />, total: <Money amount={order.total} />,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={orders.nextCursor} />
    </Stack>
  );
}
