import type { z } from 'zod';
import type { getOrder as getOrderRoute } from '#contract/orders.ts';
import { merchantOrderState } from '#contract/orders.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { LocalText, Market } from '#core/market/market.ts';
import { moveInboundParcel } from '#core/parcels/parcel-moves.ts';
import { buyerMayCancel } from '#core/orders/order-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { voidOrderPayment } from './payments.ts';
import { presentOrder, presentSummaries, type Order, type OrderSummary } from './present.ts';
import { returnStock } from './stock.ts';
import { advanceMerchantOrder, advanceOrder, beforeCursor, cutPage, loadLines, loadMerchantOrders, loadOrder, piecesOf, type PageQuery, type StoredOrder } from './store.ts';

/** Orders: read by buyers and operators, cancelled by buyers while nothing has reached the hub. */

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
  return ok({ ...(await presentOrder(context, order)), merchantOrders: shown, exportParcelId: parcel?.id ?? null });
}

/**
 * Cancels an order before anything of it was handed in at the hub: the authorisation is let go, every piece goes back
 * into stock, merchants are told not to ship. Fails with `not_found`, `wrong_state`.
 */
export async function cancelOrder(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'order'>, reason: string | undefined): Promise<Result<Order>> {
  const order = await loadOrder(context.tx, id, 'update');
  if (order === null || order.buyerId !== buyerId) return refuse('not_found', { what: 'order' });
  // The buyer's own words stay with the buyer and the marketplace.
  return cancelBeforeHub(context, order, reason === undefined || reason.trim() === '' ? null : inEveryLanguage(reason), null);
}

/** The marketplace cancels an order before anything of it was handed in, with a reason that buyer and merchants read. Fails with `not_found`, `wrong_state`. */
export async function cancelOrderFor(context: Context, id: IdOf<'order'>, reason: string): Promise<Result<Order>> {
  const order = await loadOrder(context.tx, id, 'update');
  return order === null ? refuse('not_found', { what: 'order' }) : cancelBeforeHub(context, order, inEveryLanguage(reason), inEveryLanguage(reason));
}

function inEveryLanguage(words: string): LocalText {
  return { 'zh-Hans': words, 'zh-Hant': words, en: words };
}

async function cancelBeforeHub(context: Context, order: StoredOrder, why: LocalText | null, whyForMerchants: LocalText | null): Promise<Result<Order>> {
  const { tx } = context;
  const { id, buyerId } = order;
  const merchantOrders = await loadMerchantOrders(tx, [id], 'update');
  if (!buyerMayCancel(order.state, merchantOrders.map((one) => one.state))) return refuse('wrong_state', { state: order.state, move: 'cancel' });
  const cancelled = await advanceOrder(tx, order, 'cancel');
  if (!cancelled.ok) return cancelled;
  for (const one of merchantOrders) {
    const moved = await advanceMerchantOrder(tx, one, 'cancel');
    if (!moved.ok) return moved;
  }
  const parcels = await cancelExpectedParcels(context, id);
  if (!parcels.ok) return parcels;
  const voided = await voidOrderPayment(context, id);
  if (!voided.ok) return voided;
  await returnStock(context, piecesOf(await loadLines(tx, { orderIds: [id] })));
  await recordEvents(context, [
    { kind: 'order_cancelled', subject: id, buyerId, market: order.market, why },
    ...merchantOrders.map((one) => ({ kind: 'merchant_order_cancelled', subject: one.id, merchantId: one.merchantId, market: order.market, why: whyForMerchants })),
  ]);
  return ok(await presentOrder(context, cancelled.value));
}

async function cancelExpectedParcels({ tx }: Context, orderId: IdOf<'order'>): Promise<Result<null>> {
  const next = moveInboundParcel('expected', 'cancel');
  if (!next.ok) return next;
  const all = await tx.selectFrom('inboundParcel').select(['id', 'state']).where('orderId', '=', orderId).forUpdate().execute();
  const received = all.find((parcel) => parcel.state !== 'expected');
  if (received !== undefined) return refuse('wrong_state', { state: received.state, move: 'cancel' });
  await tx.updateTable('inboundParcel').set({ state: next.value }).where('orderId', '=', orderId).execute();
  return ok(null);
}
