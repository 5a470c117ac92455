import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerClaim, decideClaim, openClaim, overturnClaim } from '#contract/claims.ts';
import { placeOrder } from '#contract/checkout.ts';
import { handOver, packParcel } from '#contract/hub.ts';
import { cancelMyOrder, getMyOrder, shipMerchantOrder } from '#contract/orders.ts';
import { setVariant } from '#contract/products.ts';
import { closeStatements, getLedgerProof } from '#contract/statements.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Actor } from '#server/platform/actor.ts';
import { buy, checkoutOf, deliverOrder, exportOrder, first, HUB, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, orderBody, photoBy, receiveAll, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';

/** Commands that move money, sent twice or against each other in the same moment: one of them happens, the rest are told so, and the books balance. */

let trade: Trade;
let shop: Shop;
let offer: Offer;
let buyer: Actor;
const AT_ONCE = 8;

beforeAll(async () => {
  trade = await openTrade({ poolMax: 16 });
  shop = await openShop(trade, '并发小铺');
  offer = await listPillow(trade, shop, 500);
  buyer = await openBuyer(trade);
}, 60_000);
afterAll(() => trade.close());

const together = <Value>(work: (index: number) => Promise<Value>, times = AT_ONCE) => Promise.all(Array.from({ length: times }, (_, index) => work(index)));
type Asked = Readonly<{ ok: true; value: unknown; replayed: boolean }> | Readonly<{ ok: false; problem: { code: string } }>;
const done = (answers: readonly Asked[]) => answers.filter((answer) => answer.ok && !answer.replayed).length;
const codes = (answers: readonly Asked[]) => [...new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code])))];
const rows = (table: 'ledgerTransaction', orderId: IdOf<'order'>, kind: string) => trade.marketplace.system.db.selectFrom(table).select('id').where('orderId', '=', orderId).where('kind', '=', kind).execute();

async function waitingClaim() {
  const { orderId, order } = await buy(trade, buyer, offer, 3);
  await deliverOrder(trade, orderId);
  const claim = await trade.call(buyer, openClaim, { body: { orderLineId: first(order.lines).id, kind: 'defective', quantity: 3, description: 'All three seams opened.', photos: [await photoBy(trade, buyer)] } });
  await trade.call(shop.actor, answerClaim, { params: { claimId: claim.id }, body: { text: '出厂时完好。' } });
  return { orderId, order, claimId: claim.id };
}

describe('one key', () => {
  test('with one body, sent eight times at once, places one order and answers every time with it', async () => {
    const checkout = await checkoutOf(trade, buyer, offer);
    const key = randomUUID();
    const answers = await together(() => trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() }, { key }));
    expect(done(answers)).toBe(1);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.orderId : null))).size).toBe(1);
  });

  test('with eight bodies at once is used for one of them and refused for the others', async () => {
    const checkout = await checkoutOf(trade, buyer, offer);
    const key = randomUUID();
    const answers = await together((index) => trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody({ email: `racer-${index}@example.com` }) }, { key }));
    expect([done(answers), codes(answers)]).toEqual([1, ['idempotency_key_reused']]);
  });

  test('of a refused command is free again', async () => {
    const checkout = await checkoutOf(trade, buyer, offer);
    const key = randomUUID();
    expect(await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody({ token: 'tok_declined' }) }, { key })).toMatchObject({ ok: false, problem: { code: 'payment_declined' } });
    expect(await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() }, { key })).toMatchObject({ ok: true, replayed: false });
  });

  test('of one caller says nothing to another who happens to use the same', async () => {
    const key = randomUUID();
    const other = await openBuyer(trade);
    const own = await checkoutOf(trade, buyer, offer);
    const theirs = await checkoutOf(trade, other, offer);
    const placed = await trade.call(buyer, placeOrder, { params: { checkoutId: own.id }, body: orderBody() }, { key });
    const answer = await trade.ask(other, placeOrder, { params: { checkoutId: theirs.id }, body: orderBody() }, { key });
    expect(answer).toMatchObject({ ok: true, replayed: false });
    expect(answer.ok && answer.value.orderId).not.toBe(placed.orderId);
  });
});

