import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { Context } from './operation.ts';

/** The merchant a merchant route begins from. The audience check has already made sure that there is one. */
export function merchantOf({ actor }: Pick<Context, 'actor'>): MerchantId {
  if (actor.merchantId === null) throw new Error('a merchant route was reached without a merchant');
  return actor.merchantId;
}

/** The buyer a buyer route begins from. */
export function buyerOf({ actor }: Pick<Context, 'actor'>): IdOf<'buyer'> {
  if (actor.buyerId === null) throw new Error('a buyer route was reached without a buyer');
  return actor.buyerId;
}
