import { XMLParser } from 'fast-xml-parser';
import { sql } from 'kysely';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadBuyerFile } from '#contract/accounts.ts';
import { getMerchantClaim, openClaim } from '#contract/claims.ts';
import { getExportMonth, getMyDeclarationCsv, getMyDeclarationXml, getMyExportMonth, getMyRefundCsv } from '#contract/export-records.ts';
import { closeBooks, listDailyCloses, listDisputes, listHolds, placeHold, releaseHold, verifyDailyCloses } from '#contract/money.ts';
import { getMyOrder } from '#contract/orders.ts';
import { closeStatements, getBalance, getLedgerProof, getMyStatement, getMyStatementCsv, getMyStatementPdf } from '#contract/statements.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { loadPacks } from '#server/platform/packs/packs.ts';
import { buy, deliverOrder, exportOrder, first, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';
import { doDueWork } from './due-work.ts';
import { overHttp } from './over-http.ts';
import { dispute, paymentOn } from './webhook.ts';

/** What can happen to an order's money after it was paid, each told over HTTP. */

/** The rate of the dollar as it stands on the day of capture: 4 % more yuan for a dollar than when the order was placed. */
const packs = loadPacks();
const usd = packs.pricing.rates.filter((row) => row.from === 'CNY' && row.to === 'USD').toSorted((a, b) => (a.day < b.day ? -1 : 1));
const later = usd[0];
if (later === undefined) throw new Error('the rates pack names the dollar');
const placed = { ...later, day: '2026-01-01' };
const moved = { ...later, day: '2026-12-20', ratePpb: (later.ratePpb * 100n) / 104n };
const settled = { ...later, day: '2026-12-25' };

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await overHttp(await openTrade({ packs: { ...packs, pricing: { ...packs.pricing, rates: [...packs.pricing.rates.filter((row) => row.to !== 'USD'), placed, moved, settled] } } }));
  shop = await openShop(trade, '结算小铺');
  offer = await listPillow(trade, shop, 60);
});
afterAll(() => trade.close());

