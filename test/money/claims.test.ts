import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadBuyerFile, uploadMerchantFile, whyMerchant, whyOperator } from '#contract/accounts.ts';
import { answerClaim, appealClaim, decideClaim, getClaim, getMerchantClaim, getMyClaim, listClaims, listMerchantClaims, listReturns, openClaim, overturnClaim, receiveReturn, sendReturn, upholdClaim } from '#contract/claims.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { getMyOrder } from '#contract/orders.ts';
import { getBalance, getLedgerProof } from '#contract/statements.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import type { Actor } from '#server/platform/actor.ts';
import { printOf } from '#server/modules/claims/photo-print.ts';
import { buy, deliverOrder, first, HUB, listPillow, openBuyer, openShop, openTrade, OPERATOR, photoBy, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';
import { doDueWork } from './due-work.ts';
import { overHttp } from './over-http.ts';

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await overHttp(await openTrade());
  shop = await openShop(trade, '售后小铺');
  offer = await listPillow(trade, shop, 60);
});
afterAll(() => trade.close());

let photos = 0;
async function photo(actor: Actor, seed = `photo ${(photos += 1)}`) {
  const upload = actor.kind === 'merchant' ? uploadMerchantFile : uploadBuyerFile;
  return (await trade.call(actor, upload, { body: await evidencePhoto('claim', seed) })).fileId;
}

async function delivered(quantity = 1) {
  const buyer = await openBuyer(trade);
  const { orderId, order } = await buy(trade, buyer, offer, quantity);
  await deliverOrder(trade, orderId);
  return { buyer, orderId, order, line: first(order.lines) };
}

type Kind = 'damaged' | 'not_as_described' | 'no_reason';
async function claimOn({ buyer, line }: Awaited<ReturnType<typeof delivered>>, kind: Kind, quantity = 1, seed?: string) {
  return trade.call(buyer, openClaim, { body: { orderLineId: line.id, kind, quantity, description: 'Not as it should be.', photos: [await photo(buyer, seed)] } });
}

const owed = async () => BigInt((await trade.call(shop.actor, getBalance)).balance.minor);
const balanced = async () => (await trade.call(OPERATOR, getLedgerProof)).balanced;

describe('a claim that the merchant answers first', () => {
  test('waits for it while its money is held, goes to a person with the counter-evidence, and is borne by whom that evidence names', async () => {
    const sale = await delivered(3);
    const before = await owed();
    const claim = await claimOn(sale, 'not_as_described', 3);
    expect(claim).toMatchObject({ state: 'with_merchant', refund: null });
    const seen = await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } });
    expect(seen.faults).toMatchObject([{ party: 'merchant' }]);
    const { holds } = await trade.call(shop.actor, getBalance);
    expect(holds).toMatchObject([{ code: 'claim', amount: seen.faults[0]?.amount }]);
    trade.pass(20);
    await trade.call(shop.actor, answerClaim, { params: { claimId: claim.id }, body: { text: '页面写明手工尺寸误差一厘米，见尺量照片。', photos: [await photo(shop.actor)] } });
    const asked = await trade.call(OPERATOR, getClaim, { params: { claimId: claim.id } });
    expect(asked.proposal?.reasons[0]?.code).toBe('counter_evidence');
    expect(asked.reviewDue).not.toBeNull();
    const { items } = await trade.call(OPERATOR, listClaims, { query: {} });
    expect(items[0]?.id).toBe(claim.id);
    const decided = await trade.call(OPERATOR, decideClaim, { params: { claimId: claim.id }, body: { grant: true, fault: 'platform', reason: '尺量照片与页面一致，页面译文没有写明误差。' } });
    expect(decided).toMatchObject({ state: 'refunded', refund: sale.order.total, faults: [{ party: 'platform' }] });
    expect(await owed()).toBe(before);
    expect((await trade.call(shop.actor, getBalance)).holds).toEqual([]);
    expect(await balanced()).toBe(true);
  });

  test('is decided by the policy when the time to answer ends, and marked when a person is late', async () => {
    const silent = await claimOn(await delivered(3), 'not_as_described', 3);
    const answered = await claimOn(await delivered(3), 'not_as_described', 3);
    await trade.call(shop.actor, answerClaim, { params: { claimId: answered.id }, body: { text: '请看照片。', photos: [await photo(shop.actor)] } });
    trade.pass(49);
    expect(await doDueWork(trade)).toMatchObject({ unanswered: 1, overdue: 1 });
    expect(await trade.call(OPERATOR, getClaim, { params: { claimId: silent.id } })).toMatchObject({ state: 'refunded', faults: [{ party: 'merchant' }] });
    expect(await trade.call(OPERATOR, getClaim, { params: { claimId: answered.id } })).toMatchObject({ state: 'open', overdue: true });
    expect(await doDueWork(trade)).toMatchObject({ unanswered: 0, overdue: 0 });
  });
});

