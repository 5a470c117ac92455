import { divideRounded, money, type Money } from '../money/money.ts';
import { MARKET_PROFILES, type LocalText } from '../market/market.ts';
import { ok, refuse, type Result } from '../result.ts';
import { computeDuty } from '../landed-cost/duty.ts';
import { entryFees, entryKind } from '../landed-cost/entry-fees.ts';
import type { Quantities } from '../landed-cost/quantities.ts';
import { convertMinor } from './buyer-lines.ts';
import { marketTerms } from './market-terms.ts';
import { quantitiesOf } from './piece-quantities.ts';
import type { ExchangeRow, OverseasRates, PricingPacks } from './pricing-packs.ts';
import { computeQuote } from './quote.ts';
import { QUOTE_LABELS } from './quote-labels.ts';
import type { QuoteInput } from './quote-shape.ts';

/**
 * A shipment of stock: how many pieces, over how many months they are forecast to sell, and what customs values a piece at
 * (in ppm of the goods price; a first sale below it needs a ruling, 19 CFR 152).
 */
export type StockForecast = Readonly<{ pieces: bigint; months: bigint; customsValuePpm: bigint }>;

/** Cost lines a piece in CNY, for one way of serving a market. They add up to the cost. */
export type WayCost = Readonly<{ perPiece: Money; lines: readonly Readonly<{ code: string; label: LocalText; amount: Money }>[] }>;

export type StockChoice = Readonly<{
  cheaper: 'direct' | 'overseas';
  direct: WayCost;
  overseas: WayCost;
  /** The fewest pieces from which overseas stock is not dearer; null when no shipment within the limit is. */
  breakEvenPieces: bigint | null;
  edition: string;
}>;

/** Larger shipments are not looked at. */
const MOST_PIECES = 1_000_000n;
const PPM = 1_000_000n;
const PPB = 1_000_000_000n;

/** Lines of a quote that are the cost of bringing a piece to its buyer. */
const DIRECT_LINES = /^(?:domestic_leg|hub_handling|line_haul|duty:.+|import_fee:.+)$/;

function toCny(minor: bigint, rate: ExchangeRow): bigint {
  return divideRounded(minor * PPB, rate.ratePpb, 'half_up');
}

function wayCost(lines: readonly (readonly [code: string, minor: bigint, label: LocalText])[]): WayCost {
  const kept = lines.filter(([, minor]) => minor !== 0n).map(([code, minor, label]) => ({ code, label, amount: money(minor, 'CNY') }));
  return { perPiece: money(kept.reduce((soFar, line) => soFar + line.amount.minor, 0n), 'CNY'), lines: kept };
}

function directCost(input: QuoteInput, packs: PricingPacks, at: string, rate: ExchangeRow): Result<WayCost> {
  const made = computeQuote(input, packs, at);
  if (made.buyer === null) return refuse('not_priceable', { value: made.hold, expected: 'goods that can be priced' }, 'input');
  return ok(wayCost(made.buyer.lines.filter((line) => DIRECT_LINES.test(line.code)).map((line) => [line.code, toCny(line.amount.minor, rate), line.label] as const)));
}

function scaledQuantities(input: QuoteInput, pieces: bigint): Quantities {
  return Object.fromEntries(Object.entries(quantitiesOf(input)).map(([unit, micro]) => [unit, micro * pieces]));
}

/** Duty and customs fees of the whole shipment, in CNY. */
function entryCost(input: QuoteInput, packs: PricingPacks, day: string, rates: OverseasRates, rate: ExchangeRow, stock: StockForecast): Result<Readonly<{ duty: bigint; fees: bigint }>> {
  const { currency } = MARKET_PROFILES[input.market];
  const goodsMinor = divideRounded(input.price.minor * stock.customsValuePpm, PPM, 'half_up');
  const value = money(convertMinor(goodsMinor, rate.ratePpb) * stock.pieces, currency);
  if (input.hts === null) return ok({ duty: 0n, fees: 0n });
  const duty = computeDuty(
    { market: input.market, at: day, hts: input.hts, origin: input.origin, value, quantities: scaledQuantities(input, stock.pieces), mode: 'entry', metal: input.metal, abvPpm: input.abvPpm },
    packs.tariff,
  );
  if (!duty.ok) return duty;
  const { fees } = input.market === 'US' ? entryFees({ at: day, value, entry: entryKind(value), transport: rates.transport }, packs.tariff) : { fees: [] };
  return ok({ duty: toCny(duty.value.total.minor, rate), fees: toCny(fees.reduce((soFar, fee) => soFar + fee.amount.minor, 0n), rate) });
}

