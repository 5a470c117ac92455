import { divideRounded, money, zero, type Money } from '../money/money.ts';
import type { Reason } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { MARKET_PROFILES } from '../market/market.ts';
import { computeDuty } from '../landed-cost/duty.ts';
import { entryFees, type EntryFeeLine } from '../landed-cost/entry-fees.ts';
import type { DutyAnswer, DutyWarning } from '../landed-cost/duty-query.ts';
import { ok, type Result } from '../result.ts';
import { buyerSide, convertMinor } from './buyer-lines.ts';
import { dutyHold, holdReason } from './hold-reasons.ts';
import { chooseLine, type LineChoice, type Parcel } from './line-haul.ts';
import { rateWarning, marketTerms, type ReadyTerms } from './market-terms.ts';
import { goodsPrice, merchantSide, type GoodsPrice } from './merchant-lines.ts';
import { quantitiesOf } from './piece-quantities.ts';
import type { HandlingRates, PricingPacks } from './pricing-packs.ts';
import type { PayoutSide, Quote, QuoteInput } from './quote-shape.ts';

/** A quote without the fingerprint of its inputs: what a catalogue-wide pass computes and does not store. */
export type UnstampedQuote = Omit<Quote, 'inputsHash'>;

const HOUR_MS = 3_600_000;

function held(packs: PricingPacks, at: string, reasons: readonly Reason[]): UnstampedQuote {
  return {
    outcome: 'held', reasons, edition: packs.edition, at, buyer: null, merchant: null, line: null, dutyLayers: [],
    exchange: null, warnings: [], validUntil: null, hold: reasons[0]?.code ?? null,
  };
}

/** What the input itself lacks. */
function inputReasons(input: QuoteInput): Reason[] {
  const reasons: Reason[] = [];
  if (input.price.currency !== 'CNY' || input.price.minor <= 0n) reasons.push(holdReason('price_not_cny'));
  if (input.weightGrams === null || input.weightGrams <= 0n) reasons.push(holdReason('weight_missing'));
  if (input.market === 'US' && input.hts === null) reasons.push(holdReason('classification_missing'));
  return reasons;
}

/** Duty of the goods at their price in the market's currency. Unclassified goods of a free port are taken as not excisable, and the quote says so. */
function dutyOf(input: QuoteInput, value: Money, packs: PricingPacks, day: string): Result<DutyAnswer> {
  if (input.hts === null) {
    return ok({ layers: [], total: zero(value.currency), edition: packs.tariff.edition, warnings: [{ code: 'not_classified', message: 'the goods are not classified; they are taken as free of excise' }] });
  }
  return computeDuty(
    { market: input.market, at: day, hts: input.hts, origin: input.origin, value, quantities: quantitiesOf(input), mode: 'parcel', metal: input.metal, abvPpm: input.abvPpm },
    packs.tariff,
  );
}

function importFees(input: QuoteInput, choice: LineChoice, value: Money, packs: PricingPacks, day: string): Readonly<{ fees: readonly EntryFeeLine[]; warnings: readonly DutyWarning[] }> {
  const { clearance } = choice.line;
  return input.market === 'US' && clearance !== 'none' ? entryFees({ at: day, value, entry: clearance, transport: 'air' }, packs.tariff) : { fees: [], warnings: [] };
}

/** The domestic leg by weight: the first kilogram, then each further one begun. */
function domesticLeg(handling: HandlingRates, grams: bigint): Money {
  const furtherKg = grams > 1_000n ? (grams - 1n) / 1_000n : 0n;
  return money(handling.domesticFirstKgMinor + furtherKg * handling.domesticNextKgMinor, 'CNY');
}

function payoutOf(goods: GoodsPrice, terms: ReadyTerms, goodsMinor: bigint, carriage: Money): PayoutSide {
  const { policy, plan } = terms;
  const isFree = policy.freeShippingFromMinor !== null && goodsMinor >= policy.freeShippingFromMinor;
  const share = isFree ? divideRounded(carriage.minor * policy.freeShippingMerchantPpm, 1_000_000n, 'half_up') : 0n;
  return merchantSide(goods, plan, money(share, 'CNY'));
}

