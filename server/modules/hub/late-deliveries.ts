import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** A buyer hears of a delay before asking: once when a promised day has passed. What is late already when it is packed is told then. */
export async function deliveriesFallLate({ tx, at, ...context }: Context): Promise<{ late: number }> {
  const rows = await tx.updateTable('order').set({ delayToldAt: at }).where('state', '=', 'exported').where('promisedBy', '<', at).where('delayToldAt', 'is', null).returning(['id', 'buyerId', 'market', 'promisedBy']).execute();
  await recordEvents({ tx, at, ...context }, rows.map((row) => ({ kind: 'delivery_late', subject: row.id, buyerId: row.buyerId, market: row.market, data: { promised: row.promisedBy === null ? null : shanghaiDay(row.promisedBy) } })));
  return { late: rows.length };
}
