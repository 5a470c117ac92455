import { z } from 'zod';
import type { listingPage } from '#contract/storefront.ts';
import type { IdOf } from '#core/ids/id.ts';
import { MARKET_PROFILES, type ListingLocale, type LocalText, type Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { listingLocales } from '#server/modules/listings/decide.ts';
import { optionsIn, presentQuote, presentVerdict, presentWording } from '#server/modules/listings/present.ts';
import { loadProducts } from '#server/modules/products/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { cardQuery, noteQuery, presentCard, presentNotes } from './cards.ts';
import { claimPolicyOf } from './claim-policy.ts';

export type ListingPage = z.output<typeof listingPage>;

const lineDays = z.looseObject({ line: z.looseObject({ days: z.tuple([z.number(), z.number()]) }).nullable() });

/** A live listing as buyers read it. Fails with `not_found` when it is not live: a listing that is off does not exist here. */
export async function readListingPage(context: Context, market: Market, locale: ListingLocale, id: IdOf<'listing'>): Promise<Result<ListingPage>> {
  const { tx } = context;
  const listing = await tx.selectFrom('listing').innerJoin('merchant', 'merchant.id', 'listing.merchantId').select(['listing.productId', 'listing.verdictId', 'listing.category', 'merchant.shopName', 'merchant.city', 'merchant.story']).where('listing.id', '=', id).where('listing.market', '=', market).where('listing.state', '=', 'live').executeTakeFirst();
  const [record] = listing === undefined ? [] : await loadProducts(tx, [listing.productId], 'page');
  if (listing === undefined || record === undefined) return refuse('not_found', { what: 'listing' });
  const wordings = await tx.selectFrom('wording').select(['locale', 'body', 'at']).where('productId', '=', record.id).where('market', '=', market).where('supersededAt', 'is', null).execute();
  const quotes = await tx.selectFrom('quote').select(['variantId', 'body']).where('productId', '=', record.id).where('market', '=', market).where('supersededAt', 'is', null).execute();
  const verdict = listing.verdictId === null ? undefined : await tx.selectFrom('verdict').select('body').where('id', '=', listing.verdictId).executeTakeFirst();
  const stored = wordings.find((one) => one.locale === locale) ?? wordings.find((one) => one.locale === MARKET_PROFILES[market].locales[0]);
  const original = locale === 'zh-Hans' || stored === undefined;
  const wording = original ? null : presentWording(stored.body, stored.at.toISOString());
  const notes = await noteQuery(tx, market).where(({ exists, selectFrom }) => exists(selectFrom('noteProduct').select('noteProduct.noteId').whereRef('noteProduct.noteId', '=', 'note.id').where('noteProduct.productId', '=', record.id))).orderBy('note.publishedAt', 'desc').limit(6).execute();
  const related = listing.category === null ? [] : await cardQuery(tx, market, locale).where('listing.category', '=', listing.category).where('listing.id', '!=', id).orderBy('listing.since', 'desc').limit(8).execute();
  return ok({
    id, productId: record.id, market, locale, locales: [...listingLocales(market), 'zh-Hans'],
    title: wording?.title ?? record.title, bullets: wording?.bullets ?? [], description: wording === null ? record.description : wording.description, attributes: wording?.attributes ?? { ...record.attributes }, images: [...record.images],
    machineText: wording !== null && wording.provenance.some((one) => !one.by.startsWith('person') && !one.by.startsWith('memory')), original: { title: record.title },
    shop: { name: listing.shopName, city: listing.city, story: listing.story }, category: listing.category,
    variants: record.variants.map((variant) => {
      const row = quotes.find((one) => one.variantId === variant.id);
      const quote = row === undefined ? null : presentQuote(row.body, null, variant.id);
      const days = row === undefined ? null : lineDays.parse(row.body).line?.days;
      return {
        id: variant.id, options: stored === undefined || original ? { ...variant.options } : optionsIn(stored.body, variant.sku, variant.options), stock: variant.stock,
        price: quote?.outcome === 'quoted' ? (quote.buyer?.total ?? null) : null, lines: quote?.buyer?.lines ?? [], deliveryDays: days ? { p50: days[0], p90: days[1] } : null, validUntil: quote?.validUntil ?? null,
      };
    }),
    claimPolicy: claimPolicyOf(context, market), notices: verdict === undefined ? [] : noticesOf(verdict.body),
    notes: await presentNotes(tx, notes, market, locale), related: related.map((row) => presentCard(row, locale)),
  });
}

/** What a buyer should know beforehand: how the goods may travel. */
function noticesOf(body: unknown): LocalText[] {
  return presentVerdict(body).transport.map((limit) => limit.text);
}
