import { divideRounded, money, type Money } from '../money/money.ts';
import type { Quote, QuoteLine } from './quote-shape.ts';

/** Whose cause a return is: the merchant's (faulty, not as described), the buyer's (changed mind), or the carriage. */
export type ReturnCause = 'merchant' | 'buyer' | 'carriage';
export type LostLine = Readonly<{ code: string; label: QuoteLine['label']; amount: Money; bearer: 'merchant' | 'buyer' | 'marketplace' }>;
export type ReturnedLoss = Readonly<{ merchant: Money; buyer: Money; marketplace: Money; lines: readonly LostLine[] }>;

/** Lines that were spent when the parcel left and do not come back: carriage, duty (no drawback on single parcels), customs and payment fees. */
const SUNK = /^(?:domestic_leg|hub_handling|line_haul|duty:.+|import_fee:.+|payment_fee|exchange_spread)$/;

const PPB = 1_000_000_000n;

function bearerOf(cause: ReturnCause): LostLine['bearer'] {
  return cause === 'carriage' ? 'marketplace' : cause;
}

/**
 * What is lost, in CNY, if the goods of a quote come back or are refunded. The merchant's payout is reversed unless the carriage lost the goods
 * (then the marketplace pays it); what was spent on the way is borne by whoever caused the return. Null for a quote without numbers.
 */
export function lossIfReturned(made: Pick<Quote, 'buyer' | 'merchant' | 'exchange'>, cause: ReturnCause): ReturnedLoss | null {
  const { buyer, merchant, exchange } = made;
  if (buyer === null || merchant === null || exchange === null) return null;
  const bearer = bearerOf(cause);
  const sunk = buyer.lines
    .filter((line) => SUNK.test(line.code))
    .map((line): LostLine => ({
      code: line.code, label: line.label, amount: money(divideRounded(line.amount.minor * PPB, exchange.ratePpb, 'half_up'), 'CNY'), bearer,
    }));
  const payout: LostLine = {
    code: 'payout', label: { 'zh-Hans': '到手金额', 'zh-Hant': '到手金額', en: 'Payout' }, amount: merchant.payout,
    bearer: cause === 'carriage' ? 'marketplace' : 'merchant',
  };
  const lines = [payout, ...sunk];
  const lost = (who: LostLine['bearer']) => money(lines.reduce((soFar, line) => (line.bearer === who ? soFar + line.amount.minor : soFar), 0n), 'CNY');
  return { merchant: lost('merchant'), buyer: lost('buyer'), marketplace: lost('marketplace'), lines };
}
