import { money, type Money } from '../money/money.ts';

/** Why a line of a statement is not what the preview said. */
export type DifferenceClass = 'same' | 'rounding' | 'changed' | 'not_charged' | 'not_previewed';
export type ReconciledLine = Readonly<{ code: string; previewed: Money | null; stated: Money | null; difference: Money; class: DifferenceClass }>;

type Line = Readonly<{ code: string; amount: Money }>;

/** A line may differ by this much for each piece, because a split order rounds its parts: one minor unit. */
const ROUNDING_MINOR = 1n;

function classOf(previewed: Money | null, stated: Money | null, pieces: bigint): DifferenceClass {
  if (previewed === null) return 'not_previewed';
  if (stated === null) return 'not_charged';
  const gap = stated.minor - previewed.minor;
  if (gap === 0n) return 'same';
  return gap <= ROUNDING_MINOR * pieces && gap >= -ROUNDING_MINOR * pieces ? 'rounding' : 'changed';
}

function totals(lines: readonly Line[]): ReadonlyMap<string, Money> {
  const sums = new Map<string, Money>();
  for (const line of lines) sums.set(line.code, money((sums.get(line.code)?.minor ?? 0n) + line.amount.minor, line.amount.currency));
  return sums;
}

/**
 * Sets the lines of a statement beside those of the preview it was promised by; every line gets a class, and the differences add up to the
 * difference of the payouts. `pieces` is how many pieces the lines stand for. Both sides must be in one currency.
 */
export function reconcileLines(previewed: readonly Line[], stated: readonly Line[], pieces: bigint): readonly ReconciledLine[] {
  const promised = totals(previewed);
  const paid = totals(stated);
  return [...new Set([...promised.keys(), ...paid.keys()])].map((code) => {
    const [before, after] = [promised.get(code) ?? null, paid.get(code) ?? null];
    const currency = (after ?? before)?.currency ?? 'CNY';
    return { code, previewed: before, stated: after, difference: money((after?.minor ?? 0n) - (before?.minor ?? 0n), currency), class: classOf(before, after, pieces) };
  });
}
