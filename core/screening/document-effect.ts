import { canonicalJson } from '../decision/canonical-json.ts';
import type { Market } from '../market/market.ts';
import type { Product, ProductDocument } from '../product/product.ts';
import { compiledPack } from './compile-rule-pack.ts';
import { decideProduct, type Decided } from './decide-product.ts';
import { prepareProduct, withDocuments } from './prepare-product.ts';
import type { RulePack } from './rule-pack.ts';
import type { VerdictOutcome } from './verdict.ts';

/** What other documents on file mean for a product in a market. `differs` when any finding reads otherwise, also where the outcome stays. */
export type DocumentEffect = Readonly<{ market: Market; before: VerdictOutcome; after: VerdictOutcome; differs: boolean }>;

/** Decides a product with the documents it has and with others, on a day (YYYY-MM-DD). Its words are read once. */
export function documentEffect(product: Product, documents: readonly ProductDocument[], markets: readonly Market[], day: string, pack: RulePack): DocumentEffect[] {
  const compiled = compiledPack(pack);
  const prepared = prepareProduct(product, compiled);
  const changed = withDocuments(prepared, { ...product, facts: { ...product.facts, documents } });
  return markets.map((market) => {
    const before = decideProduct(prepared, market, day, compiled);
    const after = decideProduct(changed, market, day, compiled);
    return { market, before: before.outcome, after: after.outcome, differs: sayingsOf(before) !== sayingsOf(after) };
  });
}

function sayingsOf(decided: Decided): string {
  return canonicalJson(decided.findings);
}
