import type { Currency } from './currency.ts';

/** An amount in the currency's smallest unit: 1234n CNY is ¥12.34. Never a fraction, never a float. */
export type Money = Readonly<{ minor: bigint; currency: Currency }>;

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0n, currency };
}

function sameCurrency(left: Money, right: Money): Currency {
  if (left.currency !== right.currency) throw new Error(`money of two currencies: ${left.currency} and ${right.currency}`);
  return left.currency;
}

export function add(left: Money, right: Money): Money {
  return { minor: left.minor + right.minor, currency: sameCurrency(left, right) };
}

export function subtract(left: Money, right: Money): Money {
  return { minor: left.minor - right.minor, currency: sameCurrency(left, right) };
}

export function negate(amount: Money): Money {
  return { minor: -amount.minor, currency: amount.currency };
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, zero(currency));
}

export function multiply(amount: Money, count: bigint): Money {
  return { minor: amount.minor * count, currency: amount.currency };
}

/** How a division drops its remainder. `half_up` rounds halves away from zero, as customs and invoices do. */
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up';

/** Divides integers with an explicit rounding; `divisor` must be positive. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (divisor <= 0n) throw new Error('divisor must be positive');
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const away = dividend < 0n ? quotient - 1n : quotient + 1n;
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  switch (rounding) {
    case 'down':
      return quotient;
    case 'up':
      return away;
    case 'half_up':
      return twice >= divisor ? away : quotient;
    case 'half_even':
      if (twice === divisor) return quotient % 2n === 0n ? quotient : away;
      return twice > divisor ? away : quotient;
  }
}

/** Parts per million of an amount: 150_000 ppm of ¥100.00 is ¥15.00. */
export function portion(amount: Money, ratePpm: bigint, rounding: Rounding): Money {
  return { minor: divideRounded(amount.minor * ratePpm, 1_000_000n, rounding), currency: amount.currency };
}

/**
 * Splits a total by integer weights; the parts always add back up to the total.
 * Largest remainder: every part gets its floor, and the cents left over go to the largest
 * remainders, the earlier part first on a tie. Weights must not be negative and not all zero.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const weightSum = weights.reduce((soFar, weight) => soFar + weight, 0n);
  if (weightSum <= 0n || weights.some((weight) => weight < 0n)) throw new Error('weights must be non-negative and not all zero');
  const sign = total.minor < 0n ? -1n : 1n;
  const magnitude = total.minor * sign;
  const shares = weights.map((weight, index) => ({
    index,
    minor: (magnitude * weight) / weightSum,
    remainder: (magnitude * weight) % weightSum,
  }));
  const spare = magnitude - shares.reduce((soFar, share) => soFar + share.minor, 0n);
  const byRemainder = [...shares].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const share of byRemainder.slice(0, Number(spare))) share.minor += 1n;
  return shares.map((share) => ({ minor: share.minor * sign, currency: total.currency }));
}

/** The amount in major units with a dot and the currency's digits: `12.34`. For logs, files and tests; screens use Intl. */
export function toDecimal(amount: Money, minorDigits = 2): string {
  const sign = amount.minor < 0n ? '-' : '';
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(minorDigits + 1, '0');
  return `${sign}${digits.slice(0, -minorDigits)}.${digits.slice(-minorDigits)}`;
}
