import { fingerprint } from '../decision/fingerprint.ts';
import type { ListingLocale, Market } from '../market/market.ts';
import type { Product } from '../product/product.ts';
import { checkTranslation } from './check-translation.ts';
import { finding, type Check } from './check.ts';
import { buildHongKongPage } from './chinese-page.ts';
import { buildEnglishPage, type EnglishPage } from './english-page.ts';
import { TITLE_LIMIT } from './english-title.ts';
import { normaliseWidth } from './segment.ts';
import type { Termbase } from './term.ts';
import { countHan, type Dropped } from './title-facts.ts';
import type { Draft, LocalizeOptions, Provenance, Wording, WordingStatus } from './wording.ts';

/**
 * Writes a product's page in another language from its own words and facts, checks it, and says what was left out and who wrote what.
 * `ready` may be published unseen; `needs_review` waits for a person; `needs_provider` has prose no one here can write.
 * Drafts from a memory, a provider or a person are used only where they pass the checks. The same input and edition give the same bytes.
 */
export function localize(product: Product, to: ListingLocale, options: LocalizeOptions, terms: Termbase): Wording {
  const inputsHash = fingerprint({ product, to, options });
  const source = inSimplified(product, terms);
  const page = buildPage(source, to, options.market, terms);
  const drafted = applyDrafts(page, source, to, options, terms);
  const checks = [...drafted.checks, ...(to === 'zh-Hans' || to === 'pt-MO' ? [] : titleChecks(drafted, source, to, options.market, terms))];
  return {
    to,
    title: drafted.title,
    feedTitle: drafted.feedTitle,
    bullets: drafted.bullets,
    description: drafted.description,
    attributes: drafted.attributes,
    variants: drafted.variants,
    status: statusOf(checks, drafted.proseLeft),
    checks: drafted.proseLeft ? [...checks, finding('prose', 'minor', '')] : checks,
    provenance: drafted.provenance,
    dropped: drafted.dropped,
    edition: terms.edition,
    inputsHash,
  };
}

/** The product with every text in Simplified Chinese and plain widths, because that is what the termbase is written in. */
function inSimplified(product: Product, terms: Termbase): Product {
  const plain = (text: string) => (countHan(text) === 0 ? text : terms.script.toSimplified(text));
  const record = (values: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [plain(name), plain(value)]));
  return {
    ...product,
    title: plain(normaliseWidth(product.title)).trim(),
    ...(typeof product.description === 'string' && { description: plain(product.description) }),
    ...(typeof product.brand === 'string' && { brand: plain(product.brand) }),
    ...(typeof product.category === 'string' && { category: plain(product.category) }),
    ...(product.attributes && { attributes: record(product.attributes) }),
    ...(product.variants && { variants: product.variants.map((variant) => ({ ...variant, options: record(variant.options) })) }),
  };
}

function buildPage(source: Product, to: ListingLocale, market: Market, terms: Termbase): EnglishPage {
  switch (to) {
    case 'en-US':
      return countHan(source.title) === 0 ? sourcePage(source, false) : buildEnglishPage(source, market, terms);
    case 'zh-Hant-HK':
    case 'zh-Hant-MO':
      return buildHongKongPage(source, market, terms);
    case 'zh-Hans':
      return sourcePage(source, false);
    case 'pt-MO':
      return { ...sourcePage(source, true), title: '', feedTitle: '', description: '', attributes: {}, variants: [], provenance: [{ segment: 'title', by: 'none' }] };
  }
}

/** A page in its own language. */
function sourcePage(source: Product, proseLeft: boolean): EnglishPage {
  const provenance: Provenance[] = ['title', 'description', 'attributes'].map((segment) => ({ segment, by: 'source' }));
  const variants = (source.variants ?? []).map(({ sku, options }) => ({ sku, options }));
  const { title } = source;
  return { title, feedTitle: [...title].slice(0, 150).join(''), bullets: [], description: source.description ?? '', attributes: source.attributes ?? {}, variants, dropped: [], checks: [], provenance, proseLeft, category: null, own: [] };
}

/** All the page's text but the title: a fact the title has no room for may stand there. */
function pageText(page: EnglishPage): string {
  return [page.title, ...page.bullets, ...Object.values(page.attributes)].join('\n');
}

function titleChecks(page: EnglishPage, source: Product, to: ListingLocale, market: Market, terms: Termbase): Check[] {
  // A Chinese heap title may run to the store's 60 full-width characters; it is shown, cut by the page, never cut here.
  const limit = to === 'en-US' && countHan(source.title) > 0 ? TITLE_LIMIT : null;
  const found = checkTranslation({ source: source.title, target: page.title, page: pageText(page), to, market, category: page.category, limit }, terms, page.own);
  // What a rule left out, or a list of facts says was dropped, is not missing.
  const leftOut = page.dropped.filter((item) => ['not_allowed', 'needs_a_person', 'promotion', 'filler', 'repeated', 'another_name', 'brand_without_latin_name', 'name_in_brackets'].includes(item.reason)).map((item) => item.text);
  return found.filter((check) => check.span?.field !== 'source' || !leftOut.some((words) => words.includes(check.span?.text ?? ' ') || (check.span?.text ?? '').includes(words)));
}

/** Puts accepted drafts in place; a refused one leaves what the termbase wrote and is listed. */
function applyDrafts(page: EnglishPage, source: Product, to: ListingLocale, options: LocalizeOptions, terms: Termbase): EnglishPage {
  return (options.drafts ?? []).reduce((done, draft) => applyDraft(done, draft, source, to, options.market, terms), page);
}

function applyDraft(page: EnglishPage, draft: Draft, source: Product, to: ListingLocale, market: Market, terms: Termbase): EnglishPage {
  const original = draft.segment === 'title' ? source.title : draft.segment === 'description' ? (source.description ?? '') : null;
  if (original === null) return page;
  const limit = draft.segment === 'title' && to === 'en-US' ? TITLE_LIMIT : null;
  const found = checkTranslation({ source: original, target: draft.text, page: draft.text, to, market, category: page.category, limit }, terms, page.own);
  const refused = found.some((check) => check.severity === 'blocking');
  if (refused) {
    const dropped: Dropped = { text: draft.text, reason: 'draft_refused' };
    return { ...page, dropped: [...page.dropped, dropped] };
  }
  const provenance = [...page.provenance.filter((item) => item.segment !== draft.segment), { segment: draft.segment, by: draft.by }];
  if (draft.segment === 'title') return { ...page, title: draft.text, feedTitle: draft.text, provenance, checks: page.checks.filter((check) => check.check !== 'product' && check.check !== 'untranslated') };
  return { ...page, description: draft.text, provenance, proseLeft: false };
}

function statusOf(checks: readonly Check[], proseLeft: boolean): WordingStatus {
  if (checks.some((check) => check.severity !== 'minor')) return 'needs_review';
  return proseLeft ? 'needs_provider' : 'ready';
}
