import type { Schedule } from '#core/classification/schedule.ts';
import type { Classification } from '#core/classification/classification.ts';
import { classify } from '#core/classification/classify.ts';
import type { Fact } from '#core/decision/decision.ts';
import { MARKET_PROFILES, type ListingLocale, type Market } from '#core/market/market.ts';
import { money } from '#core/money/money.ts';
import { quote } from '#core/pricing/quote.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import type { Quote, QuoteInput } from '#core/pricing/quote-shape.ts';
import { categoryOf, type Product } from '#core/product/product.ts';
import { compiledPack } from '#core/screening/compile-rule-pack.ts';
import { factsIn } from '#core/screening/known-facts.ts';
import { prepareProduct } from '#core/screening/prepare-product.ts';
import { screen } from '#core/screening/screen.ts';
import type { Verdict } from '#core/screening/verdict.ts';
import { localize } from '#core/wording/localize.ts';
import type { Draft, Wording } from '#core/wording/wording.ts';
import type { Packs } from '#server/platform/packs/packs.ts';

/** Everything that is decided about a product in one market. Pure: the same product, packs and moment decide the same. */

/** The price a variant asks at home, and how its merchant wants it priced abroad. */
export type PricedVariant = Readonly<{ sku: string; priceMinor: bigint | null }>;
export type PricingTerms = Readonly<{ feePlan: string; keepDomesticPrice: boolean; floorMinor: bigint | null }>;

export type QuoteDecision = Readonly<{ sku: string; input: QuoteInput; quote: Quote }>;
/** A page with the approved texts it was offered: replay offers the same. */
export type WordingDecision = Readonly<{ drafts: readonly Draft[]; wording: Wording }>;
export type MarketDecision = Readonly<{ market: Market; verdict: Verdict; wordings: readonly WordingDecision[]; quotes: readonly QuoteDecision[] }>;

/** Languages a listing is written in for a market, first choice first. pt-MO waits for a translation provider. */
export function listingLocales(market: Market): ListingLocale[] {
  return MARKET_PROFILES[market].locales.filter((locale) => locale !== 'zh-Hans' && locale !== 'pt-MO');
}

/** Facts as screening reads them: recorded ones, and those inferred from the words, with the words. */
export function knownFacts(product: Product, packs: Packs): ReadonlyMap<string, Fact> {
  return factsIn(prepareProduct(product, compiledPack(packs.rules)).book);
}

/** The heading by the product's words, and its national line where the schedule holds one. */
export function classifyProduct(product: Product, packs: Packs, schedule: Schedule): Classification {
  return classify(product, packs.headings, { top: 5, schedule });
}

function numberFact(facts: ReadonlyMap<string, Fact>, name: string): number | null {
  const value = facts.get(name)?.value;
  return typeof value === 'number' ? value : null;
}

function wholeUp(value: number | null): bigint | null {
  return value === null ? null : BigInt(Math.ceil(value));
}

/** How a battery travels, for the choice of line. An unknown packing is taken as the strictest. */
function batteryPacking(facts: ReadonlyMap<string, Fact>): QuoteInput['battery'] {
  const kind = facts.get('battery.kind')?.value;
  if (kind === undefined || kind === null) return null;
  if (kind === 'none') return 'none';
  const packing = facts.get('battery.packing')?.value;
  return packing === 'in_equipment' || packing === 'with_equipment' ? packing : 'alone';
}

/** What a variant's price in a market rests on. */
export function quoteInputOf(product: Product, facts: ReadonlyMap<string, Fact>, market: Market, hts: string | null, priceMinor: bigint, terms: PricingTerms): QuoteInput {
  const liquid = numberFact(facts, 'liquidMl');
  const powder = numberFact(facts, 'powderGrams');
  return {
    market, price: money(priceMinor, 'CNY'), weightGrams: wholeUp(numberFact(facts, 'weightGrams')), lengthMm: wholeUp(numberFact(facts, 'lengthMm')), widthMm: wholeUp(numberFact(facts, 'widthMm')), heightMm: wholeUp(numberFact(facts, 'heightMm')),
    battery: batteryPacking(facts), liquid: liquid !== null && liquid > 0, powder: powder !== null && powder > 0, hts, origin: product.originCountry ?? 'CN', category: categoryOf(product.category), feePlan: terms.feePlan,
    policy: { keepDomesticPrice: terms.keepDomesticPrice, ...(terms.floorMinor !== null && { floorMinor: terms.floorMinor }) },
  };
}

/**
 * Below this a code is a guess, and a wrong but valid code is worse than none: the price is then held until a person
 * or the merchant's answer settles it. Set by the marketplace (2026-11-24) against the classifier's calibration.
 */
const CONFIDENCE_MIN = 0.4;

/** The code a classification settles on: the first candidate, as deep as it goes, if it is sure enough. */
export function bestCode(classification: Classification): string | null {
  const first = classification.candidates[0];
  return first === undefined || first.confidence < CONFIDENCE_MIN ? null : (first.hts10 ?? first.hts8 ?? null);
}

/** What people approved for exact texts, by `locale|text`. */
export type Memory = ReadonlyMap<string, string>;
const NO_MEMORY: Memory = new Map();

/** Approved texts for a product's title and description, if its very words were translated before. */
function draftsOf(product: Product, locale: ListingLocale, memory: Memory): Draft[] {
  const segments = [['title', product.title], ['description', product.description ?? '']] as const;
  return segments.flatMap(([segment, source]) => {
    const text = memory.get(`${locale}|${source}`);
    return text === undefined ? [] : [{ segment, text, by: 'memory' as const }];
  });
}

/** The one way a verdict, pages and prices of a product in a market come about. */
export function decideMarket(
  product: Product,
  market: Market,
  at: Date,
  packs: Packs,
  pricing: PricingPacks,
  classification: Classification,
  variants: readonly PricedVariant[],
  terms: PricingTerms,
  memory: Memory = NO_MEMORY,
): MarketDecision {
  const facts = knownFacts(product, packs);
  const hts = bestCode(classification);
  return {
    market,
    verdict: screen(product, market, at.toISOString(), packs.rules),
    wordings: listingLocales(market).map((locale) => {
      const drafts = draftsOf(product, locale, memory);
      return { drafts, wording: localize(product, locale, { market, drafts }, packs.terms) };
    }),
    quotes: variants.flatMap((variant) => {
      if (variant.priceMinor === null) return [];
      const input = quoteInputOf(product, facts, market, hts, variant.priceMinor, terms);
      return [{ sku: variant.sku, input, quote: quote(input, pricing, at.toISOString()) }];
    }),
  };
}
