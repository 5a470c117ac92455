import type { Reason } from '../decision/decision.ts';
import { MARKET_PROFILES, type Market } from '../market/market.ts';
import { holdReason } from './hold-reasons.ts';
import type { CarrierLine, ExchangeRow, FeePlan, HandlingRates, MarketPolicy, PricingPacks } from './pricing-packs.ts';
import type { QuoteInput } from './quote-shape.ts';

/** The rows of the packs that hold for one market, category, plan and day. `ready` is null while any is missing, and `missing` says which and who adds it. */
export type MarketTerms = Readonly<{ policy: MarketPolicy | null; rate: ExchangeRow | null; ready: ReadyTerms | null; missing: readonly Reason[] }>;

/** Everything a quote is made under. */
export type ReadyTerms = Readonly<{
  policy: MarketPolicy;
  /** What the policy's lines are based on, in words; written once, because a catalogue repeats them a million times. */
  words: PolicyWords;
  plan: FeePlan;
  /** The plan's fees together, of the goods price. */
  feesPpm: bigint;
  handling: HandlingRates;
  lines: readonly CarrierLine[];
  rate: ExchangeRow;
}>;

export type PolicyWords = Readonly<{ spread: string; freeShipping: string; payment: string; charm: string }>;

function wordsOf(policy: MarketPolicy): PolicyWords {
  return {
    spread: `${policy.spreadPpm} ppm of the converted amounts`,
    freeShipping: `goods from ${policy.freeShippingFromMinor ?? 0n} minor units`,
    payment: `${policy.paymentRatePpm} ppm of the total and ${policy.paymentFixedMinor} minor units`,
    charm: `ends in ${policy.charmEndMinor ?? 0n} of ${policy.charmStepMinor}`,
  };
}

/** A rate older than this many days deserves a warning on the quote. Set 2026-11-23. */
const RATE_FRESH_DAYS = 14;
const DAY_MS = 86_400_000;

/** Says that a quote's exchange rate is older than it should be, or nothing. The quote stands: a marketplace that cannot load rates for a while must not close. */
export function rateWarning(rate: ExchangeRow, day: string): Readonly<{ code: string; message: string }> | null {
  if (Date.parse(day) - Date.parse(rate.day) <= RATE_FRESH_DAYS * DAY_MS) return null;
  return { code: 'exchange_rate_old', message: `the newest rate ${rate.from} to ${rate.to} is of ${rate.day}` };
}

function inForce<Row extends Readonly<{ from: string; to: string | null }>>(rows: readonly Row[], day: string): Row[] {
  return rows.filter((row) => row.from <= day && (row.to === null || day <= row.to));
}

/** The newest rate of the pair on or before the day. Days before the first rate use the first, so that past days replay. */
export function rateOn(rows: readonly ExchangeRow[], market: Market, day: string): ExchangeRow | null {
  const { currency } = MARKET_PROFILES[market];
  const pair = rows.filter((row) => row.from === 'CNY' && row.to === currency).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return pair.findLast((row) => row.day <= day) ?? pair[0] ?? null;
}

function missingReasons(feePlan: string, policy: MarketPolicy | null, plan: FeePlan | null, handling: HandlingRates | null, rate: ExchangeRow | null): readonly Reason[] {
  return [
    ...(policy === null ? [holdReason('no_market_policy')] : []),
    ...(plan === null ? [holdReason('no_fee_plan', [{ fact: 'feePlan', value: feePlan, source: 'platform' }])] : []),
    ...(handling === null ? [holdReason('no_handling_rates')] : []),
    ...(rate === null ? [holdReason('no_exchange_rate')] : []),
  ];
}

function findTerms(packs: PricingPacks, market: Market, category: string | null, feePlan: string, day: string): MarketTerms {
  const policies = inForce(packs.policies, day).filter((row) => row.market === market);
  const policy = policies.find((row) => row.category !== null && row.category === category) ?? policies.find((row) => row.category === null) ?? null;
  const plan = inForce(packs.feePlans, day).find((row) => row.plan === feePlan) ?? null;
  const handling = inForce(packs.handling, day)[0] ?? null;
  const rate = rateOn(packs.rates, market, day);
  const missing = missingReasons(feePlan, policy, plan, handling, rate);
  if (policy === null || plan === null || handling === null || rate === null) return { policy, rate, ready: null, missing };
  const lines = inForce(packs.lines, day).filter((line) => line.market === market);
  const feesPpm = plan.items.reduce((soFar, item) => soFar + item.ratePpm, 0n);
  return { policy, rate, ready: { policy, words: wordsOf(policy), plan, feesPpm, handling, lines, rate }, missing };
}

/** Terms already found for a set of packs. The packs never change, so the same question always has the same answer; a catalogue asks it a million times. */
const FOUND = new WeakMap<PricingPacks, Map<string, MarketTerms>>();

/** The terms a quote is made under. */
export function marketTerms(packs: PricingPacks, input: QuoteInput, day: string): MarketTerms {
  let known = FOUND.get(packs);
  if (known === undefined) {
    known = new Map();
    FOUND.set(packs, known);
  }
  const category = input.category ?? null;
  const key = `${input.market}|${category ?? ''}|${input.feePlan}|${day}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const terms = findTerms(packs, input.market, category, input.feePlan, day);
  known.set(key, terms);
  return terms;
}