describe('an appeal', () => {
  test('that is right turns the charge round in full and bears it anew; the buyer keeps the refund', async () => {
    const sale = await delivered();
    const before = await owed();
    const claim = await claimOn(sale, 'not_as_described');
    expect(claim.state).toBe('refunded');
    const charged = before - (await owed());
    expect(charged).toBeGreaterThan(0n);
    const mine = await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } });
    expect(mine.mayAppeal).toBe(true);
    await trade.call(shop.actor, appealClaim, { params: { claimId: claim.id }, body: { text: '买家照片中的商品不是本店的。', photos: [await photo(shop.actor)] } });
    expect(await trade.ask(shop.actor, appealClaim, { params: { claimId: claim.id }, body: { text: '再申诉一次。', photos: [] } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    const anew = await trade.call(OPERATOR, overturnClaim, { params: { claimId: claim.id }, body: { grant: true, fault: 'platform', reason: '照片中不是这件商品，由平台承担。' } });
    expect(anew).toMatchObject({ state: 'overturned', refund: sale.order.total, faults: [{ party: 'platform' }], appealOpen: false });
    expect(await owed()).toBe(before);
    expect((await trade.call(sale.buyer, getMyOrder, { params: { orderId: sale.orderId } })).payment.refunded).toEqual(sale.order.total);
    const { db } = trade.marketplace.system;
    const postings = await db.selectFrom('posting').innerJoin('ledgerTransaction as t', 't.id', 'posting.transactionId').select(['posting.amountMinor', 't.reversesId']).where('t.claimId', '=', claim.id).where('posting.merchantId', '=', shop.merchantId).execute();
    expect(postings.map((one) => [one.amountMinor, one.reversesId === null])).toEqual([[charged, true], [-charged, false]]);
    expect(await balanced()).toBe(true);
  });

  test('that is wrong leaves everything as it was, with the reason', async () => {
    const claim = await claimOn(await delivered(), 'not_as_described');
    const after = await owed();
    await trade.call(shop.actor, appealClaim, { params: { claimId: claim.id }, body: { text: '不认可。', photos: [] } });
    expect((await trade.call(OPERATOR, upholdClaim, { params: { claimId: claim.id }, body: { reason: '照片清楚。' } })).state).toBe('refunded');
    expect(await owed()).toBe(after);
  });

  test('comes too late after its days', async () => {
    const claim = await claimOn(await delivered(), 'not_as_described');
    trade.pass(15 * 24);
    expect(await trade.ask(shop.actor, appealClaim, { params: { claimId: claim.id }, body: { text: '晚了。', photos: [] } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });
});

describe('what a person may rule', () => {
  test('a part of the amount, shared among those whom evidence names', async () => {
    const sale = await delivered(3);
    const claim = await claimOn(sale, 'not_as_described', 3);
    const decided = await trade.call(OPERATOR, decideClaim, { params: { claimId: claim.id }, body: { grant: true, shares: [{ party: 'merchant', percent: 50 }, { party: 'platform', percent: 50 }], refundPercent: 40, reason: '色差存在，页面也没有写清。' } });
    expect(BigInt(decided.refund?.minor ?? '0')).toBe((BigInt(sale.order.total.minor) * 40n + 50n) / 100n);
    expect(decided.faults.map((fault) => [fault.party, fault.sharePpm])).toEqual([['merchant', 500_000], ['platform', 500_000]]);
    expect(await balanced()).toBe(true);
  });

  test('nothing that no evidence carries, and no shares that are not a whole', async () => {
    const claim = await claimOn(await delivered(3), 'not_as_described', 3);
    const rule = (shares: { party: 'merchant' | 'hub' | 'carrier' | 'platform'; percent: number }[]) => trade.ask(OPERATOR, decideClaim, { params: { claimId: claim.id }, body: { grant: true, shares, reason: '裁定。' } });
    expect(await rule([{ party: 'merchant', percent: 60 }])).toMatchObject({ ok: false, problem: { code: 'shares_incomplete' } });
    const { db } = trade.marketplace.system;
    await sql`update evidence set data = '{"findings":[]}' where claim_id = ${claim.id}`.execute(db);
    expect(await rule([{ party: 'merchant', percent: 100 }])).toMatchObject({ ok: false, problem: { code: 'no_evidence' } });
  });
});

describe('abuse guards', () => {
  test('the same photo on another order is noticed, even scaled and compressed anew; a person looks, nothing is declined', async () => {
    await claimOn(await delivered(), 'not_as_described', 1, 'the very same picture');
    const other = await delivered();
    const again = await sharp(await evidencePhoto('claim', 'the very same picture')).resize(900).jpeg({ quality: 55 }).toBuffer();
    const { fileId } = await trade.call(other.buyer, uploadBuyerFile, { body: new Uint8Array(again) });
    const claim = await trade.call(other.buyer, openClaim, { body: { orderLineId: other.line.id, kind: 'not_as_described', quantity: 1, description: 'Not the same.', photos: [fileId] } });
    expect(claim).toMatchObject({ state: 'open', reasons: [{ code: 'photo_seen_before' }, {}, {}] });
    expect((await trade.call(OPERATOR, getClaim, { params: { claimId: claim.id } })).flags).toMatchObject([{ code: 'photo_seen_before', fileId }]);
    expect((await claimOn(await delivered(), 'not_as_described', 1, 'quite another picture')).state).toBe('refunded');
  });

  test('a picture of one colour has no print', async () => {
    expect(await printOf(new Uint8Array(await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } }).png().toBuffer()))).toBeNull();
    expect(await printOf(new TextEncoder().encode('%PDF-1.7'))).toBeNull();
  });
});

