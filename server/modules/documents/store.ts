import type { Selectable } from 'kysely';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import { isMarket, MARKETS, type Market } from '#core/market/market.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { DocumentTable } from '#server/platform/database/screening-tables.ts';

/** Documents of shops and the products they cover. */

export type DocumentRow = Selectable<DocumentTable>;

/** Documents on file of a shop, and those whose replacement or expiry is still news. */
export async function loadDocuments(tx: Tx, merchantId: MerchantId): Promise<DocumentRow[]> {
  return tx.selectFrom('document').selectAll().where('merchantId', '=', merchantId).where('removedAt', 'is', null).orderBy('expires', (order) => order.asc().nullsLast()).orderBy('id', 'desc').execute();
}

/** One document of a shop; `lock` keeps a second command on it waiting. */
export async function loadDocument(tx: Tx, merchantId: MerchantId, id: IdOf<'document'>, lock = false): Promise<DocumentRow | null> {
  const select = tx.selectFrom('document').selectAll().where('id', '=', id).where('merchantId', '=', merchantId);
  return (await (lock ? select.forUpdate() : select).executeTakeFirst()) ?? null;
}

/** The products a document covers. */
export async function loadCovered(tx: Tx, row: Pick<DocumentRow, 'id' | 'merchantId' | 'coversAll'>): Promise<ProductId[]> {
  if (row.coversAll) return loadProductIds(tx, row.merchantId);
  const rows = await tx.selectFrom('documentProduct').select('productId').where('documentId', '=', row.id).orderBy('productId').execute();
  return rows.map((one) => one.productId);
}

export async function loadProductIds(tx: Tx, merchantId: MerchantId): Promise<ProductId[]> {
  const rows = await tx.selectFrom('product').select('id').where('merchantId', '=', merchantId).orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Sets what a document covers. */
export async function writeCoverage(tx: Tx, id: IdOf<'document'>, merchantId: MerchantId, productIds: readonly ProductId[] | 'all'): Promise<void> {
  await tx.updateTable('document').set({ coversAll: productIds === 'all' }).where('id', '=', id).execute();
  await tx.deleteFrom('documentProduct').where('documentId', '=', id).execute();
  if (productIds === 'all') return;
  for (let start = 0; start < productIds.length; start += 1_000) {
    await tx.insertInto('documentProduct').values(productIds.slice(start, start + 1_000).map((productId) => ({ documentId: id, productId, merchantId }))).execute();
  }
}

/** The markets a shop is decided for: those of its cohort, or all of them while it is looking. */
export async function loadMarkets(tx: Tx, merchantId: MerchantId): Promise<readonly Market[]> {
  const row = await tx.selectFrom('enrolment').innerJoin('cohort', 'cohort.id', 'enrolment.cohortId').select('cohort.markets').where('enrolment.merchantId', '=', merchantId).executeTakeFirst();
  return row === undefined ? MARKETS : row.markets.filter(isMarket);
}
