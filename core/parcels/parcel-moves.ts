import type { Refusal, Result } from '../result.ts';
import { defineMoves } from '../state/transition.ts';

/** A merchant's parcel on its way into the hub. `put_aside` is quarantine: it leaves only by a decision with a reason. */
export const INBOUND_PARCEL = defineMoves({
  expected: { receive: 'received', cancel: 'cancelled' },
  received: { accept: 'accepted', put_aside: 'put_aside' },
  put_aside: { accept: 'accepted', send_back: 'cancelled' },
  accepted: { send_back: 'cancelled' },
  cancelled: {},
});
export type InboundState = (typeof INBOUND_PARCEL.states)[number];
export type InboundMove = Parameters<typeof INBOUND_PARCEL.move>[1];

/** Where a move takes an inbound parcel. May fail with: wrong_state (facts: state, move). */
export function moveInboundParcel(state: InboundState, move: InboundMove): Result<InboundState, Refusal<'wrong_state'>> {
  return INBOUND_PARCEL.move(state, move);
}

/** A parcel on its way to a buyer. Every end but `delivered` can still be followed by a carrier's late correction. */
export const EXPORT_PARCEL = defineMoves({
  packing: { pack: 'packed', unpack: 'packing' },
  packed: { hand_over: 'handed_over', unpack: 'packing', withdraw: 'withdrawn' },
  handed_over: { move_on: 'in_transit', deliver: 'delivered', return: 'returned', lose: 'lost' },
  in_transit: { move_on: 'in_transit', deliver: 'delivered', return: 'returned', lose: 'lost' },
  // Carriers declare parcels lost and then find them.
  lost: { move_on: 'in_transit', deliver: 'delivered', return: 'returned' },
  delivered: {},
  returned: {},
  withdrawn: {},
});
export type ExportState = (typeof EXPORT_PARCEL.states)[number];
export type ExportMove = Parameters<typeof EXPORT_PARCEL.move>[1];

/** Where a move takes an export parcel. May fail with: wrong_state (facts: state, move). */
export function moveExportParcel(state: ExportState, move: ExportMove): Result<ExportState, Refusal<'wrong_state'>> {
  return EXPORT_PARCEL.move(state, move);
}
