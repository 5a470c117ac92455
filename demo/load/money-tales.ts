import { uploadBuyerFile, uploadHubFile } from '#contract/accounts.ts';
import { appealClaim, openClaim, overturnClaim, receiveReturn, sendReturn } from '#contract/claims.ts';
import { placeHold, simulateDispute } from '#contract/money.ts';
import { getMyOrder } from '#contract/orders.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Actor } from '#server/platform/actor.ts';
import { evidencePhoto } from '../journey/photo.ts';
import type { Cast } from './accounts.ts';
import type { Happening } from './orders.ts';
import type { Stage } from './stage.ts';

/** What becomes of money after the sale, so that every queue of the marketplace has something to show: appeals, disputes, holds, returns, photos seen before. Each tale finds what fits it at its moment. */

const DAY = 86_400_000;
const HOUR = 3_600_000;

type Teller = Readonly<{ stage: Stage; cast: Cast; anchor: Date }>;

function tale({ anchor }: Teller, key: string, daysAgo: number, tell: (at: Date) => Promise<void>): Happening {
  const at = new Date(anchor.getTime() - daysAgo * DAY);
  return {
    at, key: `money:${key}`,
    happen: async () => {
      await tell(at);
      return [];
    },
  };
}

/** All tales, each at its moment before the demo begins. */
export function moneyTales(stage: Stage, cast: Cast, anchor: Date): Happening[] {
  const teller: Teller = { stage, cast, anchor };
  return [
    tale(teller, 'photo-first', 26, (at) => claimWithPhoto(teller, 'borrowed-picture', at, 1)),
    tale(teller, 'chargeback-claim', 23, (at) => disputeAfterPayout(teller, at)),
    tale(teller, 'chargeback-lost', 9, (at) => decideOldest(teller, 'lost', at)),
    tale(teller, 'dispute-second', 8.5, (at) => disputeDelivered(teller, 'second', 'product_not_received', at)),
    tale(teller, 'mind-changed', 8.2, (at) => changeOfMind(teller, 'first', at)),
    tale(teller, 'returns', 5.2, (at) => returnsArrive(teller, at)),
    tale(teller, 'hold', 4.1, (at) => holdForInvoice(teller, at)),
    tale(teller, 'dispute-won', 3.3, (at) => decideOldest(teller, 'won', at)),
    tale(teller, 'photo-again', 2.6, (at) => claimWithPhoto(teller, 'borrowed-picture', at, 2)),
    tale(teller, 'dispute-open', 1.7, (at) => disputeDelivered(teller, 'open', 'product_unacceptable', at)),
    tale(teller, 'mind-changed-again', 2.2, (at) => changeOfMind(teller, 'second', at)),
    tale(teller, 'overturn', 1.0, (at) => overturnOne(teller, at)),
    tale(teller, 'appeal', 0.5, (at) => appealOne(teller, at)),
    tale(teller, 'fresh-claim', 0.6, (at) => claimWithPhoto(teller, 'fresh-picture', at, 3)),
    tale(teller, 'fresh-claim-large', 0.4, (at) => claimWithPhoto(teller, 'fresh-picture-large', at, 4, true)),
  ];
}

type Found = Readonly<{ orderId: IdOf<'order'>; buyer: Actor }>;

/** Delivered orders at a moment that nobody has claimed or disputed, the newest delivery first or the dearest first. */
async function quietOrders({ stage, cast }: Teller, at: Date, dearest = false, inMacau = false): Promise<Found[]> {
  const rows = await stage.marketplace.system.db
    .selectFrom('order').innerJoin('payment', 'payment.orderId', 'order.id').select(['order.id', 'order.buyerId', 'order.totalMinor', 'order.currency', 'order.deliveredAt'])
    .where('order.state', '=', 'delivered').where('order.market', inMacau ? '=' : '!=', 'MO').where('payment.state', '=', 'captured').where('order.deliveredAt', '>', new Date(at.getTime() - 6.5 * DAY))
    .where((where) => where.not(where.exists(where.selectFrom('claim').select('claim.id').whereRef('claim.orderId', '=', 'order.id'))))
    .where((where) => where.not(where.exists(where.selectFrom('dispute').select('dispute.id').whereRef('dispute.orderId', '=', 'order.id'))))
    .orderBy(dearest ? 'order.totalMinor' : 'order.deliveredAt', 'desc').orderBy('order.id').execute();
  return rows.flatMap((row) => {
    const buyer = [...cast.buyers.values()].find((one) => one.buyerId === row.buyerId);
    return buyer === undefined ? [] : [{ orderId: row.id, buyer }];
  });
}

