import type { Market } from '../market/market.ts';
import { categoryOf, type Product } from '../product/product.ts';
import { brandTerms } from './brand.ts';
import type { EnglishPage } from './english-page.ts';
import { categoryOfWords, ruleChecks } from './english-page.ts';
import { toHongKongChinese } from './hong-kong.ts';
import { segmentText } from './segment.ts';
import type { Termbase } from './term.ts';
import { findChineseHits, ruleApplies, type RuleHit } from './text-rule.ts';

/** A longer text only changes script: local words in it would cost more than they give. */
const VOCABULARY_READ = 100_000;

/** The Traditional Chinese page for Hong Kong and Macau: the whole text in local script and words, without what the market does not allow. */
export function buildHongKongPage(product: Product, market: Market, terms: Termbase): EnglishPage {
  const stated = categoryOf(product.category);
  const own = brandTerms(product, stated, terms);
  const segments = segmentText(product.title, stated, terms, own);
  const category = stated ?? categoryOfWords(segments, terms);
  const rules = terms.textRules.filter((rule) => ruleApplies(rule, market, category));
  const hits = findChineseHits(product.title, segments, rules);
  const convert = (text: string) => (text.length > VOCABULARY_READ ? terms.script.toHongKong(text) : toHongKongChinese(text, category, terms, own).text);
  const allowed = (text: string) => withoutForbidden(text, findChineseHits(text, segmentText(text, category, terms, own), rules));
  const title = convert(withoutForbidden(product.title, hits));
  const description = product.description ?? '';
  return {
    title,
    feedTitle: [...title].slice(0, 150).join(''),
    bullets: [],
    description: convert(description.length > VOCABULARY_READ ? description : allowed(description)),
    attributes: Object.fromEntries(Object.entries(product.attributes ?? {}).map(([name, value]) => [convert(name), convert(allowed(value))])),
    variants: (product.variants ?? []).map((variant) => ({ sku: variant.sku, options: Object.fromEntries(Object.entries(variant.options).map(([name, value]) => [convert(name), convert(value)])) })),
    dropped: hits.filter(({ rule }) => rule.action !== 'warn').map(({ rule, text }) => ({ text, reason: rule.action === 'hold' ? 'needs_a_person' : 'not_allowed', rule: rule.id })),
    checks: ruleChecks(hits),
    provenance: ['title', 'description', 'attributes'].map((segment) => ({ segment, by: 'script' })),
    proseLeft: false,
    category,
    own,
  };
}

/** A text less the words of its hits; replacements stand where the rule has one. */
function withoutForbidden(text: string, hits: readonly RuleHit[]): string {
  const ordered = hits.filter(({ rule }) => rule.action !== 'warn').sort((a, b) => a.start - b.start || b.text.length - a.text.length);
  let out = '';
  let at = 0;
  for (const hit of ordered) {
    if (hit.start < at) continue;
    out += text.slice(at, hit.start) + (hit.rule.action === 'replace' ? (hit.rule.instead?.zh ?? '') : '');
    at = hit.start + hit.text.length;
  }
  return (out + text.slice(at)).replaceAll(/ {2,}/g, ' ').replaceAll(/【\s*】|\[\s*\]|（\s*）|\(\s*\)/g, '').trim();
}
