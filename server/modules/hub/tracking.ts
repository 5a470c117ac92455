import type { z } from 'zod';
import type { listExportParcels as listRoute, recordTracking as trackingRoute } from '#contract/hub.ts';
import type { Finding } from '#core/claims/evidence.ts';
import type { IdOf } from '#core/ids/id.ts';
import { trackParcel, TRACKING_TEXT, type TrackingStatus } from '#core/parcels/tracking.ts';
import type { OrderMove } from '#core/orders/order-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { ExportState } from '#core/parcels/parcel-moves.ts';
import { advanceOrder, beforeCursor, cutPage, type StoredOrder } from '#server/modules/orders/store.ts';
import { recordEvents, type NewEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { recordEvidence } from './evidence.ts';
import type { CarrierReport } from '#server/providers/carriers/provider.ts';
import { openExport } from './hand-over.ts';
import { packedLines, presentExport, type ExportParcel } from './present.ts';
import { readExport, type StoredExport } from './store.ts';

type TrackingInput = z.output<typeof trackingRoute.body>;

/** What a status does to the order, and what it proves if a claim comes. */
const MEANING: Readonly<Partial<Record<TrackingStatus, Readonly<{ move: OrderMove; finding: Finding | null }>>>> = {
  delivered: { move: 'deliver', finding: 'carrier_delivered' },
  lost: { move: 'give_up', finding: 'carrier_lost' },
  returned_to_sender: { move: 'give_up', finding: 'carrier_returned' },
};

/** A report that a person entered as a carrier's. */
export const BY_HAND = 'carrier';

type Opened = Readonly<{ order: StoredOrder; parcel: StoredExport }>;

/** Records what a carrier reports, told by a person. Delivery starts the buyer's claim windows. Fails with `not_found`, `wrong_state`, `invalid_input`. */
export async function recordTracking(context: Context, id: IdOf<'exportParcel'>, input: TrackingInput): Promise<Result<ExportParcel>> {
  const { at } = context;
  const opened = await openExport(context, id);
  if (!opened.ok) return opened;
  const { parcel } = opened.value;
  const next = trackParcel(parcel.state, input.status);
  if (!next.ok) return refuse('wrong_state', { state: parcel.state, move: input.status });
  const occurred = input.occurredAt ? new Date(input.occurredAt) : at;
  if (occurred > at) return refuse('invalid_input', { detail: `${occurred.toISOString()} lies in the future; expected an instant up to ${at.toISOString()}` }, 'occurredAt');
  if (parcel.handedOverAt !== null && occurred < parcel.handedOverAt) return refuse('invalid_input', { detail: `${occurred.toISOString()} lies before the hand-over at ${parcel.handedOverAt.toISOString()}` }, 'occurredAt');
  const moved = await applyReport(context, opened.value, next.value, { status: input.status, at: occurred.toISOString(), place: input.place ?? null });
  return moved.ok ? ok(await presentExport(context, moved.value)) : moved;
}

/** Puts a report on file where it belongs in time. */
export async function noteReport({ tx, at, ids }: Context, { order, parcel }: Opened, report: CarrierReport, source = BY_HAND): Promise<void> {
  await tx.insertInto('trackingEvent').values({ id: ids.next('trackingEvent', at), exportParcelId: parcel.id, orderId: order.id, at: new Date(report.at), status: report.status, place: report.place, source }).execute();
}

/** Puts a report on file and does what it means: the parcel moves, its order with it, evidence is kept, everyone is told. Fails with `wrong_state`. */
export async function applyReport(context: Context, opened: Opened, state: ExportState, report: CarrierReport, source = BY_HAND): Promise<Result<StoredExport>> {
  const { tx } = context;
  const { order, parcel } = opened;
  const delivered = state === 'delivered' ? { deliveredAt: new Date(report.at) } : {};
  await noteReport(context, opened, report, source);
  await tx.updateTable('exportParcel').set({ state, ...delivered }).where('id', '=', parcel.id).execute();
  const meaning = MEANING[report.status];
  // A lost parcel that turns up belongs to an order whose claim may have settled the money: the order stays ended.
  if (meaning !== undefined && order.state === 'exported') {
    const moved = await advanceOrder(tx, order, meaning.move, delivered);
    if (!moved.ok) return moved;
  }
  await tellEveryone(context, order, report, meaning?.finding ?? null);
  return ok({ ...parcel, state, ...delivered });
}

async function tellEveryone(context: Context, order: Readonly<{ id: IdOf<'order'>; buyerId: IdOf<'buyer'>; market: ExportParcel['market'] }>, report: CarrierReport, finding: Finding | null): Promise<void> {
  const lines = await packedLines(context, order.id);
  const merchants = [...new Map(lines.map((line) => [line.merchantId, line.merchantOrderId]))];
  const text = TRACKING_TEXT[report.status];
  if (finding !== null) {
    await recordEvidence(context, merchants.map(([merchantId]) => ({ orderId: order.id, merchantId, kind: 'tracking', findings: [finding], text, figures: { status: report.status, place: report.place } })));
  }
  const data = { status: text, place: report.place };
  const kinds = report.status === 'delivered' ? ['tracking_recorded', 'order_delivered'] : ['tracking_recorded'];
  await recordEvents(context, kinds.flatMap((kind): NewEvent[] => [
    { kind, subject: order.id, buyerId: order.buyerId, market: order.market, data },
    ...merchants.map(([merchantId, merchantOrderId]) => ({ kind, subject: merchantOrderId, merchantId, market: order.market, data })),
  ]));
}

/** Export parcels, newest first. */
export async function listExportParcels(context: Context, query: z.output<typeof listRoute.query>): Promise<z.output<typeof listRoute.reply>> {
  let select = context.tx.selectFrom('exportParcel').selectAll().where(beforeCursor('id', query.cursor)).orderBy('id', 'desc').limit(query.limit + 1);
  if (query.state !== undefined) select = select.where('state', '=', query.state);
  const { page, nextCursor } = cutPage(await select.execute(), query.limit);
  const items: ExportParcel[] = [];
  for (const row of page) items.push(await presentExport(context, readExport(row)));
  return { items, nextCursor };
}
