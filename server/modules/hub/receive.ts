import type { z } from 'zod';
import type { receiveParcel as receiveRoute } from '#contract/hub.ts';
import type { LocalText } from '#core/market/market.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { Reason } from '#core/decision/decision.ts';
import { hubFindings } from '#core/claims/evidence.ts';
import type { IdOf } from '#core/ids/id.ts';
import { isCompleteAtHub } from '#core/orders/order-moves.ts';
import { compareWithDeclared } from '#core/parcels/compare-with-declared.ts';
import { moveInboundParcel } from '#core/parcels/parcel-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { advanceMerchantOrder, advanceOrder, loadLines, loadMerchantOrders, loadOrder, type StoredLine, type StoredMerchantOrder, type StoredOrder } from '#server/modules/orders/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadDeclared } from './declared-parcel.ts';
import { recordEvidence } from './evidence.ts';
import { presentInbound, type InboundParcel } from './present.ts';
import { reduceToWhatCame } from './accept-short.ts';
import { learnWeight } from './learn-weight.ts';
import { asideFrom } from './quarantine.ts';
import { loadInbound, type StoredInbound } from './store.ts';

type Receipt = z.output<typeof receiveRoute.body>;

/** A parcel with everything that moves together with it, locked from the order down. */
export type OpenParcel = Readonly<{ parcel: StoredInbound; order: StoredOrder; merchantOrder: StoredMerchantOrder; lines: readonly StoredLine[] }>;

/** Locks a parcel, its merchant order and its order; cancellations lock in the same order. Fails with `not_found`. */
export async function openParcel({ tx }: Context, id: IdOf<'inboundParcel'>): Promise<Result<OpenParcel>> {
  const found = await loadInbound(tx, id);
  if (found === null) return refuse('not_found', { what: 'parcel' });
  const order = await loadOrder(tx, found.orderId, 'update');
  const merchantOrder = (await loadMerchantOrders(tx, [found.orderId], 'update')).find((one) => one.id === found.merchantOrderId);
  const parcel = await loadInbound(tx, id, 'update');
  if (order === null || merchantOrder === undefined || parcel === null) throw new Error(`parcel ${id} has no order`);
  return ok({ parcel, order, merchantOrder, lines: await loadLines(tx, { merchantOrderIds: [merchantOrder.id] }) });
}

/**
 * Receives a parcel: weight, size, count and photos are put on file as evidence, compared with what was declared, and
 * the parcel is accepted or put aside with the reasons. The worker's own eyes count as well: a reason given puts it
 * aside whatever the scale says. Fails with `not_found`, `wrong_state`, `photo_missing`.
 */
export async function receiveParcel(context: Context, id: IdOf<'inboundParcel'>, receipt: Receipt): Promise<Result<InboundParcel>> {
  const opened = await openParcel(context, id);
  if (!opened.ok) return opened;
  const { parcel, lines } = opened.value;
  const received = moveInboundParcel(parcel.state, 'receive');
  if (!received.ok) return received;
  const photos = await ownPhotos(context, receipt.photos);
  if (!photos) return refuse('photo_missing', {}, 'photos');
  const declared = (await loadDeclared(context.tx, lines))(parcel.merchantOrderId);
  const comparison = compareWithDeclared({ ...declared, lines: piecesBySku(lines) }, receipt);
  const reasons: Reason[] = receipt.putAside ? [seenByWorker(receipt.putAside.reason), ...comparison.reasons.filter(() => comparison.decision === 'put_aside')] : [...comparison.reasons];
  const decision = receipt.putAside ? 'put_aside' : comparison.decision;
  await recordReceipt(context, opened.value, receipt, reasons);
  return settleParcel(context, { ...opened.value, parcel: { ...parcel, state: received.value } }, decision, reasons, { receipt });
}

