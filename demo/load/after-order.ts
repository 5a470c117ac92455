import { uploadBuyerFile, uploadHubFile } from '#contract/accounts.ts';
import { answerClaim, decideClaim, openClaim, type claimKind } from '#contract/claims.ts';
import { handOver, packParcel, receiveParcel, recordTracking, resolveAside } from '#contract/hub.ts';
import { getMyOrder, shipMerchantOrder } from '#contract/orders.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { simulateJourney } from '#core/parcels/simulated-journey.ts';
import { chosenLine } from '#server/modules/hub/store.ts';
import type { z } from 'zod';
import { evidencePhoto } from '../journey/photo.ts';
import type { PlannedOrder } from '../order-plan.ts';
import { hashOf } from '../sequence.ts';
import type { Cast } from './accounts.ts';
import type { Happening } from './orders.ts';
import type { Stage } from './stage.ts';

/** What follows an order: the merchants ship, the hub works, the carrier reports, and sometimes a buyer claims. */

const HOUR = 3_600_000;

type Tale = Readonly<{ stage: Stage; cast: Cast; plan: PlannedOrder; orderId: IdOf<'order'> }>;

function later(tale: Tale, at: Date, hours: number, what: string, happen: (moment: Date) => Promise<readonly Happening[]>): Happening {
  // Minutes differ from order to order, so that nothing in the story happens on the stroke of the hour.
  const moment = new Date(at.getTime() + hours * HOUR + (hashOf(`${tale.plan.key} ${what}`) % 50) * 60_000);
  return { at: moment, key: `${tale.plan.key}:${what}`, happen: () => happen(moment) };
}

export async function followUp(stage: Stage, cast: Cast, plan: PlannedOrder, orderId: IdOf<'order'>, at: Date): Promise<readonly Happening[]> {
  const tale: Tale = { stage, cast, plan, orderId };
  if (plan.fate === 'awaiting_shipment') return [];
  return [later(tale, at, 20 + (hashOf(plan.key) % 20), 'ship', (moment) => ship(tale, moment))];
}

const CARRIERS = ['中通', '圆通', '顺丰', '韵达'];

async function merchantOrders({ stage, orderId }: Tale) {
  return stage.marketplace.system.db.selectFrom('merchantOrder').innerJoin('inboundParcel', 'inboundParcel.merchantOrderId', 'merchantOrder.id').select(['merchantOrder.id', 'merchantOrder.merchantId', 'inboundParcel.id as parcelId']).where('merchantOrder.orderId', '=', orderId).orderBy('merchantOrder.id').execute();
}

function merchantActor({ cast }: Tale, merchantId: MerchantId) {
  const actor = [...cast.merchants.values()].find((one) => one.merchantId === merchantId);
  if (actor === undefined) throw new Error(`demo: no account for ${merchantId}`);
  return actor;
}

async function ship(tale: Tale, at: Date): Promise<readonly Happening[]> {
  for (const [index, row] of (await merchantOrders(tale)).entries()) {
    const carrier = CARRIERS[hashOf(row.id) % CARRIERS.length] ?? '中通';
    await tale.stage.run(merchantActor(tale, row.merchantId), shipMerchantOrder, { params: { merchantOrderId: row.id }, body: { carrier, trackingNumber: `7${String(hashOf(row.id)).padStart(11, '3')}` } }, at, `${tale.plan.key}:ship:${index}`);
  }
  return [later(tale, at, 40 + (hashOf(`${tale.plan.key} road`) % 30), 'receive', (moment) => receive(tale, moment))];
}

/** One photograph serves every parcel of the demo: it is uploaded once and found again by its key. */
async function hubPhoto({ stage, cast, plan }: Tale, at: Date) {
  const { fileId } = await stage.run(cast.hub, uploadHubFile, { body: await evidencePhoto('hub') }, at, `${plan.key}:hub-photo`);
  return fileId;
}

async function receive(tale: Tale, at: Date): Promise<readonly Happening[]> {
  const { stage, cast, plan } = tale;
  const photo = await hubPhoto(tale, at);
  const waiting: Happening[] = [];
  for (const [index, row] of (await merchantOrders(tale)).entries()) {
    const lines = await stage.marketplace.system.db.selectFrom('orderLine').select(['sku', 'quantity', 'weightGrams']).where('merchantOrderId', '=', row.id).execute();
    const declared = lines.reduce((sum, line) => sum + (line.weightGrams ?? 300) * line.quantity, 0);
    const heavy = plan.fate === 'overweight' ? 1.6 : 1 + (hashOf(row.id) % 4) / 100;
    const short = plan.fate === 'short_shipment' && index === 0;
    const counts = lines.map((line, position) => ({ sku: line.sku, counted: short && position === 0 ? line.quantity - 1 : line.quantity }));
    const body = { weightGrams: Math.max(1, Math.round(declared * heavy) + 20), counts, photos: [photo] };
    const parcel = await stage.run(cast.hub, receiveParcel, { params: { inboundParcelId: row.parcelId }, body }, at, `${plan.key}:receive:${index}`);
    if (parcel.state === 'put_aside' && plan.fate !== 'short_shipment') waiting.push(later(tale, at, 20, `resolve:${index}`, (moment) => resolve(tale, row.parcelId, index, moment)));
  }
  if (plan.fate === 'at_hub' || plan.fate === 'short_shipment') return [];
  return [...waiting, later(tale, at, waiting.length > 0 ? 26 : 5, 'pack', (moment) => pack(tale, moment))];
}

