import { sql } from 'kysely';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClaim } from '#contract/claims.ts';
import { completePayment, placeOrder } from '#contract/checkout.ts';
import { cancelMyOrder, getMyOrder } from '#contract/orders.ts';
import { apiAppOf } from '#server/api-app.ts';
import { openPayments } from '#server/providers/payments/open-payments.ts';
import { startStripeServer, type Intent, type StripeServer } from '#server/providers/payments/fixtures/stripe-server.ts';
import { ADDRESS, checkoutOf, deliverOrder, first, listPillow, openBuyer, openShop, openTrade, photoBy, type Offer, type Trade } from '#test/trade/fixture.ts';
import { paymentOn } from './webhook.ts';

/** Pilotage with Stripe's own library against a local server that speaks Stripe's protocol. */

const KEY = 'sk_test_local';
const SECRET = 'whsec_local';
let stripe: StripeServer;
let trade: Trade;
let offer: Offer;
beforeAll(async () => {
  stripe = await startStripeServer(KEY);
  trade = await openTrade({ payments: openPayments({ STRIPE_SECRET_KEY: KEY, STRIPE_WEBHOOK_SECRET: SECRET, STRIPE_API_BASE: stripe.url }) });
  offer = await listPillow(trade, await openShop(trade, '条纹小铺'), 20);
});
afterAll(async () => {
  await trade.close();
  await stripe.close();
});

const body = (token: string) => ({ email: 'dana@example.com', address: ADDRESS, payment: { provider: 'stripe' as const, token }, policySeen: true as const });

async function pay(token: string) {
  const buyer = await openBuyer(trade);
  const checkout = await checkoutOf(trade, buyer, offer);
  return { buyer, checkoutId: checkout.id, total: checkout.total, placed: await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: body(token) }) };
}

/** An order that Stripe authorised at once. */
async function bought() {
  const { buyer, placed } = await pay('pm_card_visa');
  if (!placed.ok) throw new Error(placed.problem.code);
  return { buyer, orderId: placed.value.orderId };
}

let serial = 0;
async function webhook(type: string, object: unknown, secret = SECRET) {
  serial += 1;
  const seconds = Math.floor(trade.now().getTime() / 1000);
  const payload = JSON.stringify({ id: `evt_${serial}`, object: 'event', type, created: seconds, data: { object } });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: seconds });
  const answer = await apiAppOf(trade.marketplace).request('/webhooks/payments/stripe', { method: 'POST', headers: { 'stripe-signature': signature }, body: payload });
  return { status: answer.status, said: await answer.json() as { outcome?: string } };
}

function intentOf(reference: string): Intent {
  const intent = stripe.intents.get(reference);
  if (intent === undefined) throw new Error(`no ${reference}`);
  return intent;
}

test('authorised at checkout, captured at hand-over, refunded by a claim', async () => {
  const { buyer, orderId } = await bought();
  const row = await paymentOn(trade, orderId);
  expect(intentOf(row.reference)).toMatchObject({ status: 'requires_capture', amount: Number(row.authorisedMinor), currency: 'usd' });
  await deliverOrder(trade, orderId);
  expect(intentOf(row.reference)).toMatchObject({ status: 'succeeded', amount_received: Number(row.authorisedMinor) });
  const order = await trade.call(buyer, getMyOrder, { params: { orderId } });
  const claim = await trade.call(buyer, openClaim, { body: { orderLineId: first(order.lines).id, kind: 'not_as_described', quantity: 1, description: 'Another colour.', photos: [await photoBy(trade, buyer)] } });
  expect(claim.state).toBe('refunded');
  expect(stripe.refunds.filter((one) => one.payment_intent === row.reference)).toMatchObject([{ amount: Number(row.authorisedMinor) }]);
});

test('a refund whose command was lost after Stripe had answered is not made twice when it is sent again', async () => {
  const { buyer, orderId } = await bought();
  await deliverOrder(trade, orderId);
  const { reference } = await paymentOn(trade, orderId);
  const order = await trade.call(buyer, getMyOrder, { params: { orderId } });
  const photos = [await photoBy(trade, buyer)];
  const claim = () => trade.ask(buyer, openClaim, { body: { orderLineId: first(order.lines).id, kind: 'not_as_described', quantity: 1, description: 'Another colour.', photos } }, { key: 'lost-once' });
  // The database loses what the provider has already done, as when a process dies before its commit.
  const { db } = trade.marketplace.system;
  await sql`create function lose_it() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$; create trigger lose_it before update on payment for each row execute function lose_it()`.execute(db);
  await expect(claim()).rejects.toThrow('lost');
  await sql`drop trigger lose_it on payment; drop function lose_it`.execute(db);
  expect(stripe.refunds.filter((one) => one.payment_intent === reference)).toHaveLength(1);
  expect(await claim()).toMatchObject({ ok: true, value: { state: 'refunded' } });
  expect(stripe.refunds.filter((one) => one.payment_intent === reference)).toHaveLength(1);
});

