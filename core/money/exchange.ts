import { divideRounded, type Money, type Rounding } from './money.ts';
import type { Currency } from './currency.ts';

/**
 * One direction of an exchange: `ratePpb` units of `to` for 1_000_000_000 units of `from`, both in major units
 * (all our currencies have the same number of minor digits, so the factor holds for minor units too).
 */
export type ExchangeRate = Readonly<{ from: Currency; to: Currency; ratePpb: bigint }>;

/** Converts an amount; the rate must start from the amount's currency. */
export function exchange(amount: Money, rate: ExchangeRate, rounding: Rounding): Money {
  if (amount.currency !== rate.from) throw new Error(`rate is from ${rate.from}, amount is ${amount.currency}`);
  return { minor: divideRounded(amount.minor * rate.ratePpb, 1_000_000_000n, rounding), currency: rate.to };
}
