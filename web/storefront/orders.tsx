import { Button, Stack } from '@mantine/core';
import { data, Link } from 'react-router';
import { listMyOrders } from '#contract/orders.ts';
import { call } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Instant } from '../ui/instant.tsx';
import { Money } from '../ui/money.tsx';
import { MoreLink } from '../ui/more-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Picture } from '../ui/product-card.tsx';
import type { Route } from './+types/orders.ts';
import { marketOf, marketPath, zoneOf } from './market.ts';
import { OrderBadge } from './order-badge.tsx';
import styles from './orders.module.css';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  // A visitor who never bought anything is nobody to the API yet, and simply has no orders.
  const orders = await call(args, listMyOrders, { query: { cursor: asked.get('after') ?? undefined } });
  if (!orders.ok && orders.problem.status !== 401) throw data(orders.problem, { status: orders.problem.status });
  return { market: marketOf(args.params), orders: orders.ok ? orders.value : { items: [], nextCursor: null } };
}

export default function Orders({ loaderData: { market, orders } }: Route.ComponentProps) {
  const t = useStorefrontText();
  return (
    <Stack gap="lg">
      <PageHeader title={t('storefront.orders')} />
      {orders.items.length === 0 ? (
        <EmptyState title={t('storefront.orders.none')} text={t('storefront.orders.noneText')} action={<Button component={Link} to={marketPath(market)}>{t('storefront.orders.browse')}</Button>} />
      ) : (
        <ul className={styles.orders}>
          {orders.items.map((order) => (
            <li key={order.id}>
              <Link to={marketPath(order.market, `/orders/${order.id}`)} prefetch="intent">
                <Picture src={order.image} />
                <div>
                  <b>{order.titles.join(', ')}</b>
                  <small>
                    <Instant at={order.placedAt} show="day" zone={zoneOf(order.market)} /> · <Money amount={order.total} />
                  </small>
                </div>
                <OrderBadge state={order.state} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <MoreLink nextCursor={orders.nextCursor} />
    </Stack>
  );
}