/** Cost a piece of a shipment of stock: freight, entry, warehouse, last mile, and what ties up or is never sold. */
function overseasCost(input: QuoteInput, packs: PricingPacks, day: string, rates: OverseasRates, rate: ExchangeRow, stock: StockForecast): Result<WayCost> {
  const entry = entryCost(input, packs, day, rates, rate, stock);
  if (!entry.ok) return entry;
  const grams = input.weightGrams;
  if (grams === null) return refuse('not_priceable', { value: 'weightGrams', expected: 'a weight' }, 'input');
  const perKg = (minor: bigint) => divideRounded(grams * minor, 1_000n, 'half_up');
  const perPiece = (minor: bigint) => divideRounded(minor, stock.pieces, 'half_up');
  const furtherKg = grams > 1_000n ? (grams - 1n) / 1_000n : 0n;
  return ok(
    wayCost(
      ([
        ['bulk_shipment', perPiece(rates.shipmentMinor)],
        ['bulk_freight', perKg(rates.bulkPerKgMinor)],
        ['duty', perPiece(entry.value.duty)],
        ['import_fees', perPiece(entry.value.fees)],
        ['receiving', rates.receivePieceMinor],
        // A piece lies half the selling time on average.
        ['storage', divideRounded(perKg(rates.storageKgMonthMinor) * stock.months, 2n, 'half_up')],
        ['last_mile', rates.lastMileFirstKgMinor + furtherKg * rates.lastMileNextKgMinor],
        ['unsold', divideRounded(input.price.minor * rates.writeOffPpm, PPM, 'half_up')],
        ['capital', divideRounded(input.price.minor * rates.capitalPpmPerMonth * stock.months, 2n * PPM, 'half_up')],
      ] as const).map(([code, minor]) => [code, minor, QUOTE_LABELS[code]] as const),
    ),
  );
}

/**
 * The fewest pieces that pay. The cost of a piece falls with the size of a shipment, but for a jump where the entry becomes formal:
 * doubling finds the first size that pays, halving the smallest beside it.
 */
function breakEven(direct: Money, costOf: (pieces: bigint) => bigint | null): bigint | null {
  const pays = (pieces: bigint) => {
    const cost = costOf(pieces);
    return cost !== null && cost <= direct.minor;
  };
  let high = 1n;
  while (high < MOST_PIECES && !pays(high)) high *= 2n;
  if (!pays(high)) return null;
  let low = high / 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (pays(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Direct mail or stock in the market: the cost of a piece either way under one tariff edition, which is cheaper for the forecast, and from how many
 * pieces stock pays. Call it under two editions to see what a change of tariff would do.
 * Refuses `not_priceable`, `no_overseas_rates`, `invalid_forecast` and whatever the duty refuses.
 */
export function stockChoice(input: QuoteInput, stock: StockForecast, packs: PricingPacks, at: string): Result<StockChoice> {
  const day = at.slice(0, 10);
  if (stock.pieces < 1n || stock.months < 1n) return refuse('invalid_forecast', { value: `${stock.pieces} pieces in ${stock.months} months`, expected: 'at least one of each' }, 'forecast');
  const { rate } = marketTerms(packs, input, day);
  const rates = packs.overseas.find((row) => row.market === input.market && row.from <= day && (row.to === null || day <= row.to));
  if (rate === null || rates === undefined) return refuse('no_overseas_rates', { value: input.market, at: day }, 'market');
  const direct = directCost(input, packs, at, rate);
  if (!direct.ok) return direct;
  const overseas = overseasCost(input, packs, day, rates, rate, stock);
  if (!overseas.ok) return overseas;
  const costOf = (pieces: bigint) => {
    const cost = overseasCost(input, packs, day, rates, rate, { ...stock, pieces });
    return cost.ok ? cost.value.perPiece.minor : null;
  };
  return ok({
    cheaper: overseas.value.perPiece.minor <= direct.value.perPiece.minor ? 'overseas' : 'direct',
    direct: direct.value, overseas: overseas.value, breakEvenPieces: breakEven(direct.value.perPiece, costOf), edition: packs.edition,
  });
}
