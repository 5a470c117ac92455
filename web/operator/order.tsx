import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { Form, useNavigation } from 'react-router';
import { recordTracking } from '#contract/hub.ts';
import { simulateDispute } from '#contract/money.ts';
import { cancelOrder, getOrder } from '#contract/orders.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useInstant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PriceTable } from '../ui/price-waterfall.tsx';
import { Problem } from '../ui/problem.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useLocalText } from '../ui/text.tsx';
import { Timeline, useHappenings } from '../ui/timeline.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/order.ts';
import styles from './operator.module.css';
import { ORDER_TONES } from './orders.tsx';
import { useOperatorText } from './text.ts';

const STATUSES = ['in_transit', 'delayed', 'customs_hold', 'customs_cleared', 'out_for_delivery', 'available_for_pickup', 'failed_attempt', 'delivered', 'undeliverable', 'returned_to_sender', 'lost'] as const;

const REASONS = ['product_unacceptable', 'product_not_received', 'fraudulent', 'duplicate', 'general'] as const;
const DISPUTABLE: ReadonlySet<string> = new Set(['captured', 'partly_refunded', 'refunded']);

export async function loader(args: Route.LoaderArgs) {
  return { order: await load(args, getOrder, { params: { orderId: args.params.orderId } }), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  if (fields.text('intent') === 'dispute') {
    const disputed = await call(args, simulateDispute, { params: { orderId: args.params.orderId }, body: { reason: fields.oneOf('reason', REASONS) } });
    return disputed.ok ? null : { problem: disputed.problem };
  }
  if (fields.text('intent') === 'cancel') {
    const cancelled = await call(args, cancelOrder, { params: { orderId: args.params.orderId }, body: { reason: fields.text('reason') }, idempotencyKey: fields.key });
    return cancelled.ok ? null : { problem: cancelled.problem };
  }
  const done = await call(args, recordTracking, { params: { exportParcelId: fields.text('exportParcelId') }, body: { status: fields.oneOf('status', STATUSES), place: fields.optional('place') }, idempotencyKey: fields.key });
  return done.ok ? null : { problem: done.problem };
}

export default function OrderPage({ loaderData: { order, key }, actionData }: Route.ComponentProps) {
  const t = useOperatorText();
  const say = useLocalText();
  const when = useInstant();
  const happenings = useHappenings();
  const busy = useNavigation().state !== 'idle';
  return (
    <Stack gap="lg">
      <PageHeader title={order.lines.map((line) => `${line.title} × ${line.quantity}`).join(' · ')} lead={`${order.market} · ${when(order.placedAt)} · ${order.address.name}, ${order.address.city}`} back={{ to: '/operator/orders', label: t('operator.orders') }} actions={<StatusBadge tone={ORDER_TONES[order.state]} size="l">{t(`operator.orders.state.${order.state}`)}</StatusBadge>} />
      <Problem problem={actionData?.problem} />
      <div className={styles.columns}>
        <Card aside={<WhyDrawer id={order.id} base="/operator/why" />}>
          <PriceTable caption={t('operator.orders.paid')} side={{ total: order.total, lines: order.priceLines }} emphasis />
        </Card>
        <Card title={t('operator.orders.tracking')} hint={order.trackingNumber ?? t('operator.orders.noTracking')}>
          <Timeline events={order.tracking.map((entry, index) => ({ id: `${entry.at} ${index}`, at: entry.at, text: say(entry.text), ...(entry.place !== null && { who: entry.place }) }))} />
          {order.exportParcelId !== null && order.state === 'exported' && (
            <Form method="post" className={styles.form}>
              <IdempotencyField value={key} />
              <input type="hidden" name="exportParcelId" value={order.exportParcelId} />
              <div className={styles.fields}>
                <NativeSelect label={t('operator.orders.status')} name="status" required defaultValue="in_transit" data={STATUSES.map((status) => ({ value: status, label: t(`operator.tracking.${status}`) }))} />
                <TextInput label={t('operator.orders.place')} name="place" maxLength={80} />
              </div>
              <div>
                <Button type="submit" variant="default" loading={busy}>
                  {t('operator.orders.record')}
                </Button>
              </div>
            </Form>
          )}
        </Card>
      </div>
      {order.canEnd && (
        <Card title={t('operator.orders.cancel')} hint={t('operator.orders.cancelHint')}>
          <Form method="post" className={styles.form}>
            <IdempotencyField value={`${key}-cancel`} />
            <input type="hidden" name="intent" value="cancel" />
            <TextInput label={t('operator.orders.cancelReason')} name="reason" required minLength={3} maxLength={300} />
            <div>
              <Button type="submit" color="red" variant="light" loading={busy}>
                {t('operator.orders.cancelNow')}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      <div className={styles.columns}>
        {order.payment.provider === 'test' && DISPUTABLE.has(order.payment.state) && (
          <Card title={t('operator.disputes.simulate')} hint={t('operator.disputes.simulateHint')}>
            <Form method="post" className={styles.form}>
              <input type="hidden" name="intent" value="dispute" />
              <NativeSelect label={t('operator.disputes.reason')} name="reason" data={REASONS.map((reason) => ({ value: reason, label: t(`operator.disputes.reason.${reason}`) }))} />
              <div>
                <Button type="submit" variant="default" loading={busy}>
                  {t('operator.disputes.simulate')}
                </Button>
              </div>
            </Form>
          </Card>
        )}
        <Card title={t('operator.orders.merchantOrders')}>
          <ul className={styles.evidence}>
            {order.merchantOrders.map((one) => (
              <li key={one.id}>
                <span lang="zh-Hans">{one.shopName}</span>: {t(`operator.merchantOrder.${one.state}`)}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('operator.history')}>
          <Timeline events={happenings(order.history)} />
        </Card>
      </div>
    </Stack>
  );
}
