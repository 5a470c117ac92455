import { sql } from 'kysely';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { sum } from '#core/money/money.ts';
import { moveOrder } from '#core/orders/order-moves.ts';
import { chooseCarton, type PieceSize } from '#core/parcels/carton.ts';
import { decideLine, joinContents, type LineContents, type LineDecision, type PackedParcel } from '#core/parcels/line-choice.ts';
import { parcelCode } from '#core/parcels/parcel-code.ts';
import { makeS10 } from '#core/parcels/s10.ts';
import type { Parcel } from '#core/pricing/line-haul.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { knownFacts, quoteInputOf } from '#server/modules/listings/decide.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { loadMerchantOrders, loadOrder, type StoredLine, type StoredOrder } from '#server/modules/orders/store.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { recordEvidence } from './evidence.ts';
import { screenContents } from './last-screening.ts';
import { goodsValueOf, packedLines, presentExport, type ExportParcel } from './present.ts';
import { loadExport, loadExportOf, type MeasuredParcel } from './store.ts';

/** Packing: everything of an order into one export parcel, weighed, with its line and its number. */

/** Tracked packets of letter post (UPU S10-12, service indicators L and R in use 2026-11-23); the post of China issues them. */
const SERVICE = 'LK';
const COUNTRY = 'CN';

type Bench = MeasuredParcel & Readonly<{ carton?: string | null | undefined }>;

/** Packs an order that is complete at the hub. Fails with `not_found`, `not_complete`, `wrong_state`, `contents_unlawful`, `measures_missing`, `no_lawful_line`. */
export async function packParcel(context: Context, orderId: IdOf<'order'>, bench: Bench): Promise<Result<ExportParcel>> {
  const { tx, at, ids, locale } = context;
  const opened = await openForPacking(context, orderId);
  if (!opened.ok) return opened;
  const order = opened.value;
  const lines = await packedLines(context, orderId);
  const screened = await screenContents(context, order.market, lines);
  if (!screened.ok) return screened;
  const goods = await loadGoods(context, lines, order.market);
  const measured = measuredBy(bench, goods, context);
  if (!measured.ok) return measured;
  const packed: PackedParcel = { market: order.market, contents: goods.contents, parcel: parcelOf(measured.value), value: sum(lines.map(goodsValueOf), order.currency), promisedBy: order.promisedBy?.toISOString() ?? null };
  const decision = await decideNow(context, packed);
  const { line } = decision;
  if (line === null) return refuse('no_lawful_line', { why: decision.reasons[0]?.text[locale] ?? '' });
  const id = ids.next('exportParcel', at);
  const trackingNumber = await nextTrackingNumber(context);
  await tx.insertInto('exportParcel').values({ id, code: parcelCode('export', id), orderId, market: order.market, state: 'packed', measured: canonicalJson(measured.value), line: canonicalJson(decision), lineInput: canonicalJson(packed), trackingNumber, packedAt: at }).execute();
  await recordEvidence(context, [...new Set(lines.map((one) => one.merchantId))].map((merchantId) => ({
    orderId, merchantId, kind: 'hub_packed', findings: ['packed_whole'], figures: { ...measured.value, parcelId: id },
    text: { 'zh-Hans': `打包 ${bench.weightGrams} 克，完好齐全`, 'zh-Hant': `打包 ${bench.weightGrams} 克，完好齊全`, en: `Packed whole, ${bench.weightGrams} g` },
  })));
  await recordEvents(context, [
    { kind: 'parcel_packed', subject: orderId, buyerId: order.buyerId, market: order.market, data: { line: line.name, trackingNumber, exportParcelId: id } },
    ...(decision.reasons[0]?.code === 'fastest_but_late' ? [{ kind: 'delivery_expected_late', subject: orderId, buyerId: order.buyerId, market: order.market, data: { expected: shanghaiDay(new Date(line.arrivesBy)) } }] : []),
  ]);
  const stored = await loadExport(tx, id);
  if (stored === null) throw new Error(`parcel ${id} is gone within its own transaction`);
  return ok(await presentExport(context, stored));
}

