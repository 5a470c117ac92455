import { sql } from 'kysely';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import type { Context } from '#server/platform/operation.ts';

/** Stock leaves with an order and comes back with its cancellation; never below zero, never by reading first. */

export type Piece = Readonly<{ variantId: IdOf<'variant'>; productId: ProductId; quantity: number; title: string }>;

const SOLD_OUT: LocalText = { 'zh-Hans': '最后一件已售出', 'zh-Hant': '最後一件已售出', en: 'The last piece was sold' };
const BACK: LocalText = { 'zh-Hans': '订单取消，库存已恢复', 'zh-Hant': '訂單取消，庫存已恢復', en: 'An order was cancelled and its pieces are back' };

/** Two orders that want the same variants take their locks in one order and cannot block each other. */
function inLockOrder(pieces: readonly Piece[]): Piece[] {
  return [...pieces].sort((left, right) => (left.variantId < right.variantId ? -1 : left.variantId > right.variantId ? 1 : 0));
}

/** Takes pieces out of stock; a product whose last piece goes leaves the market in the same moment. Fails with `out_of_stock`. */
export async function takeStock(context: Context, pieces: readonly Piece[]): Promise<Result<null, Refusal<'out_of_stock'>>> {
  const { tx } = context;
  for (const { variantId, quantity, title } of inLockOrder(pieces)) {
    const taken = await tx.updateTable('variant').set((column) => ({ stock: column('stock', '-', quantity) })).where('id', '=', variantId).where('stock', '>=', quantity).executeTakeFirst();
    if (taken.numUpdatedRows > 0n) continue;
    const left = await tx.selectFrom('variant').select('stock').where('id', '=', variantId).executeTakeFirst();
    return refuse('out_of_stock', { title, left: left?.stock ?? 0, wanted: quantity }, 'items');
  }
  const soldOut = await productsWithStock(context, pieces, 0);
  if (soldOut.length > 0) await refreshProducts(context, soldOut, SOLD_OUT);
  return ok(null);
}

/** Puts pieces back. The products are locked first, as an order locks them: one that sells the last piece meanwhile must not leave its listing off. */
export async function returnStock(context: Context, pieces: readonly Piece[]): Promise<void> {
  await context.tx.selectFrom('product').select('id').where('id', 'in', pieces.map((piece) => piece.productId)).orderBy('id').forNoKeyUpdate().execute();
  const wasSoldOut = await productsWithStock(context, pieces, 0);
  for (const { variantId, quantity } of inLockOrder(pieces)) {
    await context.tx.updateTable('variant').set((column) => ({ stock: column('stock', '+', quantity) })).where('id', '=', variantId).execute();
  }
  if (wasSoldOut.length > 0) await refreshProducts(context, wasSoldOut, BACK);
}

async function productsWithStock({ tx }: Context, pieces: readonly Piece[], stock: number): Promise<ProductId[]> {
  const rows = await tx
    .selectFrom('variant')
    .select('productId')
    .where('productId', 'in', pieces.map((piece) => piece.productId))
    .groupBy('productId')
    .having(sql<number>`sum(stock)`, '=', stock)
    .orderBy('productId')
    .execute();
  return rows.map((row) => row.productId);
}
