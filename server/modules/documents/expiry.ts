import type { IdOf } from '#core/ids/id.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { loadProducts } from '#server/modules/products/store.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { decidedAnew, effectOfHaving, groundOf, touchedByHaving } from './effect.ts';
import { daysLeft, nameOfKind } from './present.ts';
import { causeOf } from './service.ts';
import { loadCovered, type DocumentRow } from './store.ts';

/** What the calendar does to documents: warnings beforehand, and the day after the last one, closing what rested on them. */

/** Days before the end on which a merchant is told. Set by the marketplace (2026-11-27): a laboratory takes about three weeks to renew a report. */
const WARNING_DAYS = [30, 7] as const;

export type ExpiryReport = Readonly<{ warned: number; expired: number; closed: number }>;

/** Warns of and closes what is due. Running it again the same day does nothing; days on which it did not run are made up for. */
export async function expireDocuments(context: Context): Promise<ExpiryReport> {
  const day = context.at.toISOString().slice(0, 10);
  const horizon = new Date(Date.parse(day) + WARNING_DAYS[0] * 86_400_000).toISOString().slice(0, 10);
  const due = await context.tx
    .selectFrom('document')
    .select('id')
    .where('removedAt', 'is', null)
    .where('expiredAt', 'is', null)
    .where('expires', '<=', horizon)
    .orderBy('expires')
    .orderBy('id')
    .execute();
  const report = { warned: 0, expired: 0, closed: 0 };
  for (const { id } of due) {
    const row = await takeDue(context, id);
    if (row === null || row.expires === null) continue;
    const left = daysLeft(row.expires, day);
    if (left < 0) {
      report.closed += await expire(context, row, row.expires);
      report.expired += 1;
    } else if (await warn(context, row, left)) report.warned += 1;
  }
  return report;
}

async function takeDue({ tx }: Context, id: IdOf<'document'>): Promise<DocumentRow | null> {
  return (await tx.selectFrom('document').selectAll().where('id', '=', id).where('removedAt', 'is', null).where('expiredAt', 'is', null).forUpdate().skipLocked().executeTakeFirst()) ?? null;
}

/** One warning for each threshold passed; a document that came in late gets the nearest one alone. */
async function warn(context: Context, row: DocumentRow, left: number): Promise<boolean> {
  const threshold = WARNING_DAYS.findLast((days) => left <= days);
  if (threshold === undefined || (row.warnedDays !== null && row.warnedDays <= threshold)) return false;
  const ground = await groundOf(context, row.merchantId);
  const resting = effectOfHaving(await loadProducts(context.tx, await loadCovered(context.tx, row)), row, ground).opens;
  await context.tx.updateTable('document').set({ warnedDays: threshold }).where('id', '=', row.id).execute();
  await recordEvent(context, { kind: 'document_expiring', subject: row.id, merchantId: row.merchantId, data: { kind: nameOfKind(row.kind, ground.rules), number: row.number, expires: row.expires, days: left, products: resting } });
  return true;
}

/** Decides again exactly what read the document on its last day. */
async function expire(context: Context, row: DocumentRow, lastDay: string): Promise<number> {
  const ground = { ...(await groundOf(context, row.merchantId)), day: lastDay };
  const records = await loadProducts(context.tx, await loadCovered(context.tx, row));
  const closed = effectOfHaving(records, row, ground).opens;
  await context.tx.updateTable('document').set({ expiredAt: context.at }).where('id', '=', row.id).execute();
  await refreshProducts(context, await decidedAnew(context, records, touchedByHaving(records, row, ground), row.kind, ground), causeOf('expired', row, ground));
  await recordEvent(context, { kind: 'document_expired', subject: row.id, merchantId: row.merchantId, data: { kind: nameOfKind(row.kind, ground.rules), number: row.number, expires: row.expires, products: closed } });
  return closed;
}
