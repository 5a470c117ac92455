import type { Market } from '../market/market.ts';
import { categoryOf, type Category, type Product } from '../product/product.ts';
import { brandTerms } from './brand.ts';
import { finding, type Check } from './check.ts';
import { englishBullets } from './english-bullets.ts';
import { composeEnglishTitle, FEED_TITLE_LIMIT, TITLE_LIMIT } from './english-title.ts';
import { englishName, englishValue } from './english-value.ts';
import { segmentText, type Segment } from './segment.ts';
import { termIn, type Term, type Termbase } from './term.ts';
import { countHan, readTitleFacts, type Dropped, type Said, type TitleFacts } from './title-facts.ts';
import { findChineseHits, findEnglishHits, ruleApplies, type RuleHit } from './text-rule.ts';
import type { Provenance, VariantWording } from './wording.ts';

/** Share of a title's Han characters that may be unknown words before a person has to look; tuned on real titles (2026-11). */
export const MOST_UNKNOWN_SHARE = 0.3;
/** Attributes that say what a product is, in the order of trust. */
const NAMING_ATTRIBUTES = ['品名', '品类', '产品名称', '产品类别', '类型', '类别', '款式品名', '款式', '产品类型'];

/** The English page as the termbase gives it, before drafts and checks. */
export type EnglishPage = Readonly<{
  title: string;
  feedTitle: string;
  bullets: readonly string[];
  description: string;
  attributes: Readonly<Record<string, string>>;
  variants: readonly VariantWording[];
  dropped: readonly Dropped[];
  checks: readonly Check[];
  provenance: readonly Provenance[];
  proseLeft: boolean;
  category: Category | null;
  own: readonly Term[];
}>;

/** Builds the English page of a product in Simplified Chinese from its words and recorded facts alone. */
export function buildEnglishPage(product: Product, market: Market, terms: Termbase): EnglishPage {
  const stated = categoryOf(product.category);
  const own = brandTerms(product, stated, terms);
  const first = segmentText(product.title, stated, terms, own);
  const category = stated ?? categoryOfWords(first, terms);
  const segments = category === stated ? first : segmentText(product.title, category, terms, own);
  const rules = terms.textRules.filter((rule) => ruleApplies(rule, market, category));
  const hits = findChineseHits(product.title, segments, rules);
  const facts = withNamedHead(withStatedBrand(readTitleFacts(segments, hits, category), own), product, category, terms);
  const { title, dropped } = composeEnglishTitle(facts, category, TITLE_LIMIT);
  const attributes = englishAttributes(product, category, terms, own, market);
  const { description, proseLeft } = englishDescription(product, category, terms);
  const bullets = englishBullets(facts, product, category);
  return {
    title,
    feedTitle: composeEnglishTitle(facts, category, FEED_TITLE_LIMIT).title,
    bullets,
    description: description === '' ? bullets.map((bullet) => `${bullet}.`).join(' ') : description,
    attributes: attributes.values,
    variants: englishVariants(product, category, terms, own),
    dropped: [...facts.dropped, ...dropped, ...attributes.dropped],
    checks: [...factChecks(facts), ...ruleChecks(hits)],
    provenance: [{ segment: 'title', by: title === '' ? 'none' : 'terms' }, { segment: 'bullets', by: 'terms' }, { segment: 'attributes', by: 'terms' }, { segment: 'description', by: proseLeft ? 'none' : 'terms' }],
    proseLeft,
    category,
    own,
  };
}

/** The category most of a title's products belong to; the last one decides between equals. */
export function categoryOfWords(segments: readonly Segment[], terms: Termbase): Category | null {
  const votes = new Map<Category, number>();
  let best: Category | null = null;
  for (const segment of segments) {
    const rows = segment.kind === 'term' ? terms.terms.get(segment.term.zh.toLowerCase()) : undefined;
    const domain = rows?.find((row) => row.kind === 'product')?.domain ?? null;
    if (domain === null) continue;
    votes.set(domain, (votes.get(domain) ?? 0) + segment.text.length);
    if (best === null || (votes.get(domain) ?? 0) >= (votes.get(best) ?? 0)) best = domain;
  }
  return best;
}

function withStatedBrand(facts: TitleFacts, own: readonly Term[]): TitleFacts {
  const stated = own.find((term) => term.en !== '');
  return facts.brand !== null || stated === undefined ? facts : { ...facts, brand: { zh: stated.zh, en: stated.en, start: 0, kind: 'brand' } };
}

