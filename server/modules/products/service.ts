import { canonicalJson } from '#core/decision/canonical-json.ts';
import { fingerprint } from '#core/decision/fingerprint.ts';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import type { Product } from '#core/product/product.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { assembleProduct, loadProducts, type ProductRecord } from './store.ts';

/** Products as merchants keep them. Every change of what decisions read makes a revision; refreshing listings is the caller's next step. */

export type ProductInput = Omit<Product, 'id'>;

/** One product by id. Fails with `not_found`. */
export async function loadProduct(context: Context, id: ProductId): Promise<Result<ProductRecord>> {
  const [record] = await loadProducts(context.tx, [id]);
  return record === undefined ? refuse('not_found', { what: 'product' }) : ok(record);
}

/** Stores what decisions will read from now on, under the product's current revision. */
export async function recordRevision({ tx, at }: Context, id: ProductId): Promise<ProductRecord> {
  const [record] = await loadProducts(tx, [id]);
  if (record === undefined) throw new Error(`product ${id} is gone within its own transaction`);
  await tx
    .insertInto('productRevision')
    .values({ productId: id, revision: record.revision, merchantId: record.merchantId, body: canonicalJson(assembleProduct(record)), at })
    // A change that decisions do not read (stock) makes no new revision, and the one there is never changes.
    .onConflict((conflict) => conflict.columns(['productId', 'revision']).doNothing())
    .execute();
  return record;
}

async function bumpRevision({ tx, at }: Context, id: ProductId): Promise<void> {
  await tx.updateTable('product').set((column) => ({ revision: column('revision', '+', 1), updatedAt: at })).where('id', '=', id).execute();
}

/** Products whose documents or rulings changed: a new revision each, with what decisions will read from now on. */
export async function reviseProducts({ tx, at }: Context, ids: readonly ProductId[]): Promise<ProductRecord[]> {
  if (ids.length === 0) return [];
  await tx.updateTable('product').set((column) => ({ revision: column('revision', '+', 1), updatedAt: at })).where('id', 'in', ids).execute();
  const records = await loadProducts(tx, ids);
  for (let start = 0; start < records.length; start += 1_000) {
    const rows = records.slice(start, start + 1_000).map((record) => ({ productId: record.id, revision: record.revision, merchantId: record.merchantId, body: canonicalJson(assembleProduct(record)), at }));
    await tx.insertInto('productRevision').values(rows).execute();
  }
  return records;
}

function contentOf(input: ProductInput) {
  return {
    title: input.title, description: input.description ?? null, category: input.category ?? null, brand: input.brand ?? null, originCountry: input.originCountry ?? null,
    attributes: canonicalJson(input.attributes ?? {}), facts: canonicalJson(input.facts ?? {}), images: canonicalJson(input.images ?? []),
  };
}

/** The same text for the same product, whatever the order of its keys: an import that changes nothing is known by it. */
export function contentHashOf(input: ProductInput): string {
  return fingerprint({ ...contentOf(input), variants: input.variants ?? [] });
}

async function writeVariants(context: Context, productId: ProductId, merchantId: MerchantId, input: ProductInput): Promise<void> {
  const { tx, at, ids } = context;
  const variants = input.variants === null || input.variants === undefined || input.variants.length === 0 ? [{ sku: 'default', options: {}, price: null, stock: 0 }] : input.variants;
  for (const [position, variant] of variants.entries()) {
    const row = { options: canonicalJson(variant.options), priceMinor: variant.price?.currency === 'CNY' ? variant.price.minor : null, stock: variant.stock ?? 0, position };
    await tx
      .insertInto('variant')
      .values({ id: ids.next('variant', at), productId, merchantId, sku: variant.sku, ...row })
      .onConflict((conflict) => conflict.columns(['productId', 'sku']).doUpdateSet(row))
      .execute();
  }
}

export type Saved = Readonly<{ id: ProductId; change: 'created' | 'updated' | 'unchanged' }>;

