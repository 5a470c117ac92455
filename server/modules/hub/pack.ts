import { sql } from 'kysely';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { moveOrder } from '#core/orders/order-moves.ts';
import { parcelCode } from '#core/parcels/parcel-code.ts';
import { makeS10 } from '#core/parcels/s10.ts';
import type { Parcel } from '#core/pricing/line-haul.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { knownFacts, quoteInputOf } from '#server/modules/listings/decide.ts';
import { loadMerchantOrders, loadOrder, type StoredLine } from '#server/modules/orders/store.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { recordEvidence } from './evidence.ts';
import { chooseParcelLine, joinContents, type Contents } from './parcel-line.ts';
import { packedLines, presentExport, type ExportParcel } from './present.ts';
import { loadExport, loadExportOf, type MeasuredParcel } from './store.ts';

/** Packing: everything of an order into one export parcel, weighed, with its line and its number. */

/** Tracked packets of letter post (UPU S10-12, service indicators L and R in use 2026-11-23); the post of China issues them. */
const SERVICE = 'LK';
const COUNTRY = 'CN';

/** Packs an order that is complete at the hub. Fails with `not_found`, `not_complete`, `wrong_state`, `no_lawful_line`. */
export async function packParcel(context: Context, orderId: IdOf<'order'>, measured: MeasuredParcel): Promise<Result<ExportParcel>> {
  const { tx, at, ids, system } = context;
  const order = await loadOrder(tx, orderId, 'update');
  if (order === null) return refuse('not_found', { what: 'order' });
  if (order.state === 'with_merchant') {
    const missing = (await loadMerchantOrders(tx, [orderId])).filter((one) => one.state !== 'accepted' && one.state !== 'cancelled').length;
    return refuse('not_complete', { missing });
  }
  const ready = moveOrder(order.state, 'hand_over');
  if (!ready.ok || (await loadExportOf(tx, orderId)) !== null) return refuse('wrong_state', { state: ready.ok ? 'packed' : order.state, move: 'pack' });
  const lines = await packedLines(context, orderId);
  const { packs } = await currentPricing(tx, system.packs);
  const chosen = chooseParcelLine(packs, order.market, await contentsOf(context, lines, order.market), parcelOf(measured), at);
  if (!chosen.ok) return chosen;
  const id = ids.next('exportParcel', at);
  const trackingNumber = await nextTrackingNumber(context);
  await tx.insertInto('exportParcel').values({ id, code: parcelCode('export', id), orderId, market: order.market, state: 'packed', measured: canonicalJson(measured), line: canonicalJson(chosen.value), trackingNumber, packedAt: at }).execute();
  await recordEvidence(context, [...new Set(lines.map((line) => line.merchantId))].map((merchantId) => ({
    orderId, merchantId, kind: 'hub_packed', findings: ['packed_whole'], figures: { ...measured, parcelId: id },
    text: { 'zh-Hans': `打包 ${measured.weightGrams} 克，完好齐全`, 'zh-Hant': `打包 ${measured.weightGrams} 克，完好齊全`, en: `Packed whole, ${measured.weightGrams} g` },
  })));
  await recordEvents(context, [
    { kind: 'parcel_packed', subject: orderId, buyerId: order.buyerId, market: order.market, data: { line: chosen.value.name, trackingNumber, exportParcelId: id } },
  ]);
  const stored = await loadExport(tx, id);
  if (stored === null) throw new Error(`parcel ${id} is gone within its own transaction`);
  return ok(await presentExport(context, stored));
}

function parcelOf(measured: MeasuredParcel): Parcel {
  const side = (value: number | null | undefined) => (value === null || value === undefined ? null : BigInt(value));
  return { grams: BigInt(measured.weightGrams), lengthMm: side(measured.lengthMm), widthMm: side(measured.widthMm), heightMm: side(measured.heightMm) };
}

/** What is in the parcel, as far as lines care, by what is known about the goods today: a battery learned of since the sale still counts. */
async function contentsOf({ tx, system }: Context, lines: readonly StoredLine[], market: StoredLineMarket): Promise<Contents> {
  const records = await loadProducts(tx, [...new Set(lines.map((line) => line.productId))]);
  return joinContents(records.map((record) => {
    const product = assembleProduct(record);
    return quoteInputOf(product, knownFacts(product, system.packs), market, null, 1n, { feePlan: '', keepDomesticPrice: true, floorMinor: null });
  }));
}

type StoredLineMarket = Parameters<typeof chooseParcelLine>[1];

async function nextTrackingNumber({ tx }: Context): Promise<string> {
  const { rows } = await sql<{ serial: bigint }>`select nextval('tracking_serial') as serial`.execute(tx);
  const number = makeS10(SERVICE, Number(rows[0]?.serial ?? 0n), COUNTRY);
  if (!number.ok) throw new Error(`the tracking sequence left its range: ${number.problem.code}`);
  return number.value;
}
