import { Button, Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listMerchantOrders } from '#contract/orders.ts';
import { load } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Route } from './+types/orders.ts';
import { OrderStateBadge } from './order-state.tsx';
import { useMerchantText } from './text.ts';

const FORMATS = ['thermal', 'a4'] as const;
const STATES = ['awaiting_shipment', 'shipped', 'received', 'accepted', 'put_aside', 'cancelled'] as const;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const state = STATES.find((each) => each === asked.get('state'));
  return { state, orders: await load(args, listMerchantOrders, { query: { state, cursor: asked.get('after') ?? undefined } }) };
}

/** Labels of everything that waits, whatever the list shows. */
function PrintAll() {
  const t = useMerchantText();
  return (
    <Group gap="xs">
      {FORMATS.map((format) => (
        <Button key={format} component="a" href={`/api/v1/merchant/labels?format=${format}`} target="_blank" variant="default" leftSection={<IconPrinter size={18} aria-hidden />}>
          {t(`merchant.orders.labels.${format}`)}
        </Button>
      ))}
    </Group>
  );
}

export default function Orders({ loaderData: { orders, state } }: Route.ComponentProps) {
  const t = useMerchantText();
  return (
    <Stack gap="md">
      <PageHeader title={t('merchant.orders')} lead={t('merchant.orders.lead')} actions={orders.items.some((order) => order.state === 'awaiting_shipment') && <PrintAll />} />
      <Chips
        label={t('merchant.orders')}
        items={[{ to: '?', label: t('merchant.orders.all'), current: state === undefined }, ...STATES.map((each) => ({ to: `?state=${each}`, label: t(`merchant.orders.state.${each}`), current: each === state }))]}
      />
      {orders.items.length === 0 ? (
        <EmptyState title={t('merchant.orders.none')} text={t('merchant.orders.noneText')} />
      ) : (
        <DataTable
          caption={t('merchant.orders')}
          columns={[
            { key: 'items', label: t('merchant.orders.items'), names: true },
            { key: 'parcel', label: t('merchant.orders.parcel') },
            { key: 'state', label: t('merchant.orders.stateLabel') },
            { key: 'payout', label: t('merchant.orders.payout'), align: 'end' },
            { key: 'by', label: t('merchant.orders.sendBefore'), align: 'end' },
          ]}
          rows={orders.items.map((order) => ({
            key: order.id,
            cells: {
              items: ( <Link to={`/merchant/orders/${order.id}`} lang="zh-Hans" prefetch="intent"> {order.lines.map((line) => `${line.title} × ${line.quantity}`).join('、')} </Link> ),
              parcel: <code>{order.parcelCode}</code>,
              state: <OrderStateBadge state={order.state} />,
              payout: <Money amount={order.expectedPayout} />,
              by: <Instant at={order.shipBy} />,
            },
          }))}
        />
      )}
      <MoreLink nextCursor={orders.nextCursor} />
    </Stack>
  );
}