const declared = z.looseObject({ 'ceb:CEB603Message': z.looseObject({ 'ceb:Inventory': z.array(z.looseObject({ 'ceb:InventoryHead': z.looseObject({ 'ceb:tradeMode': z.string(), 'ceb:logisticsNo': z.string() }), 'ceb:InventoryList': z.array(z.looseObject({ 'ceb:qty': z.string() })) })) }) });
const today = () => new Date(trade.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const owed = async () => BigInt((await trade.call(shop.actor, getBalance)).balance.minor);

async function delivered() {
  const buyer = await openBuyer(trade);
  const { orderId, order } = await buy(trade, buyer, offer);
  const promised = await newestMerchantOrder(trade, shop);
  await deliverOrder(trade, orderId);
  return { buyer, orderId, order, line: first(order.lines), promised };
}

/** Everything owed is paid out. */
async function paidOut() {
  trade.pass(1);
  const { items } = await trade.call(OPERATOR, closeStatements, { body: { through: today(), merchantId: shop.merchantId } });
  trade.pass(24);
  return first(items);
}

async function photo(buyer: Parameters<Trade['call']>[0], seed: string) {
  return (await trade.call(buyer, uploadBuyerFile, { body: await evidencePhoto('claim', seed) })).fileId;
}

test('a chargeback after payout: held while the bank decides, then charged by evidence, and the debt is carried until it is earned', async () => {
  const sale = await delivered();
  expect(await paidOut()).toMatchObject({ state: 'paid' });
  expect(await owed()).toBe(0n);
  // The buyer's photo is on file with a claim that was refused for its lateness; the bank hears the buyer all the same.
  await trade.call(sale.buyer, openClaim, { body: { orderLineId: sale.line.id, kind: 'no_reason', quantity: 1, description: 'The colour is quite another.', photos: [await photo(sale.buyer, 'chargeback')] } });

  expect((await dispute(trade, sale.orderId, 'product_unacceptable', null)).outcome).toBe('opened');
  const held = await trade.call(shop.actor, getBalance);
  expect(held.holds).toMatchObject([{ code: 'dispute', amount: sale.promised.expectedPayout }]);
  expect((await trade.call(sale.buyer, getMyOrder, { params: { orderId: sale.orderId } })).payment.state).toBe('disputed');
  expect((await dispute(trade, sale.orderId, 'product_unacceptable', null)).outcome).toBe('known');

  expect((await dispute(trade, sale.orderId, 'product_unacceptable', 'lost')).outcome).toBe('lost');
  const { items } = await trade.call(OPERATOR, listDisputes);
  expect(items[0]).toMatchObject({ orderId: sale.orderId, state: 'lost', shares: [{ party: 'merchant', charge: sale.promised.expectedPayout }] });
  expect(items[0]?.shares[0]?.evidence.length).toBeGreaterThan(0);
  expect(await owed()).toBe(-BigInt(sale.promised.expectedPayout.minor));
  const after = await trade.call(shop.actor, getBalance);
  expect(after.holds).toEqual([]);

  const carried = await paidOut();
  expect(carried).toMatchObject({ state: 'carried', payout: { minor: '0' } });
  const next = await delivered();
  expect(await owed()).toBe(BigInt(next.promised.expectedPayout.minor) - BigInt(sale.promised.expectedPayout.minor));
  const statement = await paidOut();
  expect(statement.opening.minor).toBe((-BigInt(sale.promised.expectedPayout.minor)).toString());
});

test('a chargeback that nothing proves is the marketplace’s own', async () => {
  const sale = await delivered();
  const before = await owed();
  await dispute(trade, sale.orderId, 'fraudulent', null);
  await dispute(trade, sale.orderId, 'fraudulent', 'lost');
  expect(await owed()).toBe(before);
  expect((await trade.call(OPERATOR, listDisputes)).items[0]).toMatchObject({ state: 'lost', shares: [{ party: 'platform', charge: null }] });
});

test('a dispute that is won gives everything back', async () => {
  const sale = await delivered();
  const proof = await trade.call(OPERATOR, getLedgerProof);
  const receivable = (all: typeof proof) => all.accounts.find((one) => one.account === 'provider:test:receivable:USD')?.derived;
  await dispute(trade, sale.orderId, 'general', null);
  await dispute(trade, sale.orderId, 'general', 'won');
  const after = await trade.call(OPERATOR, getLedgerProof);
  expect(receivable(after)).toBe(receivable(proof));
  expect(after.accounts.find((one) => one.account === 'platform:disputes:USD')?.derived ?? '0').toBe('0');
  expect((await paymentOn(trade, sale.orderId)).state).toBe('captured');
});

test('a refund after payout is charged to the next statement, which says why it differs from its previews', async () => {
  const sale = await delivered();
  await paidOut();
  const claim = await trade.call(sale.buyer, openClaim, { body: { orderLineId: sale.line.id, kind: 'not_as_described', quantity: 1, description: 'Another colour.', photos: [await photo(sale.buyer, 'refund after payout')] } });
  expect(claim.state).toBe('refunded');
  const charged = (await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } })).faults[0]?.amount;
  const next = await delivered();
  const closed = await paidOut();
  const statement = await trade.call(shop.actor, getMyStatement, { params: { statementId: closed.id } });
  const { reconciliation } = statement;
  expect(reconciliation.previewed).toEqual(next.promised.expectedPayout);
  expect(reconciliation.differences).toEqual([{ class: 'claim', amount: { minor: `-${charged?.minor}`, currency: 'CNY' } }]);
  expect(reconciliation.orders.find((order) => order.orderId === next.orderId)?.lines.every((line) => line.class === 'same')).toBe(true);
  expect(BigInt(reconciliation.stated.minor)).toBe(statement.lines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n));
  const pdf = await trade.call(shop.actor, getMyStatementPdf, { params: { statementId: closed.id } }, { locale: 'zh-Hans' });
  expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-');
  expect((await trade.call(shop.actor, getMyStatementCsv, { params: { statementId: closed.id } })).split('\r\n').length).toBe(statement.lines.length + 4);
});

