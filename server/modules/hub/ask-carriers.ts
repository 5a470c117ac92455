import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import type { Context } from '#server/platform/operation.ts';
import { readExport } from './store.ts';
import { takeReports } from './take-reports.ts';
import { BY_HAND } from './tracking.ts';

/** Carriers that do not call are asked. */

/** Parcels asked about in one round, those that were handed over first. */
const ASKED_AT_ONCE = 200;

/** Asks the carriers that can be asked about parcels on their way of which no other carrier has told anything. */
export async function askCarriers(context: Context): Promise<{ asked: number; moved: number }> {
  const { tx, at, system } = context;
  const carriers = [...system.carriers.values()].filter((carrier) => carrier.ask !== undefined);
  if (carriers.length === 0) return { asked: 0, moved: 0 };
  const rows = await tx
    .selectFrom('exportParcel').selectAll().where('state', 'in', ['handed_over', 'in_transit'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('trackingEvent').select('trackingEvent.id').whereRef('trackingEvent.exportParcelId', '=', 'exportParcel.id').where('trackingEvent.source', 'not in', ['hub', BY_HAND, ...carriers.map((carrier) => carrier.name)]))))
    .orderBy('handedOverAt').limit(ASKED_AT_ONCE).execute();
  const { packs } = await currentPricing(tx, system.packs);
  let moved = 0;
  for (const parcel of rows.map(readExport)) {
    const line = packs.lines.find((one) => one.code === parcel.line.line.code);
    if (line === undefined || parcel.handedOverAt === null || parcel.trackingNumber === null) continue;
    for (const carrier of carriers) {
      const reports = carrier.ask?.({ trackingNumber: parcel.trackingNumber, line, handedOverAt: parcel.handedOverAt.toISOString(), at: at.toISOString() }) ?? [];
      if ((await takeReports(context, parcel.id, reports, carrier.name)) === 'moved') moved += 1;
    }
  }
  return { asked: rows.length, moved };
}
