import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClaim, getMerchantClaim } from '#contract/claims.ts';
import { getParcelPaper } from '#contract/hub.ts';
import { getMerchantLabel, getMyOrder, listMerchantOrders, shipMerchantOrder } from '#contract/orders.ts';
import { closeStatements, getBalance, getLedgerProof, getMyStatement, getMyStatementCsv } from '#contract/statements.ts';
import { buy, deliverOrder, exportOrder, first, HUB, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, photoBy, type Trade } from './fixture.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.close());

const isPdf = (bytes: Uint8Array) => new TextDecoder().decode(bytes.slice(0, 5)) === '%PDF-';

test('an order goes from checkout to statement, and every figure on the way is the one that was quoted', async () => {
  const shop = await openShop(trade, '青瓷小铺');
  const offer = await listPillow(trade, shop, 5);
  const buyer = await openBuyer(trade);
  const { checkout, order, orderId } = await buy(trade, buyer, offer, 2);
  expect(order.state).toBe('with_merchant');
  expect(order.total).toEqual(checkout.total);
  expect(order.priceLines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n)).toBe(BigInt(order.total.minor));
  expect(order.canCancel).toBe(true);

  const asked = await newestMerchantOrder(trade, shop);
  expect(asked.payoutLines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n)).toBe(BigInt(asked.expectedPayout.minor));
  expect(asked.lines).toMatchObject([{ title: '便携U型枕记忆棉护颈枕', options: { 颜色: '灰色' }, quantity: 2 }]);
  expect(asked.payoutOn).toBe('2026-09-16');
  expect(isPdf(await trade.call(shop.actor, getMerchantLabel, { params: { merchantOrderId: asked.id } }))).toBe(true);
  const shipped = await trade.call(shop.actor, shipMerchantOrder, { params: { merchantOrderId: asked.id }, body: { carrier: '中通', trackingNumber: 'ZTO7700012345' } });
  expect(shipped.state).toBe('shipped');

  const parcel = await exportOrder(trade, orderId);
  expect(parcel.trackingNumber).toMatch(/^LK\d{9}CN$/);
  expect(parcel.line?.because[0]?.code).toBe('cheapest_in_time');
  expect(parcel.line?.alternatives.length).toBeGreaterThan(1);
  for (const paper of ['label', 'invoice', 'customs', 'packing_list'] as const) expect(isPdf(await trade.call(HUB, getParcelPaper, { params: { exportParcelId: parcel.id, paper } }))).toBe(true);
  const sent = await trade.call(buyer, getMyOrder, { params: { orderId } });
  expect(sent).toMatchObject({ state: 'exported', canCancel: false, payment: { state: 'captured', captured: order.total } });
  expect(sent.tracking.map((entry) => entry.status)).toEqual(['shipped']);

  const balance = await trade.call(shop.actor, getBalance);
  expect(balance.balance.minor).toBe(asked.expectedPayout.minor);
  trade.pass(24);
  const { items } = await trade.call(OPERATOR, closeStatements, { body: { through: '2026-09-01', merchantId: shop.merchantId } });
  const statement = await trade.call(shop.actor, getMyStatement, { params: { statementId: first(items).id } });
  expect(statement).toMatchObject({ state: 'paid', payout: asked.expectedPayout });
  expect(statement.lines.reduce((sum, line) => sum + BigInt(line.amount.minor), BigInt(statement.opening.minor))).toBe(BigInt(statement.payout.minor));
  expect(statement.totals.map((total) => total.code)).toEqual(['goods', 'cross_border_service', 'platform_base']);
  expect(statement.lines.filter((line) => BigInt(line.amount.minor) < 0n).every((line) => line.evidence.length > 0)).toBe(true);
  const csv = await trade.call(shop.actor, getMyStatementCsv, { params: { statementId: statement.id } }, { locale: 'zh-Hans' });
  expect(csv.split('\r\n')).toHaveLength(statement.lines.length + 4);
  expect((await trade.call(shop.actor, getBalance)).balance.minor).toBe('0');
  expect(await trade.call(OPERATOR, closeStatements, { body: { through: '2026-09-01', merchantId: shop.merchantId } })).toEqual({ items: [] });
});

