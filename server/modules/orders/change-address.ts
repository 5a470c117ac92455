import type { IdOf } from '#core/ids/id.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { mayEndBeforeExport } from '#core/orders/order-moves.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { checkAddress, type Address } from '#server/modules/checkout/delivery-address.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentOrder, type Order } from './present.ts';
import { loadOrder } from './store.ts';

/**
 * Changes where an order goes, within its market: prices and duty are the market's, so nothing else changes. Packing prints the address, so it is over then;
 * packing locks the order first too, and a parcel never carries another address than its order. Fails with `not_found`, `wrong_state`, `invalid_address`.
 */
export async function changeAddress(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'order'>, given: Address): Promise<Result<Order>> {
  const { tx } = context;
  const order = await loadOrder(tx, id, 'update');
  if (order === null || order.buyerId !== buyerId) return refuse('not_found', { what: 'order' });
  const packed = await tx.selectFrom('exportParcel').select('id').where('orderId', '=', id).executeTakeFirst();
  if (packed !== undefined || !mayEndBeforeExport(order.state)) return refuse('wrong_state', { state: packed === undefined ? order.state : 'packed', move: 'change_address' });
  const address = checkAddress(order.market, given);
  // The field is named as the body names it: here the address is the whole of it.
  if (!address.ok) return refuse('invalid_address', address.problem.facts ?? {}, address.problem.field?.replace('address.', ''));
  await tx.updateTable('order').set({ address: canonicalJson(address.value) }).where('id', '=', id).execute();
  const { name, city, region, postalCode } = address.value;
  await recordEvents(context, [{ kind: 'order_address_changed', subject: id, buyerId, market: order.market, data: { to: [name, city, region, postalCode].filter((part) => part !== '').join(', ') } }]);
  return ok(await presentOrder(context, { ...order, address: address.value }));
}
