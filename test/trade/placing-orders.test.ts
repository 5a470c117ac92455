import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCheckout, placeOrder, startCheckout } from '#contract/checkout.ts';
import { cancelMyOrder, getMerchantOrder, getMyOrder, listMerchantOrders, shipMerchantOrder } from '#contract/orders.ts';
import { getProduct, setVariant } from '#contract/products.ts';
import { setSwitch } from '#contract/switches.ts';
import { transact } from '#server/platform/database/transact.ts';
import { buy, checkoutOf, exportOrder, first, HK_ADDRESS, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, orderBody, receiveAll, type Offer, type Shop, type Trade } from './fixture.ts';

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await openTrade();
  shop = await openShop(trade, '云朵小作');
  offer = await listPillow(trade, shop, 1_000);
});
afterAll(() => trade.close());

const stockOf = async (one: Offer) => first((await trade.call(shop.actor, getProduct, { params: { productId: one.productId } })).variants).stock;
const counted = async (table: 'order' | 'payment' | 'merchantOrder' | 'inboundParcel') =>
  Number((await trade.marketplace.system.db.selectFrom(table).select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow()).n);

describe('the same command again', () => {
  test('answers with the same order, takes stock once, and with another body is refused', async () => {
    const buyer = await openBuyer(trade);
    const checkout = await checkoutOf(trade, buyer, offer);
    const before = await stockOf(offer);
    const input = { params: { checkoutId: checkout.id }, body: orderBody() };
    const [one, two] = await Promise.all([trade.ask(buyer, placeOrder, input, { key: 'same-key' }), trade.ask(buyer, placeOrder, input, { key: 'same-key' })]);
    expect(one.ok && two.ok && one.value.orderId === two.value.orderId).toBe(true);
    expect([one, two].filter((answer) => answer.ok && answer.replayed)).toHaveLength(1);
    const other = await trade.ask(buyer, placeOrder, { ...input, body: orderBody({ email: 'other@example.com' }) }, { key: 'same-key' });
    expect(other).toMatchObject({ ok: false, problem: { code: 'idempotency_key_reused' } });
    const newKey = await trade.call(buyer, placeOrder, input);
    expect(one.ok && newKey.orderId === one.value.orderId).toBe(true);
    expect(await stockOf(offer)).toBe(before - 1);
    expect((await trade.call(buyer, getCheckout, { params: { checkoutId: checkout.id } })).state).toBe('ordered');
  });
});

describe('all or nothing', () => {
  test('a declined card leaves no order, no parcel and no missing piece, and the checkout can be paid again', async () => {
    const buyer = await openBuyer(trade);
    const checkout = await checkoutOf(trade, buyer, offer);
    const before = [await stockOf(offer), await counted('order'), await counted('payment'), await counted('merchantOrder'), await counted('inboundParcel')];
    const declined = await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody({ token: 'tok_insufficient' }) }, { key: 'retry-me' });
    expect(declined).toMatchObject({ ok: false, problem: { code: 'payment_declined', facts: { reason: 'insufficient funds' } } });
    expect([await stockOf(offer), await counted('order'), await counted('payment'), await counted('merchantOrder'), await counted('inboundParcel')]).toEqual(before);
    expect((await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() }, { key: 'retry-me' })).ok).toBe(true);
  });

  test('prices hold until the stated time and not a moment longer', async () => {
    const buyer = await openBuyer(trade);
    const checkout = await checkoutOf(trade, buyer, offer);
    trade.pass((Date.parse(checkout.validUntil) - trade.now().getTime()) / 3_600_000 + 0.001);
    expect((await trade.call(buyer, getCheckout, { params: { checkoutId: checkout.id } })).state).toBe('expired');
    expect(await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() })).toMatchObject({ ok: false, problem: { code: 'checkout_expired', facts: { validUntil: checkout.validUntil } } });
  });

  test('a price the merchant changed meanwhile is shown before and after, and the next checkout has it', async () => {
    const dearer = await listPillow(trade, shop, 10, { sku: 'dearer' });
    const buyer = await openBuyer(trade);
    const checkout = await checkoutOf(trade, buyer, dearer);
    await trade.call(shop.actor, setVariant, { params: { variantId: dearer.variantId }, body: { priceMinor: '12900' } });
    const refused = await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'price_changed', facts: { before: `USD ${(Number(checkout.total.minor) / 100).toFixed(2)}` } } });
    expect(BigInt((await checkoutOf(trade, buyer, dearer)).total.minor)).toBeGreaterThan(BigInt(checkout.total.minor));
  });

  test('an address is checked for its market: a state and a ZIP there, no postal code here', async () => {
    const buyer = await openBuyer(trade);
    const checkout = await checkoutOf(trade, buyer, offer);
    const at = async (region: string, postalCode: string) => trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody({ address: { ...orderBody().address, region, postalCode } }) });
    expect(await at('Atlantis', '97205')).toMatchObject({ ok: false, problem: { code: 'invalid_address', field: 'address.region' } });
    expect(await at('OR', '9720')).toMatchObject({ ok: false, problem: { code: 'invalid_address', field: 'address.postalCode' } });
    const inHongKong = await listPillow(trade, shop, 3, { market: 'HK', sku: 'hk' });
    const local = await trade.call(buyer, startCheckout, { body: { market: 'HK', items: [{ listingId: inHongKong.listingId, variantId: inHongKong.variantId, quantity: 1 }] } });
    const body = { ...orderBody(), address: { ...HK_ADDRESS, postalCode: '999077' } };
    expect(await trade.ask(buyer, placeOrder, { params: { checkoutId: local.id }, body })).toMatchObject({ ok: false, problem: { code: 'invalid_address', field: 'address.postalCode' } });
    expect((await trade.ask(buyer, placeOrder, { params: { checkoutId: local.id }, body: { ...body, address: HK_ADDRESS } })).ok).toBe(true);
  });
});

