import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideClaim, getMyClaim, listClaims } from '#contract/claims.ts';
import { getParcelPaper, handOver, packParcel, recordTracking, resolveAside } from '#contract/hub.ts';
import { cancelOrder, changeMyAddress, getMyOrder } from '#contract/orders.ts';
import { getProduct, giveFact } from '#contract/products.ts';
import { getBalance, getLedgerProof } from '#contract/statements.ts';
import { ADDRESS, buy, exportOrder, first, HUB, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, receiveAll, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';
import { doDueWork } from './due-work.ts';
import { overHttp } from './over-http.ts';

/** What can happen to an order's parcels, each told over HTTP. */

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await overHttp(await openTrade());
  shop = await openShop(trade, '包裹小铺');
  offer = await listPillow(trade, shop, 60);
}, 120_000);
afterAll(() => trade.close());

const BOX = { weightGrams: 420, lengthMm: 310, widthMm: 290, heightMm: 130 };
const owed = async () => BigInt((await trade.call(shop.actor, getBalance)).balance.minor);
const stock = async () => (await trade.call(shop.actor, getProduct, { params: { productId: offer.productId } })).stock;

async function bought(quantity = 1, wanted: Offer = offer) {
  const buyer = await openBuyer(trade);
  const sale = await buy(trade, buyer, wanted, quantity);
  const read = () => trade.call(buyer, getMyOrder, { params: { orderId: sale.orderId } });
  return { ...sale, buyer, read };
}

describe('an overweight parcel', () => {
  test('is put aside with both weights, and goes on when a person accepts it as it is', async () => {
    const { orderId, read } = await bought();
    const [parcel] = await receiveAll(trade, orderId, { weightGrams: 1_900 });
    expect(parcel).toMatchObject({ state: 'put_aside', reasons: [{ code: 'too_heavy' }] });
    expect(parcel?.reasons[0]?.text.en).toContain('1900 g, 320 g was declared');
    await trade.call(HUB, resolveAside, { params: { inboundParcelId: parcel?.id ?? '' }, body: { accept: true, short: false, reason: '加了礼盒，商品相符' } });
    expect((await read()).state).toBe('at_hub');
    const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: { ...BOX, weightGrams: 1_950 } });
    expect(packed.state).toBe('packed');
  });

  test('that no line carries cannot be packed; the order is ended, nobody pays, the shop gets its goods back and reads why', async () => {
    const { orderId, read } = await bought();
    const before = { owed: await owed(), stock: await stock() };
    await receiveAll(trade, orderId);
    const refused = await trade.ask(HUB, packParcel, { params: { orderId }, body: { ...BOX, weightGrams: 95_000 } });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'no_lawful_line' } });
    await trade.call(OPERATOR, cancelOrder, { params: { orderId }, body: { reason: '超过所有线路的重量上限。' } });
    expect(await read()).toMatchObject({ state: 'cancelled', payment: { state: 'voided' }, canChangeAddress: false });
    const mine = await newestMerchantOrder(trade, shop);
    expect(mine.state).toBe('cancelled');
    expect(mine.history.find((entry) => entry.what === 'merchant_order_ended')?.why?.['zh-Hans']).toBe('超过所有线路的重量上限。');
    // The goods are on their way back to the shop, not on its shelf.
    expect({ owed: await owed(), stock: await stock() }).toEqual(before);
  });
});

test('forbidden content found at the hub goes back to the shop, and the buyer is never charged', async () => {
  const { orderId, read } = await bought(2);
  const [parcel] = await receiveAll(trade, orderId, { putAside: { reason: '箱内夹带打火机' } });
  expect(parcel).toMatchObject({ state: 'put_aside', reasons: [{ code: 'seen_at_hub' }] });
  await trade.call(HUB, resolveAside, { params: { inboundParcelId: parcel?.id ?? '' }, body: { accept: false, short: false, reason: '打火机属于禁寄物品，整件退回。' } });
  const order = await read();
  expect(order).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
  expect(order.history.some((entry) => entry.why?.['zh-Hans'] === '打火机属于禁寄物品，整件退回。')).toBe(true);
});

test('a battery learned of after the sale is refused by every line, says so, and the order can be ended', async () => {
  const lamp = await listPillow(trade, shop, 5, { sku: 'lamp', title: '便携记忆棉午睡枕' });
  const { orderId, read } = await bought(1, lamp);
  for (const [fact, value] of [['battery.kind', 'li_ion'], ['battery.wattHours', 74], ['battery.packing', 'alone']] as const) await trade.call(shop.actor, giveFact, { params: { productId: lamp.productId }, body: { fact, value } });
  await receiveAll(trade, orderId);
  const refused = await trade.ask(HUB, packParcel, { params: { orderId }, body: BOX });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'no_lawful_line' } });
  await trade.call(OPERATOR, cancelOrder, { params: { orderId }, body: { reason: '含备用电池，没有线路可以承运。' } });
  expect(await read()).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
});