test('a cancelled order cancels the authorisation', async () => {
  const { buyer, orderId } = await bought();
  await trade.call(buyer, cancelMyOrder, { params: { orderId }, body: {} });
  expect(intentOf((await paymentOn(trade, orderId)).reference).status).toBe('canceled');
});

test('a declined card is refused in the bank’s words and leaves no order', async () => {
  const { placed } = await pay('pm_card_declined');
  expect(placed).toMatchObject({ ok: false, problem: { code: 'payment_declined', facts: { reason: 'Your card was declined.' } } });
});

test('a card that must be confirmed waits; the webhook places the order once, however often it comes', async () => {
  const { checkoutId, placed, buyer } = await pay('pm_card_challenge');
  expect(placed).toMatchObject({ ok: false, problem: { code: 'payment_challenge', facts: { url: expect.stringContaining('https://hooks.stripe.test/3ds/') } } });
  const intent = [...stripe.intents.values()].find((one) => one.metadata['checkout_id'] === checkoutId);
  if (intent === undefined) throw new Error('no intent');
  Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount });
  expect((await webhook('payment_intent.amount_capturable_updated', intent)).said.outcome).toBe('ordered');
  expect((await webhook('payment_intent.amount_capturable_updated', intent)).said.outcome).toBe('known');
  const found = await trade.call(buyer, completePayment, { params: { checkoutId } });
  expect((await paymentOn(trade, found.orderId)).reference).toBe(intent.id);
});

test('without a payment method the buyer pays on Stripe’s page, and coming back places the order', async () => {
  const { checkoutId, placed, buyer, total } = await pay('hosted');
  expect(placed).toMatchObject({ ok: false, problem: { code: 'payment_challenge', facts: { url: expect.stringContaining('https://checkout.stripe.test/') } } });
  expect(await trade.ask(buyer, completePayment, { params: { checkoutId } })).toMatchObject({ ok: false, problem: { code: 'payment_challenge' } });
  const session = [...stripe.sessions.values()].find((one) => one.metadata['checkout_id'] === checkoutId);
  const intent = stripe.pay(session?.id ?? '');
  const found = await trade.call(buyer, completePayment, { params: { checkoutId } });
  expect(await paymentOn(trade, found.orderId)).toMatchObject({ reference: intent.id, authorisedMinor: BigInt(total.minor) });
});

describe('webhooks', () => {
  test('with another secret are refused and change nothing', async () => {
    const { orderId } = await bought();
    const { reference } = await paymentOn(trade, orderId);
    expect((await webhook('payment_intent.canceled', intentOf(reference), 'whsec_other')).status).toBe(401);
    expect((await paymentOn(trade, orderId)).state).toBe('authorised');
  });

  test('a dispute is opened and won, told in either order', async () => {
    const disputed = async () => {
      const { orderId } = await bought();
      await deliverOrder(trade, orderId);
      const { reference, capturedMinor } = await paymentOn(trade, orderId);
      return { orderId, object: (status: string) => ({ id: `dp_${reference}`, object: 'dispute', payment_intent: reference, amount: Number(capturedMinor), currency: 'usd', reason: 'fraudulent', status, evidence_details: { due_by: null } }) };
    };
    const usual = await disputed();
    expect((await webhook('charge.dispute.created', usual.object('needs_response'))).said.outcome).toBe('opened');
    expect((await paymentOn(trade, usual.orderId)).state).toBe('disputed');
    expect((await webhook('charge.dispute.closed', usual.object('won'))).said.outcome).toBe('won');
    expect((await paymentOn(trade, usual.orderId)).state).toBe('captured');
    const reversed = await disputed();
    expect((await webhook('charge.dispute.closed', reversed.object('won'))).said.outcome).toBe('won');
    expect((await webhook('charge.dispute.created', reversed.object('needs_response'))).said.outcome).toBe('known');
    expect((await paymentOn(trade, reversed.orderId)).state).toBe('captured');
  });
});