describe('after delivery', () => {
  test('a small clear claim is refunded at once and charged with evidence, a later statement carries the debt, and the ledger balances', async () => {
    const shop = await openShop(trade, '蓝染工坊');
    const offer = await listPillow(trade, shop, 5);
    const buyer = await openBuyer(trade);
    const { orderId, order } = await buy(trade, buyer, offer);
    await deliverOrder(trade, orderId);
    const delivered = await trade.call(buyer, getMyOrder, { params: { orderId } });
    expect(delivered).toMatchObject({ state: 'delivered', lines: [{ claimable: true }] });
    await trade.call(OPERATOR, closeStatements, { body: { through: trade.now().toISOString().slice(0, 10), merchantId: shop.merchantId } });

    trade.pass(24);
    const line = first(delivered.lines);
    const claim = await trade.call(buyer, openClaim, { body: { orderLineId: line.id, kind: 'not_as_described', quantity: 1, description: 'The colour is another one.', photos: [await photoBy(trade, buyer)] } });
    expect(claim).toMatchObject({ state: 'refunded', refund: order.total, faults: [] });
    const seen = await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } });
    expect(seen.faults).toMatchObject([{ party: 'merchant', amount: { currency: 'CNY' } }]);
    expect(seen.faults[0]?.evidence.length).toBeGreaterThan(0);
    expect(seen.evidence.map((one) => one.id)).toEqual(expect.arrayContaining(seen.faults[0]?.evidence ?? ['none']));
    const after = await trade.call(buyer, getMyOrder, { params: { orderId } });
    expect(after.payment.refunded).toEqual(order.total);
    expect(after.lines[0]?.claimable).toBe(false);

    trade.pass(24);
    const { items } = await trade.call(OPERATOR, closeStatements, { body: { through: trade.now().toISOString().slice(0, 10), merchantId: shop.merchantId } });
    expect(items).toMatchObject([{ state: 'carried', payout: { minor: '0' } }]);
    const owed = await trade.call(shop.actor, getBalance);
    expect(-BigInt(owed.balance.minor)).toBe(BigInt(seen.faults[0]?.amount.minor ?? '0'));

    const second = await buy(trade, buyer, offer);
    await exportOrder(trade, second.orderId);
    trade.pass(24);
    const next = await trade.call(OPERATOR, closeStatements, { body: { through: trade.now().toISOString().slice(0, 10), merchantId: shop.merchantId } });
    expect(first(next.items).opening.minor).toBe(owed.balance.minor);
    const proof = await trade.call(OPERATOR, getLedgerProof);
    expect(proof.balanced).toBe(true);
    expect(proof.accounts.filter((account) => account.account.includes(':clearing:')).every((account) => account.derived === '0')).toBe(true);
  });

  test('a change of mind is declined in the words the buyer saw before paying', async () => {
    const shop = await openShop(trade, '竹编人家');
    const buyer = await openBuyer(trade);
    const { orderId, order, checkout } = await buy(trade, buyer, await listPillow(trade, shop, 5));
    await deliverOrder(trade, orderId);
    const claim = await trade.call(buyer, openClaim, { body: { orderLineId: first(order.lines).id, kind: 'no_reason', quantity: 1, description: 'I no longer want it.', photos: [] } });
    expect(claim.state).toBe('declined');
    expect(claim.refund).toBeNull();
    expect(claim.reasons[0]?.text).toEqual(checkout.claimPolicy.points.find((point) => point.code === 'no_reason')?.text);
  });
});

test('the merchant reads no English and nothing of the buyer', async () => {
  const shop = await openShop(trade, '纸灯笼');
  const buyer = await openBuyer(trade);
  await buy(trade, buyer, await listPillow(trade, shop, 5));
  const { items } = await trade.call(shop.actor, listMerchantOrders);
  const text = JSON.stringify(items);
  expect(text).not.toContain('Dana');
  expect(text).not.toContain('dana@example.com');
  expect(text).not.toContain('Portland');
});
