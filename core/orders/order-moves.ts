import { defineMoves } from '../state/transition.ts';
import type { Refusal, Result } from '../result.ts';

/**
 * The life of a buyer's order. Whether it is paid is the payment's own state (`payment-moves.ts`): an order is only
 * placed together with an authorised payment, so there is no unpaid order to name.
 */
export const ORDER = defineMoves({
  placed: { ask_merchants: 'with_merchant', cancel: 'cancelled' },
  with_merchant: { complete_at_hub: 'at_hub', cancel: 'cancelled' },
  // What reached the hub can still not leave it: a forbidden content, a lost parcel, a payment that cannot be captured.
  at_hub: { hand_over: 'exported', cancel_at_hub: 'cancelled' },
  // A parcel that is lost or comes back ends the order without a delivery; the claim settles the money.
  exported: { deliver: 'delivered', give_up: 'closed' },
  delivered: { close: 'closed' },
  closed: {},
  cancelled: {},
});
export type OrderState = (typeof ORDER.states)[number];
export type OrderMove = Parameters<typeof ORDER.move>[1];

/** Where a move takes an order. May fail with: wrong_state (facts: state, move). */
export function moveOrder(state: OrderState, move: OrderMove): Result<OrderState, Refusal<'wrong_state'>> {
  return ORDER.move(state, move);
}

/** True while the buyer may cancel by themselves: until the first merchant's parcel is handed in at the hub. */
export function buyerMayCancel(order: OrderState, merchantOrders: readonly MerchantOrderState[]): boolean {
  return ORDER.move(order, 'cancel').ok && merchantOrders.every((state) => state === 'awaiting_shipment' || state === 'shipped' || state === 'cancelled');
}

/** True while an order has not left: until then the marketplace may end it. */
export function mayEndBeforeExport(order: OrderState): boolean {
  return ORDER.move(order, 'cancel').ok || ORDER.move(order, 'cancel_at_hub').ok;
}

/**
 * The domestic leg: one merchant's share of an order. A parcel that is short or over goes to `put_aside` with the count
 * as its reason; from there it is completed, accepted as it is, or cancelled.
 */
export const MERCHANT_ORDER = defineMoves({
  awaiting_shipment: { ship: 'shipped', receive: 'received', cancel: 'cancelled' },
  shipped: { correct_shipment: 'shipped', receive: 'received', cancel: 'cancelled' },
  received: { accept: 'accepted', put_aside: 'put_aside' },
  put_aside: { accept: 'accepted', send_rest: 'shipped', cancel: 'cancelled' },
  accepted: { cancel_at_hub: 'cancelled' },
  cancelled: {},
});
export type MerchantOrderState = (typeof MERCHANT_ORDER.states)[number];
export type MerchantOrderMove = Parameters<typeof MERCHANT_ORDER.move>[1];

/** Where a move takes a merchant order. May fail with: wrong_state (facts: state, move). */
export function moveMerchantOrder(state: MerchantOrderState, move: MerchantOrderMove): Result<MerchantOrderState, Refusal<'wrong_state'>> {
  return MERCHANT_ORDER.move(state, move);
}

/** True when everything that will still come has been accepted at the hub, and there is something to pack. */
export function isCompleteAtHub(merchantOrders: readonly MerchantOrderState[]): boolean {
  const coming = merchantOrders.filter((state) => state !== 'cancelled');
  return coming.length > 0 && coming.every((state) => state === 'accepted');
}