async function claimWithPhoto(teller: Teller, picture: string, at: Date, serial: number, dearest = false): Promise<void> {
  const [found] = await quietOrders(teller, at, dearest);
  if (found === undefined) return;
  const { stage } = teller;
  const order = await stage.run(found.buyer, getMyOrder, { params: { orderId: found.orderId } }, at, `money:${serial}:read`);
  const line = order.lines[0];
  if (line === undefined) return;
  const { fileId } = await stage.run(found.buyer, uploadBuyerFile, { body: await evidencePhoto('claim', picture) }, at, `money:${serial}:photo`);
  await stage.attempt(found.buyer, openClaim, { body: { orderLineId: line.id, kind: 'not_as_described', quantity: line.quantity, description: 'It does not look like the pictures on the page.', photos: [fileId] } }, at, `money:${serial}:claim`);
}

/** In Macau the law lets a buyer change their mind: the goods are asked back. */
async function changeOfMind(teller: Teller, key: string, at: Date): Promise<void> {
  const [found] = await quietOrders(teller, at, false, true);
  if (found === undefined) return;
  const { stage } = teller;
  const order = await stage.run(found.buyer, getMyOrder, { params: { orderId: found.orderId } }, at, `money:mind:${key}:read`);
  const line = order.lines[0];
  if (line !== undefined) await stage.attempt(found.buyer, openClaim, { body: { orderLineId: line.id, kind: 'no_reason', quantity: 1, description: '顏色與家裡不搭，想退回。', photos: [] } }, at, `money:mind:${key}:claim`);
}

/** A buyer whose change of mind was declined goes to the bank with the photo; the order was paid out before. */
async function disputeAfterPayout(teller: Teller, at: Date): Promise<void> {
  const [found] = await quietOrders(teller, at);
  if (found === undefined) return;
  const { stage, cast } = teller;
  const order = await stage.run(found.buyer, getMyOrder, { params: { orderId: found.orderId } }, at, 'money:chargeback:read');
  const line = order.lines[0];
  if (line === undefined) return;
  const { fileId } = await stage.run(found.buyer, uploadBuyerFile, { body: await evidencePhoto('claim', 'chargeback') }, at, 'money:chargeback:photo');
  await stage.attempt(found.buyer, openClaim, { body: { orderLineId: line.id, kind: 'no_reason', quantity: 1, description: 'The glaze is another shade; I would rather return it.', photos: [fileId] } }, at, 'money:chargeback:claim');
  await stage.attempt(cast.operator, simulateDispute, { params: { orderId: found.orderId }, body: { reason: 'product_unacceptable' } }, new Date(at.getTime() + 2 * HOUR), 'money:chargeback:dispute');
}

async function disputeDelivered(teller: Teller, key: string, reason: 'product_not_received' | 'product_unacceptable', at: Date): Promise<void> {
  const [found] = await quietOrders(teller, at, true);
  if (found !== undefined) await teller.stage.attempt(teller.cast.operator, simulateDispute, { params: { orderId: found.orderId }, body: { reason } }, at, `money:dispute:${key}`);
}

async function decideOldest({ stage, cast }: Teller, outcome: 'won' | 'lost', at: Date): Promise<void> {
  const open = await stage.marketplace.system.db.selectFrom('dispute').select('orderId').where('state', '=', 'open').orderBy('id').limit(1).executeTakeFirst();
  if (open !== undefined) await stage.attempt(cast.operator, simulateDispute, { params: { orderId: open.orderId }, body: { outcome } }, at, `money:dispute:${outcome}`);
}

