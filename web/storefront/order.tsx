import { Button, Stack } from '@mantine/core';
import { Form, Link, useNavigation, useSearchParams } from 'react-router';
import { cancelMyOrder, changeMyAddress, getMyOrder } from '#contract/orders.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields, type Refused } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PriceTable } from '../ui/price-waterfall.tsx';
import { Problem } from '../ui/problem.tsx';
import { ProgressList, type Step } from '../ui/progress-list.tsx';
import type { Order } from '../ui/shapes.ts';
import { useLocalText } from '../ui/text.tsx';
import { Timeline } from '../ui/timeline.tsx';
import type { Route } from './+types/order.ts';
import { readAddress } from './address.ts';
import { AddressFields } from './address-fields.tsx';
import { ItemList } from './item-list.tsx';
import { marketOf, marketPath, zoneOf } from './market.ts';
import { OrderBadge } from './order-badge.tsx';
import styles from './order.module.css';
import { PolicyPoints } from './policy-points.tsx';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { market: marketOf(args.params), order: await load(args, getMyOrder, { params: { orderId: args.params.orderId } }), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  if (fields.text('intent') === 'address') {
    const changed = await call(args, changeMyAddress, { params: { orderId: args.params.orderId }, body: readAddress(fields), idempotencyKey: fields.key });
    return changed.ok ? null : { problem: changed.problem };
  }
  const done = await call(args, cancelMyOrder, { params: { orderId: args.params.orderId }, body: {}, idempotencyKey: fields.key });
  return done.ok ? null : { problem: done.problem };
}

/** The stations every order passes, in order. */
const STATIONS = ['placed', 'with_merchant', 'at_hub', 'exported', 'delivered'] as const;

function useSteps(state: Order['state']): readonly Step[] {
  const t = useStorefrontText();
  const reached = state === 'closed' ? STATIONS.length : STATIONS.findIndex((station) => station === state);
  const arrived = state === 'delivered' || state === 'closed';
  return STATIONS.map((station, index) => ({ label: t(`storefront.order.state.${station}`), state: index < reached || arrived ? 'done' : index === reached ? 'now' : 'ahead' }));
}

export default function OrderPage({ loaderData: { market, order, key }, actionData }: Route.ComponentProps) {
  const t = useStorefrontText();
  const say = useLocalText();
  const price = useMoney();
  const when = useInstant();
  const steps = useSteps(order.state);
  const [asked] = useSearchParams();
  const zone = zoneOf(order.market);
  const day = (at: string): string => when(at, 'day', zone);
  const late = order.expectedBy !== null && order.promisedBy !== null && order.expectedBy > order.promisedBy && order.state !== 'cancelled';
  const lead = order.deliveredAt ? t('storefront.order.delivered', { day: day(order.deliveredAt) }) : late && order.expectedBy !== null && order.promisedBy !== null ? t('storefront.order.late', { day: day(order.expectedBy), promised: day(order.promisedBy) }) : order.promisedBy ? t('storefront.order.promised', { day: day(order.promisedBy) }) : undefined;
  return (
    <Stack gap="lg">
      <PageHeader title={asked.has('new') ? t('storefront.order.thanks') : t('storefront.order')} lead={lead} back={{ to: marketPath(market, '/orders'), label: t('storefront.orders') }} actions={<OrderBadge state={order.state} />} />
      <Problem problem={actionData?.problem} />
      {order.state !== 'cancelled' && (
        <Card>
          <ProgressList label={t('storefront.order.tracking')} steps={steps} />
        </Card>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Items market={market} order={order} />
          <Card title={t('storefront.order.tracking')} hint={order.trackingNumber === null ? undefined : t('storefront.order.number', { number: order.trackingNumber })}>
            <Timeline zone={zone} events={order.tracking.map((entry) => ({ id: `${entry.at} ${entry.status}`, at: entry.at, text: say(entry.text), ...(entry.place !== null && { who: entry.place }) }))} />
          </Card>
        </div>
        <div className={styles.column}>
          <Card>
            <PriceTable caption={t('storefront.order.receipt')} side={{ total: order.total, lines: order.priceLines }} bars={false} />
            {order.payment.refunded.minor !== '0' && <p className={styles.refunded}>{t('storefront.order.refunded', { amount: price(order.payment.refunded) })}</p>}
          </Card>
          <Card title={t('storefront.order.to')}>
            <address className={styles.address}>
              {[order.address.name, order.address.line1, order.address.line2, [order.address.city, order.address.region, order.address.postalCode].filter(Boolean).join(' '), order.address.phone].filter(Boolean).map((line) => (
                <span key={line}>{line}</span>
              ))}
            </address>
            {order.canChangeAddress && <ChangeAddress order={order} formKey={`${key}-address`} problem={actionData?.problem} />}
          </Card>
          <PolicyPoints policy={order.claimPolicy} folded />
          {order.canCancel && <Cancel formKey={key} />}
        </div>
      </div>
    </Stack>
  );
}

function Items({ market, order }: Pick<Route.ComponentProps['loaderData'], 'market' | 'order'>) {
  const t = useStorefrontText();
  const when = useInstant();
  return (
    <Card title={t('storefront.order.items')} hint={order.claimUntil === null ? undefined : t('storefront.order.claimUntil', { day: when(order.claimUntil, 'day', zoneOf(order.market)) })}>
      <ItemList
        items={order.lines.map((line) => ({
          ...line,
          key: line.id,
          below: (
            <span className={styles.claims}>
              {line.ordered > line.quantity && <small>{t('storefront.order.short', { ordered: line.ordered, missing: line.ordered - line.quantity })}</small>}
              {line.claims.map((claim) => (
                <Link key={claim.id} to={marketPath(market, `/claims/${claim.id}`)}>
                  {t('storefront.claim.yours')}
                </Link>
              ))}
              {line.claimable && <Link to={marketPath(market, `/orders/${order.id}/claim/${line.id}`)}>{t('storefront.order.claim')}</Link>}
            </span>
          ),
        }))}
      />
    </Card>
  );
}

function ChangeAddress({ order, formKey, problem }: Readonly<{ order: Order; formKey: string; problem: Refused['problem'] | undefined }>) {
  const t = useStorefrontText();
  const busy = useNavigation().state !== 'idle';
  return (
    <details className={styles.cancel} open={problem?.field !== undefined && problem.field !== null}>
      <summary>{t('storefront.order.changeAddress')}</summary>
      <p>{t('storefront.order.changeAddressText')}</p>
      <Form method="post" className={styles.column}>
        <IdempotencyField value={formKey} />
        <input type="hidden" name="intent" value="address" />
        <AddressFields market={order.market} email={null} address={order.address} problem={problem} />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {t('storefront.order.changeAddressNow')}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Cancel({ formKey }: Readonly<{ formKey: string }>) {
  const t = useStorefrontText();
  const busy = useNavigation().state !== 'idle';
  return (
    <details className={styles.cancel}>
      <summary>{t('storefront.order.cancel')}</summary>
      <p>{t('storefront.order.cancelText')}</p>
      <Form method="post">
        <IdempotencyField value={formKey} />
        <Button type="submit" color="red" variant="light" loading={busy}>
          {t('storefront.order.cancel')}
        </Button>
      </Form>
    </details>
  );
}
