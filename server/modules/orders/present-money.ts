import type { MoneyShape } from '#contract/shapes.ts';
import type { Currency } from '#core/money/currency.ts';
import { toDecimal, type Money } from '#core/money/money.ts';

/** An amount on the wire. */
export function presentMoney(amount: Money): MoneyShape {
  return { minor: amount.minor.toString(), currency: amount.currency };
}

/** An amount as a row holds it, on the wire. */
export function presentMinor(minor: bigint, currency: Currency): MoneyShape {
  return { minor: minor.toString(), currency };
}

/** An amount in a sentence or an event: `USD 12.99`. */
export function moneyText(amount: Money): string {
  return `${amount.currency} ${toDecimal(amount)}`;
}
