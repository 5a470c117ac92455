import type { z } from 'zod';
import type { compareStock as compareRoute, stockChoice as choiceShape } from '#contract/listings.ts';
import type { ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { stockChoice, type StockChoice, type StockForecast, type WayCost } from '#core/pricing/stock-choice.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing, withChanges } from '#server/modules/editions/pricing-editions.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import { loadEnrolment } from '#server/modules/switches/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadClassifier } from '#server/modules/classification/choices.ts';
import { bestCode, knownFacts, quoteInputOf } from './decide.ts';
import { PREVIEW_FEE_PLAN } from './read-listings.ts';

/** Whether a product had better lie in the market than be sent piece by piece. Nothing is stored. */

type Asked = z.output<typeof compareRoute.query>;
type Choice = z.output<typeof choiceShape>;

/** Sizes of shipment that a merchant weighs; the asked one is drawn among them. */
const SIZES = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;

/** The comparison under the tariff in force and, if asked, under another rate of one duty from today on. Fails with `not_found`, `not_comparable`, `invalid_change`. */
export async function compareStock(context: Context, productId: ProductId, market: Market, asked: Asked): Promise<Result<z.output<typeof compareRoute.reply>>> {
  const { tx, at, system } = context;
  const [record] = await loadProducts(tx, [productId]);
  if (record === undefined) return refuse('not_found', { what: 'product' });
  const priceMinor = record.variants[0]?.priceMinor ?? null;
  if (priceMinor === null) return refuse('not_comparable', { reason: WORDS.price[context.locale] });
  const { packs, schedule } = await currentPricing(tx, system.packs);
  const feePlan = (await loadEnrolment(tx, record.merchantId))?.feePlan ?? PREVIEW_FEE_PLAN;
  const product = assembleProduct(record);
  const input = quoteInputOf(product, knownFacts(product, system.packs), market, bestCode((await loadClassifier(tx))(product, record.id, system.packs, schedule).classification), priceMinor, { feePlan, keepDomesticPrice: record.keepDomesticPrice, floorMinor: record.floorMinor });
  const now = choiceUnder(context, input, packs, asked);
  if (!now.ok || asked.heading === undefined || asked.percent === undefined) return now.ok ? ok({ now: now.value, ifChanged: null }) : now;
  const changed = withChanges(packs, [{ kind: 'programme_rate', heading: asked.heading, ratePpm: Math.round(asked.percent * 10_000), from: at.toISOString().slice(0, 10), source: 'What if, asked by the shop' }], 'what-if');
  if (!changed.ok) return changed;
  const then = choiceUnder(context, input, changed.value, asked);
  return then.ok ? ok({ now: now.value, ifChanged: then.value }) : then;
}

function choiceUnder({ at, locale }: Context, input: QuoteInput, packs: PricingPacks, asked: Asked): Result<Choice> {
  const forecast: StockForecast = { pieces: BigInt(asked.pieces), months: BigInt(asked.months), customsValuePpm: BigInt(Math.round(asked.customsPercent * 10_000)) };
  const made = stockChoice(input, forecast, packs, at.toISOString());
  if (!made.ok) return refuse('not_comparable', { reason: (made.problem.code === 'no_overseas_rates' ? WORDS.rates : WORDS.facts)[locale] });
  const curve = [...new Set([...SIZES, asked.pieces])].toSorted((left, right) => left - right).flatMap((pieces) => {
    const one = stockChoice(input, { ...forecast, pieces: BigInt(pieces) }, packs, at.toISOString());
    return one.ok ? [{ pieces, perPiece: presentMoney(one.value.overseas.perPiece) }] : [];
  });
  return ok(present(made.value, packs.tariff.edition, curve));
}

function present(choice: StockChoice, tariffEdition: string, curve: Choice['curve']): Choice {
  const way = ({ perPiece, lines }: WayCost) => ({ perPiece: presentMoney(perPiece), lines: lines.map((line) => ({ ...line, amount: presentMoney(line.amount) })) });
  return { cheaper: choice.cheaper, direct: way(choice.direct), overseas: way(choice.overseas), breakEvenPieces: choice.breakEvenPieces?.toString() ?? null, tariffEdition, curve };
}

const WORDS = {
  price: { 'zh-Hans': '商品还没有国内价', 'zh-Hant': '商品還沒有國內價', en: 'the product has no domestic price' },
  rates: { 'zh-Hans': '这个市场还没有海外仓费率', 'zh-Hant': '這個市場還沒有海外倉費率', en: 'there are no warehouse rates for this market' },
  facts: { 'zh-Hans': '商品还没有报价，请先补充重量等资料', 'zh-Hant': '商品還沒有報價，請先補充重量等資料', en: 'the product has no price abroad yet; give its weight and the other facts first' },
} as const;
