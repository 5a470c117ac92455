import { divideRounded } from '../money/money.ts';

/** Reported quantities in millionths of their unit: `{ kg: 320_000n }` is 0.32 kg. */
export type Quantities = Readonly<Record<string, bigint>>;

/** A unit the caller did not give, expressed by one that was: `kg_drained` by `kg` is an assumption and says so. */
type Derivation = Readonly<{ from: string; multiply: bigint; divide: bigint; assumption: boolean }>;

const DERIVATIONS: Readonly<Record<string, readonly Derivation[]>> = {
  kg: [{ from: 'g', multiply: 1n, divide: 1_000n, assumption: false }, { from: 't', multiply: 1_000n, divide: 1n, assumption: false }],
  g: [{ from: 'kg', multiply: 1_000n, divide: 1n, assumption: false }],
  t: [{ from: 'kg', multiply: 1n, divide: 1_000n, assumption: false }],
  doz: [{ from: 'no', multiply: 1n, divide: 12n, assumption: false }],
  no: [{ from: 'doz', multiply: 12n, divide: 1n, assumption: false }],
  dozprs: [{ from: 'prs', multiply: 1n, divide: 12n, assumption: false }],
  gross: [{ from: 'no', multiply: 1n, divide: 144n, assumption: false }, { from: 'doz', multiply: 1n, divide: 12n, assumption: false }],
  thousand: [{ from: 'no', multiply: 1n, divide: 1_000n, assumption: false }],
  kg_drained: [{ from: 'kg', multiply: 1n, divide: 1n, assumption: true }],
  kg_contents: [{ from: 'kg', multiply: 1n, divide: 1n, assumption: true }],
  kg_with_container: [{ from: 'kg', multiply: 1n, divide: 1n, assumption: true }],
  clean_kg: [{ from: 'kg', multiply: 1n, divide: 1n, assumption: true }],
};

export type QuantityFound = Readonly<{ micro: bigint; assumedFrom: string | null }>;

/**
 * The reported quantity of a unit in millionths, taken as given or derived (dozens from pieces, kilograms from grams).
 * Proof litres come from litres and strength: 50 % by volume is one proof litre (27 CFR 30.11). Null when nothing given says it.
 */
export function quantityOf(unit: string, quantities: Quantities, abvPpm: bigint | null): QuantityFound | null {
  const given = quantities[unit];
  if (given !== undefined) return { micro: given, assumedFrom: null };
  const litres = quantities['l'];
  if (unit === 'pfl' && litres !== undefined && abvPpm !== null) return { micro: divideRounded(litres * abvPpm, 500_000n, 'half_up'), assumedFrom: null };
  for (const derivation of DERIVATIONS[unit] ?? []) {
    const source = quantities[derivation.from];
    if (source === undefined) continue;
    const micro = divideRounded(source * derivation.multiply, derivation.divide, 'half_up');
    return { micro, assumedFrom: derivation.assumption ? derivation.from : null };
  }
  return null;
}
