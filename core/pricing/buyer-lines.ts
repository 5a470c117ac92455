import { divideRounded, money, type Money } from '../money/money.ts';
import type { SourceRef } from '../decision/decision.ts';
import type { DutyAnswer } from '../landed-cost/duty-query.ts';
import type { EntryFeeLine } from '../landed-cost/entry-fees.ts';
import { charmPriceMinor } from './charm-price.ts';
import type { LineChoice } from './line-haul.ts';
import type { PolicyWords } from './market-terms.ts';
import { QUOTE_LABELS, type QuoteLabel } from './quote-labels.ts';
import type { ExchangeRow, HandlingRates, MarketPolicy } from './pricing-packs.ts';
import type { QuoteLine, QuoteSide } from './quote-shape.ts';

/** What the buyer's side is made of, already decided: amounts in CNY with the rate that converts them, duty and fees in the market's currency. */
export type BuyerParts = Readonly<{
  goods: Money;
  goodsBasis: string;
  domesticLeg: Money;
  handling: HandlingRates;
  choice: LineChoice;
  rate: ExchangeRow;
  policy: MarketPolicy;
  words: PolicyWords;
  duty: DutyAnswer;
  entryFees: readonly EntryFeeLine[];
  salesTaxPpm: bigint;
}>;

const PPB = 1_000_000_000n;
const PPM = 1_000_000n;

/** CNY minor units to the market's currency, half up. */
export function convertMinor(minor: bigint, ratePpb: bigint): bigint {
  return divideRounded(minor * ratePpb, PPB, 'half_up');
}

type Draft = { lines: QuoteLine[]; sumMinor: bigint };

function push(draft: Draft, parts: BuyerParts, code: string, minor: bigint, basis: string, source: SourceRef | null, inPrice: boolean, label: QuoteLine['label']): void {
  draft.lines.push({ code, label, amount: money(minor, parts.rate.to), basis, source, inPrice });
  draft.sumMinor += minor;
}

function own(draft: Draft, parts: BuyerParts, code: QuoteLabel, minor: bigint, basis: string, source: SourceRef | null, inPrice = true): void {
  push(draft, parts, code, minor, basis, source, inPrice, QUOTE_LABELS[code]);
}

/** Goods and carriage in the market's currency, the spread on what was converted, and free shipping where the goods reach its limit. */
function carriage(draft: Draft, parts: BuyerParts): void {
  const { rate, policy, choice, handling } = parts;
  const goodsMinor = convertMinor(parts.goods.minor, rate.ratePpb);
  own(draft, parts, 'goods', goodsMinor, parts.goodsBasis, rate.source);
  own(draft, parts, 'domestic_leg', convertMinor(parts.domesticLeg.minor, rate.ratePpb), 'weight', handling.source);
  own(draft, parts, 'hub_handling', convertMinor(handling.hubParcelMinor, rate.ratePpb), 'parcel', handling.source);
  own(draft, parts, 'line_haul', convertMinor(choice.cost.minor, rate.ratePpb), `${choice.line.code}: ${choice.chosen.chargeableGrams} g`, choice.line.source);
  const convertedMinor = draft.sumMinor;
  own(draft, parts, 'exchange_spread', divideRounded(convertedMinor * policy.spreadPpm, PPM, 'half_up'), parts.words.spread, policy.source);
  if (policy.freeShippingFromMinor !== null && goodsMinor >= policy.freeShippingFromMinor) {
    own(draft, parts, 'free_shipping', goodsMinor - convertedMinor, parts.words.freeShipping, policy.source);
  }
}

/** Duty by layer, customs fees and sales tax. A quote is for one parcel; the layers already add up to the duty of its line. */
function charges(draft: Draft, parts: BuyerParts): void {
  for (const layer of parts.duty.layers) {
    push(draft, parts, `duty:${layer.code}`, layer.amount.minor, `${layer.basis}, ${layer.heading}`, layer.source, parts.policy.dutyInPrice, layer.name);
  }
  for (const fee of parts.entryFees) push(draft, parts, `import_fee:${fee.code}`, fee.amount.minor, 'entry', fee.source, parts.policy.dutyInPrice, fee.name);
  if (parts.salesTaxPpm > 0n) {
    own(draft, parts, 'sales_tax', divideRounded(draft.sumMinor * parts.salesTaxPpm, PPM, 'half_up'), `${parts.salesTaxPpm} ppm of the lines above`, null, false);
  }
}

/**
 * The buyer's lines of one quote; they add up to the total. The payment fee is on the total that contains it, so it is grossed up,
 * rounded up to the minor unit; the price is then raised to the market's ending, and that raise is a line of its own.
 */
export function buyerSide(parts: BuyerParts): QuoteSide {
  const { policy } = parts;
  const draft: Draft = { lines: [], sumMinor: 0n };
  carriage(draft, parts);
  charges(draft, parts);
  const before = draft.sumMinor;
  const withFee = divideRounded((before + policy.paymentFixedMinor) * PPM, PPM - policy.paymentRatePpm, 'up');
  own(draft, parts, 'payment_fee', withFee - before, parts.words.payment, policy.source);
  if (policy.charmEndMinor !== null) {
    const raised = charmPriceMinor(withFee, policy.charmEndMinor, policy.charmStepMinor);
    if (raised !== withFee) own(draft, parts, 'rounding', raised - withFee, parts.words.charm, policy.source);
  }
  return { total: money(draft.sumMinor, parts.rate.to), lines: draft.lines };
}
