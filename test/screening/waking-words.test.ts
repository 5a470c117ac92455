import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import type { Product } from '#core/product/product.ts';
import { MARKETS } from '#core/market/market.ts';
import { compiledPack } from '#core/screening/compile-rule-pack.ts';
import { decideProduct } from '#core/screening/decide-product.ts';
import { prepareProduct } from '#core/screening/prepare-product.ts';
import { packOfRules } from '#core/screening/rule-changes.ts';
import { spellingsOf, wakingWords } from '#core/screening/waking-words.ts';
import { demoProducts } from '#demo/catalogue.ts';
import { productInputOf } from '#demo/products/product.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';

const pack = loadRulePack();
const traditional = Converter({ from: 'cn', to: 'hk' });
const wide = (text: string): string => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The demo's products as their merchants wrote them, in Traditional characters, and in full-width capitals. */
const products: Product[] = demoProducts.map((product): Product => ({ ...productInputOf(product), variants: [] })).flatMap((product): Product[] => [
  product,
  { ...product, title: traditional(product.title), description: traditional(product.description ?? ''), attributes: Object.fromEntries(Object.entries(product.attributes ?? {}).map(([name, value]) => [traditional(name), traditional(value)])) },
  { ...product, title: wide(product.title.toUpperCase()) },
]);

/** The text a store searches. */
function textOf({ title, description, attributes, variants }: Product): string {
  return [title, description ?? '', JSON.stringify(attributes ?? {}), JSON.stringify((variants ?? []).map((variant) => variant.options))].join(' ');
}

describe('words that wake a rule', () => {
  test('most rules of the pack need one', () => {
    const waking = pack.rules.filter((rule) => wakingWords(packOfRules(pack, [rule.id])) !== null);
    expect(waking.length).toBeGreaterThan(pack.rules.length / 2);
  });

  test('a rule that says something of a product is found by a spelling of its words, whatever script the page is written in', () => {
    let said = 0;
    for (const rule of pack.rules) {
      const alone = packOfRules(pack, [rule.id]);
      const words = wakingWords(alone);
      if (words === null) continue;
      const spellings = spellingsOf(words, pack.vocabulary.traditional);
      if (spellings === null) continue;
      const compiled = compiledPack(alone);
      for (const product of products) {
        const prepared = prepareProduct(product, compiled);
        if (!MARKETS.some((market) => decideProduct(prepared, market, '2027-02-01', compiled).judgements.length > 0)) continue;
        said += 1;
        const text = textOf(product).normalize('NFKC').toLowerCase();
        expect(spellings.some((spelling) => text.includes(spelling)), `${rule.id}: ${product.title}`).toBe(true);
      }
    }
    expect(said).toBeGreaterThan(100);
  }, 120_000);

  test('a rule that a fact alone can wake leaves no product out', () => {
    const [like] = pack.rules;
    if (like === undefined) throw new Error('the pack has rules');
    expect(wakingWords({ ...pack, rules: [{ ...like, when: { op: 'fact', fact: 'magnet', test: { is: 'equals', values: [true] } }, softly: null }] })).toBeNull();
  });
});
