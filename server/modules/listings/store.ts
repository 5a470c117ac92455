import { fingerprint } from '#core/decision/fingerprint.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import type { ProductRecord } from '#server/modules/products/store.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { Memory } from './decide.ts';

/** Current decisions and listings, and how a new decision supersedes the one before. */

export type CurrentRow = Readonly<{ id: string; substance: string; outcome: string; minor: bigint | null }>;

/** A decision without the moment it was made at: two decisions with one substance say the same. */
export function substanceOf(decision: unknown): string {
  if (typeof decision !== 'object' || decision === null) throw new Error('a decision is an object');
  return canonicalJson({ ...decision, at: undefined, inputsHash: undefined, validUntil: undefined });
}

/** Current verdicts, wordings and quotes of products, by `product|market[|locale or variant]`. */
export async function loadCurrent(tx: Tx, productIds: readonly ProductId[]): Promise<Readonly<{ verdicts: Map<string, CurrentRow>; wordings: Map<string, CurrentRow>; quotes: Map<string, CurrentRow> }>> {
  const verdicts = await tx.selectFrom('verdict').select(['id', 'productId', 'market', 'outcome', 'body']).where('productId', 'in', productIds).where('supersededAt', 'is', null).execute();
  const wordings = await tx.selectFrom('wording').select(['id', 'productId', 'market', 'locale', 'status', 'body']).where('productId', 'in', productIds).where('supersededAt', 'is', null).execute();
  const quotes = await tx.selectFrom('quote').select(['id', 'variantId', 'market', 'outcome', 'totalMinor', 'body']).where('productId', 'in', productIds).where('supersededAt', 'is', null).execute();
  return {
    verdicts: new Map(verdicts.map((row) => [`${row.productId}|${row.market}`, { id: row.id, substance: substanceOf(row.body), outcome: row.outcome, minor: null }])),
    wordings: new Map(wordings.map((row) => [`${row.productId}|${row.market}|${row.locale}`, { id: row.id, substance: substanceOf(row.body), outcome: row.status, minor: null }])),
    quotes: new Map(quotes.map((row) => [`${row.variantId}|${row.market}`, { id: row.id, substance: substanceOf(row.body), outcome: row.outcome, minor: row.totalMinor }])),
  };
}

export type ListingRow = Readonly<{ id: IdOf<'listing'>; productId: ProductId; market: Market; state: 'live' | 'held' | 'off'; reasons: string; since: Date; fields: string }>;

/** What of a listing row is shown and sold by, in one comparable text. */
export function listingFields(row: Readonly<{ verdictId: string | null; quoteId: string | null; title: string; category: string | null; image: string | null; priceMinor: bigint | null }>): string {
  return canonicalJson([row.verdictId, row.quoteId, row.title, row.category, row.image, row.priceMinor]);
}

/** Listings of products by `product|market`. */
export async function loadListings(tx: Tx, productIds: readonly ProductId[]): Promise<Map<string, ListingRow>> {
  const rows = await tx.selectFrom('listing').selectAll().where('productId', 'in', productIds).execute();
  return new Map(rows.map((row) => [`${row.productId}|${row.market}`, { id: row.id, productId: row.productId, market: row.market, state: row.state, reasons: canonicalJson(row.reasons), since: row.since, fields: listingFields(row) }]));
}

/** Approved translations of the very texts of these products, by `locale|text`. */
export async function loadMemory(tx: Tx, records: readonly ProductRecord[]): Promise<Memory> {
  const texts = [...new Set(records.flatMap((record) => [record.title, record.description ?? '']).filter((text) => text !== ''))];
  if (texts.length === 0) return new Map();
  const rows = await tx.selectFrom('memoryEntry').select(['locale', 'source', 'target']).where('sourceHash', 'in', texts.map(fingerprint)).execute();
  return new Map(rows.map((row) => [`${row.locale}|${row.source}`, row.target]));
}
