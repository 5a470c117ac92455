import type { IdOf } from '#core/ids/id.ts';
import { trackParcel } from '#core/parcels/tracking.ts';
import type { Context } from '#server/platform/operation.ts';
import type { CarrierReport } from '#server/providers/carriers/provider.ts';
import { openExport } from './hand-over.ts';
import { applyReport, noteReport } from './tracking.ts';

/** A carrier's clock may run a little ahead of ours. */
const AHEAD_MS = 10 * 60_000;

/**
 * Takes everything a carrier tells of a parcel, in the order in which it happened. What is on file already, lies before the hand-over or far in the future
 * tells nothing new. What happened before something known is put on file where it belongs and moves nothing, unless it ends the parcel's way: a delivery
 * that is told late is still one. Answers `moved`, `noted` or `nothing_new`.
 */
export async function takeReports(context: Context, id: IdOf<'exportParcel'>, reports: readonly CarrierReport[], source: string): Promise<Outcome> {
  const came: Outcome[] = [];
  for (const report of reports.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))) came.push(await takeReport(context, id, report, source));
  return came.includes('moved') ? 'moved' : came.includes('noted') ? 'noted' : 'nothing_new';
}

type Outcome = 'moved' | 'noted' | 'nothing_new';

const ENDS: ReadonlySet<string> = new Set(['delivered', 'lost', 'returned_to_sender']);

async function takeReport(context: Context, id: IdOf<'exportParcel'>, report: CarrierReport, source: string): Promise<Outcome> {
  const opened = await openExport(context, id);
  if (!opened.ok) throw new Error(`parcel ${id} is gone within its own transaction`);
  const { parcel } = opened.value;
  const occurred = new Date(report.at);
  if (parcel.handedOverAt === null || occurred < parcel.handedOverAt || occurred.getTime() > context.at.getTime() + AHEAD_MS) return 'nothing_new';
  const known = await context.tx.selectFrom('trackingEvent').select(['status', 'at']).where('exportParcelId', '=', id).execute();
  if (known.some((one) => one.status === report.status && one.at.getTime() === occurred.getTime())) return 'nothing_new';
  const overtaken = known.some((one) => one.at > occurred) && !ENDS.has(report.status);
  const next = trackParcel(parcel.state, report.status);
  if (overtaken || !next.ok) {
    await noteReport(context, opened.value, report, source);
    return 'noted';
  }
  const applied = await applyReport(context, opened.value, next.value, report, source);
  if (!applied.ok) throw new Error(`${report.status} cannot be applied to ${id}: ${applied.problem.code}`);
  return 'moved';
}
