import type { IdOf } from '#core/ids/id.ts';
import { money } from '#core/money/money.ts';
import { moveExportParcel } from '#core/parcels/parcel-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { feesCharged, middleRate, orderCaptured } from '#server/modules/ledger/order-events.ts';
import { recordLedger } from '#server/modules/ledger/service.ts';
import { captureOrderPayment } from '#server/modules/orders/payments.ts';
import { advanceOrder, loadOrder, type StoredOrder } from '#server/modules/orders/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { recordEvidence } from './evidence.ts';
import { screenContents } from './last-screening.ts';
import { packedLines, presentExport, type ExportParcel } from './present.ts';
import { loadExport, type StoredExport } from './store.ts';

/** A parcel with its order, locked from the order down. Fails with `not_found`. */
export async function openExport({ tx }: Context, id: IdOf<'exportParcel'>): Promise<Result<{ order: StoredOrder; parcel: StoredExport }>> {
  const found = await loadExport(tx, id);
  if (found === null) return refuse('not_found', { what: 'parcel' });
  const order = await loadOrder(tx, found.orderId, 'update');
  const parcel = await loadExport(tx, id, 'update');
  if (order === null || parcel === null) throw new Error(`parcel ${id} has no order`);
  return ok({ order, parcel });
}

/**
 * Hands a parcel to its line: the payment of what is in it is captured, the goods are earned, the fees fall due, and the
 * first tracking event is written, all in one transaction. Fails with `not_found`, `wrong_state`, `contents_unlawful`, `payment_failed`.
 */
export async function handOver(context: Context, id: IdOf<'exportParcel'>): Promise<Result<ExportParcel>> {
  const { tx, at, ids, system } = context;
  const opened = await openExport(context, id);
  if (!opened.ok) return opened;
  const { order, parcel } = opened.value;
  const next = moveExportParcel(parcel.state, 'hand_over');
  if (!next.ok) return next;
  const lines = await packedLines(context, order.id);
  const screened = await screenContents(context, order.market, lines);
  if (!screened.ok) return screened;
  const exported = await advanceOrder(tx, order, 'hand_over');
  if (!exported.ok) return exported;
  const total = money(lines.reduce((sum, line) => sum + line.totalMinor, 0n), order.currency);
  const captured = await captureOrderPayment(context, order.id, total);
  if (!captured.ok) return captured;
  await recordLedger(context, [orderCaptured(order, lines, { provider: captured.value.provider, total, captureMiddle: middleRate(system.packs.pricing, order.market, at) }), ...feesCharged(order, lines)]);
  await tx.updateTable('exportParcel').set({ state: next.value, handedOverAt: at }).where('id', '=', id).execute();
  await tx.insertInto('trackingEvent').values({ id: ids.next('trackingEvent', at), exportParcelId: id, orderId: order.id, at, status: 'shipped', place: 'Shenzhen', source: 'hub' }).execute();
  const merchants = [...new Map(lines.map((line) => [line.merchantId, line.merchantOrderId]))];
  await recordEvidence(context, merchants.map(([merchantId]) => ({
    orderId: order.id, merchantId, kind: 'handed_over', findings: ['handed_over'], figures: { trackingNumber: parcel.trackingNumber, line: parcel.line.line.code },
    text: { 'zh-Hans': `已交运：${parcel.trackingNumber}`, 'zh-Hant': `已交運：${parcel.trackingNumber}`, en: `Handed over to the line: ${parcel.trackingNumber}` },
  })));
  const data = { trackingNumber: parcel.trackingNumber, exportParcelId: id };
  await recordEvents(context, [
    { kind: 'parcel_handed_over', subject: order.id, buyerId: order.buyerId, market: order.market, data },
    ...merchants.map(([merchantId, merchantOrderId]) => ({ kind: 'parcel_handed_over', subject: merchantOrderId, merchantId, market: order.market, data: { trackingNumber: parcel.trackingNumber } })),
  ]);
  return ok(await presentExport(context, { ...parcel, state: next.value, handedOverAt: at }));
}
