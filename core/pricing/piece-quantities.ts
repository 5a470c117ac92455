import type { Quantities } from '../landed-cost/quantities.ts';
import type { QuoteInput } from './quote-shape.ts';

/** Quantities of one variant for specific rates: one piece or pair, its net weight as kilograms. What the caller gives wins. */
export function quantitiesOf(input: QuoteInput): Quantities {
  const piece = { no: 1_000_000n, prs: 1_000_000n, kg: (input.weightGrams ?? 0n) * 1_000n };
  return input.quantities === undefined ? piece : { ...piece, ...input.quantities };
}