async function resolve(tale: Tale, inboundParcelId: IdOf<'inboundParcel'>, index: number, at: Date): Promise<readonly Happening[]> {
  await tale.stage.run(tale.cast.hub, resolveAside, { params: { inboundParcelId }, body: { accept: true, reason: '复核实物与照片，内容无误，按实重出运。' } }, at, `${tale.plan.key}:resolve:${index}`);
  return [];
}

async function pack(tale: Tale, at: Date): Promise<readonly Happening[]> {
  const { stage, cast, plan, orderId } = tale;
  const lines = await stage.marketplace.system.db.selectFrom('orderLine').select(['quantity', 'weightGrams']).where('orderId', '=', orderId).execute();
  const weightGrams = lines.reduce((sum, line) => sum + (line.weightGrams ?? 300) * line.quantity, 0) + 80;
  const packed = await stage.attempt(cast.hub, packParcel, { params: { orderId }, body: { weightGrams, lengthMm: 300, widthMm: 220, heightMm: 120 } }, at, `${plan.key}:pack`);
  // No lawful line: the parcel waits at the hub for a person, as it would.
  if (!packed.ok) return [];
  const exportParcelId = packed.value.id;
  return [later(tale, at, 4, 'hand-over', async (moment) => {
    const handed = await stage.attempt(cast.hub, handOver, { params: { exportParcelId } }, moment, `${plan.key}:hand-over`);
    return handed.ok ? travels(tale, exportParcelId, moment) : [];
  })];
}

/** The way as the built-in carrier tells it: what lies beyond the end of the story happens while the marketplace runs. */
async function travels(tale: Tale, exportParcelId: IdOf<'exportParcel'>, at: Date): Promise<readonly Happening[]> {
  const { stage, cast, plan } = tale;
  const { system } = stage.marketplace;
  const parcel = await system.db.selectFrom('exportParcel').select(['trackingNumber', 'line', 'handedOverAt']).where('id', '=', exportParcelId).executeTakeFirstOrThrow();
  const line = system.packs.pricing.lines.find((one) => one.code === chosenLine.parse(parcel.line).line.code);
  if (line === undefined || parcel.trackingNumber === null || parcel.handedOverAt === null) throw new Error(`${exportParcelId} was handed over without a line`);
  return simulateJourney(parcel.trackingNumber, line, parcel.handedOverAt.toISOString()).map((report, index) =>
    later(tale, at, (Date.parse(report.at) - at.getTime()) / HOUR + 0.01, `track:${index}`, async (moment) => {
      await stage.run(cast.operator, recordTracking, { params: { exportParcelId }, body: { status: report.status, place: report.place, occurredAt: report.at } }, moment, `${plan.key}:track:${index}`);
      return report.status === 'delivered' && plan.fate.startsWith('claim:') ? [later(tale, moment, 30, 'claim', (when) => claim(tale, when))] : [];
    }));
}

const WORDS: Readonly<Record<string, readonly [buyer: string, merchant: string, operator: string, fault: 'merchant' | 'hub' | 'carrier' | 'platform']>> = {
  damaged: ['It arrived with a crack along one side; the box was crushed at the corner.', '出厂与入仓照片都完好，应是运输途中挤压。', '外箱角部压痕明显，入仓照片完好：运输途中损坏。', 'carrier'],
  wrong: ['The colour is not the one I ordered.', '核对了发货记录，确实拿错了颜色，非常抱歉。', '商家确认发错规格。', 'merchant'],
  missing: ['One piece of the set is not in the parcel.', '我们按整套装箱，请看入仓照片。', '入仓点数与订单一致，出仓称重偏轻：集运仓漏装。', 'hub'],
  not_as_described: ['It is noticeably smaller than the page says.', '尺寸是手工量的，误差在说明范围内。', '实物与页面尺寸相差超过说明范围，以买家照片为准。', 'merchant'],
  no_reason: ['I changed my mind and would like to return it.', '', '', 'platform'],
};

async function claim(tale: Tale, at: Date): Promise<readonly Happening[]> {
  const { stage, cast, plan, orderId } = tale;
  const buyer = cast.buyers.get(plan.buyerKey);
  const kind = plan.fate.slice('claim:'.length) as z.output<typeof claimKind>;
  const words = WORDS[kind];
  if (buyer === undefined || words === undefined) throw new Error(`demo: nobody claims ${plan.key}`);
  const order = await stage.run(buyer, getMyOrder, { params: { orderId } }, at, `${plan.key}:read`);
  const line = order.lines[0];
  if (line === undefined) return [];
  const photos = kind === 'no_reason' ? [] : [(await stage.run(buyer, uploadBuyerFile, { body: await evidencePhoto('claim', plan.key) }, at, `${plan.key}:photo`)).fileId];
  const opened = await stage.attempt(buyer, openClaim, { body: { orderLineId: line.id, kind, quantity: 1, description: words[0], photos } }, at, `${plan.key}:claim`);
  if (!opened.ok || (opened.value.state !== 'open' && opened.value.state !== 'with_merchant')) return [];
  const claimId = opened.value.id;
  const merchantId = (await stage.marketplace.system.db.selectFrom('claim').select('merchantId').where('id', '=', claimId).executeTakeFirstOrThrow()).merchantId;
  return [
    later(tale, at, 16, 'answer', async (moment) => {
      await stage.attempt(merchantActor(tale, merchantId), answerClaim, { params: { claimId }, body: { text: words[1], photos: [] } }, moment, `${plan.key}:answer`);
      return [];
    }),
    later(tale, at, 38, 'decide', async (moment) => {
      await stage.attempt(cast.operator, decideClaim, { params: { claimId }, body: { grant: true, fault: words[3], reason: words[2] } }, moment, `${plan.key}:decide`);
      return [];
    }),
  ];
}