describe('many at once', () => {
  test('60 buyers for 10 pieces: 10 orders, 50 polite refusals, no piece sold twice, and the listing goes off with its cause', async () => {
    const scarce = await listPillow(trade, shop, 10, { sku: 'scarce' });
    const ready = [];
    for (let index = 0; index < 60; index += 1) {
      const buyer = await openBuyer(trade);
      ready.push({ buyer, checkout: await checkoutOf(trade, buyer, scarce) });
    }
    const answers = await Promise.all(ready.map(({ buyer, checkout }) => trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
    expect(codes).toEqual(codes.map(() => 'out_of_stock'));
    expect(answers.every((answer) => answer.ok || answer.problem.facts?.['title'] === 'Portable Memory Foam Neck Pillow')).toBe(true);
    expect(await stockOf(scarce)).toBe(0);
    const listing = await trade.marketplace.system.db.selectFrom('listing').select('state').where('id', '=', scarce.listingId).executeTakeFirstOrThrow();
    expect(listing.state).toBe('off');
    const late = await trade.ask(await openBuyer(trade), startCheckout, { body: { market: 'US', items: [{ listingId: scarce.listingId, variantId: scarce.variantId, quantity: 1 }] } });
    expect(late).toMatchObject({ ok: false, problem: { code: 'out_of_stock' } });
  }, 60_000);

  test('orders of several markets and several shops at once never block each other for good', async () => {
    const second = await openShop(trade, '第二家店');
    const theirs = await listPillow(trade, second, 200, { sku: 'two' });
    const buyers = await Promise.all(Array.from({ length: 12 }, () => openBuyer(trade)));
    const answers = await Promise.all(buyers.map(async (buyer, index) => {
      const items = [offer, theirs].map(({ listingId, variantId }) => ({ listingId, variantId, quantity: 1 }));
      const checkout = await trade.call(buyer, startCheckout, { body: { market: 'US', items: index % 2 === 0 ? items : items.reverse() } });
      return trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
    }));
    expect(answers.every((answer) => answer.ok)).toBe(true);
  });

  test('no order is accepted after a pause was acknowledged', async () => {
    const racing = await openShop(trade, '赛跑的店');
    for (let round = 0; round < 6; round += 1) {
      const raced = await listPillow(trade, racing, 50, { sku: `race-${round}` });
      const ready = [];
      for (let index = 0; index < 8; index += 1) {
        const buyer = await openBuyer(trade);
        ready.push({ buyer, checkout: await checkoutOf(trade, buyer, raced) });
      }
      const log: string[] = [];
      const placing = ready.map(async ({ buyer, checkout }, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 12));
        const sentAfterPause = log.includes('paused');
        const answer = await trade.ask(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
        return { sentAfterPause, ok: answer.ok, code: answer.ok ? null : answer.problem.code };
      });
      const pausing = trade.call(racing.actor, setSwitch, { body: { state: 'paused' } }).then(async () => {
        log.push('paused');
        return trade.marketplace.system.db.selectFrom('order').select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow();
      });
      const [acknowledged, answers] = [await pausing, await Promise.all(placing)];
      const after = await trade.marketplace.system.db.selectFrom('order').select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow();
      expect(after.n).toBe(acknowledged.n);
      expect(answers.filter((answer) => answer.sentAfterPause && answer.ok)).toEqual([]);
      expect(answers.every((answer) => answer.ok || answer.code === 'export_paused')).toBe(true);
      await trade.call(racing.actor, setSwitch, { body: { state: 'open' } });
    }
  }, 60_000);
});

describe('cancelling', () => {
  test('before the hub has anything: the payment is let go, the pieces are back, and the merchant need not ship', async () => {
    const last = await listPillow(trade, shop, 1, { sku: 'last' });
    const buyer = await openBuyer(trade);
    const { orderId } = await buy(trade, buyer, last);
    expect(await stockOf(last)).toBe(0);
    const cancelled = await trade.call(buyer, cancelMyOrder, { params: { orderId }, body: { reason: 'Found another.' } });
    expect(cancelled).toMatchObject({ state: 'cancelled', canCancel: false, payment: { state: 'voided' } });
    expect(await stockOf(last)).toBe(1);
    expect((await newestMerchantOrder(trade, shop)).state).toBe('cancelled');
    expect((await checkoutOf(trade, buyer, last)).state).toBe('open');
    expect(await trade.ask(buyer, cancelMyOrder, { params: { orderId } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    const merchantOrder = await newestMerchantOrder(trade, shop);
    expect(await trade.ask(shop.actor, shipMerchantOrder, { params: { merchantOrderId: merchantOrder.id }, body: { carrier: '中通', trackingNumber: 'ZTO1234567' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });

  test('not once a parcel of it lies in the hub', async () => {
    const buyer = await openBuyer(trade);
    const { orderId } = await buy(trade, buyer, offer);
    await receiveAll(trade, orderId);
    expect(await trade.ask(buyer, cancelMyOrder, { params: { orderId } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });
});

describe('whose order it is', () => {
  test('another buyer finds neither checkout nor order, and can neither place nor cancel it', async () => {
    const buyer = await openBuyer(trade);
    const stranger = await openBuyer(trade);
    const open = await checkoutOf(trade, buyer, offer);
    const { orderId } = await buy(trade, buyer, offer);
    const answers = [
      await trade.ask(stranger, getCheckout, { params: { checkoutId: open.id } }), await trade.ask(stranger, placeOrder, { params: { checkoutId: open.id }, body: orderBody() }),
      await trade.ask(stranger, getMyOrder, { params: { orderId } }), await trade.ask(stranger, cancelMyOrder, { params: { orderId } }),
    ];
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code))).toEqual(['not_found', 'not_found', 'not_found', 'not_found']);
  });

  test('a merchant sees nothing of another’s part of the same order, not even straight in SQL under its role', async () => {
    const other = await openShop(trade, '隔壁店');
    const theirs = await listPillow(trade, other, 5, { sku: 'next-door' });
    const buyer = await openBuyer(trade);
    const checkout = await trade.call(buyer, startCheckout, { body: { market: 'US', items: [offer, theirs].map(({ listingId, variantId }) => ({ listingId, variantId, quantity: 1 })) } });
    const { orderId } = await trade.call(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
    await exportOrder(trade, orderId);
    const mine = await newestMerchantOrder(trade, shop);
    const { items } = await trade.call(other.actor, listMerchantOrders);
    expect(items).toHaveLength(1);
    expect(await trade.ask(other.actor, getMerchantOrder, { params: { merchantOrderId: mine.id } })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    expect(await trade.ask(other.actor, shipMerchantOrder, { params: { merchantOrderId: mine.id }, body: { carrier: '中通', trackingNumber: 'ZTO1234567' } })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    const { db } = trade.marketplace.system;
    for (const table of ['merchantOrder', 'orderLine', 'inboundParcel', 'evidence', 'posting', 'event'] as const) {
      const rows = await transact(db, 'merchant', other.actor, (tx) => tx.selectFrom(table).select('merchantId').execute());
      expect(rows.every((row) => row.merchantId === other.merchantId)).toBe(true);
      expect(rows.length).toBeGreaterThan(0);
    }
    for (const table of ['order', 'payment', 'exportParcel', 'checkout', 'balance'] as const) {
      await expect(transact(db, 'merchant', other.actor, (tx) => tx.selectFrom(table).selectAll().execute())).rejects.toThrow('permission denied');
    }
  });
});
