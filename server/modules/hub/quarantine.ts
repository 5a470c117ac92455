import { QUEUE_ANSWER_HOURS, type Queue, type Reason } from '#core/decision/decision.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Parcels that were put aside: each has somebody who settles it and a time by which it is settled. */

const HOUR_MS = 3_600_000;

/** What a worker saw in a parcel is for compliance to judge; what scale and count say the hub settles itself. */
export function ownerOf(reasons: readonly Pick<Reason, 'code'>[]): Queue {
  return reasons.some((reason) => reason.code === 'seen_at_hub') ? 'compliance' : 'hub';
}

/** Who settles a parcel that is put aside now, and until when. */
export function asideFrom(at: Date, reasons: readonly Reason[]): { asideOwner: Queue; asideDue: Date; asideOverdueAt: null } {
  const owner = ownerOf(reasons);
  return { asideOwner: owner, asideDue: dueFrom(at, owner), asideOverdueAt: null };
}

function dueFrom(at: Date, owner: Queue): Date {
  return new Date(at.getTime() + (QUEUE_ANSWER_HOURS[owner] ?? 24) * HOUR_MS);
}

/** What nobody settled in time goes to the marketplace itself, once, with a new time; the shop is told. */
export async function quarantineFallsDue(context: Context): Promise<{ overdue: number }> {
  const { tx, at } = context;
  const rows = await tx.updateTable('inboundParcel').set({ asideOwner: 'platform', asideDue: dueFrom(at, 'platform'), asideOverdueAt: at }).where('state', '=', 'put_aside').where('asideDue', '<', at).where('asideOverdueAt', 'is', null).returning(['id', 'merchantId', 'merchantOrderId']).execute();
  await recordEvents(context, rows.map((row) => ({ kind: 'parcel_aside_overdue', subject: row.id, merchantId: row.merchantId, data: { merchantOrderId: row.merchantOrderId, hours: QUEUE_ANSWER_HOURS.platform ?? 24 } })));
  return { overdue: rows.length };
}
