import type { z } from 'zod';
import type { listExportParcels as listRoute, recordTracking as trackingRoute } from '#contract/hub.ts';
import type { Finding } from '#core/claims/evidence.ts';
import type { IdOf } from '#core/ids/id.ts';
import { trackParcel, TRACKING_TEXT, type TrackingStatus } from '#core/parcels/tracking.ts';
import type { OrderMove } from '#core/orders/order-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { advanceOrder, beforeCursor, cutPage } from '#server/modules/orders/store.ts';
import { recordEvents, type NewEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { recordEvidence } from './evidence.ts';
import { openExport } from './hand-over.ts';
import { packedLines, presentExport, type ExportParcel } from './present.ts';
import { readExport } from './store.ts';

type TrackingInput = z.output<typeof trackingRoute.body>;

/** What a status does to the order, and what it proves if a claim comes. */
const MEANING: Readonly<Partial<Record<TrackingStatus, Readonly<{ move: OrderMove; finding: Finding | null }>>>> = {
  delivered: { move: 'deliver', finding: 'carrier_delivered' },
  lost: { move: 'give_up', finding: 'carrier_lost' },
  returned_to_sender: { move: 'give_up', finding: 'carrier_returned' },
};

/** Records what a carrier reports. Delivery starts the buyer's claim windows. Fails with `not_found`, `wrong_state`, `invalid_input`. */
export async function recordTracking(context: Context, id: IdOf<'exportParcel'>, input: TrackingInput): Promise<Result<ExportParcel>> {
  const { tx, at, ids } = context;
  const opened = await openExport(context, id);
  if (!opened.ok) return opened;
  const { order, parcel } = opened.value;
  const next = trackParcel(parcel.state, input.status);
  if (!next.ok) return refuse('wrong_state', { state: parcel.state, move: input.status });
  const occurred = input.occurredAt ? new Date(input.occurredAt) : at;
  if (occurred > at) return refuse('invalid_input', { detail: `${occurred.toISOString()} lies in the future; expected an instant up to ${at.toISOString()}` }, 'occurredAt');
  if (parcel.handedOverAt !== null && occurred < parcel.handedOverAt) return refuse('invalid_input', { detail: `${occurred.toISOString()} lies before the hand-over at ${parcel.handedOverAt.toISOString()}` }, 'occurredAt');
  const delivered = next.value === 'delivered';
  await tx.insertInto('trackingEvent').values({ id: ids.next('trackingEvent', at), exportParcelId: id, orderId: order.id, at: occurred, status: input.status, place: input.place ?? null, source: 'carrier' }).execute();
  await tx.updateTable('exportParcel').set({ state: next.value, ...(delivered && { deliveredAt: occurred }) }).where('id', '=', id).execute();
  const meaning = MEANING[input.status];
  // A lost parcel that turns up belongs to an order whose claim may have settled the money: the order stays ended.
  if (meaning !== undefined && order.state === 'exported') {
    const moved = await advanceOrder(tx, order, meaning.move, delivered ? { deliveredAt: occurred } : {});
    if (!moved.ok) return moved;
  }
  await tellEveryone(context, opened.value.order, input, meaning?.finding ?? null);
  return ok(await presentExport(context, { ...parcel, state: next.value, ...(delivered && { deliveredAt: occurred }) }));
}

async function tellEveryone(context: Context, order: Readonly<{ id: IdOf<'order'>; buyerId: IdOf<'buyer'>; market: ExportParcel['market'] }>, input: TrackingInput, finding: Finding | null): Promise<void> {
  const lines = await packedLines(context, order.id);
  const merchants = [...new Map(lines.map((line) => [line.merchantId, line.merchantOrderId]))];
  const text = TRACKING_TEXT[input.status];
  if (finding !== null) {
    await recordEvidence(context, merchants.map(([merchantId]) => ({ orderId: order.id, merchantId, kind: 'tracking', findings: [finding], text, figures: { status: input.status, place: input.place ?? null } })));
  }
  const data = { status: text, place: input.place ?? null };
  const kinds = input.status === 'delivered' ? ['tracking_recorded', 'order_delivered'] : ['tracking_recorded'];
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