/** Creates a product, or brings the one with the same source id up to date. The same content changes nothing. */
export async function saveProduct(context: Context, merchantId: MerchantId, sourceId: string, input: ProductInput, eventKind: 'product_created' | 'product_imported'): Promise<Saved> {
  const { tx, at, ids } = context;
  const contentHash = contentHashOf(input);
  const before = await tx.selectFrom('product').select(['id', 'contentHash']).where('merchantId', '=', merchantId).where('sourceId', '=', sourceId).executeTakeFirst();
  if (before?.contentHash === contentHash) return { id: before.id, change: 'unchanged' };
  const id = before?.id ?? ids.next('product', at);
  if (before === undefined) await tx.insertInto('product').values({ id, merchantId, sourceId, revision: 1, ...contentOf(input), contentHash, createdAt: at, updatedAt: at, floorMinor: null }).execute();
  else await tx.updateTable('product').set((column) => ({ ...contentOf(input), contentHash, revision: column('revision', '+', 1), updatedAt: at })).where('id', '=', id).execute();
  await writeVariants(context, id, merchantId, input);
  await recordRevision(context, id);
  await recordEvent(context, { kind: before === undefined ? eventKind : 'product_edited', subject: id, merchantId, data: { title: input.title, sourceId } });
  return { id, change: before === undefined ? 'created' : 'updated' };
}

/** Edits the Chinese page. Fails with `not_found`. */
export async function editProduct(context: Context, id: ProductId, edit: Readonly<{ title?: string | undefined; description?: string | null | undefined; category?: string | null | undefined; attributes?: Record<string, string> | undefined }>): Promise<Result<ProductRecord>> {
  const found = await loadProduct(context, id);
  if (!found.ok) return found;
  await context.tx
    .updateTable('product')
    .set({
      ...(edit.title !== undefined && { title: edit.title }), ...(edit.description !== undefined && { description: edit.description }),
      ...(edit.category !== undefined && { category: edit.category }), ...(edit.attributes !== undefined && { attributes: canonicalJson(edit.attributes) }), contentHash: `edited ${context.at.toISOString()}`,
    })
    .where('id', '=', id)
    .execute();
  await bumpRevision(context, id);
  await recordEvent(context, { kind: 'product_edited', subject: id, merchantId: found.value.merchantId, data: { title: edit.title ?? found.value.title, fields: Object.keys(edit) } });
  return ok(await recordRevision(context, id));
}

/** Changes price or stock of a variant. Only a price makes a revision. Fails with `not_found`. */
export async function setVariant(context: Context, id: IdOf<'variant'>, change: Readonly<{ priceMinor?: string | undefined; stock?: number | undefined }>): Promise<Result<ProductRecord>> {
  // An order locks the product before its variants; so do we, or the two would wait for each other.
  await context.tx.selectFrom('product').innerJoin('variant', 'variant.productId', 'product.id').select('product.id').where('variant.id', '=', id).forNoKeyUpdate('product').execute();
  const row = await context.tx
    .updateTable('variant')
    .set({ ...(change.priceMinor !== undefined && { priceMinor: BigInt(change.priceMinor) }), ...(change.stock !== undefined && { stock: change.stock }), sku: (column) => column.ref('sku') })
    .where('id', '=', id)
    .returning(['productId', 'merchantId', 'sku'])
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'variant' });
  await recordEvent(context, { kind: 'variant_changed', subject: row.productId, merchantId: row.merchantId, data: { sku: row.sku, ...change } });
  if (change.priceMinor !== undefined) await bumpRevision(context, row.productId);
  return ok(await recordRevision(context, row.productId));
}

/** Records what the merchant (or the hub's scale) says about a product. Fails with `not_found`. */
export async function giveFact(context: Context, id: ProductId, fact: string, value: unknown, source: 'merchant' | 'hub'): Promise<Result<ProductRecord>> {
  const found = await loadProduct(context, id);
  if (!found.ok) return found;
  const row = { value: canonicalJson(value), at: context.at, by: context.actor.id };
  await context.tx
    .insertInto('productFact')
    .values({ productId: id, merchantId: found.value.merchantId, fact, source, ...row })
    .onConflict((conflict) => conflict.columns(['productId', 'fact', 'source']).doUpdateSet(row))
    .execute();
  await bumpRevision(context, id);
  await recordEvent(context, { kind: 'fact_given', subject: id, merchantId: found.value.merchantId, data: { fact, value, source } });
  return ok(await recordRevision(context, id));
}

/** Sets how a product is priced abroad. Fails with `not_found`. */
export async function setPricingPolicy(context: Context, id: ProductId, policy: Readonly<{ keepDomesticPrice: boolean; floorMinor: string | null }>): Promise<Result<ProductRecord>> {
  const found = await loadProduct(context, id);
  if (!found.ok) return found;
  await context.tx.updateTable('product').set({ keepDomesticPrice: policy.keepDomesticPrice, floorMinor: policy.floorMinor === null ? null : BigInt(policy.floorMinor) }).where('id', '=', id).execute();
  await recordEvent(context, { kind: 'pricing_changed', subject: id, merchantId: found.value.merchantId, data: policy });
  return loadProduct(context, id);
}
