import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { runDueWork } from '#contract/due-work.ts';
import { cancelOrder, declineMerchantOrder, getMerchantLabels, getMyOrder, listMerchantOrders, shipMerchantOrder } from '#contract/orders.ts';
import { getProduct } from '#contract/products.ts';
import { getBalance, getLedgerProof } from '#contract/statements.ts';
import type { Actor } from '#server/platform/actor.ts';
import { buy, first, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, orderBody, receiveAll, sendOut, type Offer, type Shop, type Trade } from './fixture.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
}, 120_000);
afterAll(() => trade.close());

const due = async () => Object.fromEntries((await trade.call(OPERATOR, runDueWork)).items.map((item) => [item.name, item.did]));
const stockOf = async (shop: Shop, offer: Offer) => (await trade.call(shop.actor, getProduct, { params: { productId: offer.productId } })).stock;
const orderOf = (buyer: Actor, orderId: Parameters<typeof receiveAll>[1]) => trade.call(buyer, getMyOrder, { params: { orderId } });

describe('a supply order that a shop cannot fill', () => {
  test('ends the order without a charge, and the buyer reads why', async () => {
    const shop = await openShop(trade, '缺货店');
    const buyer = await openBuyer(trade);
    const offer = await listPillow(trade, shop, 5);
    const { orderId } = await buy(trade, buyer, offer, 2);
    const { id } = await newestMerchantOrder(trade, shop);
    const declined = await trade.call(shop.actor, declineMerchantOrder, { params: { merchantOrderId: id }, body: { reason: '灰色断货了，抱歉。' } });
    expect(declined).toMatchObject({ state: 'cancelled', payoutOn: null });
    const order = await orderOf(buyer, orderId);
    expect(order).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
    expect(order.history.some((entry) => entry.why?.['zh-Hans'] === '灰色断货了，抱歉。')).toBe(true);
    expect(await stockOf(shop, offer)).toBe(3);
    expect(await trade.ask(shop.actor, declineMerchantOrder, { params: { merchantOrderId: id }, body: { reason: '再说一次' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });

  test('leaves the other shop’s goods to be sent, captured and earned alone', async () => {
    const good = await openShop(trade, '有货店');
    const bad = await openShop(trade, '无货店');
    const buyer = await openBuyer(trade);
    const offers = [await listPillow(trade, good, 5), await listPillow(trade, bad, 5, { sku: 'none' })];
    const checkout = await trade.call(buyer, startCheckout, { body: { market: 'US', items: offers.map(({ listingId, variantId }) => ({ listingId, variantId, quantity: 1 })) } });
    const { orderId } = await trade.call(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
    await trade.call(bad.actor, declineMerchantOrder, { params: { merchantOrderId: (await newestMerchantOrder(trade, bad)).id }, body: { reason: '供应商停产' } });
    const reduced = await orderOf(buyer, orderId);
    const kept = first(reduced.lines.filter((line) => line.listingId === offers[0]?.listingId));
    expect(reduced.total).toEqual(kept.total);
    expect(reduced.lines.filter((line) => line !== kept)).toMatchObject([{ quantity: 0, ordered: 1 }]);
    expect(reduced.priceLines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n).toString()).toBe(reduced.total.minor);
    await receiveAll(trade, orderId);
    expect((await sendOut(trade, orderId)).contents).toHaveLength(1);
    expect((await orderOf(buyer, orderId)).payment.captured).toEqual(kept.total);
    expect((await trade.call(bad.actor, getBalance)).balance.minor).toBe('0');
    expect(await trade.call(OPERATOR, getLedgerProof)).toMatchObject({ balanced: true });
  });

  test('cannot be declined once it is on its way, nor by another shop', async () => {
    const shop = await openShop(trade, '已发店');
    const stranger = await openShop(trade, '路人店');
    await buy(trade, await openBuyer(trade), await listPillow(trade, shop, 5));
    const { id } = await newestMerchantOrder(trade, shop);
    const body = { reason: '不想发了' };
    expect(await trade.ask(stranger.actor, declineMerchantOrder, { params: { merchantOrderId: id }, body })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    await trade.call(shop.actor, shipMerchantOrder, { params: { merchantOrderId: id }, body: { carrier: '顺丰', trackingNumber: 'SF2000300040' } });
    expect(await trade.ask(shop.actor, declineMerchantOrder, { params: { merchantOrderId: id }, body })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });
});

test('the marketplace cancels an order before the hub: the pieces go back, buyer and shop read why', async () => {
  const shop = await openShop(trade, '被取消店');
  const buyer = await openBuyer(trade);
  const offer = await listPillow(trade, shop, 5);
  const { orderId } = await buy(trade, buyer, offer, 2);
  const params = { orderId };
  expect(await trade.call(OPERATOR, cancelOrder, { params, body: { reason: '疑似盗刷，已联系买家。' } })).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
  expect(await stockOf(shop, offer)).toBe(5);
  const own = await newestMerchantOrder(trade, shop);
  expect(own.history.find((entry) => entry.what === 'merchant_order_cancelled')?.why?.['zh-Hans']).toBe('疑似盗刷，已联系买家。');
  expect(await trade.ask(OPERATOR, cancelOrder, { params, body: { reason: '再来一次' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
});

test('a supply order is reminded of, told late, and in the end given up for the buyer, each once', async () => {
  await trade.close();
  trade = await openTrade();
  const shop = await openShop(trade, '拖延店');
  const buyer = await openBuyer(trade);
  const { orderId } = await buy(trade, buyer, await listPillow(trade, shop, 5));
  await due();
  trade.pass(49);
  expect((await due())['merchant_orders_due']).toEqual({ reminded: 1, late: 0, givenUp: 0 });
  expect((await due())['merchant_orders_due']).toEqual({ reminded: 0, late: 0, givenUp: 0 });
  trade.pass(24);
  expect((await due())['merchant_orders_due']).toEqual({ reminded: 0, late: 1, givenUp: 0 });
  expect((await orderOf(buyer, orderId)).history.some((entry) => entry.what === 'order_delayed')).toBe(true);
  trade.pass(5 * 24);
  expect((await due())['merchant_orders_due']).toEqual({ reminded: 0, late: 0, givenUp: 1 });
  expect(await orderOf(buyer, orderId)).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
  const own = await newestMerchantOrder(trade, shop);
  expect(own.history.map((entry) => entry.what)).toEqual(expect.arrayContaining(['merchant_order_due', 'merchant_order_late', 'merchant_order_given_up']));
  expect((await trade.call(shop.actor, listMerchantOrders, { query: { state: 'awaiting_shipment' } })).items).toEqual([]);
  expect((await due())['merchant_orders_due']).toEqual({ reminded: 0, late: 0, givenUp: 0 });
});

test('the labels of everything that waits are printed at once, on a roll or four to a sheet, and what is sent is not among them', async () => {
  const shop = await openShop(trade, '多单店');
  const offer = await listPillow(trade, shop, 20);
  const print = async (format: 'thermal' | 'a4') => Buffer.from(await trade.call(shop.actor, getMerchantLabels, { query: { format } })).toString('latin1');
  expect(await trade.ask(shop.actor, getMerchantLabels)).toMatchObject({ ok: false, problem: { code: 'not_found' } });
  for (let n = 0; n < 6; n += 1) await buy(trade, await openBuyer(trade), offer);
  expect([await print('thermal'), await print('a4')].map((pdf) => /\/Count (\d+)/.exec(pdf)?.[1])).toEqual(['6', '2']);
  await trade.call(shop.actor, shipMerchantOrder, { params: { merchantOrderId: (await newestMerchantOrder(trade, shop)).id }, body: { carrier: '顺丰', trackingNumber: 'SF2000300055' } });
  expect(/\/Count (\d+)/.exec(await print('thermal'))?.[1]).toBe('5');
});