test('where the law lets a buyer change their mind, the goods come back first, pooled at the hub while they re-enter free of duty', async () => {
  const macau = await listPillow(trade, shop, 5, { market: 'MO', sku: 'mo-grey', title: '便携U型枕记忆棉护颈枕 澳门' });
  const buyer = await openBuyer(trade);
  const checkout = await trade.call(buyer, startCheckout, { body: { market: 'MO', items: [{ listingId: macau.listingId, variantId: macau.variantId, quantity: 1 }] } });
  const address = { name: '何美玲', line1: '新馬路 1 號', city: '澳門', phone: '+853 6655 0148' };
  const { orderId } = await trade.call(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: { email: 'mei@example.com', address, payment: { provider: 'test', token: 'tok_ok' }, policySeen: true } });
  await deliverOrder(trade, orderId);
  const order = await trade.call(buyer, getMyOrder, { params: { orderId } });
  const claim = await trade.call(buyer, openClaim, { body: { orderLineId: first(order.lines).id, kind: 'no_reason', quantity: 1, description: '不想要了。', photos: [] } });
  expect(claim).toMatchObject({ state: 'awaiting_return', refund: null, goodsBack: { state: 'asked' } });
  const exported = await trade.marketplace.system.db.selectFrom('exportParcel').select('handedOverAt').where('orderId', '=', orderId).executeTakeFirstOrThrow();
  const months = exported.handedOverAt ?? new Date(0);
  months.setUTCMonth(months.getUTCMonth() + 6);
  expect(claim.goodsBack?.dutyFreeUntil).toBe(months.toISOString());
  await trade.call(buyer, sendReturn, { params: { claimId: claim.id }, body: { carrier: '澳門郵政', trackingNumber: 'RR123456785MO' } });
  const code = claim.goodsBack?.code ?? '';
  expect((await trade.call(HUB, listReturns)).items).toMatchObject([{ code, state: 'sent', dutyFreeUntil: claim.goodsBack?.dutyFreeUntil }]);
  const received = await trade.call(HUB, receiveReturn, { params: { code }, body: { photos: [await photoBy(trade, HUB)] } });
  expect(received.state).toBe('refunded');
  expect(await trade.call(buyer, getMyClaim, { params: { claimId: claim.id } })).toMatchObject({ state: 'refunded', refund: order.total, goodsBack: { state: 'received' } });
  expect(await trade.ask(HUB, receiveReturn, { params: { code }, body: { photos: [await photoBy(trade, HUB)] } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });

  const lazy = await delivered(3);
  const asked = await claimOn(lazy, 'not_as_described', 3);
  expect(await trade.call(OPERATOR, decideClaim, { params: { claimId: asked.id }, body: { grant: true, fault: 'merchant', goodsBack: true, reason: '请寄回核对。' } })).toMatchObject({ state: 'awaiting_return', refund: null });
  trade.pass(15 * 24);
  expect((await doDueWork(trade)).lapsed).toBe(1);
  expect(await trade.call(lazy.buyer, getMyClaim, { params: { claimId: asked.id } })).toMatchObject({ state: 'declined', reasons: [{ code: 'not_sent_back' }] });
});

