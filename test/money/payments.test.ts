import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTestChallenge, completePayment, getCheckout, placeOrder } from '#contract/checkout.ts';
import { cancelMyOrder, getMyOrder } from '#contract/orders.ts';
import { getProduct } from '#contract/products.ts';
import { setSwitch } from '#contract/switches.ts';
import { handOver, packParcel } from '#contract/hub.ts';
import type { Actor } from '#server/platform/actor.ts';
import { buy, checkoutOf, first, HUB, listPillow, openBuyer, openShop, openTrade, orderBody, receiveAll, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';
import { doDueWork } from './due-work.ts';
import { overHttp } from './over-http.ts';
import { eventOf, paymentOn, send } from './webhook.ts';

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await overHttp(await openTrade({ poolMax: 20 }));
  shop = await openShop(trade, '收款小铺');
  offer = await listPillow(trade, shop, 40);
});
afterAll(() => trade.close());

async function stock(): Promise<number> {
  return first((await trade.call(shop.actor, getProduct, { params: { productId: offer.productId } })).variants).stock;
}

/** A checkout whose bank asks its buyer. */
async function challenged() {
  const buyer = await openBuyer(trade);
  const checkout = await checkoutOf(trade, buyer, offer);
  const asked = await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody({ token: 'tok_challenge' }) });
  const { reference } = await trade.marketplace.system.db.selectFrom('paymentAttempt').select('reference').where('checkoutId', '=', checkout.id).executeTakeFirstOrThrow();
  return { buyer, checkoutId: checkout.id, asked, reference };
}

function ordersOf(checkoutId: string) {
  return trade.marketplace.system.db.selectFrom('order').select('id').where('checkoutId', '=', checkoutId as never).execute();
}

const again = (buyer: Actor, checkoutId: Awaited<ReturnType<typeof challenged>>['checkoutId']) => trade.ask(buyer, placeOrder, { params: { checkoutId }, body: orderBody({ token: 'tok_challenge' }) });

describe('a bank that asks its card holder first', () => {
  test('the goods are held, the page to go to is told, and the approval makes the order', async () => {
    const before = await stock();
    const { buyer, checkoutId, asked } = await challenged();
    expect(asked).toMatchObject({ ok: false, problem: { code: 'payment_challenge', facts: { url: expect.stringContaining(`/us/checkout/${checkoutId}/challenge`) } } });
    expect(await stock()).toBe(before - 1);
    expect((await trade.call(buyer, getCheckout, { params: { checkoutId } })).waiting).not.toBeNull();
    expect(await again(buyer, checkoutId)).toMatchObject({ ok: false, problem: { code: 'payment_challenge' } });
    expect(await trade.ask(buyer, completePayment, { params: { checkoutId } })).toMatchObject({ ok: false, problem: { code: 'payment_challenge' } });
    expect(await stock()).toBe(before - 1);
    const placed = await trade.call(buyer, answerTestChallenge, { params: { checkoutId }, body: { approve: true } });
    expect(await trade.call(buyer, getMyOrder, { params: { orderId: placed.orderId } })).toMatchObject({ state: 'with_merchant', payment: { state: 'authorised' } });
    expect(await stock()).toBe(before - 1);
  });

  test('a refusal puts the goods back, and another card may be tried', async () => {
    const before = await stock();
    const { buyer, checkoutId } = await challenged();
    expect(await trade.ask(buyer, answerTestChallenge, { params: { checkoutId }, body: { approve: false } })).toMatchObject({ ok: false, problem: { code: 'payment_declined' } });
    expect(await stock()).toBe(before);
    // Whoever comes back is told why nothing was ordered, and need not type the address again.
    const { email, address } = orderBody();
    expect(await trade.call(buyer, getCheckout, { params: { checkoutId } })).toMatchObject({ waiting: null, failedTry: { reason: 'approval_refused', email, address } });
    const placed = await trade.call(buyer, placeOrder, { params: { checkoutId }, body: orderBody() });
    expect(placed.state).toBe('with_merchant');
    expect(await stock()).toBe(before - 1);
  });

  test('no answer in time puts the goods back, and an approval after that is let go', async () => {
    const before = await stock();
    const { checkoutId, reference } = await challenged();
    trade.pass(1);
    await doDueWork(trade);
    expect(await stock()).toBe(before);
    expect(await send(trade, eventOf(trade, { kind: 'authorised', reference, checkoutId }))).toEqual({ status: 200, outcome: 'released' });
    expect(await ordersOf(checkoutId)).toEqual([]);
  });

  test('a shop that paused while the buyer was at the bank sells nothing', async () => {
    const { checkoutId, reference } = await challenged();
    await trade.call(shop.actor, setSwitch, { body: { state: 'paused' } });
    expect(await send(trade, eventOf(trade, { kind: 'authorised', reference, checkoutId }))).toEqual({ status: 200, outcome: 'export_paused' });
    await trade.call(shop.actor, setSwitch, { body: { state: 'open' } });
    expect(await ordersOf(checkoutId)).toEqual([]);
  });
});

