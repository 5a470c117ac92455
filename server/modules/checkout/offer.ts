import { z } from 'zod';
import type { IdOf } from '#core/ids/id.ts';
import type { ListingLocale, Market } from '#core/market/market.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import { isOpen } from '#core/switches/export-switch.ts';
import { optionsIn } from '#server/modules/listings/present.ts';
import { loadProducts, type ProductRecord, type VariantRecord } from '#server/modules/products/store.ts';
import { loadEnrolment, loadSwitches, type Enrolment } from '#server/modules/switches/store.ts';
import type { Context } from '#server/platform/operation.ts';

/** What stands behind an item a buyer chose: the listing, its product and variant, and the words the buyer reads. */
export type Offer = Readonly<{
  listingId: IdOf<'listing'>;
  market: Market;
  record: ProductRecord;
  variant: VariantRecord;
  enrolment: Enrolment;
  title: string;
  options: Readonly<Record<string, string>>;
  verdictId: IdOf<'verdict'>;
  /** The recorded tariff code, if the product could be classified. */
  hts: string | null;
}>;

export type SaleRefusal = Refusal<'listing_not_live' | 'out_of_stock' | 'export_paused'>;
export type Wanted = Readonly<{ listingId: IdOf<'listing'>; variantId: IdOf<'variant'>; quantity: number }>;

const SALEABLE: ReadonlySet<string> = new Set(['allowed', 'allowed_with_conditions']);

function notLive(title: string): Result<never, SaleRefusal> {
  return refuse('listing_not_live', { title }, 'items');
}

/**
 * Loads an offer and checks, as things stand in this transaction, that it may be sold: the shop takes part in this
 * market, every switch is open, the listing is live, its current verdict allows it and enough pieces are left.
 * Fails with `listing_not_live`, `export_paused`, `out_of_stock`, each naming the product in the buyer's language.
 */
export async function loadOffer(context: Context, market: Market, locale: ListingLocale, wanted: Wanted): Promise<Result<Offer, SaleRefusal>> {
  const { tx } = context;
  const listing = await listed(context, market, locale, wanted.listingId);
  if (listing === undefined) return notLive(wanted.listingId);
  const [record] = await loadProducts(tx, [listing.productId]);
  const variant = record?.variants.find((one) => one.id === wanted.variantId);
  if (record === undefined || variant === undefined) return notLive(listing.title);
  const words = wordsOf(locale === 'zh-Hans' ? null : listing.wording, record, variant);
  const enrolment = await loadEnrolment(tx, record.merchantId);
  if (enrolment === null || enrolment.leftAt !== null || !enrolment.markets.includes(market)) return notLive(words.title);
  const switches = isOpen(await loadSwitches(tx, record.merchantId), record.id, market);
  if (!switches.open) return refuse('export_paused', { title: words.title }, 'items');
  if (variant.stock < wanted.quantity) return refuse('out_of_stock', { title: words.title, left: variant.stock, wanted: wanted.quantity }, 'items');
  const { state, verdictId, outcome, hts } = listing;
  if (state !== 'live' || verdictId === null || !SALEABLE.has(outcome ?? '')) return notLive(words.title);
  return ok({ listingId: wanted.listingId, market, record, variant, enrolment, ...words, verdictId, hts });
}

/** The listing with the verdict, wording and classification that stand now, in one question: a checkout asks it twice while other buyers wait. */
async function listed({ tx }: Context, market: Market, locale: ListingLocale, id: IdOf<'listing'>) {
  return tx
    .selectFrom('listing')
    .leftJoin('verdict', (join) => join.onRef('verdict.productId', '=', 'listing.productId').onRef('verdict.market', '=', 'listing.market').on('verdict.supersededAt', 'is', null))
    .leftJoin('wording', (join) => join.onRef('wording.productId', '=', 'listing.productId').onRef('wording.market', '=', 'listing.market').on('wording.locale', '=', locale).on('wording.supersededAt', 'is', null))
    .leftJoin('classification', 'classification.productId', 'listing.productId')
    .select(['listing.productId', 'listing.state', 'listing.title', 'verdict.id as verdictId', 'verdict.outcome', 'wording.body as wording', 'classification.hts'])
    .where('listing.id', '=', id)
    .where('listing.market', '=', market)
    .executeTakeFirst();
}

const titled = z.looseObject({ title: z.string() });

/** Title and options in the buyer's language; the merchant's own words where the page is read in Simplified Chinese or not written. */
function wordsOf(wording: unknown, record: ProductRecord, variant: VariantRecord): Pick<Offer, 'title' | 'options'> {
  if (wording === null) return { title: record.title, options: variant.options };
  return { title: titled.parse(wording).title, options: optionsIn(wording, variant.sku, variant.options) };
}
