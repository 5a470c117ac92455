import type { Market } from '../market/market.ts';
import type { CompiledPack } from './compile-rule-pack.ts';
import { decideProduct } from './decide-product.ts';
import { prepareProduct, type PreparedProduct } from './prepare-product.ts';
import { isOpen, type VariantOutcome } from './verdict.ts';

/** A variant read as if it were the only one. */
export type PreparedVariant = Readonly<{ sku: string; prepared: PreparedProduct }>;

/** The variants of a product, each read by itself; none where their options say nothing that a rule listens to. */
export function prepareVariants({ product, places, book }: PreparedProduct, compiled: CompiledPack): readonly PreparedVariant[] {
  const { variants } = product;
  if (variants === null || variants === undefined || variants.length < 2) return [];
  const speaks = places.some(({ hit }) => isOption(hit.field.name)) || [...book.stated.values()].some(({ span }) => span !== undefined && isOption(span.field));
  return speaks ? variants.map((variant) => ({ sku: variant.sku, prepared: prepareProduct({ ...product, variants: [variant] }, compiled) })) : [];
}

function isOption(field: string): boolean {
  return field.startsWith('variants.');
}

/**
 * The outcome of each variant by itself, where they differ, with the rules that keep it closed. The verdict of the product is that of
 * all of them together; this says which of them brought it about, and which could go without the others.
 */
export function variantOutcomes(variants: readonly PreparedVariant[], market: Market, day: string, compiled: CompiledPack): readonly VariantOutcome[] {
  const outcomes = variants.map(({ sku, prepared }): VariantOutcome => {
    const { outcome, findings } = decideProduct(prepared, market, day, compiled);
    return { sku, outcome, ruleIds: findings.filter((finding) => !isOpen(finding.outcome)).map((finding) => finding.ruleId) };
  });
  return new Set(outcomes.map(({ outcome, ruleIds }) => `${outcome} ${ruleIds.join(' ')}`)).size > 1 ? outcomes : [];
}