describe('webhooks', () => {
  test('a late one finds the order that the buyer’s page placed', async () => {
    const { buyer, checkoutId, reference } = await challenged();
    await trade.call(buyer, answerTestChallenge, { params: { checkoutId }, body: { approve: true } });
    trade.pass(30);
    expect(await send(trade, eventOf(trade, { kind: 'authorised', reference, checkoutId }))).toEqual({ status: 200, outcome: 'known' });
    expect(await ordersOf(checkoutId)).toHaveLength(1);
  });

  test('an early one places the order, and the buyer’s page finds it', async () => {
    const { buyer, checkoutId, reference } = await challenged();
    expect(await send(trade, eventOf(trade, { kind: 'authorised', reference, checkoutId }))).toEqual({ status: 200, outcome: 'ordered' });
    const found = await trade.call(buyer, completePayment, { params: { checkoutId } });
    expect(await ordersOf(checkoutId)).toEqual([{ id: found.orderId }]);
  });

  test('the same one twice is acted on once', async () => {
    const { checkoutId, reference } = await challenged();
    const event = eventOf(trade, { kind: 'authorised', reference, checkoutId });
    expect((await send(trade, event)).outcome).toBe('ordered');
    expect((await send(trade, event)).outcome).toBe('duplicate');
    expect(await ordersOf(checkoutId)).toHaveLength(1);
  });

  test('page, retries and webhooks all at once end in one order with one payment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = await stock();
      const { buyer, checkoutId, reference } = await challenged();
      const event = eventOf(trade, { kind: 'authorised', reference, checkoutId });
      await Promise.all([
        send(trade, event), send(trade, event), send(trade, eventOf(trade, { kind: 'authorised', reference, checkoutId })),
        again(buyer, checkoutId), again(buyer, checkoutId), trade.ask(buyer, answerTestChallenge, { params: { checkoutId }, body: { approve: true } }), trade.ask(buyer, completePayment, { params: { checkoutId } }),
      ]);
      const orders = await ordersOf(checkoutId);
      expect(orders).toHaveLength(1);
      expect(await paymentOn(trade, first(orders).id)).toMatchObject({ state: 'authorised', reference });
      expect(await stock()).toBe(before - 1);
    }
  });

  test('one that is not signed with the shared secret, or too old, changes nothing', async () => {
    const { checkoutId, reference } = await challenged();
    const event = eventOf(trade, { kind: 'authorised', reference, checkoutId });
    expect((await send(trade, event, true)).status).toBe(401);
    const { app, signed } = { app: (await import('#server/api-app.ts')).apiAppOf(trade.marketplace), signed: (await import('#server/providers/payments/test-provider.ts')).signTestEvent(event, trade.now()) };
    trade.pass(1);
    expect((await app.request('/webhooks/payments/test', { method: 'POST', headers: signed.headers, body: signed.body })).status).toBe(401);
    expect(await ordersOf(checkoutId)).toEqual([]);
    expect((await app.request('/webhooks/payments/nobody', { method: 'POST', body: '{}' })).status).toBe(404);
  });

  test('an authorisation that ran out at the bank stops the parcel from leaving unpaid', async () => {
    const buyer = await openBuyer(trade);
    const { orderId } = await buy(trade, buyer, offer);
    expect((await send(trade, eventOf(trade, { kind: 'voided', reference: (await paymentOn(trade, orderId)).reference }))).outcome).toBe('lost');
    await receiveAll(trade, orderId);
    const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420, lengthMm: 310, widthMm: 290, heightMm: 130 } });
    expect(await trade.ask(HUB, handOver, { params: { exportParcelId: packed.id } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });
});

test('a cancelled order lets its authorisation go, and a repeated cancellation changes nothing', async () => {
  const buyer = await openBuyer(trade);
  const before = await stock();
  const { orderId } = await buy(trade, buyer, offer);
  await trade.call(buyer, cancelMyOrder, { params: { orderId }, body: {} }, { key: 'cancel-once' });
  await trade.call(buyer, cancelMyOrder, { params: { orderId }, body: {} }, { key: 'cancel-once' });
  expect(await paymentOn(trade, orderId)).toMatchObject({ state: 'voided', capturedMinor: 0n });
  expect(await stock()).toBe(before);
});
