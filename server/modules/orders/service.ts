import type { z } from 'zod';
import type { getOrder as getOrderRoute } from '#contract/orders.ts';
import { merchantOrderState } from '#contract/orders.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { mayEndBeforeExport } from '#core/orders/order-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentOrder, presentSummaries, type Order, type OrderSummary } from './present.ts';
import { beforeCursor, cutPage, loadOrder, type PageQuery } from './store.ts';

/** Orders as buyers and operators read them. */

type Page = Readonly<{ items: OrderSummary[]; nextCursor: string | null }>;

/** The buyer's own orders, newest first. */
export async function listBuyerOrders(context: Context, buyerId: IdOf<'buyer'>, query: PageQuery): Promise<Page> {
  const rows = await context.tx.selectFrom('order').selectAll().where('buyerId', '=', buyerId).where(beforeCursor('id', query.cursor)).orderBy('id', 'desc').limit(query.limit + 1).execute();
  const { page, nextCursor } = cutPage(rows, query.limit);
  return { items: await presentSummaries(context, page), nextCursor };
}

/** Orders of every buyer, newest first. */
export async function listOrders(context: Context, query: PageQuery & Readonly<{ state?: string | undefined; market?: Market | undefined }>): Promise<Page> {
  let select = context.tx.selectFrom('order').selectAll().where(beforeCursor('id', query.cursor)).orderBy('id', 'desc').limit(query.limit + 1);
  if (query.state !== undefined) select = select.where('state', '=', query.state);
  if (query.market !== undefined) select = select.where('market', '=', query.market);
  const { page, nextCursor } = cutPage(await select.execute(), query.limit);
  return { items: await presentSummaries(context, page), nextCursor };
}

/** One order of this buyer. Fails with `not_found`. */
export async function getBuyerOrder(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'order'>): Promise<Result<Order>> {
  const order = await loadOrder(context.tx, id);
  return order === null || order.buyerId !== buyerId ? refuse('not_found', { what: 'order' }) : ok(await presentOrder(context, order));
}

/** Any order, with its merchant orders and parcel. Fails with `not_found`. */
export async function getOrder(context: Context, id: IdOf<'order'>): Promise<Result<z.output<typeof getOrderRoute.reply>>> {
  const order = await loadOrder(context.tx, id);
  if (order === null) return refuse('not_found', { what: 'order' });
  const merchantOrders = await context.tx.selectFrom('merchantOrder').innerJoin('merchant', 'merchant.id', 'merchantOrder.merchantId').select(['merchantOrder.id', 'merchantOrder.merchantId', 'merchant.shopName', 'merchantOrder.state']).where('merchantOrder.orderId', '=', id).orderBy('merchantOrder.id').execute();
  const shown = merchantOrders.map((one) => ({ ...one, state: merchantOrderState.parse(one.state) }));
  const parcel = await context.tx.selectFrom('exportParcel').select('id').where('orderId', '=', id).executeTakeFirst();
  return ok({ ...(await presentOrder(context, order)), merchantOrders: shown, exportParcelId: parcel?.id ?? null, canEnd: mayEndBeforeExport(order.state) });
}
