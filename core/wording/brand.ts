import type { Category, Product } from '../product/product.ts';
import type { Term, Termbase } from './term.ts';

const HAN = /\p{Script=Han}/u;
const NOT_A_BRAND = /^(?:other|其他|其它|无|无品牌|none|n\/a|见描述|通用)$/i;

/**
 * The product's brand as words of its own: the Chinese and the Latin form a `SOFINA/苏菲娜` field states, or the termbase's Latin form of a
 * Chinese name. A Chinese name for which nobody registered a Latin form gets an empty rendering: it is left out of English, never spelled out.
 */
export function brandTerms(product: Product, category: Category | null, terms: Termbase): Term[] {
  const stated = product.brand ?? product.attributes?.['品牌'] ?? '';
  const names = stated.split(/[/／|（(）)]/).map((name) => name.trim()).filter((name) => !NOT_A_BRAND.test(name) && (HAN.test(name) || /\p{Letter}.*\p{Letter}/u.test(name)));
  const latin = names.map((name) => (HAN.test(name) ? null : (registeredName(name, terms) ?? name))).find((name) => name !== null) ?? null;
  return names.map((name) => ({
    zh: name,
    en: HAN.test(name) ? (registeredName(name, terms) ?? latin ?? '') : (registeredName(name, terms) ?? name),
    alternatives: [],
    kind: 'brand',
    domain: category,
    hk: null,
    avoid: [],
  }));
}

function registeredName(name: string, terms: Termbase): string | null {
  return terms.terms.get(name.toLowerCase())?.find((term) => term.kind === 'brand')?.en ?? null;
}

/** Letters and digits only, lower case: `L'OREAL` and `L’Oréal` are one name. */
export function brandKey(name: string): string {
  return name.normalize('NFD').replaceAll(/[^\p{Letter}\p{Number}]/gu, '').toLowerCase();
}
