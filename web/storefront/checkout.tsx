import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Form, Link, redirect, useNavigation, useRevalidator } from 'react-router';
import { completePayment, getCheckout, placeOrder } from '#contract/checkout.ts';
import { call, load } from '../ui/api.ts';
import { Card } from '../ui/card.tsx';
import { newKey, readFields } from '../ui/form.ts';
import { IdempotencyField } from '../ui/idempotency-field.tsx';
import { useInstant } from '../ui/instant.tsx';
import { useMoney } from '../ui/money.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PriceTable } from '../ui/price-waterfall.tsx';
import { Problem } from '../ui/problem.tsx';
import type { Route } from './+types/checkout.ts';
import { AddressFields } from './address-fields.tsx';
import { readAddress } from './address.ts';
import { cameToNothing } from './bank-answer.ts';
import styles from './checkout.module.css';
import { ItemList } from './item-list.tsx';
import { marketOf, marketPath, zoneOf } from './market.ts';
import { PolicyPoints } from './policy-points.tsx';
import { useStorefrontText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const market = marketOf(args.params);
  const checkout = await load(args, getCheckout, { params: { checkoutId: args.params.checkoutId } });
  if (checkout.orderId !== null) throw redirect(marketPath(market, `/orders/${checkout.orderId}`));
  return { market, checkout, key: newKey() };
}

const PROVIDERS = ['test', 'stripe'] as const;

export async function action(args: Route.ActionArgs) {
  const market = marketOf(args.params);
  const fields = await readFields(args.request);
  const address = readAddress(fields);
  const email = fields.text('email');
  const checkoutId = args.params.checkoutId;
  if (fields.text('intent') === 'complete') {
    const completed = await call(args, completePayment, { params: { checkoutId } });
    if (completed.ok) return redirect(marketPath(market, `/orders/${completed.value.orderId}?new=1`), 303);
    return cameToNothing(completed.problem) ? redirect(marketPath(market, `/checkout/${checkoutId}`), 303) : { problem: completed.problem };
  }
  const placed = await call(args, placeOrder, {
    params: { checkoutId: args.params.checkoutId },
    // The policy stands right above the button that sends this form.
    body: { email, address, payment: { provider: fields.oneOf('provider', PROVIDERS), token: fields.text('token') }, policySeen: true },
    idempotencyKey: fields.key,
  });
  const bankPage = placed.ok ? null : placed.problem.facts['url'];
  if (!placed.ok && placed.problem.code === 'payment_challenge' && typeof bankPage === 'string') return redirect(bankPage, 303);
  if (!placed.ok) return { problem: placed.problem, address, email };
  return redirect(marketPath(market, `/orders/${placed.value.orderId}?new=1`), 303);
}

export default function CheckoutPage({ loaderData: { market, checkout, key }, actionData }: Route.ComponentProps) {
  const t = useStorefrontText();
  const price = useMoney();
  const when = useInstant();
  const busy = useNavigation().state !== 'idle';
  const problem = actionData?.problem;
  const filledIn = actionData && 'email' in actionData ? actionData : checkout.failedTry;
  const [first] = checkout.items;
  return (
    <div className={styles.page}>
      <PageHeader title={t('storefront.checkout')} lead={t('storefront.checkout.held', { when: when(checkout.validUntil, 'minute', zoneOf(market)) })} />
      {checkout.state === 'expired' && <FailedTry reason={checkout.failedTry?.reason} />}
      {checkout.state === 'expired' ? (
        <Alert color="amber" title={t('storefront.checkout.expired')}>
          {first && <Link to={marketPath(market, `/listings/${first.listingId}?v=${first.variantId}`)}>{t('storefront.checkout.again')}</Link>}
        </Alert>
      ) : checkout.waiting !== null ? (
        <Waiting market={market} waiting={checkout.waiting} problem={problem?.code === 'payment_challenge' ? undefined : problem} />
      ) : (
        <Form method="post" className={styles.columns}>
          <IdempotencyField value={key} />
          <div className={styles.fields}>
            {problem ? <Problem problem={problem} /> : <FailedTry reason={checkout.failedTry?.reason} />}
            <Card title={t('storefront.checkout.delivery')}>
              <AddressFields market={market} email={filledIn?.email} address={filledIn?.address} problem={problem} />
            </Card>
            <PaymentChoice paidThrough={checkout.paidThrough} />
          </div>
          <aside className={styles.summary}>
            <Card>
              <ItemList items={checkout.items.map((item) => ({ ...item, key: item.variantId }))} />
              <PriceTable caption={t('storefront.checkout.total')} side={{ total: checkout.total, lines: checkout.lines }} bars={false} plain />
              <p className={styles.nothing}>{t('storefront.checkout.nothingMore')}</p>
            </Card>
            <PolicyPoints policy={checkout.claimPolicy} folded />
            <Button type="submit" size="xl" loading={busy} fullWidth>
              {t('storefront.checkout.place', { total: price(checkout.total) })}
            </Button>
            <Text size="sm" c="dimmed">
              {t('storefront.checkout.policySeen')}
            </Text>
          </aside>
        </Form>
      )}
    </div>
  );
}

/** What the bank's page came to, told where the buyer can try again. */
function FailedTry({ reason }: Readonly<{ reason: string | undefined }>) {
  const t = useStorefrontText();
  if (reason === undefined) return null;
  const known = reason === 'approval_refused' || reason === 'no_answer' || reason === 'export_paused';
  return (
    <Alert role="alert" color="red" title={t('storefront.checkout.failedTry')}>
      {known ? t(`storefront.checkout.failedTry.${reason}`) : t('storefront.checkout.failedTry.other', { reason })}
    </Alert>
  );
}

function PaymentChoice({ paidThrough }: Readonly<{ paidThrough: string }>) {
  const t = useStorefrontText();
  const test = paidThrough === 'test';
  const cards = [{ value: 'tok_approved', label: t('storefront.checkout.test.approve') }, { value: 'tok_challenge', label: t('storefront.checkout.test.challenge') }, { value: 'tok_declined', label: t('storefront.checkout.test.decline') }];
  return (
    <Card title={t('storefront.checkout.payment')} hint={t(test ? 'storefront.checkout.test' : 'storefront.checkout.hosted')}>
      <input type="hidden" name="provider" value={paidThrough} />
      {test ? <NativeSelect name="token" aria-label={t('storefront.checkout.payment')} data={cards} /> : <input type="hidden" name="token" value="hosted" />}
    </Card>
  );
}

const LOOK_AGAIN_MS = 4000;

/** The order comes by itself once the bank has heard the buyer: the page looks again, and without script a button does. */
function Waiting({ market, waiting, problem }: Readonly<{ market: ReturnType<typeof marketOf>; waiting: Readonly<{ url: string; until: string }>; problem: Parameters<typeof Problem>[0]['problem'] }>) {
  const t = useStorefrontText();
  const when = useInstant();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <Card title={t('storefront.checkout.waiting')} hint={t('storefront.checkout.waitingText', { when: when(waiting.until, 'minute', zoneOf(market)) })}>
      <Problem problem={problem} />
      <Form method="post">
        <Group>
          <Button component="a" href={waiting.url}>
            {t('storefront.checkout.toBank')}
          </Button>
          <Button type="submit" name="intent" value="complete" variant="default">
            {t('storefront.checkout.confirmed')}
          </Button>
        </Group>
      </Form>
    </Card>
  );
}
