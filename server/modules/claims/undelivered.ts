import { sql } from 'kysely';
import { loadLines, loadOrder } from '#server/modules/orders/store.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Context } from '#server/platform/operation.ts';
import { decideByPolicy } from './made-decision.ts';
import { carryOut } from './settle.ts';
import { fileClaim } from './service.ts';
import { loadCase } from './store.ts';

/** A parcel that its carrier gave up: the buyer need not find out, nor ask. */

type Due = Readonly<{ orderId: IdOf<'order'>; orderLineId: IdOf<'orderLine'> }>;

/** Claims in the buyer's name what the carrier lost or brought back, once a line. What is clear is paid back at once, the rest waits for a person. */
export async function claimUndelivered(context: Context): Promise<number> {
  const due = await undelivered(context);
  for (const one of due) await claimFor(context, one);
  return due.length;
}

/** When the carrier gave the parcel up. A claim that was declined before, as one still on its way, does not stand against it. */
const givenUpAt = sql<Date>`(select max(t.at) from tracking_event t where t.order_id = order_line.order_id and t.status in ('lost', 'returned_to_sender'))`;

function undelivered({ tx }: Context): Promise<Due[]> {
  return tx
    .selectFrom('orderLine').innerJoin('exportParcel', 'exportParcel.orderId', 'orderLine.orderId').innerJoin('order', 'order.id', 'orderLine.orderId').innerJoin('payment', 'payment.orderId', 'order.id')
    .select(['orderLine.orderId', 'orderLine.id as orderLineId']).where('exportParcel.state', 'in', ['lost', 'returned']).where('orderLine.quantity', '>', 0)
    // What a bank already gave back, or is deciding over, is not given back again.
    .where('payment.state', 'in', ['captured', 'partly_refunded'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('claim').select('claim.id').whereRef('claim.orderLineId', '=', 'orderLine.id').where((claim) => claim.or([claim('claim.state', '!=', 'declined'), claim('claim.openedAt', '>=', givenUpAt)])))))
    .orderBy('orderLine.id').limit(200).execute();
}

const LOST_WORDS = 'The carrier lost the parcel or brought it back.';

async function claimFor(context: Context, { orderId, orderLineId }: Due): Promise<void> {
  const order = await loadOrder(context.tx, orderId, 'update');
  const line = (await loadLines(context.tx, { orderIds: [orderId] })).find((one) => one.id === orderLineId);
  if (order === null || line === undefined) return;
  const row = await fileClaim(context, order.buyerId, { orderLineId, kind: 'not_delivered', quantity: line.quantity, description: LOST_WORDS, photos: [] }, { order, line });
  const claimCase = await loadCase(context, row);
  const done = await carryOut(context, row, claimCase, decideByPolicy(context, claimCase));
  // A refund that the provider will not make now waits for a person.
  if (!done.ok) await context.tx.updateTable('claim').set({ state: 'open', reviewDue: context.at }).where('id', '=', row.id).execute();
}
