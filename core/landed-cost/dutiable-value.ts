import { divideRounded, money, type Money } from '../money/money.ts';

/** A price that already holds freight, insurance, clearing and duty. */
export type DutyPaidPrice = Readonly<{ price: Money; freight: Money; insurance: Money; clearing: Money; dutyRatePpm: bigint }>;

/**
 * The customs value inside a delivered-duty-paid price: what is left after the deductible charges, divided by one plus the duty rate
 * (19 USC 1401a(b)(4): international freight and separately shown duties are not part of the value). Rounded half up to the minor unit.
 */
export function dutiableValue(paid: DutyPaidPrice): Money {
  const goodsAndDuty = paid.price.minor - paid.freight.minor - paid.insurance.minor - paid.clearing.minor;
  return money(divideRounded(goodsAndDuty * 1_000_000n, 1_000_000n + paid.dutyRatePpm, 'half_up'), paid.price.currency);
}

/** The value as an entry reports it: whole US dollars a line, halves up (19 CFR 141.90 practice). */
export function reportedValue(value: Money): Money {
  return money(divideRounded(value.minor, 100n, 'half_up') * 100n, value.currency);
}
