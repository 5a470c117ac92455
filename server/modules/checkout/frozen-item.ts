import { z } from 'zod';
import { idOf } from '#contract/shapes.ts';
import { multiply, sum, type Money } from '#core/money/money.ts';
import { MARKET_PROFILES, type Market } from '#core/market/market.ts';
import { frozenQuote, mergeLines, multiplyLines, type FrozenLine } from '#server/modules/orders/frozen-quote.ts';

/** One item of a checkout with everything its order line will carry: words, price, duty code, weight and the verdict it may be sold under. */
export const frozenItem = z.object({
  listingId: idOf('listing'), variantId: idOf('variant'), productId: idOf('product'), merchantId: idOf('merchant'), quantity: z.number().int(),
  sku: z.string(), title: z.string(), titleOriginal: z.string(), image: z.string().nullable(), options: z.record(z.string(), z.string()), optionsOriginal: z.record(z.string(), z.string()),
  quoteId: idOf('quote'), quote: frozenQuote, hts: z.string().nullable(), weightGrams: z.number().int().nullable(), verdictId: idOf('verdict').nullable(),
});
export type FrozenItem = z.output<typeof frozenItem>;

/** What the buyer pays for an item, all its pieces. */
export function itemTotal(item: Pick<FrozenItem, 'quote' | 'quantity'>): Money {
  return multiply(item.quote.buyer.total, BigInt(item.quantity));
}

/** What the merchant receives for an item, all its pieces. */
export function itemPayout(item: Pick<FrozenItem, 'quote' | 'quantity'>): Money {
  return multiply(item.quote.merchant.payout, BigInt(item.quantity));
}

/** What the buyer pays for everything. */
export function totalOf(items: readonly FrozenItem[], market: Market): Money {
  return sum(items.map(itemTotal), MARKET_PROFILES[market].currency);
}

/**
 * The buyer's lines of all items. Carriage and fees of a parcel multiply with the pieces, as if each piece travelled
 * alone: what packing pieces together saves is not yet given back.
 */
export function buyerLines(items: readonly Pick<FrozenItem, 'quote' | 'quantity'>[]): FrozenLine[] {
  return mergeLines(items.map((item) => multiplyLines(item.quote.buyer.lines, item.quantity)));
}

/** The merchant's lines of all items. */
export function merchantLines(items: readonly Pick<FrozenItem, 'quote' | 'quantity'>[]): FrozenLine[] {
  return mergeLines(items.map((item) => multiplyLines(item.quote.merchant.lines, item.quantity)));
}
