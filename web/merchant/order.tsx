import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Form, useNavigation } from 'react-router';
import { declineMerchantOrder, getMerchantOrder, shipMerchantOrder } from '#contract/orders.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useInstant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PriceTable } from '../ui/price-waterfall.tsx';
import { Problem, problemAt } from '../ui/problem.tsx';
import { useLocalText } from '../ui/text.tsx';
import { Timeline, useHappenings } from '../ui/timeline.tsx';
import { WhyDrawer } from '../ui/why-drawer.tsx';
import type { Route } from './+types/order.ts';
import { HubAddress } from './hub-address.tsx';
import { OrderStateBadge } from './order-state.tsx';
import styles from './order.module.css';
import { useMerchantText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  return { order: await load(args, getMerchantOrder, { params: { merchantOrderId: args.params.merchantOrderId } }), key: newKey() };
}

export async function action(args: Route.ActionArgs) {
  const fields = await readFields(args.request);
  const params = { merchantOrderId: args.params.merchantOrderId };
  const body = { carrier: fields.text('carrier'), trackingNumber: fields.text('trackingNumber') };
  if (fields.text('intent') === 'decline') {
    const declined = await call(args, declineMerchantOrder, { params, body: { reason: fields.text('reason') }, idempotencyKey: fields.key });
    return declined.ok ? null : { problem: declined.problem, body };
  }
  const done = await call(args, shipMerchantOrder, { params, body, idempotencyKey: fields.key });
  return done.ok ? null : { problem: done.problem, body };
}

export default function Order({ loaderData: { order, key }, actionData }: Route.ComponentProps) {
  const t = useMerchantText();
  const say = useLocalText();
  const when = useInstant();
  const happenings = useHappenings();
  const busy = useNavigation().state !== 'idle';
  const toShip = order.state === 'awaiting_shipment';
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('merchant.orders.order', { code: order.parcelCode })}
        back={{ to: '/merchant/orders', label: t('merchant.orders') }}
        lead={toShip ? t('merchant.orders.shipBy', { when: when(order.shipBy) }) : undefined}
        actions={<OrderStateBadge state={order.state} size="l" />}
      />
      <Problem problem={actionData?.problem} />
      {order.hubNote && <Alert color="amber">{say(order.hubNote)}</Alert>}
      <div className={styles.columns}>
        <Card title={t('merchant.orders.items')}>
          <ul className={styles.lines} lang="zh-Hans">
            {order.lines.map((line) => (
              <li key={`${line.productId} ${line.sku}`}>
                {line.image === null ? <i /> : <img src={line.image} alt="" />}
                <div>
                  <b>{line.title}</b>
                  <small>
                    {Object.values(line.options).join(' · ')} {line.sku}
                  </small>
                </div>
                <strong lang={undefined}>{t('merchant.orders.quantity', { count: line.quantity })}{line.ordered > line.quantity && ` · ${t('merchant.orders.short', { missing: line.ordered - line.quantity })}`}</strong>
              </li>
            ))}
          </ul>
        </Card>
        <HubAddress hub={order.hub} code={order.parcelCode} />
      </div>
      <Card tone={toShip ? 'accent' : 'plain'} title={t('merchant.orders.send')} hint={t('merchant.orders.labelHint')} aside={<Button component="a" href={`/api/v1/merchant/merchant-orders/${order.id}/label`} target="_blank" leftSection={<IconPrinter size={18} aria-hidden />} variant={toShip ? 'filled' : 'default'}>{t('merchant.orders.label')}</Button>}>
        {order.shipped ? (
          <p className={styles.shipped}>{t('merchant.orders.shippedBy', { carrier: order.shipped.carrier, number: order.shipped.trackingNumber })}</p>
        ) : (
          toShip && (
            <Form method="post" className={styles.ship} preventScrollReset>
              <IdempotencyField value={key} />
              <TextInput label={t('merchant.orders.carrier')} name="carrier" required maxLength={40} defaultValue={actionData?.body.carrier ?? ''} error={problemAt(actionData?.problem, 'carrier')} list="carriers" />
              <datalist id="carriers">
                {CARRIERS.map((carrier) => (
                  <option key={carrier} value={carrier} />
                ))}
              </datalist>
              <TextInput label={t('merchant.orders.tracking')} name="trackingNumber" required minLength={4} maxLength={40} defaultValue={actionData?.body.trackingNumber ?? ''} error={problemAt(actionData?.problem, 'trackingNumber')} />
              <Button type="submit" loading={busy}>
                {t('merchant.orders.shipped')}
              </Button>
            </Form>
          )
        )}
        {toShip && (
          <details className={styles.decline}>
            <summary>{t('merchant.orders.decline')}</summary>
            <Form method="post" className={styles.ship} preventScrollReset>
              <IdempotencyField value={`${key}-decline`} />
              <input type="hidden" name="intent" value="decline" />
              <p>{t('merchant.orders.declineText')}</p>
              <TextInput label={t('merchant.orders.declineReason')} name="reason" required minLength={3} maxLength={300} error={problemAt(actionData?.problem, 'reason')} />
              <Button type="submit" variant="light" color="red" loading={busy}>
                {t('merchant.orders.declineNow')}
              </Button>
            </Form>
          </details>
        )}
      </Card>
      <div className={styles.columns}>
        <Card aside={<WhyDrawer id={order.id} base="/merchant/why" />}>
          <PriceTable caption={t('merchant.orders.payout')} side={{ total: order.expectedPayout, lines: order.payoutLines }} emphasis />
          {order.payoutOn !== null && <p className={styles.payoutOn}>{t('merchant.orders.payoutOn', { day: when(order.payoutOn, 'day') })}</p>}
        </Card>
        <Card title={t('merchant.product.history')} aside={<Group><WhyDrawer id={order.id} base="/merchant/why" /></Group>}>
          <Timeline events={happenings(order.history)} />
        </Card>
      </div>
    </Stack>
  );
}

/** Domestic carriers offered while typing; any other name may be typed. */
const CARRIERS = ['顺丰', '中通', '圆通', '韵达', '申通', '极兔', '京东', 'EMS'];
