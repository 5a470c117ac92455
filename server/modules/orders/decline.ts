import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { dropMerchantOrder, expectNoParcel } from './drop-merchant-order.ts';
import { getMerchantOrder, type MerchantOrder } from './merchant-orders.ts';
import { shanghaiDay } from './order-calendar.ts';
import { loadMerchantOrders, loadOrder } from './store.ts';

/** Supply orders that a shop cannot fill, or does not fill in time. */

/** After so many days beyond its ship-by time an order is given up for the buyer. Set by the marketplace, 2026-11-27. */
const GIVEN_UP_AFTER_DAYS = 5;
/** A shop is reminded so many hours before a supply order is due. */
const REMINDED_BEFORE_HOURS = 24;
const HOUR_MS = 3_600_000;

/** A shop says that it cannot supply, before it ships. Its pieces do not go back into stock: that is what is missing. Fails with `not_found`, `wrong_state`. */
export async function declineMerchantOrder(context: Context, merchantId: MerchantId, id: IdOf<'merchantOrder'>, reason: string): Promise<Result<MerchantOrder>> {
  const found = await context.tx.selectFrom('merchantOrder').select('orderId').where('id', '=', id).where('merchantId', '=', merchantId).executeTakeFirst();
  if (found === undefined) return refuse('not_found', { what: 'merchant order' });
  const declined = await endUnshipped(context, found.orderId, id, { 'zh-Hans': reason, 'zh-Hant': reason, en: reason }, 'merchant_order_declined');
  return declined.ok ? getMerchantOrder(context, merchantId, id) : declined;
}

/** Locks the order, then its merchant orders, as everything does that moves them. */
async function endUnshipped(context: Context, orderId: IdOf<'order'>, id: IdOf<'merchantOrder'>, why: LocalText, kind: string): Promise<Result<null>> {
  const order = await loadOrder(context.tx, orderId, 'update');
  const own = (await loadMerchantOrders(context.tx, [orderId], 'update')).find((one) => one.id === id);
  if (order === null || own === undefined) return refuse('not_found', { what: 'merchant order' });
  if (own.state !== 'awaiting_shipment') return refuse('wrong_state', { state: own.state, move: 'decline' });
  const parcel = await expectNoParcel(context, id);
  if (!parcel.ok) return parcel;
  const dropped = await dropMerchantOrder(context, order, own, why);
  if (!dropped.ok) return dropped;
  await recordEvents(context, [{ kind, subject: id, merchantId: own.merchantId, market: own.market, why }]);
  return ok(null);
}

/** Reminds shops a day before a supply order is due, tells them and the buyer when it is late, and gives it up for the buyer in the end. Each once. */
export async function merchantOrdersFallDue(context: Context): Promise<{ reminded: number; late: number; givenUp: number }> {
  const { tx, at } = context;
  const waiting = await tx.selectFrom('merchantOrder').select(['id', 'orderId', 'merchantId', 'market', 'shipBy', 'remindedAt', 'lateAt']).where('state', '=', 'awaiting_shipment').where('shipBy', '<', new Date(at.getTime() + REMINDED_BEFORE_HOURS * HOUR_MS)).orderBy('id').execute();
  const hopeless = waiting.filter((row) => at.getTime() - row.shipBy.getTime() > GIVEN_UP_AFTER_DAYS * 24 * HOUR_MS);
  const late = waiting.filter((row) => row.shipBy < at && row.lateAt === null && !hopeless.includes(row));
  const due = waiting.filter((row) => row.shipBy >= at && row.remindedAt === null);
  if (due.length > 0) await tx.updateTable('merchantOrder').set({ remindedAt: at }).where('id', 'in', due.map((row) => row.id)).execute();
  if (late.length > 0) await tx.updateTable('merchantOrder').set({ lateAt: at }).where('id', 'in', late.map((row) => row.id)).execute();
  const buyers = late.length === 0 ? [] : await tx.selectFrom('order').select(['id', 'buyerId']).where('id', 'in', late.map((row) => row.orderId)).execute();
  await recordEvents(context, [
    ...due.map((row) => ({ kind: 'merchant_order_due', subject: row.id, merchantId: row.merchantId, market: row.market, data: { shipBy: shanghaiDay(row.shipBy) } })),
    ...late.map((row) => ({ kind: 'merchant_order_late', subject: row.id, merchantId: row.merchantId, market: row.market, data: { shipBy: shanghaiDay(row.shipBy), days: GIVEN_UP_AFTER_DAYS } })),
    ...late.map((row) => ({ kind: 'order_delayed', subject: row.orderId, buyerId: buyers.find((one) => one.id === row.orderId)?.buyerId ?? null, market: row.market, data: { days: GIVEN_UP_AFTER_DAYS } })),
  ]);
  for (const row of hopeless) {
    const ended = await endUnshipped(context, row.orderId, row.id, NOT_SENT, 'merchant_order_given_up');
    if (!ended.ok && ended.problem.code !== 'wrong_state') throw new Error(`${row.id} cannot be given up: ${ended.problem.code}`);
  }
  return { reminded: due.length, late: late.length, givenUp: hopeless.length };
}

const NOT_SENT: LocalText = {
  'zh-Hans': `商家在期限后 ${GIVEN_UP_AFTER_DAYS} 天仍未发货。`, 'zh-Hant': `商家在期限後 ${GIVEN_UP_AFTER_DAYS} 天仍未發貨。`, en: `The shop had not sent it ${GIVEN_UP_AFTER_DAYS} days after it was due.`,
};
