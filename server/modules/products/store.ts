import { z } from 'zod';
import { productFacts, ruling } from '#contract/product-facts.ts';
import { scalar } from '#contract/shapes.ts';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import { isCurrency } from '#core/money/currency.ts';
import type { Product, ProductFacts, Ruling } from '#core/product/product.ts';
import type { Tx } from '#server/platform/database/connection.ts';

/** A product with everything recorded about it, as the database holds it. */
export type ProductRecord = Readonly<{
  id: ProductId;
  merchantId: MerchantId;
  sourceId: string;
  revision: number;
  title: string;
  description: string | null;
  category: string | null;
  brand: string | null;
  originCountry: string | null;
  attributes: Readonly<Record<string, string>>;
  importedFacts: ProductFacts;
  images: readonly string[];
  keepDomesticPrice: boolean;
  floorMinor: bigint | null;
  contentHash: string;
  updatedAt: Date;
  variants: readonly VariantRecord[];
  givenFacts: readonly GivenFact[];
  documents: readonly HeldDocument[];
  rulings: readonly Ruling[];
}>;

export type HeldDocument = Readonly<{ kind: string; number: string | null; expires: string | null }>;

export type VariantRecord = Readonly<{ id: IdOf<'variant'>; sku: string; options: Readonly<Record<string, string>>; priceMinor: bigint | null; stock: number }>;
export type GivenFact = Readonly<{ fact: string; value: unknown; source: 'merchant' | 'hub'; at: Date }>;

const strings = z.record(z.string(), z.string());
const stringList = z.array(z.string());
const factValue = z.union([scalar, z.array(z.unknown()), z.record(z.string(), z.unknown())]);

function groupBy<Row extends Readonly<{ productId: ProductId }>>(rows: readonly Row[]): Map<ProductId, Row[]> {
  const groups = new Map<ProductId, Row[]>();
  for (const row of rows) groups.set(row.productId, [...(groups.get(row.productId) ?? []), row]);
  return groups;
}

/**
 * Loads products by id, in the order of the ids; unknown and invisible ones are left out. `page` leaves out given facts,
 * documents and rulings, which visitors of the storefront may not read.
 */
export async function loadProducts(tx: Tx, ids: readonly ProductId[], depth: 'all' | 'page' = 'all'): Promise<ProductRecord[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('product').selectAll().where('id', 'in', ids).execute();
  if (rows.length === 0) return [];
  const variants = groupBy(await tx.selectFrom('variant').selectAll().where('productId', 'in', ids).orderBy('position').execute());
  const given = groupBy(depth === 'page' ? [] : await tx.selectFrom('productFact').selectAll().where('productId', 'in', ids).orderBy('source', 'desc').execute());
  const documents = depth === 'page' ? new Map<ProductId, HeldDocument[]>() : await loadHeldDocuments(tx, rows);
  const rulings = groupBy(depth === 'page' ? [] : await tx.selectFrom('ruling').select(['id', 'productId', 'ruleId', 'says', 'basis', 'reason']).where('productId', 'in', ids).where('withdrawnAt', 'is', null).orderBy('id').execute());
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [{
      id, merchantId: row.merchantId, sourceId: row.sourceId, revision: row.revision, title: row.title, description: row.description, category: row.category, brand: row.brand,
      originCountry: row.originCountry, attributes: strings.parse(row.attributes), importedFacts: productFacts.parse(row.facts), images: stringList.parse(row.images),
      keepDomesticPrice: row.keepDomesticPrice, floorMinor: row.floorMinor, contentHash: row.contentHash, updatedAt: row.updatedAt,
      variants: (variants.get(id) ?? []).map((variant) => ({ id: variant.id, sku: variant.sku, options: strings.parse(variant.options), priceMinor: variant.priceMinor, stock: variant.stock })),
      givenFacts: (given.get(id) ?? []).map((fact) => ({ fact: fact.fact, value: factValue.parse(fact.value), source: fact.source, at: fact.at })),
      documents: documents.get(id) ?? [],
      rulings: (rulings.get(id) ?? []).map(({ productId: _productId, ...one }) => one),
    }];
  });
}