/** Pieces by stock keeping unit: two products of a shop may carry the same one, and the worker counts what is printed on the goods. */
function piecesBySku(lines: readonly StoredLine[]): { sku: string; quantity: number }[] {
  const pieces = new Map<string, number>();
  for (const line of lines) pieces.set(line.sku, (pieces.get(line.sku) ?? 0) + line.quantity);
  return [...pieces].map(([sku, quantity]) => ({ sku, quantity }));
}

/** True when every photo was taken at the hub: a photo of a buyer or a merchant proves nothing here. */
async function ownPhotos({ tx }: Context, photos: Receipt['photos']): Promise<boolean> {
  const wanted = [...new Set(photos)];
  const known = await tx.selectFrom('file').select('id').where('id', 'in', wanted).where('merchantId', 'is', null).where('buyerId', 'is', null).execute();
  return known.length === wanted.length;
}

async function recordReceipt(context: Context, { parcel, lines }: OpenParcel, receipt: Receipt, reasons: readonly Reason[]): Promise<void> {
  const { orderId, merchantId } = parcel;
  const pieces = piecesBySku(lines);
  const expected = pieces.reduce((sum, line) => sum + line.quantity, 0);
  const counted = pieces.reduce((sum, line) => sum + (receipt.counts.find((one) => one.sku === line.sku)?.counted ?? line.quantity), 0);
  const codes = new Set(reasons.map((reason) => reason.code));
  const found = hubFindings({ intact: true, matching: !codes.has('not_ordered'), declared: expected, counted });
  // What a worker saw is for a person to read: only what scale and count say stands as a finding then.
  const findings = receipt.putAside ? found.filter((finding) => finding !== 'received_intact' && finding !== 'received_matching') : found;
  const sides = [receipt.lengthMm, receipt.widthMm, receipt.heightMm].filter((one) => typeof one === 'number').join('×');
  const size = sides === '' ? '' : `, ${sides} mm`;
  await recordEvidence(context, [
    {
      orderId, merchantId, kind: 'hub_measure', findings,
      text: { 'zh-Hans': `入仓称重 ${receipt.weightGrams} 克${size}，清点 ${counted}/${expected} 件`, 'zh-Hant': `入倉稱重 ${receipt.weightGrams} 克${size}，清點 ${counted}/${expected} 件`, en: `Weighed ${receipt.weightGrams} g at the hub${size}, counted ${counted} of ${expected}` },
      figures: { weightGrams: receipt.weightGrams, lengthMm: receipt.lengthMm, widthMm: receipt.widthMm, heightMm: receipt.heightMm, counts: receipt.counts, parcelId: parcel.id },
    },
    ...receipt.photos.map((fileId) => ({ orderId, merchantId, kind: 'hub_photo' as const, fileId, findings, text: { 'zh-Hans': '入仓时的照片', 'zh-Hant': '入倉時的照片', en: 'Photo taken at the hub' } })),
    ...(receipt.putAside ? [{ orderId, merchantId, kind: 'hub_note' as const, findings: [], text: inEveryLanguage(receipt.putAside.reason) }] : []),
  ]);
}

function inEveryLanguage(words: string): LocalText {
  return { 'zh-Hans': words, 'zh-Hant': words, en: words };
}

function seenByWorker(words: string): Reason {
  return { code: 'seen_at_hub', text: inEveryLanguage(words), because: [], source: null, fix: { kind: 'contact', target: 'hub', text: { 'zh-Hans': '与集运仓确认', 'zh-Hant': '與集運倉確認', en: 'Settle it with the hub' } }, owner: 'hub' };
}

type Settling = Readonly<{ receipt?: Receipt; why?: LocalText }>;

