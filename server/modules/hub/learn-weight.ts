import type { LocalText } from '#core/market/market.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import type { StoredLine } from '#server/modules/orders/store.ts';
import { giveFact } from '#server/modules/products/service.ts';
import type { Context } from '#server/platform/operation.ts';

/** The hub's scale corrects what a merchant declared, so that the next price rests on what the goods really weigh. */

/** A domestic carton and its padding weigh something too: only a difference of more than a tenth and 50 g is the goods' own. Set by the marketplace, 2026-11-23. */
const MATERIAL_PERCENT = 10;
const MATERIAL_GRAMS = 50;

const CAUSE: LocalText = { 'zh-Hans': '集运仓称重与申报不同', 'zh-Hant': '集運倉稱重與申報不同', en: 'The hub weighed it differently from what was declared' };

/** Records the weight as a fact of the product when a single piece was weighed and differs materially, or nobody had declared one. */
export async function learnWeight(context: Context, lines: readonly StoredLine[], weightGrams: number | null): Promise<void> {
  const [line] = lines;
  if (line === undefined || lines.length !== 1 || line.quantity !== 1 || weightGrams === null) return;
  const difference = Math.abs(weightGrams - (line.weightGrams ?? 0));
  if (line.weightGrams !== null && (difference <= MATERIAL_GRAMS || difference * 100 <= line.weightGrams * MATERIAL_PERCENT)) return;
  const given = await giveFact(context, line.productId, 'weightGrams', weightGrams, 'hub');
  if (!given.ok) throw new Error(`product ${line.productId} of an order is gone`);
  await refreshProducts(context, [line.productId], CAUSE);
}