describe('holds', () => {
  test('keep money from being paid out, say why and until when, and end by themselves on their last day', async () => {
    const sale = await delivered();
    const amount = BigInt(sale.promised.expectedPayout.minor);
    const before = await owed();
    const endsOn = new Date(trade.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10);
    const { holdId } = await trade.call(OPERATOR, placeHold, { body: { merchantId: shop.merchantId, amount: { minor: '1000', currency: 'CNY' }, reason: '核对进货发票，三天内答复', endsOn } });
    const closed = await paidOut();
    expect(BigInt(closed.payout.minor)).toBe(before - 1_000n);
    expect(before).toBeGreaterThanOrEqual(amount);
    const statement = await trade.call(shop.actor, getMyStatement, { params: { statementId: closed.id } });
    expect(statement.holds).toMatchObject([{ id: holdId, endsOn, reason: { 'zh-Hans': '核对进货发票，三天内答复' } }]);
    expect(await owed()).toBe(1_000n);
    trade.pass(11 * 24);
    expect((await doDueWork(trade))['released']).toBe(1);
    expect((await trade.call(shop.actor, getBalance)).available.minor).toBe('1000');
  });

  test('may be let go earlier, once, and never without a reason or with a last day that is over', async () => {
    const place = (reason: string, endsOn: string) => trade.ask(OPERATOR, placeHold, { body: { merchantId: shop.merchantId, amount: { minor: '500', currency: 'CNY' }, reason, endsOn } });
    expect(await place('短', '2027-01-01')).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'reason' } });
    expect(await place('理由写得清楚明白', '2026-01-01')).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'endsOn' } });
    const placed = await place('理由写得清楚明白', '2027-01-01');
    if (!placed.ok) throw new Error(placed.problem.code);
    await trade.call(OPERATOR, releaseHold, { params: { holdId: placed.value.holdId }, body: { reason: '已核对' } });
    expect(await trade.ask(OPERATOR, releaseHold, { params: { holdId: placed.value.holdId }, body: { reason: '已核对' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    expect((await trade.call(OPERATOR, listHolds)).items.find((one) => one.id === placed.value.holdId)).toMatchObject({ releaseReason: { en: '已核对' } });
  });
});

test('a payout day is known when the order comes, and the calendar adds up to what is owed and on the way', async () => {
  const buyer = await openBuyer(trade);
  await buy(trade, buyer, offer);
  const mine = await newestMerchantOrder(trade, shop);
  const { calendar, available, onTheWay, balance, held } = await trade.call(shop.actor, getBalance);
  expect(mine.payoutOn).not.toBeNull();
  expect(calendar.map((one) => one.on)).toContain(mine.payoutOn);
  expect(calendar.reduce((sum, one) => sum + BigInt(one.amount.minor), 0n)).toBe(BigInt(balance.minor) - BigInt(held.minor) + BigInt(onTheWay.minor));
  expect(BigInt(available.minor)).toBeGreaterThanOrEqual(0n);
});

test('the currency moves between order and capture: buyer and merchant get what they were promised, the gain or loss stands by itself', async () => {
  trade.pass((Date.parse('2026-12-18T02:00:00Z') - trade.now().getTime()) / 3_600_000);
  const buyer = await openBuyer(trade);
  const { orderId, order } = await buy(trade, buyer, offer);
  const promised = await newestMerchantOrder(trade, shop);
  const before = await owed();
  trade.pass((Date.parse('2026-12-20T06:00:00Z') - trade.now().getTime()) / 3_600_000);
  await exportOrder(trade, orderId);
  expect((await trade.call(buyer, getMyOrder, { params: { orderId } })).payment.captured).toEqual(order.total);
  expect((await owed()) - before).toBe(BigInt(promised.expectedPayout.minor));
  const { db } = trade.marketplace.system;
  const postings = await db.selectFrom('posting').innerJoin('ledgerTransaction as t', 't.id', 'posting.transactionId').select(['account', 'amountMinor', 'posting.code']).where('t.orderId', '=', orderId).execute();
  const of = (account: string) => postings.filter((one) => one.account === account).reduce((sum, one) => sum + one.amountMinor, 0n);
  const goods = -postings.filter((one) => one.account === 'platform:fx:USD').reduce((sum, one) => sum + one.amountMinor, 0n);
  const gained = -of('platform:income:fx_movement:CNY');
  // A dollar gives 4 % more yuan than when the price was made.
  expect(Number(gained) / Number(of('platform:fx:CNY'))).toBeCloseTo(0.04 / 1.04, 3);
  expect(goods).toBeGreaterThan(0n);
  expect((await trade.call(OPERATOR, getLedgerProof)).balanced).toBe(true);
});

