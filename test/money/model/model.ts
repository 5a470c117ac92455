import type { Actor } from '#server/platform/actor.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Offer, Shop, Trade } from '#test/trade/fixture.ts';

/** What a small child could keep on paper: a few orders with their states, and three numbers. The marketplace must agree with it after every command. */

export type ModelClaim = { id: IdOf<'claim'>; state: 'open' | 'with_merchant' | 'declined' | 'refunded' | 'overturned'; refund: bigint; charge: bigint; appealed: boolean };
export type ModelOrder = {
  id: IdOf<'order'>; buyer: Actor; lineId: IdOf<'orderLine'>; total: bigint; payout: bigint;
  state: 'with_merchant' | 'cancelled' | 'exported' | 'delivered' | 'closed';
  payment: 'authorised' | 'voided' | 'captured' | 'partly_refunded' | 'refunded' | 'disputed' | 'charged_back';
  refunded: bigint; charged: bigint; parcelId: IdOf<'exportParcel'> | null; deliveredAt: number; givenUpAt: number; claims: ModelClaim[];
};
export type Model = {
  orders: ModelOrder[];
  /** What the marketplace owes the merchant (below zero: what the merchant owes). */
  owed: bigint;
  stock: number;
  /** What was paid out in all. */
  paidOut: bigint;
};

/** The marketplace the commands are given to. */
export type World = Readonly<{ trade: Trade; shop: Shop; offer: Offer; photo: (actor: Actor) => Promise<IdOf<'file'>> }>;

export function latest(model: Readonly<Model>, fits: (order: ModelOrder) => boolean): ModelOrder | undefined {
  return model.orders.findLast(fits);
}

export function latestClaim(model: Readonly<Model>, fits: (claim: ModelClaim, order: ModelOrder) => boolean): { order: ModelOrder; claim: ModelClaim } | undefined {
  for (const order of model.orders.toReversed()) {
    const claim = order.claims.findLast((one) => fits(one, order));
    if (claim !== undefined) return { order, claim };
  }
  return undefined;
}

/** What is left to give back of an order. */
export function leftOf(order: ModelOrder): bigint {
  return order.payment === 'charged_back' ? 0n : order.total - order.refunded;
}