/** Claims that charged their merchant and may still be appealed, the oldest first. */
async function chargedClaims({ stage, cast }: Teller, at: Date) {
  const rows = await stage.marketplace.system.db.selectFrom('claim').innerJoin('claimShare', (join) => join.onRef('claimShare.cause', '=', 'claim.id').on('claimShare.party', '=', 'merchant')).select(['claim.id', 'claim.merchantId']).where('claim.state', '=', 'refunded').where('claim.appeal', 'is', null).where('claim.appealUntil', '>', at).where('claimShare.chargeMinor', '>', 0n).orderBy('claim.id').execute();
  return rows.flatMap((row) => {
    const merchant = [...cast.merchants.values()].find((one) => one.merchantId === row.merchantId);
    return merchant === undefined ? [] : [{ claimId: row.id, merchant }];
  });
}

async function appealOne(teller: Teller, at: Date): Promise<void> {
  const [found] = await chargedClaims(teller, at);
  if (found !== undefined) await teller.stage.attempt(found.merchant, appealClaim, { params: { claimId: found.claimId }, body: { text: '买家照片里的吊牌不是我们店的，附出厂照片，请复核。', photos: [] } }, at, 'money:appeal');
}

async function overturnOne(teller: Teller, at: Date): Promise<void> {
  const [found] = await chargedClaims(teller, at);
  if (found === undefined) return;
  await teller.stage.attempt(found.merchant, appealClaim, { params: { claimId: found.claimId }, body: { text: '页面尺寸是平台译写的，原文写的是含边框尺寸。', photos: [] } }, at, 'money:overturn:appeal');
  await teller.stage.attempt(teller.cast.operator, overturnClaim, { params: { claimId: found.claimId }, body: { grant: true, fault: 'platform', reason: '核对原文：尺寸写明含边框，译文漏了，由平台承担。' } }, new Date(at.getTime() + 9 * HOUR), 'money:overturn');
}

/** Of the goods that were asked back, the first to be asked have arrived, later ones are on their way. */
async function returnsArrive({ stage, cast }: Teller, at: Date): Promise<void> {
  const rows = await stage.marketplace.system.db.selectFrom('claimReturn').innerJoin('claim', 'claim.id', 'claimReturn.claimId').select(['claimReturn.claimId', 'claimReturn.code', 'claim.buyerId']).where('claimReturn.state', '=', 'asked').orderBy('claimReturn.claimId').execute();
  for (const [index, row] of rows.entries()) {
    const buyer = [...cast.buyers.values()].find((one) => one.buyerId === row.buyerId);
    if (buyer === undefined) continue;
    await stage.attempt(buyer, sendReturn, { params: { claimId: row.claimId }, body: { carrier: '澳門郵政', trackingNumber: `RR${String(100_000_000 + index * 7_919).padStart(9, '0')}MO` } }, at, `money:return:${index}:sent`);
    if (index % 2 !== 0) continue;
    const { fileId } = await stage.run(cast.hub, uploadHubFile, { body: await evidencePhoto('hub', `return ${index}`) }, at, `money:return:${index}:photo`);
    await stage.attempt(cast.hub, receiveReturn, { params: { code: row.code }, body: { photos: [fileId], note: '外包装完好，吊牌未拆' } }, new Date(at.getTime() + 20 * HOUR), `money:return:${index}:received`);
  }
}

async function holdForInvoice({ stage, cast, anchor }: Teller, at: Date): Promise<void> {
  const richest = await stage.marketplace.system.db.selectFrom('balance').select('account').where('account', 'like', 'merchant:%').orderBy('amountMinor').limit(1).executeTakeFirst();
  const merchantId = [...cast.merchants.values()].find((one) => richest?.account.includes(one.merchantId) === true)?.merchantId;
  if (merchantId === undefined) return;
  const endsOn = new Date(anchor.getTime() + 9 * DAY).toISOString().slice(0, 10);
  await stage.attempt(cast.operator, placeHold, { body: { merchantId, amount: { minor: '5000', currency: 'CNY' }, reason: '进货发票抬头与店铺主体不一致，补交后即放款。', endsOn } }, at, 'money:hold');
}