/** The order, locked, if all of it that will come is here and nothing of it is packed. */
async function openForPacking({ tx }: Context, orderId: IdOf<'order'>): Promise<Result<StoredOrder>> {
  const order = await loadOrder(tx, orderId, 'update');
  if (order === null) return refuse('not_found', { what: 'order' });
  if (order.state === 'with_merchant') {
    const missing = (await loadMerchantOrders(tx, [orderId])).filter((one) => one.state !== 'accepted' && one.state !== 'cancelled').length;
    return refuse('not_complete', { missing });
  }
  const ready = moveOrder(order.state, 'hand_over');
  return !ready.ok || (await loadExportOf(tx, orderId)) !== null ? refuse('wrong_state', { state: ready.ok ? 'packed' : order.state, move: 'pack' }) : ok(order);
}

async function decideNow({ tx, at, system }: Context, packed: PackedParcel): Promise<LineDecision> {
  const { packs } = await currentPricing(tx, system.packs);
  return decideLine(packed, packs.lines, packs.edition, at.toISOString());
}

/** A box that is none of the hub's cartons. */
const OWN_BOX = 'own';

/** Sides taken by hand, else those of the carton that was named, else of the one that fits. Fails with `measures_missing`, `invalid_input`. */
function measuredBy({ carton: named, ...bench }: Bench, { sizes }: Goods, { system }: Context): Result<MeasuredParcel> {
  if (typeof bench.lengthMm === 'number' && typeof bench.widthMm === 'number' && typeof bench.heightMm === 'number') return ok(bench);
  const { cartons } = system.packs;
  const given = named === null || named === undefined || named === '' ? undefined : cartons.find((one) => one.code === named);
  if (given === undefined && named && named !== OWN_BOX) return refuse('invalid_input', { detail: `${named} is no carton of the hub; expected one of ${cartons.map((one) => one.code).join(', ')}, or ${OWN_BOX}` }, 'carton');
  const carton = given ?? (named === OWN_BOX ? null : chooseCarton(sizes, cartons));
  if (carton === null) return refuse('measures_missing', {}, 'lengthMm');
  const [lengthMm, widthMm, heightMm] = carton.outerMm;
  return ok({ ...bench, lengthMm, widthMm, heightMm });
}

function parcelOf(measured: MeasuredParcel): Parcel {
  const side = (value: number | null | undefined) => (value === null || value === undefined ? null : BigInt(value));
  return { grams: BigInt(measured.weightGrams), lengthMm: side(measured.lengthMm), widthMm: side(measured.widthMm), heightMm: side(measured.heightMm) };
}

type Goods = Readonly<{ contents: LineContents; sizes: readonly PieceSize[] }>;

/** What is in the parcel, as far as lines and cartons care, by what is known about the goods today: a battery learned of since the sale still counts. */
export async function loadGoods({ tx, system }: Pick<Context, 'tx' | 'system'>, lines: readonly StoredLine[], market: Market): Promise<Goods> {
  const records = await loadProducts(tx, [...new Set(lines.map((line) => line.productId))]);
  const inputs = records.map((record) => {
    const product = assembleProduct(record);
    return { id: record.id, input: quoteInputOf(product, knownFacts(product, system.packs), market, null, 1n, { feePlan: '', keepDomesticPrice: true, floorMinor: null }) };
  });
  const side = (value: bigint | null | undefined) => (value === null || value === undefined ? null : Number(value));
  return {
    contents: joinContents(inputs.map((one) => one.input)),
    sizes: lines.map((line) => {
      const input = inputs.find((one) => one.id === line.productId)?.input;
      return { lengthMm: side(input?.lengthMm), widthMm: side(input?.widthMm), heightMm: side(input?.heightMm), weightGrams: line.weightGrams, quantity: line.quantity };
    }),
  };
}

async function nextTrackingNumber({ tx }: Context): Promise<string> {
  const { rows } = await sql<{ serial: bigint }>`select nextval('tracking_serial') as serial`.execute(tx);
  const number = makeS10(SERVICE, Number(rows[0]?.serial ?? 0n), COUNTRY);
  if (!number.ok) throw new Error(`the tracking sequence left its range: ${number.problem.code}`);
  return number.value;
}