test('every decision of this story, by policy or person, computes again to the same for operator and merchant; a changed input is seen', async () => {
  const { items } = await trade.call(OPERATOR, listClaims, { query: { limit: 100 } });
  expect(new Set(items.map((claim) => claim.state)).size).toBeGreaterThan(2);
  const replayed = async (id: string) => (await trade.call(OPERATOR, whyOperator, { params: { id } })).steps.map((step) => step.replayed);
  for (const claim of items) expect([claim.id, await replayed(claim.id)]).toEqual([claim.id, [true]]);
  const mine = first((await trade.call(shop.actor, listMerchantClaims, { query: { limit: 1 } })).items);
  expect((await trade.call(shop.actor, whyMerchant, { params: { id: mine.id } })).steps).toMatchObject([{ replayed: true }]);
  const { db } = trade.marketplace.system;
  const { rows: [changed] } = await sql<{ id: string }>`update claim set decision_input = jsonb_set(decision_input, '{claim,claimsBefore}', '77') where id = (select id from claim where decision_input ? 'claim' limit 1) returning id`.execute(db);
  expect(await replayed(changed?.id ?? '')).toEqual([false]);
});

describe('the database refuses by itself', () => {
  test('a charge without evidence, above its proven share, or above what the order earns', async () => {
    const sale = await delivered();
    const claim = await claimOn(sale, 'not_as_described');
    const { db } = trade.marketplace.system;
    const charge = (amountMinor: bigint, evidence: string[]) => db.transaction().execute(async (tx) => {
      const id = trade.marketplace.system.ids.next('transaction', trade.now());
      await tx.insertInto('ledgerTransaction').values({ id, at: trade.now(), kind: 'claim_charged', text: '{}', eventId: null, orderId: sale.orderId, claimId: claim.id, statementId: null, linkedId: null }).execute();
      const posting = { transactionId: id, currency: 'CNY' as const, code: 'claim', at: trade.now(), statementId: null };
      await tx.insertInto('posting').values({ ...posting, id: trade.marketplace.system.ids.next('posting', trade.now()), account: `merchant:${shop.merchantId}:payable:CNY`, amountMinor, merchantId: shop.merchantId, evidence: JSON.stringify(evidence) }).execute();
    });
    const proof = first((await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } })).evidence).id;
    await expect(charge(1n, [])).rejects.toThrow('no_evidence');
    await expect(charge(1n, ['evd_00000000000000000000000000'])).rejects.toThrow('no_evidence');
    await expect(charge(999_999n, [proof])).rejects.toThrow('charge_exceeds_share');
    await expect(charge(1n, [proof])).rejects.toThrow('charge_exceeds_order');
  });
});
