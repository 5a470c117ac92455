import { canonicalJson } from '../decision/canonical-json.ts';
import type { Market } from '../market/market.ts';
import type { Product } from '../product/product.ts';
import { compiledPack } from './compile-rule-pack.ts';
import { decideProduct } from './decide-product.ts';
import { prepareProduct, type PreparedProduct } from './prepare-product.ts';
import type { RulePack } from './rule-pack.ts';
import type { VerdictOutcome } from './verdict.ts';

/** One side of a comparison: the rules that may say something else, and the day (YYYY-MM-DD) they are asked for. */
export type Side = Readonly<{ rules: RulePack; day: string }>;

/**
 * The rules that say something else about a product on one side than on the other, in any of the markets. Give packs that hold only
 * the rules that may differ (`packOfRules`): then it costs a fraction of a verdict, and a product for which it is empty need not be decided again.
 * Its words are read once a side, and not at all for markets that none of the rules binds.
 */
export function touchedRules(product: Product, markets: readonly Market[], before: Side, after: Side): string[] {
  const bound = markets.filter((market) => [before, after].some(({ rules }) => rules.rules.some((rule) => rule.markets.includes(market))));
  if (bound.length === 0) return [];
  const one = prepareProduct(product, compiledPack(before.rules));
  const other = before.rules === after.rules ? one : prepareProduct(product, compiledPack(after.rules));
  return [...new Set(bound.flatMap((market) => differing(sayings(one, market, before), sayings(other, market, after))))].sort();
}

function sayings(prepared: PreparedProduct, market: Market, { rules, day }: Side): ReadonlyMap<string, string> {
  const { judgements } = decideProduct(prepared, market, day, compiledPack(rules));
  return new Map(judgements.map(({ rule, finding }) => [rule.id, canonicalJson(finding)]));
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((id) => one.get(id) !== other.get(id)).sort();
}

/** The bare outcome of a product under rules on a day, without its smallest fix: for looking over many. */
export function outcomeUnder(product: Product, market: Market, { rules, day }: Side): VerdictOutcome {
  const compiled = compiledPack(rules);
  return decideProduct(prepareProduct(product, compiled), market, day, compiled).outcome;
}