/** The documents on file for products, oldest first: those linked to a product and those that cover the whole shop. */
async function loadHeldDocuments(tx: Tx, products: readonly Readonly<{ id: ProductId; merchantId: MerchantId }>[]): Promise<Map<ProductId, HeldDocument[]>> {
  const columns = ['document.id', 'document.kind', 'document.number', 'document.expires'] as const;
  const linked = await tx
    .selectFrom('documentProduct')
    .innerJoin('document', 'document.id', 'documentProduct.documentId')
    .select([...columns, 'documentProduct.productId'])
    .where('documentProduct.productId', 'in', products.map((product) => product.id))
    .where('document.removedAt', 'is', null)
    .execute();
  const shopWide = await tx.selectFrom('document').select([...columns, 'document.merchantId']).where('merchantId', 'in', products.map((product) => product.merchantId)).where('coversAll', '=', true).where('removedAt', 'is', null).execute();
  const byProduct = groupBy(linked);
  return new Map(products.map(({ id, merchantId }) => {
    const held = new Map([...(byProduct.get(id) ?? []), ...shopWide.filter((one) => one.merchantId === merchantId)].map((one) => [one.id, one]));
    return [id, [...held.values()].sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ kind, number, expires }) => ({ kind, number, expires }))];
  }));
}

/** Puts a fact at its place: `battery.wattHours` lies in `battery`. */
function withFact(facts: Readonly<Record<string, unknown>>, path: readonly string[], value: unknown): Record<string, unknown> {
  const [key, ...rest] = path;
  if (key === undefined) return { ...facts };
  if (rest.length === 0) return { ...facts, [key]: value };
  const inner = facts[key];
  return { ...facts, [key]: withFact(typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner } : {}, rest, value) };
}

/**
 * The product as decisions read it: what was imported, over it what the merchant said, over that what the hub measured.
 * Stock is left out: no decision rests on it, and a sale must not make every page look changed.
 */
export function assembleProduct(record: ProductRecord): Product {
  let facts: Record<string, unknown> = { ...record.importedFacts };
  for (const source of ['merchant', 'hub'] as const) {
    for (const given of record.givenFacts) if (given.source === source) facts = withFact(facts, given.fact.split('.'), given.value);
  }
  // Watt-hours may be answered before anybody said what kind of battery it is: the kind is then unknown, not missing.
  const { battery } = facts;
  if (typeof battery === 'object' && battery !== null && !('kind' in battery)) facts = { ...facts, battery: { kind: 'unknown', ...battery } };
  const imported = record.importedFacts.documents ?? [];
  return {
    id: record.id, title: record.title, description: record.description, category: record.category, brand: record.brand, originCountry: record.originCountry ?? 'CN', sourceLanguage: 'zh-Hans',
    attributes: record.attributes, facts: productFacts.parse({ ...facts, documents: [...imported, ...record.documents] }),
    variants: record.variants.map((variant) => ({ sku: variant.sku, options: variant.options, price: variant.priceMinor === null ? null : { minor: variant.priceMinor, currency: 'CNY' as const } })),
    images: record.images,
    ...(record.rulings.length > 0 && { rulings: record.rulings }),
  };
}

const moneyRow = z.object({ minor: z.string().transform((text) => BigInt(text)), currency: z.string().refine(isCurrency) });
const productBody = z.looseObject({
  id: z.string(), title: z.string(), description: z.string().nullish(), category: z.string().nullish(), brand: z.string().nullish(), originCountry: z.string().nullish(), sourceLanguage: z.string().nullish(),
  attributes: strings.nullish(), facts: productFacts.nullish(), images: stringList.nullish(), rulings: z.array(ruling).nullish(),
  variants: z.array(z.object({ sku: z.string(), options: strings, price: moneyRow.nullish() })).nullish(),
});

/** The product as it was at a revision, for replay. Null when that revision is not there. */
export async function loadRevision(tx: Tx, productId: ProductId, revision: number): Promise<Product | null> {
  const row = await tx.selectFrom('productRevision').select('body').where('productId', '=', productId).where('revision', '=', revision).executeTakeFirst();
  return row === undefined ? null : productBody.parse(row.body);
}