function floorReasons(input: QuoteInput, payout: Money): readonly Reason[] {
  const floor = input.policy.floorMinor;
  if (floor === undefined || payout.minor >= floor) return [];
  return [holdReason('below_floor', [{ fact: 'payoutMinor', value: payout.minor.toString(), source: 'platform' }, { fact: 'floorMinor', value: floor.toString(), source: 'merchant' }])];
}

function parcelOf(input: QuoteInput, handling: HandlingRates): Parcel {
  return { grams: (input.weightGrams ?? 0n) + handling.packingGrams, lengthMm: input.lengthMm ?? null, widthMm: input.widthMm ?? null, heightMm: input.heightMm ?? null };
}

function compose(input: QuoteInput, packs: PricingPacks, at: string, terms: ReadyTerms): UnstampedQuote {
  const day = at.slice(0, 10);
  const { handling, policy, rate } = terms;
  const parcel = parcelOf(input, handling);
  const choice = chooseLine(terms.lines, input, parcel);
  if (choice === null) return held(packs, at, [holdReason('no_line')]);
  const goods = goodsPrice(input.price, input.policy, terms.feesPpm, input.discountPpm ?? 0n);
  const value = money(convertMinor(goods.net.minor, rate.ratePpb), MARKET_PROFILES[input.market].currency);
  const duty = dutyOf(input, value, packs, day);
  if (!duty.ok) return held(packs, at, [dutyHold(duty.problem)]);
  const fees = importFees(input, choice, value, packs, day);
  const leg = domesticLeg(handling, parcel.grams);
  const buyer = buyerSide({
    goods: goods.net, goodsBasis: goods.basis, domesticLeg: leg, handling, choice, rate, policy, words: terms.words, duty: duty.value, entryFees: fees.fees, salesTaxPpm: input.salesTaxPpm ?? 0n,
  });
  const carriage = money(leg.minor + handling.hubParcelMinor + choice.cost.minor, 'CNY');
  const merchant = payoutOf(goods, terms, value.minor, carriage);
  const reasons = floorReasons(input, merchant.payout);
  const old = rateWarning(rate, day);
  return {
    outcome: reasons.length === 0 ? 'quoted' : 'held', reasons, edition: packs.edition, at, buyer, merchant, line: choice.chosen,
    dutyLayers: duty.value.layers, exchange: { ratePpb: rate.ratePpb, spreadPpm: policy.spreadPpm, day: rate.day },
    warnings: old === null && fees.warnings.length === 0 ? duty.value.warnings : [...duty.value.warnings, ...fees.warnings, ...(old === null ? [] : [old])],
    validUntil: reasons.length === 0 ? validUntil(at, policy.validHours) : null, hold: reasons[0]?.code ?? null,
  };
}

/** The last end of validity that was written out: a catalogue is priced as of one instant, and dates are slow to print. */
let lastValidity = { at: '', hours: 0, until: '' };

/** The instant a quote made at `at` (a day or an instant) ends. */
function validUntil(at: string, hours: number): string {
  if (lastValidity.at !== at || lastValidity.hours !== hours) lastValidity = { at, hours, until: new Date(Date.parse(at) + hours * HOUR_MS).toISOString() };
  return lastValidity.until;
}

/** The same decision as `quote`, without the fingerprint of its inputs; for previews and catalogue-wide passes that store nothing. */
export function computeQuote(input: QuoteInput, packs: PricingPacks, at: string): UnstampedQuote {
  const { ready, missing } = marketTerms(packs, input, at.slice(0, 10));
  const lacking = inputReasons(input);
  return ready === null || lacking.length > 0 ? held(packs, at, [...lacking, ...missing]) : compose(input, packs, at, ready);
}

/**
 * What one variant costs the buyer of one market and what its merchant receives, itemised, as of `at` (an instant, or a day).
 * Buyer lines add up to the buyer's total in the market's currency, merchant lines to the payout in CNY. The customs value is the goods line.
 * Held, with reasons, where a fact or a row is missing, the duty cannot be computed, no line carries the goods, or the payout is below the floor.
 */
export function quote(input: QuoteInput, packs: PricingPacks, at: string): Quote {
  return { ...computeQuote(input, packs, at), inputsHash: fingerprint(input) };
}