describe('at the same moment', () => {
  test('a checkout placed under eight keys is one order and one payment', async () => {
    const checkout = await checkoutOf(trade, buyer, offer);
    const answers = await together(() => trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() }));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.orderId : 'refused'))).size).toBe(1);
    const { orderId } = first(answers.flatMap((answer) => (answer.ok ? [answer.value] : [])));
    expect(await trade.marketplace.system.db.selectFrom('payment').select('id').where('orderId', '=', orderId).execute()).toHaveLength(1);
  });

  test('a claim granted and declined by eight operators is decided once and refunded at most once', async () => {
    const { orderId, order, claimId } = await waitingClaim();
    const answers = await together((index) => trade.ask(OPERATOR, decideClaim, { params: { claimId }, body: { grant: index % 2 === 0, fault: 'merchant', reason: `裁定 ${index}` } }));
    expect([done(answers), codes(answers)]).toEqual([1, ['wrong_state']]);
    const granted = answers.some((answer) => answer.ok && answer.value.state === 'refunded');
    expect(await rows('ledgerTransaction', orderId, 'claim_refunded')).toHaveLength(granted ? 1 : 0);
    expect((await trade.call(buyer, getMyOrder, { params: { orderId } })).payment.refunded.minor).toBe(granted ? order.total.minor : '0');
  });

  test('eight claims on one line are one claim, and never refund more than was paid', async () => {
    const { orderId, order } = await buy(trade, buyer, offer);
    await deliverOrder(trade, orderId);
    const photos = [await photoBy(trade, buyer)];
    const answers = await together(() => trade.ask(buyer, openClaim, { body: { orderLineId: first(order.lines).id, kind: 'damaged', quantity: 1, description: 'It came broken.', photos } }));
    expect(done(answers)).toBe(1);
    const { payment } = await trade.call(buyer, getMyOrder, { params: { orderId } });
    expect(BigInt(payment.refunded.minor)).toBeLessThanOrEqual(BigInt(order.total.minor));
    expect((await rows('ledgerTransaction', orderId, 'claim_refunded')).length).toBeLessThanOrEqual(1);
  });

  test('a settled claim decided anew by eight operators is turned round before each, and one decision stands', async () => {
    const { orderId, order, claimId } = await waitingClaim();
    await trade.call(OPERATOR, decideClaim, { params: { claimId }, body: { grant: true, fault: 'merchant', reason: '照片显示缝线开裂。' } });
    const answers = await together((index) => trade.ask(OPERATOR, overturnClaim, { params: { claimId }, body: { grant: true, fault: 'carrier', reason: `改判 ${index}` } }));
    expect(done(answers)).toBeGreaterThan(0);
    const { rows: standing } = await sql<{ id: string }>`select t.id from ledger_transaction t where t.claim_id = ${claimId} and t.kind = 'claim_refunded' and t.reverses_id is null
      and not exists (select 1 from ledger_transaction r where r.reverses_id = t.id)`.execute(trade.marketplace.system.db);
    expect(standing).toHaveLength(1);
    expect((await trade.call(buyer, getMyOrder, { params: { orderId } })).payment.refunded).toEqual(order.total);
  });

  test('eight pay-out runs settle a merchant once', async () => {
    const { orderId } = await buy(trade, buyer, offer);
    await deliverOrder(trade, orderId);
    trade.pass(24);
    const through = trade.now().toISOString().slice(0, 10);
    const answers = await together(() => trade.ask(OPERATOR, closeStatements, { body: { through, merchantId: shop.merchantId } }));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const statements = answers.flatMap((answer) => (answer.ok ? answer.value.items : []));
    expect(new Set(statements.map((one) => one.id)).size).toBe(1);
    expect(statements).toHaveLength(1);
    const paid = await trade.marketplace.system.db.selectFrom('ledgerTransaction').select('id').where('kind', '=', 'payout_paid').where('statementId', '=', first(statements).id).execute();
    expect(paid.length).toBeLessThanOrEqual(1);
  });

  test('a parcel packed and handed over eight times leaves once and is charged once', async () => {
    const { orderId } = await buy(trade, buyer, offer);
    await receiveAll(trade, orderId);
    const packed = await together(() => trade.ask(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420, lengthMm: 310, widthMm: 290, heightMm: 130 } }));
    const parcel = first(packed.flatMap((answer) => (answer.ok ? [answer.value] : [])));
    expect(new Set(packed.flatMap((answer) => (answer.ok ? [answer.value.id] : []))).size).toBe(1);
    const answers = await together(() => trade.ask(HUB, handOver, { params: { exportParcelId: parcel.id } }));
    expect([done(answers), codes(answers)]).toEqual([1, ['wrong_state']]);
    expect(await rows('ledgerTransaction', orderId, 'order_captured')).toHaveLength(1);
  });

  test('a cancellation and a shipment meet: the order is cancelled and let go, or on its way, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { orderId } = await buy(trade, buyer, offer);
      const { id } = await newestMerchantOrder(trade, shop);
      const [cancelled, shipped] = await Promise.all([
        trade.ask(buyer, cancelMyOrder, { params: { orderId }, body: {} }),
        trade.ask(shop.actor, shipMerchantOrder, { params: { merchantOrderId: id }, body: { carrier: '中通', trackingNumber: `7${String(round).padStart(11, '0')}` } }),
      ]);
      const order = await trade.call(buyer, getMyOrder, { params: { orderId } });
      expect([order.state, order.payment.state]).toEqual(cancelled.ok ? ['cancelled', 'voided'] : [order.state, 'authorised']);
      // A shop may have shipped a moment before the buyer thought again; the other way round nothing is shipped.
      expect(cancelled.ok || shipped.ok).toBe(true);
    }
  });

  test('stock set by the merchant and taken by buyers adds up', async () => {
    const other = await listPillow(trade, shop, 50, { sku: 'green', title: '便携U型枕记忆棉护颈枕 绿色' });
    const checkouts = await together(() => checkoutOf(trade, buyer, other), 10);
    const [, ...placed] = await Promise.all([
      trade.ask(shop.actor, setVariant, { params: { variantId: other.variantId }, body: { stock: 100 } }),
      ...checkouts.map((checkout) => trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() })),
    ]);
    expect(placed.every((answer) => answer.ok)).toBe(true);
    const { stock } = await trade.marketplace.system.db.selectFrom('variant').select('stock').where('id', '=', other.variantId).executeTakeFirstOrThrow();
    // Whoever came before the merchant's word is counted in it, whoever came after is taken off.
    expect(stock).toBeGreaterThanOrEqual(90);
    expect(stock).toBeLessThanOrEqual(100);
  });

  test('an order exported while its buyer cancels is not both', async () => {
    const { orderId } = await buy(trade, buyer, offer);
    const [exported, cancelled] = await Promise.all([exportOrder(trade, orderId).then(() => true, () => false), trade.ask(buyer, cancelMyOrder, { params: { orderId }, body: {} })]);
    expect(exported && cancelled.ok).toBe(false);
    const { payment } = await trade.call(buyer, getMyOrder, { params: { orderId } });
    expect(payment.state).toBe(exported ? 'captured' : cancelled.ok ? 'voided' : 'authorised');
  });
});

test('after all of it the ledger balances, and what providers took is what orders were charged', async () => {
  const proof = await trade.call(OPERATOR, getLedgerProof);
  expect(proof.balanced).toBe(true);
  const { db } = trade.marketplace.system;
  const payments = await db.selectFrom('payment').select(['capturedMinor', 'refundedMinor']).execute();
  const taken = payments.reduce((sum, one) => sum + one.capturedMinor - one.refundedMinor, 0n);
  expect(proof.accounts.find((account) => account.account === 'provider:test:receivable:USD')?.derived).toBe(taken.toString());
});
