import type { IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { buyerMayCancel, mayEndBeforeExport } from '#core/orders/order-moves.ts';
import { moveExportParcel, moveInboundParcel } from '#core/parcels/parcel-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { voidOrderPayment } from './payments.ts';
import { presentOrder, type Order } from './present.ts';
import { returnStock } from './stock.ts';
import { advanceMerchantOrder, advanceOrder, loadLines, loadMerchantOrders, loadOrder, piecesOf, type StoredMerchantOrder, type StoredOrder } from './store.ts';

/** Orders that end before they leave: called off by their buyer or by the marketplace, or found at the hub to be impossible to send. */

/**
 * A buyer cancels before anything of the order was handed in at the hub: the authorisation is let go, every piece goes back
 * into stock, merchants are told not to ship. Fails with `not_found`, `wrong_state`.
 */
export async function cancelOrder(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'order'>, reason: string | undefined): Promise<Result<Order>> {
  const order = await loadOrder(context.tx, id, 'update');
  if (order === null || order.buyerId !== buyerId) return refuse('not_found', { what: 'order' });
  const merchantOrders = await loadMerchantOrders(context.tx, [id], 'update');
  if (!buyerMayCancel(order.state, merchantOrders.map((one) => one.state))) return refuse('wrong_state', { state: order.state, move: 'cancel' });
  // The buyer's own words stay with the buyer and the marketplace.
  return endOrder(context, order, merchantOrders, { forBuyer: reason === undefined || reason.trim() === '' ? null : inEveryLanguage(reason), forMerchants: null });
}

/**
 * The marketplace ends an order that has not left the hub, with a reason that buyer and merchants read: one it does not trust, or one that holds what no
 * line may carry. What is at the hub goes back to its shops, what was never handed in goes back into stock. Fails with `not_found`, `wrong_state`.
 */
export async function cancelOrderFor(context: Context, id: IdOf<'order'>, reason: string): Promise<Result<Order>> {
  const order = await loadOrder(context.tx, id, 'update');
  if (order === null) return refuse('not_found', { what: 'order' });
  const merchantOrders = await loadMerchantOrders(context.tx, [id], 'update');
  if (!mayEndBeforeExport(order.state)) return refuse('wrong_state', { state: order.state, move: 'cancel' });
  const why = inEveryLanguage(reason);
  return endOrder(context, order, merchantOrders, { forBuyer: why, forMerchants: why });
}

function inEveryLanguage(words: string): LocalText {
  return { 'zh-Hans': words, 'zh-Hant': words, en: words };
}

type Words = Readonly<{ forBuyer: LocalText | null; forMerchants: LocalText | null }>;

/** Everything that ends together, locked by the caller from the order down. */
async function endOrder(context: Context, order: StoredOrder, merchantOrders: readonly StoredMerchantOrder[], why: Words): Promise<Result<Order>> {
  const { tx } = context;
  const { id, buyerId, market } = order;
  const ended = await advanceOrder(tx, order, order.state === 'at_hub' ? 'cancel_at_hub' : 'cancel');
  if (!ended.ok) return ended;
  const standing = merchantOrders.filter((one) => one.state !== 'cancelled');
  for (const one of standing) {
    const moved = await advanceMerchantOrder(tx, one, one.state === 'accepted' ? 'cancel_at_hub' : 'cancel');
    if (!moved.ok) return moved;
  }
  for (const step of [await endInbound(context, order, why.forMerchants), await withdrawParcel(context, id), await voidOrderPayment(context, id)]) if (!step.ok) return step;
  const neverSent = new Set(standing.filter(isNotHandedIn).map((one) => one.id));
  const pieces = piecesOf((await loadLines(tx, { orderIds: [id] })).filter((line) => neverSent.has(line.merchantOrderId)));
  if (pieces.length > 0) await returnStock(context, pieces);
  await recordEvents(context, [
    { kind: 'order_cancelled', subject: id, buyerId, market, why: why.forBuyer },
    ...standing.map((one) => ({ kind: isNotHandedIn(one) ? 'merchant_order_cancelled' : 'merchant_order_ended', subject: one.id, merchantId: one.merchantId, market, why: why.forMerchants })),
  ]);
  return ok(await presentOrder(context, ended.value));
}

function isNotHandedIn({ state }: StoredMerchantOrder): boolean {
  return state === 'awaiting_shipment' || state === 'shipped';
}

/** What is expected is expected no longer; what came goes back to its shop. */
async function endInbound(context: Context, { id: orderId, market }: StoredOrder, why: LocalText | null): Promise<Result<null>> {
  const { tx } = context;
  const parcels = await tx.selectFrom('inboundParcel').selectAll().where('orderId', '=', orderId).where('state', '!=', 'cancelled').orderBy('id').forUpdate().execute();
  for (const parcel of parcels) {
    const next = parcel.state === 'expected' ? moveInboundParcel('expected', 'cancel') : parcel.state === 'accepted' || parcel.state === 'put_aside' ? moveInboundParcel(parcel.state, 'send_back') : refuse('wrong_state', { state: parcel.state, move: 'cancel' });
    if (!next.ok) return next;
    await tx.updateTable('inboundParcel').set({ state: next.value }).where('id', '=', parcel.id).execute();
    if (parcel.state !== 'expected') await recordEvents(context, [{ kind: 'parcel_sent_back', subject: parcel.id, merchantId: parcel.merchantId, market, why, data: { merchantOrderId: parcel.merchantOrderId } }]);
  }
  return ok(null);
}

/** A packed parcel is opened again; its number is never used for another. */
async function withdrawParcel({ tx }: Context, orderId: IdOf<'order'>): Promise<Result<null>> {
  const parcel = await tx.selectFrom('exportParcel').select(['id', 'state']).where('orderId', '=', orderId).forUpdate().executeTakeFirst();
  if (parcel === undefined) return ok(null);
  const next = parcel.state === 'packed' ? moveExportParcel('packed', 'withdraw') : refuse('wrong_state', { state: parcel.state, move: 'withdraw' });
  if (!next.ok) return next;
  await tx.updateTable('exportParcel').set({ state: next.value }).where('id', '=', parcel.id).execute();
  return ok(null);
}
