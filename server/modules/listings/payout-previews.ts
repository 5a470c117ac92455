import type { z } from 'zod';
import type { payoutPreview as payoutPreviewShape } from '#contract/listings.ts';
import type { MerchantId, ProductId } from '#core/ids/id.ts';
import { MARKETS, type Market } from '#core/market/market.ts';
import { payoutPreview, type Percentiles } from '#core/pricing/payout-preview.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing, type CurrentPricing } from '#server/modules/editions/pricing-editions.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import { assembleProduct, loadProducts, type ProductRecord } from '#server/modules/products/store.ts';
import { sourceOf } from '#server/modules/products/present.ts';
import { loadEnrolment } from '#server/modules/switches/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadClassifier, type Classifier } from '#server/modules/classification/choices.ts';
import { bestCode, knownFacts, quoteInputOf } from './decide.ts';
import { PREVIEW_FEE_PLAN } from './read-listings.ts';
import { presentQuote } from './present.ts';

/** What a merchant may expect before the switch is turned. Nothing is stored. */

export type PayoutPreview = z.output<typeof payoutPreviewShape>;

/** One product in one market. Fails with `not_found` for a product that is not the merchant's, or has no price at home. */
export async function previewPayout(context: Context, productId: ProductId, market: Market): Promise<Result<PayoutPreview>> {
  const [record] = await loadProducts(context.tx, [productId]);
  if (record === undefined) return refuse('not_found', { what: 'product' });
  const [preview] = previewsOf(context, record, [market], await feePlanOf(context, record.merchantId), await currentPricing(context.tx, context.system.packs), await loadClassifier(context.tx));
  return preview === undefined ? refuse('not_found', { what: 'price' }) : ok(preview);
}

/** The first products of a shop in every market it may sell to: those listed in most markets first. */
export async function previewPayouts(context: Context, merchantId: MerchantId, limit: number): Promise<{ products: number; items: PayoutPreview[] }> {
  const { tx, system } = context;
  const rows = await tx
    .selectFrom('product')
    .leftJoin('listing', 'listing.productId', 'product.id')
    .select((select) => ['product.id', select.fn.count('listing.id').filterWhere('listing.state', '=', 'live').as('live')])
    .where('product.merchantId', '=', merchantId)
    .groupBy('product.id')
    .orderBy('live', 'desc')
    .orderBy('product.id')
    .execute();
  const records = await loadProducts(tx, rows.slice(0, limit).map((row) => row.id));
  const enrolment = await loadEnrolment(tx, merchantId);
  const pricing = await currentPricing(tx, system.packs);
  const classifier = await loadClassifier(tx);
  return { products: rows.length, items: records.flatMap((record) => previewsOf(context, record, enrolment?.markets ?? MARKETS, enrolment?.feePlan ?? PREVIEW_FEE_PLAN, pricing, classifier)) };
}

async function feePlanOf({ tx }: Context, merchantId: MerchantId): Promise<string> {
  return (await loadEnrolment(tx, merchantId))?.feePlan ?? PREVIEW_FEE_PLAN;
}

function previewsOf({ at, system }: Context, record: ProductRecord, markets: readonly Market[], feePlan: string, { packs, schedule }: CurrentPricing, classifier: Classifier): PayoutPreview[] {
  const product = assembleProduct(record);
  const [variant] = record.variants;
  if (variant === undefined || variant.priceMinor === null) return [];
  const { priceMinor } = variant;
  const facts = knownFacts(product, system.packs);
  const hts = bestCode(classifier(product, record.id, system.packs, schedule).classification);
  const weight = facts.get('weightGrams');
  const weightSource = weight === undefined ? 'inferred' : sourceOf(record, weight);
  return markets.map((market) => {
    const input = quoteInputOf(product, facts, market, hts, priceMinor, { feePlan, keepDomesticPrice: record.keepDomesticPrice, floorMinor: record.floorMinor });
    const { quote, buyerTotal, payoutAfterReturns, ifReturned } = payoutPreview(input, packs, at.toISOString(), weightSource);
    return {
      productId: record.id, title: record.title, image: record.images[0] ?? null, market, weightSource, quote: presentQuote(quote, hts, variant.id),
      buyerTotal: spread(buyerTotal), payoutAfterReturns: spread(payoutAfterReturns),
      ifReturned: ifReturned === null ? null : { merchant: presentMoney(ifReturned.merchant), lines: ifReturned.lines.map((line) => ({ code: line.code, label: line.label, amount: presentMoney(line.amount), bearer: line.bearer })) },
    };
  });
}

function spread(range: Percentiles | null) {
  return range === null ? null : { p10: presentMoney(range.p10), p50: presentMoney(range.p50), p90: presentMoney(range.p90) };
}
