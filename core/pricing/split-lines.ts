import { allocate, type Money } from '../money/money.ts';

/**
 * Splits itemised lines over the parts of an order or a parcel by weight (largest remainder, line by line).
 * The parts of every line add back up to the line, so that no split loses or makes a cent. Weights as in `allocate`.
 */
export function splitLines<Line extends Readonly<{ amount: Money }>>(lines: readonly Line[], weights: readonly bigint[]): readonly (readonly Line[])[] {
  const shares = lines.map((line) => allocate(line.amount, weights));
  return weights.map((_weight, part) => lines.map((line, index) => ({ ...line, amount: shares[index]?.[part] ?? line.amount })));
}
