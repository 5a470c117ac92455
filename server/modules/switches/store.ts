import { isId, type IdOf, type MerchantId } from '#core/ids/id.ts';
import { isMarket, type Market } from '#core/market/market.ts';
import type { ExportSwitch } from '#core/switches/export-switch.ts';
import type { Tx } from '#server/platform/database/connection.ts';

export type SwitchRow = ExportSwitch & Readonly<{ by: string; since: string }>;

/** Every switch a merchant ever turned, as it stands now. */
export async function loadSwitches(tx: Tx, merchantId: MerchantId): Promise<SwitchRow[]> {
  const rows = await tx.selectFrom('exportSwitch').selectAll().where('merchantId', '=', merchantId).orderBy('since', 'desc').execute();
  return rows.map((row) => ({
    scope: row.scope, market: isMarket(row.market) ? row.market : null, productId: isId('product', row.productId) ? row.productId : null, state: row.state,
    since: row.since.toISOString(), by: row.by, reason: row.reason,
  }));
}

export type Enrolment = Readonly<{ since: Date; leftAt: Date | null; cohortId: IdOf<'cohort'>; cohortName: string; markets: readonly Market[]; feePlan: string }>;

/**
 * Shares the enrolments of merchants until the transaction ends, in the order of their ids: a switch command, which takes
 * the row for itself, waits for the checkouts that share it, so that no order is accepted after a pause was acknowledged.
 */
export async function shareEnrolments(tx: Tx, merchantIds: readonly MerchantId[]): Promise<void> {
  await tx.selectFrom('enrolment').select('merchantId').where('merchantId', 'in', [...new Set(merchantIds)]).orderBy('merchantId').forShare().execute();
}

/** The merchant's enrolment, or null. With `update` a switch command takes the row for itself and excludes checkouts. */
export async function loadEnrolment(tx: Tx, merchantId: MerchantId, lock?: 'update'): Promise<Enrolment | null> {
  if (lock !== undefined) await tx.selectFrom('enrolment').select('merchantId').where('merchantId', '=', merchantId).forUpdate().execute();
  const row = await tx
    .selectFrom('enrolment')
    .innerJoin('cohort', 'cohort.id', 'enrolment.cohortId')
    .select(['enrolment.since', 'enrolment.leftAt', 'enrolment.cohortId', 'cohort.name', 'cohort.markets', 'cohort.feePlan'])
    .where('enrolment.merchantId', '=', merchantId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { since: row.since, leftAt: row.leftAt, cohortId: row.cohortId, cohortName: row.name, markets: row.markets.filter(isMarket), feePlan: row.feePlan };
}