/** A title that names no product takes the name from the attributes or the category path. */
function withNamedHead(facts: TitleFacts, product: Product, category: Category | null, terms: Termbase): TitleFacts {
  if (facts.heads.some((head) => head.kind !== 'generic')) return facts;
  const names = [...NAMING_ATTRIBUTES.map((name) => product.attributes?.[name]), ...(product.category?.split('/').slice(1).reverse() ?? [])];
  for (const name of names) {
    const head = name === undefined ? null : productNamed(name, category, terms);
    if (head !== null) return { ...facts, heads: [head] };
  }
  return facts;
}

function productNamed(name: string, category: Category | null, terms: Termbase): Said | null {
  const rows = terms.terms.get(name.trim().toLowerCase());
  const term = rows === undefined ? null : termIn(rows, category);
  return term?.kind === 'product' ? { zh: term.zh, en: term.en, start: 0, kind: 'product' } : null;
}

function englishAttributes(product: Product, category: Category | null, terms: Termbase, own: readonly Term[], market: Market): { values: Record<string, string>; dropped: Dropped[] } {
  const values: Record<string, string> = {};
  const dropped: Dropped[] = [];
  const rules = terms.textRules.filter((rule) => rule.action !== 'warn' && ruleApplies(rule, market, category));
  for (const [name, value] of Object.entries(product.attributes ?? {})) {
    const inEnglish = englishName(name, category, terms);
    const text = name === '品牌' ? (own.find((term) => term.en !== '')?.en ?? null) : englishValue(value, category, terms, own);
    if (inEnglish === null || text === null) dropped.push({ text: `${name}: ${value}`, reason: 'unknown_word' });
    else if (findEnglishHits(text, rules).length > 0) dropped.push({ text: `${name}: ${value}`, reason: 'not_allowed' });
    else values[inEnglish] = values[inEnglish] === undefined || values[inEnglish] === text ? text : `${values[inEnglish]}, ${text}`;
  }
  return { values, dropped };
}

function englishVariants(product: Product, category: Category | null, terms: Termbase, own: readonly Term[]): VariantWording[] {
  return (product.variants ?? []).map((variant) => ({
    sku: variant.sku,
    options: Object.fromEntries(
      Object.entries(variant.options).map(([name, value]) => [englishName(name, category, terms) ?? 'Option', englishValue(value, category, terms, own) ?? variant.sku]),
    ),
  }));
}

/** Only the lines whose every word is known are written; prose is left to a translator. */
function englishDescription(product: Product, category: Category | null, terms: Termbase): { description: string; proseLeft: boolean } {
  const text = product.description ?? '';
  if (countHan(text.slice(0, DESCRIPTION_READ)) === 0) return { description: text, proseLeft: false };
  const lines = text.slice(0, DESCRIPTION_READ).split(/[\n。；;！!]+/).map((line) => line.trim()).filter((line) => line !== '');
  const written = lines.map((line) => describedLine(line, category, terms));
  const known = written.filter((line) => line !== null);
  return { description: known.join('\n'), proseLeft: known.length < lines.length || text.length > DESCRIPTION_READ };
}
/** Beyond this the description is prose in any case. */
const DESCRIPTION_READ = 5000;

function describedLine(line: string, category: Category | null, terms: Termbase): string | null {
  const [name, value, more] = line.split(/[:：]/);
  if (name === undefined || value === undefined || more !== undefined || value.trim() === '') return null;
  const inEnglish = englishName(name, category, terms);
  const text = englishValue(value, category, terms);
  return inEnglish === null || text === null ? null : `${inEnglish}: ${text}`;
}

function factChecks(facts: TitleFacts): Check[] {
  const unknown = facts.dropped.filter((item) => item.reason === 'unknown_word').map((item) => item.text);
  const share = facts.hanCharacters === 0 ? 0 : facts.unknownCharacters / facts.hanCharacters;
  const nameless = facts.dropped.find((item) => item.reason === 'brand_without_latin_name');
  return [
    ...(facts.heads.length === 0 ? [finding('product', 'major', '')] : []),
    ...(unknown.length === 0 ? [] : [finding('untranslated', share > MOST_UNKNOWN_SHARE ? 'major' : 'minor', unknown.join(' '))]),
    ...facts.lostNegations.map((words) => finding('negation', 'major', words)),
    ...(nameless === undefined ? [] : [finding('brand_name', 'minor', nameless.text)]),
  ];
}

/** What the source says that this market does not allow: left out and reported, or held for a person. */
export function ruleChecks(hits: readonly RuleHit[]): Check[] {
  const kinds = { hold: ['sensitive', 'major'], drop: ['claim_left_out', 'minor'], replace: ['claim_left_out', 'minor'], warn: ['taboo', 'minor'] } as const;
  return hits.map(({ rule, text, start }) => {
    const [check, severity] = kinds[rule.action];
    return finding(check, severity, text, { field: 'source', start, text }, `${rule.fix} (${rule.id})`);
  });
}
