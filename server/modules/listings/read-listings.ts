import { z } from 'zod';
import type { previewMarket } from '#contract/listings.ts';
import { reasonShape } from '#contract/shapes.ts';
import type { ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import { loadHistory } from '#server/modules/history/service.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import { loadEnrolment } from '#server/modules/switches/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadClassifier } from '#server/modules/classification/choices.ts';
import { decideMarket } from './decide.ts';
import { loadMemory } from './store.ts';
import { presentQuote, presentVerdict, presentWording, type ListingShape } from './present.ts';

const quoteInput = z.looseObject({ input: z.looseObject({ hts: z.string().nullable() }) });

/** What became of a product in each market. Fails with `not_found`. */
export async function readProductListings({ tx }: Context, productId: ProductId): Promise<Result<{ productId: ProductId; listings: ListingShape[] }>> {
  const product = await tx.selectFrom('product').select('id').where('id', '=', productId).executeTakeFirst();
  if (product === undefined) return refuse('not_found', { what: 'product' });
  const listings = await tx.selectFrom('listing').selectAll().where('productId', '=', productId).execute();
  const verdicts = await tx.selectFrom('verdict').select(['id', 'market', 'body']).where('productId', '=', productId).where('supersededAt', 'is', null).execute();
  const wordings = await tx.selectFrom('wording').select(['id', 'market', 'body', 'at']).where('productId', '=', productId).where('supersededAt', 'is', null).orderBy('id').execute();
  const quotes = await tx.selectFrom('quote').select(['id', 'market', 'variantId', 'input', 'body']).where('productId', '=', productId).where('supersededAt', 'is', null).execute();
  const { items: history } = await loadHistory(tx, { subjects: [productId], limit: 60 });
  return ok({
    productId,
    listings: listings.map((listing) => {
      const verdict = verdicts.find((one) => one.id === listing.verdictId);
      const quote = quotes.find((one) => one.id === listing.quoteId);
      return {
        id: listing.id, productId, market: listing.market, state: listing.state, since: listing.since.toISOString(), reasons: z.array(reasonShape).parse(listing.reasons),
        verdict: verdict === undefined ? null : { id: verdict.id, ...presentVerdict(verdict.body) },
        wordings: wordings.filter((one) => one.market === listing.market).map((one) => ({ id: one.id, ...presentWording(one.body, one.at.toISOString()) })),
        quote: quote === undefined ? null : { id: quote.id, ...presentQuote(quote.body, quoteInput.parse(quote.input).input.hts, quote.variantId) },
        history: history.filter((entry) => entry.market === listing.market || entry.market === null),
        storefrontPath: listing.state === 'live' ? `/${listing.market.toLowerCase()}/listings/${listing.id}` : null,
      };
    }),
  });
}

/** The plan that a shop not yet enrolled is shown its payout under. */
export const PREVIEW_FEE_PLAN = 'cross-border-2026';

/** Verdict, page and price in a market before any switch is turned. Nothing is stored. Fails with `not_found`. */
export async function previewProduct(context: Context, productId: ProductId, market: Market): Promise<Result<z.output<typeof previewMarket.reply>>> {
  const { tx, at, system } = context;
  const [record] = await loadProducts(tx, [productId]);
  if (record === undefined) return refuse('not_found', { what: 'product' });
  const enrolment = await loadEnrolment(tx, record.merchantId);
  const { packs, schedule } = await currentPricing(tx, system.packs);
  const here = { ...system.packs, rules: await rulesFor(tx, system.packs, record.merchantId) };
  const feePlan = enrolment?.feePlan ?? PREVIEW_FEE_PLAN;
  const product = assembleProduct(record);
  const { classification } = (await loadClassifier(tx))(product, record.id, here, schedule);
  const variants = record.variants.slice(0, 1);
  const decision = decideMarket(product, market, at, here, packs, classification, variants, { feePlan, keepDomesticPrice: record.keepDomesticPrice, floorMinor: record.floorMinor }, await loadMemory(tx, [record]));
  const [wording] = decision.wordings;
  const [quoted] = decision.quotes;
  if (wording === undefined || quoted === undefined) return refuse('not_found', { what: 'price' });
  return ok({ verdict: presentVerdict(decision.verdict), wording: presentWording(wording.wording, at.toISOString()), quote: presentQuote(quoted.quote, quoted.input.hts, variants[0]?.id ?? null) });
}
