import type { ListingLocale, Market } from '../market/market.ts';
import type { Category } from '../product/product.ts';
import { finding, type Check } from './check.ts';
import { checkForm } from './form-checks.ts';
import { checkHongKong } from './hong-kong-checks.ts';
import { checkMeaning } from './meaning-checks.ts';
import { checkNumbers } from './number-checks.ts';
import { segmentText, type Segment } from './segment.ts';
import type { Term, Termbase } from './term.ts';
import { findChineseHits, findEnglishHits, ruleApplies } from './text-rule.ts';

/** One translated text and what it must answer for. `page` is all text of the page in its language: a fact the title has no room for may stand there. */
export type Translation = Readonly<{
  source: string;
  target: string;
  page: string;
  to: ListingLocale;
  market: Market;
  category: Category | null;
  limit: number | null;
}>;

/** The whole battery on one translation from Simplified Chinese; the source's own forbidden words are reported by `localize`. */
export function checkTranslation(translation: Translation, terms: Termbase, own: readonly Term[] = []): Check[] {
  const { source, target, page, to, market, category, limit } = translation;
  const english = to === 'en-US' || to === 'pt-MO';
  const form = checkForm(source, target, english, limit);
  if (form.some((check) => check.check === 'empty')) return form;
  const segments = segmentText(source, category, terms, own);
  const rules = terms.textRules.filter((rule) => ruleApplies(rule, market, category));
  if (english) {
    // Words a rule puts in the place of forbidden ones are the marketplace's, not an added claim.
    const replacements = [source, ...own.map((term) => term.en), ...findChineseHits(source, segments, rules).flatMap(({ rule }) => rule.instead?.en ?? [])];
    const claims = findEnglishHits(target, rules).map(({ rule, text, start }) => finding(rule.action === 'warn' ? 'taboo' : 'forbidden_claim', rule.action === 'warn' ? 'minor' : 'blocking', text, { field: 'title', start, text }, rule.fix));
    return [...form, ...checkNumbers(segments, target, page, own.map((term) => term.en)), ...(to === 'en-US' ? checkMeaning(segments, target, page, terms, replacements) : []), ...claims];
  }
  const simplified = terms.script.toSimplified(target);
  const hits = findChineseHits(simplified, segmentText(simplified, category, terms, own), rules);
  const claims = hits.filter(({ rule }) => rule.action !== 'warn').map(({ rule, text, start }) => finding('forbidden_claim', 'blocking', text, { field: 'title', start, text }, rule.fix));
  return [...form, ...sameDigits(segments, target, page), ...checkHongKong(segments, target, terms), ...claims];
}

/** Chinese to Chinese keeps every number as it is written, save 斤 and 两, which are given in grams. */
function sameDigits(segments: readonly Segment[], target: string, page: string): Check[] {
  const allowed = segments.flatMap((segment) => (segment.kind === 'quantity' ? segment.quantities.flatMap(({ values, unit }) => values.map((value) => String(value * unit.factor))) : []));
  const written = segments.flatMap((segment) => {
    const inGrams = segment.kind === 'quantity' && segment.quantities.some(({ unitWord }) => unitWord === '斤' || unitWord === '两' || unitWord === '市斤');
    const left = segment.kind === 'term' && (segment.term.kind === 'promotion' || segment.term.hk !== null);
    return inGrams || left ? [] : (segment.text.match(/\d+(?:\.\d+)?/g) ?? []);
  });
  const stated = new Set(page.match(/\d+(?:\.\d+)?/g));
  const source = new Set([...allowed, ...segments.flatMap((segment) => segment.text.match(/\d+(?:\.\d+)?/g) ?? [])]);
  return [
    ...[...new Set(written)].filter((number) => !stated.has(number)).map((number) => finding('number', 'blocking', number)),
    ...[...new Set(target.match(/\d+(?:\.\d+)?/g))].filter((number) => !source.has(number)).map((number) => finding('number_added', 'blocking', number)),
  ];
}
