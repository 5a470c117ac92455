import { divideRounded, money, type Money } from '../money/money.ts';
import type { Currency } from '../money/currency.ts';
import type { DutyLayer } from './duty-query.ts';

/** A layer before rounding: its amount in 10^-12 of a minor unit, so that rates in ppm and quantities in millionths stay whole. */
export type ExactLayer = Readonly<{ layer: Omit<DutyLayer, 'amount'>; exact: bigint }>;

/** Ten to the twelfth: parts of a minor unit that exact amounts are counted in. */
export const EXACT_PER_MINOR = 1_000_000_000_000n;

/** A rate on an amount, exactly. */
export function exactPortion(amount: Money, ratePpm: bigint): bigint {
  return amount.minor * ratePpm * 1_000_000n;
}

/**
 * Adds the layers exactly and rounds the sum half up once, then shares that total out so that the shown amounts add up to it.
 * Rounding each layer by itself would charge a cent too much or too little (19 CFR 141.90 practice: the line is rounded, not its parts).
 */
export function roundLayers(layers: readonly ExactLayer[], currency: Currency): Readonly<{ layers: DutyLayer[]; total: Money }> {
  let exact = 0n;
  for (const layer of layers) exact += layer.exact;
  const total = money(divideRounded(exact, EXACT_PER_MINOR, 'half_up'), currency);
  if (exact === 0n) return { layers: [], total };
  const shares = layers.map(({ exact: part }) => part / EXACT_PER_MINOR);
  let spare = total.minor;
  for (const share of shares) spare -= share;
  // At most one minor unit a layer is left over, because every layer lost less than one: it goes to the largest remainders, the earlier on a tie.
  for (; spare > 0n; spare -= 1n) {
    const taker = largestRemainder(layers, shares);
    shares[taker] = (shares[taker] ?? 0n) + 1n;
  }
  return { layers: layers.map(({ layer }, index) => ({ ...layer, amount: money(shares[index] ?? 0n, currency) })), total };
}

/** The layer whose share lies furthest below its exact amount. */
function largestRemainder(layers: readonly ExactLayer[], shares: readonly bigint[]): number {
  let taker = 0;
  let most = -EXACT_PER_MINOR;
  for (const [index, { exact }] of layers.entries()) {
    const missing = exact - (shares[index] ?? 0n) * EXACT_PER_MINOR;
    if (missing > most) {
      taker = index;
      most = missing;
    }
  }
  return taker;
}