describe('the daily close', () => {
  test('closes every day that has ended, refuses later postings for it, and is proved from the postings alone', async () => {
    trade.pass(26);
    const closed = await trade.call(OPERATOR, closeBooks, { body: {} });
    expect(closed.days).toBeGreaterThan(0);
    expect((await trade.call(OPERATOR, closeBooks, { body: {} })).days).toBe(0);
    const { items } = await trade.call(OPERATOR, listDailyCloses, { query: { limit: 100 } });
    expect(items.length).toBeGreaterThan(60);
    expect(items.slice(0, -1).map((one) => one.previousHash)).toEqual(items.slice(1).map((one) => one.hash));
    expect(items[0]?.positions.map((one) => one.held.currency).sort()).toEqual(['CNY', 'USD']);
    expect(await trade.call(OPERATOR, verifyDailyCloses)).toMatchObject({ verified: true, balanced: true, faults: [] });
    expect(await trade.ask(OPERATOR, closeBooks, { body: { through: today() } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'through' } });
    const { system } = trade.marketplace;
    const late = { id: system.ids.next('transaction', trade.now()), at: new Date(trade.now().getTime() - 3 * 86_400_000), kind: 'late', text: '{}', eventId: null, orderId: null, claimId: null, statementId: null, linkedId: null };
    await expect(system.db.insertInto('ledgerTransaction').values(late).execute()).rejects.toThrow('is closed');
  });

  test('finds one cent that was moved behind its back', async () => {
    const { db } = trade.marketplace.system;
    const victim = await db.selectFrom('posting').select(['id', 'transactionId']).where('code', '=', 'goods').orderBy('id').limit(1).executeTakeFirstOrThrow();
    const tamper = (cents: string) => db.transaction().execute(async (tx) => {
      // Triggers sleep for a replica: the way somebody with the database's own keys would go.
      await sql`set local session_replication_role = replica`.execute(tx);
      await tx.updateTable('posting').set((column) => ({ amountMinor: column('amountMinor', '+', BigInt(cents)) })).where('id', '=', victim.id).execute();
    });
    await tamper('1');
    const broken = await trade.call(OPERATOR, verifyDailyCloses);
    expect(broken.verified).toBe(false);
    expect(broken.faults[0]?.what).toBe('content');
    await tamper('-1');
    expect((await trade.call(OPERATOR, verifyDailyCloses)).verified).toBe(true);
  });
});

test('a month’s exports are there for the tax refund and the summary declaration, to the last piece', async () => {
  const mine = await trade.call(shop.actor, getMyExportMonth, { query: { month: '2026-09' } });
  expect(mine.refunds.length).toBeGreaterThan(0);
  expect(mine.refunds.reduce((sum, row) => sum + BigInt(row.refund.minor), 0n)).toBe(BigInt(mine.refundTotal.minor));
  const [row] = mine.refunds;
  expect(row).toMatchObject({ taxPpm: 130_000, refundPpm: 130_000, supply: { minor: '9900' } });
  expect(row?.refund.minor).toBe('1139');
  expect(mine.declaration.reduce((sum, one) => sum + one.quantity, 0)).toBe(mine.refunds.reduce((sum, one) => sum + one.quantity, 0));
  const csv = await trade.call(shop.actor, getMyRefundCsv, { query: { month: '2026-09' } });
  expect(csv.split('\r\n')).toHaveLength(mine.refunds.length + 2);
  expect(await trade.call(shop.actor, getMyDeclarationCsv, { query: { month: '2026-09' } })).toContain('9610');
  const xml: unknown = new XMLParser({ isArray: (name) => name === 'ceb:Inventory' || name === 'ceb:InventoryList', parseTagValue: false }).parse(await trade.call(shop.actor, getMyDeclarationXml, { query: { month: '2026-09', mode: '9610' } }));
  const lists = declared.parse(xml)['ceb:CEB603Message']['ceb:Inventory'];
  expect(lists.map((one) => one['ceb:InventoryHead']['ceb:tradeMode'])).toEqual(lists.map(() => '9610'));
  expect(lists.flatMap((one) => one['ceb:InventoryList']).reduce((sum, line) => sum + Number(line['ceb:qty']), 0)).toBe(mine.refunds.reduce((sum, one) => sum + one.quantity, 0));
  expect(new Set(lists.map((one) => one['ceb:InventoryHead']['ceb:logisticsNo'])).size).toBe(lists.length);
  const other = await openShop(trade, '别家小铺');
  expect((await trade.call(other.actor, getMyExportMonth, { query: { month: '2026-09' } })).refunds).toEqual([]);
  expect((await trade.call(OPERATOR, getExportMonth, { query: { month: '2026-09' } })).refunds).toHaveLength(mine.refunds.length);
});
