import { z } from 'zod';
import type { product, productSummary } from '#contract/products.ts';
import { reasonShape } from '#contract/shapes.ts';
import type { Fact } from '#core/decision/decision.ts';
import type { ProductId } from '#core/ids/id.ts';
import type { Locale } from '#core/market/market.ts';
import { MARKETS } from '#core/market/market.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { ProductRecord } from './store.ts';

export type ProductSummary = z.output<typeof productSummary>;
export type ProductShape = z.output<typeof product>;

const reasons = z.array(reasonShape);

type ListingState = Readonly<{ id: ProductSummary['markets'][number]['listingId']; productId: ProductId; market: ProductSummary['markets'][number]['market']; state: 'live' | 'held' | 'off'; reasons: unknown; outcome: string | null }>;

/** State of listings of products, with the verdict's outcome. */
export async function loadStates(tx: Tx, productIds: readonly ProductId[]): Promise<ListingState[]> {
  if (productIds.length === 0) return [];
  return tx
    .selectFrom('listing')
    .leftJoin('verdict', 'verdict.id', 'listing.verdictId')
    .select(['listing.id', 'listing.productId', 'listing.market', 'listing.state', 'listing.reasons', 'verdict.outcome'])
    .where('listing.productId', 'in', productIds)
    .execute();
}

export function presentSummary(record: ProductRecord, states: readonly ListingState[], locale: Locale): ProductSummary {
  const own = states.filter((state) => state.productId === record.id);
  const prices = record.variants.flatMap((variant) => (variant.priceMinor === null ? [] : [variant.priceMinor]));
  const least = prices.reduce<bigint | null>((low, price) => (low === null || price < low ? price : low), null);
  return {
    id: record.id, title: record.title, category: record.category, image: record.images[0] ?? null, price: least === null ? null : { minor: least.toString(), currency: 'CNY' },
    stock: record.variants.reduce((sum, variant) => sum + variant.stock, 0),
    markets: MARKETS.flatMap((market) => {
      const state = own.find((one) => one.market === market);
      return state === undefined ? [] : [{ market, listingId: state.id, state: state.state, outcome: state.outcome, ...headlineOf(state.reasons, locale) }];
    }),
    updatedAt: record.updatedAt.toISOString(),
  };
}

/** What keeps a listing from buyers, in the words of the rule that does, and what to do about it. */
function headlineOf(stored: unknown, locale: Locale): Readonly<{ headline: string; todo: string | null }> {
  const [first, ...rest] = reasons.parse(stored);
  // That the verdict stands in the way is said by its own first finding better.
  const telling = first?.code.startsWith('verdict_') === true ? (rest[0] ?? first) : first;
  return { headline: telling?.text[locale] ?? '', todo: telling?.fix?.text[locale] ?? null };
}

export function presentProduct(record: ProductRecord, states: readonly ListingState[], facts: ReadonlyMap<string, Fact>, locale: Locale): ProductShape {
  return {
    ...presentSummary(record, states, locale),
    description: record.description, brand: record.brand, originCountry: record.originCountry, attributes: { ...record.attributes }, images: [...record.images],
    variants: record.variants.map((variant) => ({ id: variant.id, sku: variant.sku, options: { ...variant.options }, price: variant.priceMinor === null ? null : { minor: variant.priceMinor.toString(), currency: 'CNY' as const }, stock: variant.stock })),
    facts: [...facts.values()].map((fact) => ({ fact: fact.fact, value: fact.value, source: sourceOf(record, fact), ...(fact.span && { span: fact.span }), at: record.givenFacts.find((given) => given.fact === fact.fact)?.at.toISOString() ?? null })),
    documents: record.documents.map((document) => ({ ...document })),
    pricing: { keepDomesticPrice: record.keepDomesticPrice, floor: record.floorMinor === null ? null : { minor: record.floorMinor.toString(), currency: 'CNY' } },
    revision: record.revision,
  };
}

/** Screening knows a fact was recorded; by whom stands in the record. */
export function sourceOf(record: ProductRecord, fact: Fact): Fact['source'] {
  if (fact.source === 'inferred') return 'inferred';
  return record.givenFacts.findLast((given) => given.fact === fact.fact || fact.fact.startsWith(`${given.fact}.`))?.source ?? 'import';
}
