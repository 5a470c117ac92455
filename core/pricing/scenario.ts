import { money, zero, type Money } from '../money/money.ts';
import { MARKETS, type LocalText, type Market } from '../market/market.ts';
import { htsDigits } from '../landed-cost/duty.ts';
import { touchedBy } from '../landed-cost/touched-lines.ts';
import type { PricingPacks } from './pricing-packs.ts';
import { computeQuote, type UnstampedQuote } from './quote.ts';
import type { QuoteInput } from './quote-shape.ts';
import { quoteDifferences, type LineDifference } from './requote.ts';

/** One stored price that a scenario looks at. */
export type ScenarioItem = Readonly<{ id: string; input: QuoteInput }>;
/** The packs on one side of a comparison and the moment they price for. */
export type PricedSide = Readonly<{ packs: PricingPacks; at: string }>;
/** `why` is the first reason where there is no price. */
export type ScenarioSide = Readonly<{ outcome: 'quoted' | 'held'; hold: string | null; why: LocalText | null; total: Money | null; payout: Money | null }>;
export type ScenarioRow = Readonly<{ id: string; market: Market; before: ScenarioSide; after: ScenarioSide }>;

export type ScenarioResult = Readonly<{
  items: number;
  /** Items the change can reach; only these were computed. */
  touched: number;
  rows: readonly ScenarioRow[];
  newlyHeld: number;
  newlyBelowFloor: number;
  released: number;
  /** The sum of what buyers pay more, or less, by market, over items quoted on both sides. */
  buyerDelta: Readonly<Partial<Record<Market, Money>>>;
  payoutDelta: Money;
}>;

function sideOf(made: UnstampedQuote): ScenarioSide {
  return { outcome: made.outcome, hold: made.hold, why: made.outcome === 'held' ? (made.reasons[0]?.text ?? null) : null, total: made.buyer?.total ?? null, payout: made.merchant?.payout ?? null };
}

function differs(before: ScenarioSide, after: ScenarioSide): boolean {
  return before.hold !== after.hold || before.total?.minor !== after.total?.minor || before.payout?.minor !== after.payout?.minor;
}

/** Which items a change of packs can reach: when only the tariff changed, those it touches; otherwise all of them. */
export function reachedBy(before: PricingPacks, after: PricingPacks): (item: ScenarioItem) => boolean {
  const onlyTariff = before.feePlans === after.feePlans && before.handling === after.handling && before.lines === after.lines && before.rates === after.rates && before.policies === after.policies;
  if (!onlyTariff) return () => true;
  const touched = touchedBy(before.tariff, after.tariff);
  const exciseChanged = before.tariff.excise !== after.tariff.excise;
  const feesChanged = before.tariff.entryFees !== after.tariff.entryFees;
  return ({ input }) => (input.market === 'US' ? feesChanged || (input.hts !== null && touched({ hts: htsDigits(input.hts), origin: input.origin })) : exciseChanged);
}

/** The packs with another tariff edition, as a draft names it. */
export function withTariff(packs: PricingPacks, tariff: PricingPacks['tariff']): PricingPacks {
  return { ...packs, tariff, edition: packs.edition.replace(packs.tariff.edition, tariff.edition) };
}

/**
 * What a change would do before it is made: every item it can reach, priced on both sides. The sides differ in their packs, in their
 * moment, or in both. Rows are kept only where something a buyer or a merchant sees differs.
 */
export function runScenario(items: Iterable<ScenarioItem>, before: PricedSide, after: PricedSide): ScenarioResult {
  const sameDay = before.at.slice(0, 10) === after.at.slice(0, 10);
  const reached = sameDay ? reachedBy(before.packs, after.packs) : () => true;
  const rows: ScenarioRow[] = [];
  const buyerDelta: Partial<Record<Market, Money>> = {};
  let payoutDelta = zero('CNY');
  const counts = { items: 0, touched: 0, newlyHeld: 0, newlyBelowFloor: 0, released: 0 };
  for (const item of items) {
    counts.items += 1;
    if (!reached(item)) continue;
    counts.touched += 1;
    const was = sideOf(computeQuote(item.input, before.packs, before.at));
    const is = sideOf(computeQuote(item.input, after.packs, after.at));
    if (!differs(was, is)) continue;
    const { market } = item.input;
    rows.push({ id: item.id, market, before: was, after: is });
    if (was.outcome === 'quoted' && is.outcome === 'held') counts.newlyHeld += 1;
    if (was.hold !== 'below_floor' && is.hold === 'below_floor') counts.newlyBelowFloor += 1;
    if (was.outcome === 'held' && is.outcome === 'quoted') counts.released += 1;
    if (was.total === null || is.total === null || was.payout === null || is.payout === null) continue;
    buyerDelta[market] = money((buyerDelta[market]?.minor ?? 0n) + is.total.minor - was.total.minor, is.total.currency);
    payoutDelta = money(payoutDelta.minor + is.payout.minor - was.payout.minor, 'CNY');
  }
  return { ...counts, rows, buyerDelta, payoutDelta };
}

/** The result over two parts of a catalogue together. */
export function addScenarios(one: ScenarioResult, other: ScenarioResult): ScenarioResult {
  const buyerDelta: Partial<Record<Market, Money>> = { ...one.buyerDelta };
  for (const market of MARKETS) {
    const more = other.buyerDelta[market];
    if (more !== undefined) buyerDelta[market] = money((buyerDelta[market]?.minor ?? 0n) + more.minor, more.currency);
  }
  return {
    items: one.items + other.items, touched: one.touched + other.touched, rows: [...one.rows, ...other.rows], buyerDelta, payoutDelta: money(one.payoutDelta.minor + other.payoutDelta.minor, 'CNY'),
    newlyHeld: one.newlyHeld + other.newlyHeld, newlyBelowFloor: one.newlyBelowFloor + other.newlyBelowFloor, released: one.released + other.released,
  };
}

/** Line by line what differs between the two sides of one item. */
export function scenarioDifferences(input: QuoteInput, before: PricedSide, after: PricedSide): readonly LineDifference[] {
  return quoteDifferences(computeQuote(input, before.packs, before.at), computeQuote(input, after.packs, after.at));
}