test('an order that is packed already can still be ended before hand-over; its parcel never leaves', async () => {
  const { orderId, read } = await bought();
  await receiveAll(trade, orderId);
  const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: BOX });
  await trade.call(OPERATOR, cancelOrder, { params: { orderId }, body: { reason: '海关临时通知停收。' } });
  expect(await read()).toMatchObject({ state: 'cancelled', trackingNumber: null });
  expect(await trade.ask(HUB, handOver, { params: { exportParcelId: packed.id } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  expect(await trade.ask(OPERATOR, cancelOrder, { params: { orderId }, body: { reason: '再来一次' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
});

describe('an address', () => {
  test('is changed until the parcel is packed; label and order carry the new one', async () => {
    const { orderId, buyer, read } = await bought();
    const moved = { ...ADDRESS, line1: '77 Harbor Road', city: 'Oakland', region: 'California', postalCode: '94607' };
    expect((await read()).canChangeAddress).toBe(true);
    await trade.call(buyer, changeMyAddress, { params: { orderId }, body: moved });
    await receiveAll(trade, orderId);
    const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: BOX });
    expect(packed.to).toContain('Oakland');
    expect(new TextDecoder().decode((await trade.call(HUB, getParcelPaper, { params: { exportParcelId: packed.id, paper: 'label' } })).slice(0, 5))).toBe('%PDF-');
    const order = await read();
    expect(order).toMatchObject({ address: { city: 'Oakland', region: 'CA' }, canChangeAddress: false });
    expect(order.history.map((entry) => entry.what)).toContain('order_address_changed');
    expect(await trade.ask(buyer, changeMyAddress, { params: { orderId }, body: ADDRESS })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });

  test('that does not exist is refused by its field, and a stranger’s order is not there at all', async () => {
    const { orderId, buyer, read } = await bought();
    expect(await trade.ask(buyer, changeMyAddress, { params: { orderId }, body: { ...ADDRESS, region: 'Atlantis' } })).toMatchObject({ ok: false, problem: { code: 'invalid_address', field: 'region' } });
    expect(await trade.ask(await openBuyer(trade), changeMyAddress, { params: { orderId }, body: ADDRESS })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    expect((await read()).address.city).toBe('Portland');
  });
});

test('a lost parcel is paid back without the buyer asking, at the carrier’s cost, once', async () => {
  const { orderId, read } = await bought(2);
  const parcel = await exportOrder(trade, orderId);
  const earned = await owed();
  trade.pass(30);
  await trade.call(OPERATOR, recordTracking, { params: { exportParcelId: parcel.id }, body: { status: 'lost' } });
  expect((await doDueWork(trade))['undelivered']).toBe(1);
  const order = await read();
  expect(order).toMatchObject({ state: 'closed', payment: { state: 'refunded', refunded: order.total } });
  expect(await owed()).toBe(earned);
  const claim = first((await trade.call(OPERATOR, listClaims, { query: { limit: 1 } })).items);
  expect(claim).toMatchObject({ orderId, kind: 'not_delivered', state: 'refunded', faults: [{ party: 'carrier' }] });
  expect(claim.faults[0]?.evidence.length).toBeGreaterThan(0);
  expect((await doDueWork(trade))['undelivered']).toBe(0);
  expect((await trade.call(OPERATOR, getLedgerProof)).balanced).toBe(true);
});

test('a parcel that came back is claimed for the buyer and waits for a person, who reads why it came back', async () => {
  const { orderId, buyer, read } = await bought();
  const parcel = await exportOrder(trade, orderId);
  trade.pass(200);
  await trade.call(OPERATOR, recordTracking, { params: { exportParcelId: parcel.id }, body: { status: 'returned_to_sender', place: 'Portland, OR' } });
  await doDueWork(trade);
  const line = first((await read()).lines);
  const claimId = first(line.claims).id;
  const waiting = await trade.call(buyer, getMyClaim, { params: { claimId } });
  expect(waiting).toMatchObject({ state: 'open', kind: 'not_delivered' });
  expect(waiting.reasons[0]?.code).toBe('returned_to_sender');
  await trade.call(OPERATOR, decideClaim, { params: { claimId }, body: { grant: false, reason: '买家拒收，不在赔付范围。' } });
  await doDueWork(trade);
  // A person decided: the clock does not ask again.
  expect((await read()).lines[0]?.claims).toHaveLength(1);
  expect((await read()).payment.refunded.minor).toBe('0');
});
