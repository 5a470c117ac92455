import { divideRounded, money, type Money } from '../money/money.ts';
import { marketTerms } from './market-terms.ts';
import type { PricingPacks } from './pricing-packs.ts';
import { computeQuote, type UnstampedQuote } from './quote.ts';
import type { QuoteInput } from './quote-shape.ts';
import { lossIfReturned, type ReturnedLoss } from './returned-loss.ts';

/** The tenth, fiftieth and ninetieth percentile: one in ten comes out lower than the first, one in ten higher than the last. */
export type Percentiles = Readonly<{ p10: Money; p50: Money; p90: Money }>;

/** How sure the weight is, in ppm each way (P10 to P90): a hub scale, a merchant's word, or a guess from the text. */
export const WEIGHT_UNCERTAINTY_PPM = { hub: 20_000n, merchant: 100_000n, import: 100_000n, platform: 100_000n, inferred: 300_000n } as const satisfies Record<string, bigint>;
export type WeightSource = keyof typeof WEIGHT_UNCERTAINTY_PPM;

export type PayoutPreview = Readonly<{
  quote: UnstampedQuote;
  /** What a buyer pays, over the uncertainty of weight and exchange. Null where the quote has no numbers. */
  buyerTotal: Percentiles | null;
  /** What a sold piece leaves the merchant after returns, over the uncertainty of weight, exchange and returns. */
  payoutAfterReturns: Percentiles | null;
  ifReturned: ReturnedLoss | null;
}>;

const PPM = 1_000_000n;

/** Weights of the P10, P50 and P90 points that keep mean and variance of most distributions (Swanson's rule), in tenths. */
const POINT_WEIGHTS = [3, 4, 3] as const;
type Sample = Readonly<{ minor: bigint; weight: number }>;

function spread(base: bigint, uncertaintyPpm: bigint): readonly [bigint, bigint, bigint] {
  const delta = divideRounded(base * uncertaintyPpm, PPM, 'half_up');
  return [base - delta, base, base + delta];
}

/** The smallest sample that reaches the share of all weight. */
function percentile(sorted: readonly Sample[], tenths: number): bigint {
  const all = sorted.reduce((soFar, sample) => soFar + sample.weight, 0);
  let reached = 0;
  for (const sample of sorted) {
    reached += sample.weight;
    if (reached * 10 >= all * tenths) return sample.minor;
  }
  return sorted.at(-1)?.minor ?? 0n;
}

function percentiles(samples: readonly Sample[], currency: Money['currency']): Percentiles {
  const sorted = samples.toSorted((a, b) => (a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0));
  const at = (tenths: number) => money(percentile(sorted, tenths), currency);
  return { p10: at(1), p50: at(5), p90: at(9) };
}

/** The packs with the exchange rates moved: one point of the exchange uncertainty. */
function withRate(packs: PricingPacks, input: QuoteInput, at: string, point: number): PricingPacks {
  const { rate } = marketTerms(packs, input, at.slice(0, 10));
  if (rate === null || point === 1) return packs;
  const ratePpb = spread(rate.ratePpb, rate.uncertaintyPpm)[point] ?? rate.ratePpb;
  return { ...packs, rates: packs.rates.map((row) => (row === rate ? { ...row, ratePpb } : row)) };
}

/** Payout of a sold piece when a share of pieces comes back through the merchant's fault. */
function afterReturns(made: UnstampedQuote, returnPpm: bigint): bigint | null {
  const loss = lossIfReturned(made, 'merchant');
  if (loss === null || made.merchant === null) return null;
  return made.merchant.payout.minor - divideRounded(loss.merchant.minor * returnPpm, PPM, 'half_up');
}

/**
 * What a merchant may expect of one variant in one market before the switch is turned: the quote, its range where weight, exchange and returns
 * are uncertain, and what one return costs. The range comes from every combination of the P10, P50 and P90 points, so it needs no chance.
 */
export function payoutPreview(input: QuoteInput, packs: PricingPacks, at: string, weightSource: WeightSource): PayoutPreview {
  const made = computeQuote(input, packs, at);
  const { policy } = marketTerms(packs, input, at.slice(0, 10));
  if (made.buyer === null || made.merchant === null || policy === null || input.weightGrams === null) return { quote: made, buyerTotal: null, payoutAfterReturns: null, ifReturned: null };
  const totals: Sample[] = [];
  const payouts: Sample[] = [];
  for (const [ratePoint, rateWeight] of POINT_WEIGHTS.entries()) {
    const moved = withRate(packs, input, at, ratePoint);
    for (const [weightPoint, gramsWeight] of POINT_WEIGHTS.entries()) {
      const weightGrams = spread(input.weightGrams, WEIGHT_UNCERTAINTY_PPM[weightSource])[weightPoint] ?? input.weightGrams;
      const sample = computeQuote({ ...input, weightGrams: weightGrams < 1n ? 1n : weightGrams }, moved, at);
      if (sample.buyer === null) continue;
      totals.push({ minor: sample.buyer.total.minor, weight: rateWeight * gramsWeight });
      for (const [returnPoint, returnWeight] of POINT_WEIGHTS.entries()) {
        const minor = afterReturns(sample, policy.returnPpm[returnPoint] ?? 0n);
        if (minor !== null) payouts.push({ minor, weight: rateWeight * gramsWeight * returnWeight });
      }
    }
  }
  return { quote: made, buyerTotal: percentiles(totals, made.buyer.total.currency), payoutAfterReturns: percentiles(payouts, 'CNY'), ifReturned: lossIfReturned(made, 'merchant') };
}
