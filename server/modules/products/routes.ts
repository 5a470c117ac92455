import * as contract from '#contract/products.ts';
import type { LocalText } from '#core/market/market.ts';
import type { ProductId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { putDocument } from '#server/modules/documents/service.ts';
import { knownFacts } from '#server/modules/listings/decide.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Context, type Operation } from '#server/platform/operation.ts';
import { checkFact } from './fact-value.ts';
import { importProducts } from './import-products.ts';
import { listProducts } from './list-products.ts';
import { loadStates, presentProduct, type ProductShape } from './present.ts';
import { editProduct, giveFact, loadProduct, saveProduct, setPricingPolicy, setVariant } from './service.ts';
import { assembleProduct, type ProductRecord } from './store.ts';

const CAUSES = {
  added: { 'zh-Hans': '新商品', 'zh-Hant': '新商品', en: 'A new product' },
  edited: { 'zh-Hans': '商品页已修改', 'zh-Hant': '商品頁已修改', en: 'The product page was edited' },
  variant: { 'zh-Hans': '价格或库存已修改', 'zh-Hant': '價格或庫存已修改', en: 'Price or stock was changed' },
  fact: { 'zh-Hans': '补充了商品资料', 'zh-Hant': '補充了商品資料', en: 'A fact was given' },
  pricing: { 'zh-Hans': '修改了定价方式', 'zh-Hant': '修改了定價方式', en: 'The pricing policy was changed' },
  imported: { 'zh-Hans': '导入了商品文件', 'zh-Hant': '匯入了商品檔案', en: 'A product file was imported' },
} as const satisfies Record<string, LocalText>;

/** The product as it stands after a change, its listings decided again with the cause. */
async function decided(context: Context, changed: Result<ProductRecord>, cause: LocalText): Promise<Result<ProductShape>> {
  if (!changed.ok) return changed;
  await refreshProducts(context, [changed.value.id], cause);
  return present(context, changed.value.id);
}

async function present(context: Context, id: ProductId): Promise<Result<ProductShape>> {
  const record = await loadProduct(context, id);
  if (!record.ok) return record;
  return ok(presentProduct(record.value, await loadStates(context.tx, [id]), knownFacts(assembleProduct(record.value), context.system.packs), context.locale));
}

export const productOperations: readonly Operation[] = [
  implement(contract.listProducts, async (call) => ok(await listProducts(call, merchantOf(call), call.query))),
  implement(contract.getProduct, (call) => present(call, call.params.productId)),
  implement(contract.createProduct, async (call) => {
    const { sourceId, ...input } = call.body;
    const saved = await saveProduct(call, merchantOf(call), sourceId ?? call.ids.next('product', call.at), input, 'product_created');
    return decided(call, await loadProduct(call, saved.id), CAUSES.added);
  }),
  implement(contract.editProduct, async (call) => decided(call, await editProduct(call, call.params.productId, call.body), CAUSES.edited)),
  implement(contract.setVariant, async (call) => decided(call, await setVariant(call, call.params.variantId, call.body), CAUSES.variant)),
  implement(contract.giveFact, async (call) => {
    const record = await loadProduct(call, call.params.productId);
    if (!record.ok) return record;
    const value = checkFact(call.body.fact, call.body.value);
    if (!value.ok) return value;
    return decided(call, await giveFact(call, call.params.productId, call.body.fact, value.value, 'merchant'), CAUSES.fact);
  }),
  implement(contract.addDocument, async (call) => {
    const { productId } = call.params;
    const record = await loadProduct(call, productId);
    if (!record.ok) return record;
    const put = await putDocument(call, record.value.merchantId, call.body, { cover: 'named', productIds: [productId] });
    return put.ok ? present(call, productId) : put;
  }),
  implement(contract.setPricingPolicy, async (call) => decided(call, await setPricingPolicy(call, call.params.productId, call.body), CAUSES.pricing)),
  implement(contract.importProducts, async (call) => {
    if (!(call.body instanceof Uint8Array)) return refuse('invalid_input', { detail: 'expected a file' }, 'body');
    const imported = await importProducts(call, merchantOf(call), call.query.format, call.body);
    if (!imported.ok) return imported;
    await refreshProducts(call, imported.value.changed, CAUSES.imported);
    return ok(imported.value.report);
  }),
];
