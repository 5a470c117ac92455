import { z } from 'zod';
import { productDocument, productInput } from './product-facts.ts';
import { route } from './route.ts';
import { day, factShape, idOf, instant, market, moneyShape, none, pageOf, pageQuery, scalar } from './shapes.ts';
import { listingState } from './listing-state.ts';

/** The merchant's own products, their facts and imports. */

export const marketState = z.object({ market, listingId: idOf('listing').nullable(), state: listingState, outcome: z.string().nullable(), headline: z.string(), todo: z.string().nullable() });

export const productSummary = z.object({
  id: idOf('product'), title: z.string(), category: z.string().nullable(), image: z.string().nullable(), price: moneyShape.nullable(), stock: z.number().int(),
  markets: z.array(marketState), updatedAt: instant,
});
export const variantShape = z.object({
  id: idOf('variant'), sku: z.string(), options: z.record(z.string(), z.string()), price: moneyShape.nullable(), stock: z.number().int(),
});
export const product = productSummary.extend({
  description: z.string().nullable(), brand: z.string().nullable(), originCountry: z.string().nullable(),
  attributes: z.record(z.string(), z.string()), images: z.array(z.string()), variants: z.array(variantShape),
  facts: z.array(factShape.extend({ at: instant.nullable() })), documents: z.array(productDocument),
  pricing: z.object({ keepDomesticPrice: z.boolean(), floor: moneyShape.nullable() }), revision: z.number().int(),
});

const productParams = z.object({ productId: idOf('product') });
const productErrors = ['not_found'] as const;

export const listProducts = route({
  id: 'listProducts', method: 'GET', path: '/merchant/products', audience: 'merchant',
  summary: 'My products, each with its state in every market.', params: none,
  query: pageQuery.extend({ search: z.string().max(100).optional(), market: market.optional(), state: listingState.optional() }), body: none, reply: pageOf(productSummary),
});
export const getProduct = route({
  id: 'getProduct', method: 'GET', path: '/merchant/products/{productId}', audience: 'merchant',
  summary: 'One product with its facts.', params: productParams, query: none, body: none, reply: product, errors: productErrors,
});
export const createProduct = route({
  id: 'createProduct', method: 'POST', path: '/merchant/products', audience: 'merchant',
  summary: 'Adds a product. It is screened, worded and priced for every opened market at once.', params: none, query: none, body: productInput.omit({ id: true }).extend({ sourceId: z.string().max(200).optional() }), reply: product,
});
export const editProduct = route({
  id: 'editProduct', method: 'PATCH', path: '/merchant/products/{productId}', audience: 'merchant',
  summary: 'Edits the Chinese page. Everything that rests on what changed is decided again.', params: productParams, query: none,
  body: z.object({
    title: z.string().min(1).max(2_000).optional(), description: z.string().max(100_000).nullish(), category: z.string().max(200).nullish(),
    attributes: z.record(z.string().max(200), z.string().max(5_000)).optional(),
  }),
  reply: product, errors: productErrors,
});
export const setVariant = route({
  id: 'setVariant', method: 'PATCH', path: '/merchant/variants/{variantId}', audience: 'merchant',
  summary: 'Changes the domestic price or the stock of a variant.', params: z.object({ variantId: idOf('variant') }), query: none,
  body: z.object({ priceMinor: z.string().regex(/^0*[1-9]\d{0,11}$/, 'expected whole fen above zero, such as "9900"').optional(), stock: z.number().int().min(0).max(10_000_000).optional() }),
  reply: product, errors: productErrors, idempotent: true,
});
export const giveFact = route({
  id: 'giveFact', method: 'POST', path: '/merchant/products/{productId}/facts', audience: 'merchant',
  summary: 'Answers a question. The verdicts that waited for it are decided at once.', params: productParams, query: none,
  body: z.object({ fact: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_.]{0,60}$/, 'expected the name of a fact, such as "battery.wattHours"'), value: z.union([scalar, z.array(z.string()).max(100)]) }),
  reply: product, errors: ['not_found', 'invalid_input'],
});
export const addDocument = route({
  id: 'addDocument', method: 'POST', path: '/merchant/products/{productId}/documents', audience: 'merchant',
  summary: 'Puts a document on file for a product.', params: productParams, query: none,
  body: z.object({ kind: z.string().min(1).max(60), number: z.string().min(1).max(200), expires: day.nullish(), fileId: idOf('file').nullish() }),
  reply: product, errors: ['not_found', 'unknown_document_kind'],
});
export const setPricingPolicy = route({
  id: 'setPricingPolicy', method: 'PUT', path: '/merchant/products/{productId}/pricing', audience: 'merchant',
  summary: 'Keeps the domestic price abroad, or sets a floor below which nothing may sell.', params: productParams, query: none,
  body: z.object({ keepDomesticPrice: z.boolean(), floorMinor: z.string().regex(/^\d{1,12}$/).nullable() }), reply: product, errors: productErrors,
});

const importRefusal = z.object({ line: z.number().int(), id: z.string().nullable(), field: z.string().nullable(), code: z.string(), message: z.string() });
export const importReport = z.object({
  format: z.string(), rows: z.number().int(), created: z.number().int(), updated: z.number().int(), unchanged: z.number().int(), refused: z.array(importRefusal),
});
export const importProducts = route({
  id: 'importProducts', method: 'POST', path: '/merchant/imports', audience: 'merchant',
  summary: 'Imports products from a file: Pilotage JSON lines, Shopify CSV or WooCommerce CSV. All or nothing per product.', params: none,
  query: z.object({ format: z.enum(['pilotage', 'shopify', 'woocommerce']) }), body: z.unknown(), binary: true, reply: importReport, errors: ['too_large', 'invalid_input'],
});