/** Accepts a received parcel or puts it aside, moves its merchant order along and tells the merchant; with the last parcel the order is complete. */
async function settleParcel(context: Context, open: OpenParcel, decision: 'accept' | 'put_aside', reasons: readonly Reason[], { receipt, why }: Settling): Promise<Result<InboundParcel>> {
  const { tx, at } = context;
  const { parcel, order, lines } = open;
  const next = moveInboundParcel(parcel.state, decision);
  if (!next.ok) return next;
  const measures = receipt && { measured: canonicalJson({ weightGrams: receipt.weightGrams, lengthMm: receipt.lengthMm, widthMm: receipt.widthMm, heightMm: receipt.heightMm }), counts: canonicalJson(receipt.counts), photos: canonicalJson(receipt.photos), receivedAt: at };
  await tx.updateTable('inboundParcel').set({ state: next.value, reasons: canonicalJson(reasons), ...measures, ...(decision === 'put_aside' && asideFrom(at, reasons)) }).where('id', '=', parcel.id).execute();
  const moved = await moveMerchantSide(context, open.merchantOrder, decision, receipt !== undefined, reasons);
  if (!moved.ok) return moved;
  const weightGrams = receipt?.weightGrams ?? parcel.measured?.weightGrams ?? null;
  if (decision === 'accept') {
    const complete = await completeOrder(context, order);
    if (!complete.ok) return complete;
    await learnWeight(context, lines, weightGrams);
  }
  await recordEvents(context, [{
    kind: decision === 'accept' ? 'parcel_accepted' : 'parcel_put_aside', subject: parcel.id, merchantId: parcel.merchantId, market: order.market,
    data: { weightGrams, merchantOrderId: parcel.merchantOrderId }, why: why ?? reasons[0]?.text ?? null,
  }]);
  const stored = await loadInbound(tx, parcel.id);
  const [presented] = stored === null ? [] : await presentInbound(context, [stored]);
  if (presented === undefined) throw new Error(`parcel ${parcel.id} is gone within its own transaction`);
  return ok(presented);
}

async function moveMerchantSide({ tx }: Context, merchantOrder: StoredMerchantOrder, decision: 'accept' | 'put_aside', arriving: boolean, reasons: readonly Reason[]): Promise<Result<StoredMerchantOrder>> {
  const received = arriving ? await advanceMerchantOrder(tx, merchantOrder, 'receive') : ok(merchantOrder);
  if (!received.ok) return received;
  const [first] = reasons;
  return advanceMerchantOrder(tx, received.value, decision, decision === 'put_aside' && first !== undefined ? { hubNote: canonicalJson(first.text) } : {});
}

/** With the last merchant order accepted the order stands complete at the hub. */
async function completeOrder({ tx }: Context, order: StoredOrder): Promise<Result<null>> {
  const states = (await loadMerchantOrders(tx, [order.id])).map((one) => one.state);
  if (!isCompleteAtHub(states)) return ok(null);
  const moved = await advanceOrder(tx, order, 'complete_at_hub');
  return moved.ok ? ok(null) : moved;
}

/** Pieces that were ordered and did not come, by the worker's count; a thing that was not ordered makes up for none of them. */
function missingPieces({ parcel, lines }: OpenParcel): number {
  return piecesBySku(lines).reduce((missing, { sku, quantity }) => missing + Math.max(0, quantity - (parcel.counts.find((one) => one.sku === sku)?.counted ?? quantity)), 0);
}

/**
 * Accepts a parcel that was put aside; what was found stays on file. A short one is accepted for what came when the worker says so, never as it was ordered:
 * its lines would be captured whole. Fails with `not_found`, `wrong_state`, `short_parcel`.
 */
export async function acceptAside(context: Context, opened: OpenParcel, words: string, short: boolean): Promise<Result<InboundParcel>> {
  const missing = opened.parcel.state === 'put_aside' ? missingPieces(opened) : 0;
  if (missing > 0 && !short) return refuse('short_parcel', { missing });
  const reduced = missing > 0 ? await reduceToWhatCame(context, opened, inEveryLanguage(words)) : ok(opened);
  if (!reduced.ok) return reduced;
  const open = reduced.value;
  const { parcel } = open;
  await recordEvidence(context, [{ orderId: parcel.orderId, merchantId: parcel.merchantId, kind: 'hub_note', findings: [], text: inEveryLanguage(words) }]);
  return settleParcel(context, open, 'accept', [{ ...seenByWorker(words), code: 'accepted_as_it_is', fix: null }], { why: inEveryLanguage(words) });
}
