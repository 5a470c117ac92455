import { z } from 'zod';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { quote } from '#core/pricing/quote.ts';
import type { Quote } from '#core/pricing/quote-shape.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { knownFacts, quoteInputOf } from '#server/modules/listings/decide.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { substanceOf } from '#server/modules/listings/store.ts';
import { assembleProduct } from '#server/modules/products/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { frozenItem, type FrozenItem } from './frozen-item.ts';
import type { Offer, SaleRefusal } from './offer.ts';

/** Prices of an offer, computed now from the product as it is recorded and the editions in force. */

const CAUSE: LocalText = { 'zh-Hans': '结算时按现行版本重新报价', 'zh-Hant': '結帳時按現行版本重新報價', en: 'Priced again at checkout under the current editions' };

export type Priced = Readonly<{ quote: Quote; hts: string | null; weightGrams: number | null }>;

/** What the offer's variant costs as of `at` under `packs`; null without a domestic price. */
export function priceOffer({ system }: Pick<Context, 'system'>, offer: Offer, packs: PricingPacks, at: Date): Priced | null {
  const { record, variant, market, enrolment, hts } = offer;
  if (variant.priceMinor === null) return null;
  const product = assembleProduct(record);
  const terms = { feePlan: enrolment.feePlan, keepDomesticPrice: record.keepDomesticPrice, floorMinor: record.floorMinor };
  const input = quoteInputOf(product, knownFacts(product, system.packs), market, hts, variant.priceMinor, terms);
  return { quote: quote(input, packs, at.toISOString()), hts, weightGrams: input.weightGrams === null ? null : Number(input.weightGrams) };
}

/**
 * Freezes an offer at its price now. When the price differs from the one on the page, the product is decided again
 * first, so that page, history and checkout name the same quote. Fails with `listing_not_live`.
 */
export async function freezeOffer(context: Context, offer: Offer, quantity: number, packs: PricingPacks): Promise<Result<FrozenItem, SaleRefusal>> {
  const priced = priceOffer(context, offer, packs, context.at);
  if (priced === null || priced.quote.outcome !== 'quoted') return refuse('listing_not_live', { title: offer.title }, 'items');
  const quoteId = await quoteIdFor(context, offer, priced.quote);
  if (quoteId === null) return refuse('listing_not_live', { title: offer.title }, 'items');
  const { record, variant } = offer;
  return ok(thawed({
    listingId: offer.listingId, variantId: variant.id, productId: record.id, merchantId: record.merchantId, quantity, sku: variant.sku, title: offer.title, titleOriginal: record.title, image: record.images[0] ?? null,
    options: offer.options, optionsOriginal: variant.options, quoteId, quote: priced.quote, hts: priced.hts, weightGrams: priced.weightGrams, verdictId: offer.verdictId,
  }));
}

/** A frozen item is read back by the parser that reads it from the database, so both sides of the storage agree. */
function thawed(item: unknown): FrozenItem {
  return frozenItem.parse(JSON.parse(canonicalJson(item)));
}

async function quoteIdFor(context: Context, offer: Offer, fresh: Quote): Promise<IdOf<'quote'> | null> {
  const substance = substanceOf(fresh);
  const stored = await storedQuoteId(context, offer, substance);
  if (stored !== null) return stored;
  // Two checkouts that meet the same outdated price: the second waits here and finds the first one's quote.
  await context.tx.selectFrom('product').select('id').where('id', '=', offer.record.id).forNoKeyUpdate().execute();
  const meanwhile = await storedQuoteId(context, offer, substance);
  if (meanwhile !== null) return meanwhile;
  await refreshProducts(context, [offer.record.id], CAUSE);
  const listing = await context.tx.selectFrom('listing').select('state').where('id', '=', offer.listingId).executeTakeFirst();
  return listing?.state === 'live' ? storedQuoteId(context, offer, substance) : null;
}

async function storedQuoteId({ tx }: Context, { variant, market }: Offer, substance: string): Promise<IdOf<'quote'> | null> {
  const row = await tx.selectFrom('quote').select(['id', 'body']).where('variantId', '=', variant.id).where('market', '=', market).where('supersededAt', 'is', null).executeTakeFirst();
  return row !== undefined && substanceOf(row.body) === substance ? row.id : null;
}

const frozenItems = z.array(frozenItem);

/** The items of a stored checkout. */
export function readFrozenItems(items: unknown): FrozenItem[] {
  return frozenItems.parse(items);
}
