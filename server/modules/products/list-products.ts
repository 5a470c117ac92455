import type { MerchantId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadStates, presentSummary, type ProductSummary } from './present.ts';
import { loadProducts } from './store.ts';

type ProductQuery = Readonly<{ cursor?: string | undefined; limit: number; search?: string | undefined; market?: Market | undefined; state?: 'live' | 'held' | 'off' | undefined }>;

/** A page of a shop's products, newest first; `market` and `state` narrow it by how listings stand. */
export async function listProducts({ tx, locale }: Context, merchantId: MerchantId, query: ProductQuery): Promise<{ items: ProductSummary[]; nextCursor: string | null }> {
  let select = tx.selectFrom('product').select('id').where('merchantId', '=', merchantId).orderBy('id', 'desc').limit(query.limit + 1);
  const { cursor, search, market, state } = query;
  if (cursor !== undefined) select = select.where((where) => where(where.cast<string>('id', 'text'), '<', cursor));
  if (search !== undefined && search !== '') select = select.where('title', 'ilike', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`);
  if (market !== undefined || state !== undefined) {
    select = select.where(({ exists, selectFrom }) => {
      let listing = selectFrom('listing').select('listing.id').whereRef('listing.productId', '=', 'product.id');
      if (market !== undefined) listing = listing.where('listing.market', '=', market);
      if (state !== undefined) listing = listing.where('listing.state', '=', state);
      return exists(listing);
    });
  }
  const ids = (await select.execute()).map((row) => row.id);
  const page = ids.slice(0, query.limit);
  const states = await loadStates(tx, page);
  return { items: (await loadProducts(tx, page)).map((record) => presentSummary(record, states, locale)), nextCursor: ids.length > query.limit ? (page.at(-1) ?? null) : null };
}
