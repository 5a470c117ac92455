import type { IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { money } from '#core/money/money.ts';
import { isCompleteAtHub } from '#core/orders/order-moves.ts';
import { moveInboundParcel } from '#core/parcels/parcel-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvents, type NewEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { voidOrderPayment } from './payments.ts';
import { moneyText } from './present-money.ts';
import { advanceMerchantOrder, advanceOrder, loadLines, loadMerchantOrders, type StoredMerchantOrder, type StoredOrder } from './store.ts';

/** One shop's part of an order that will not come: the buyer is never charged for it, and the rest goes on. */

/**
 * Ends a merchant order that the caller has locked after its order, for a reason that buyer and merchant read. Its lines fall to nothing; where nothing else
 * is coming the order ends and the authorisation is let go, otherwise what remains is packed and only that is captured. Fails with `wrong_state`.
 */
export async function dropMerchantOrder(context: Context, order: StoredOrder, merchantOrder: StoredMerchantOrder, why: LocalText): Promise<Result<null>> {
  const { tx } = context;
  const dropped = await advanceMerchantOrder(tx, merchantOrder, 'cancel');
  if (!dropped.ok) return dropped;
  const states = (await loadMerchantOrders(tx, [order.id])).map((one) => one.state);
  const ended = states.every((state) => state === 'cancelled');
  const events: NewEvent[] = ended ? [{ kind: 'order_cancelled', subject: order.id, buyerId: order.buyerId, market: order.market, why }] : [await withoutIt(context, order, merchantOrder.id, why)];
  if (ended || isCompleteAtHub(states)) {
    const moved = await advanceOrder(tx, order, ended ? 'cancel' : 'complete_at_hub');
    if (!moved.ok) return moved;
  }
  if (ended) {
    const voided = await voidOrderPayment(context, order.id);
    if (!voided.ok) return voided;
  }
  await recordEvents(context, events);
  return ok(null);
}

/** Takes the lines of a merchant order out of what the buyer pays. The ordered numbers stay on them. */
async function withoutIt({ tx }: Context, order: StoredOrder, id: IdOf<'merchantOrder'>, why: LocalText): Promise<NewEvent> {
  const lines = await loadLines(tx, { merchantOrderIds: [id] });
  const given = lines.reduce((sum, line) => sum + line.totalMinor, 0n);
  await tx.updateTable('orderLine').set({ quantity: 0, totalMinor: 0n, payoutMinor: 0n }).where('merchantOrderId', '=', id).execute();
  await tx.updateTable('order').set((column) => ({ totalMinor: column('totalMinor', '-', given) })).where('id', '=', order.id).execute();
  return { kind: 'order_reduced', subject: order.id, buyerId: order.buyerId, market: order.market, why, data: { amount: moneyText(money(given, order.currency)) } };
}

/** The parcel a shop will not send is expected no longer. Fails with `wrong_state` once it has arrived. */
export async function expectNoParcel({ tx }: Context, id: IdOf<'merchantOrder'>): Promise<Result<null>> {
  const parcel = await tx.selectFrom('inboundParcel').select(['id', 'state']).where('merchantOrderId', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (parcel.state !== 'expected') return refuse('wrong_state', { state: parcel.state, move: 'cancel' });
  const next = moveInboundParcel(parcel.state, 'cancel');
  if (!next.ok) return next;
  await tx.updateTable('inboundParcel').set({ state: next.value }).where('id', '=', parcel.id).execute();
  return ok(null);
}
