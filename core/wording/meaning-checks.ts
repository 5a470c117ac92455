import { brandKey } from './brand.ts';
import { finding, type Check } from './check.ts';
import type { Segment, TermSegment } from './segment.ts';
import type { Term, Termbase } from './term.ts';
import { wordIndex } from './text-rule.ts';

const NEGATIVE = /\b(?:no|non|not|without|free|zero|never|less|un\w+|anti\w*|none)\b|-free\b|less\b|\b0\b|proof\b|resistant\b/i;
const PLAINLY_NEGATIVE = /\b(?:no|non|not|without|free|zero|never)\b|-free\b/i;
const SOURCE_NEGATION = /^(?:不含|无|不|未|免|零|非|没有)/;

/** Brand, model, material, negation, colour and audience of the source, in a target text (English). `page` is all the text a fact may stand in. */
export function checkMeaning(segments: readonly Segment[], target: string, page: string, terms: Termbase, allowed: readonly string[] = []): Check[] {
  const lower = page.toLowerCase();
  const words = segments.filter((segment): segment is TermSegment => segment.kind === 'term' && segment.term.en !== '');
  return [
    ...missingOf(words, 'brand', (term) => brandKey(page).includes(brandKey(term.en)) || says(lower, term)).map((segment) => about('brand', 'blocking', segment)),
    ...missingOf(words, 'material', (term) => says(lower, term)).map((segment) => about('material', 'blocking', segment)),
    ...missingOf(words, 'color', (term) => says(lower, term)).map((segment) => about('trait', 'major', segment)),
    ...missingModels(segments, page),
    ...lostNegations(words, lower),
    ...addedEvidence(words, target, terms, allowed),
    ...missingProduct(words, lower),
    ...avoided(words, lower),
  ];
}

function about(check: Check['check'], severity: Check['severity'], segment: Segment): Check {
  return finding(check, severity, segment.text, { field: 'source', start: segment.start, text: segment.text });
}

function missingOf(words: readonly TermSegment[], kind: Term['kind'], isThere: (term: Term) => boolean): TermSegment[] {
  return words.filter((segment) => segment.term.kind === kind && !isThere(segment.term));
}

/** Whether a lower-case text has a term's rendering or one of its alternatives, in any inflection that keeps the letters. */
export function says(lower: string, term: Term): boolean {
  return [term.en, ...term.alternatives].some((en) => {
    const wanted = en.toLowerCase();
    return lower.includes(wanted) || lower.replaceAll('-', ' ').includes(wanted.replaceAll('-', ' '));
  });
}

function missingModels(segments: readonly Segment[], page: string): Check[] {
  const key = brandKey(page);
  return segments.filter((segment) => segment.kind === 'latin' && /\d/.test(segment.text) && /[a-z]/i.test(segment.text) && !key.includes(brandKey(segment.text))).map((segment) => about('model', 'blocking', segment));
}

function lostNegations(words: readonly TermSegment[], lower: string): Check[] {
  return words
    .filter(({ term }) => (term.kind === 'without' || SOURCE_NEGATION.test(term.zh)) && NEGATIVE.test(term.en) && !says(lower, term) && !saysOtherwise(lower, term.en))
    .map((segment) => about('negation', 'major', segment));
}

/** `without alcohol` for alcohol-free: the thing is named and something negative stands in the text. */
function saysOtherwise(lower: string, en: string): boolean {
  const thing = en.toLowerCase().replace(/^(?:no(?: added)?|non|un|zero|without)[ -]|[ -]?(?:free|less|proof|resistant)$/g, '').slice(0, 5);
  return lower.includes(thing) && PLAINLY_NEGATIVE.test(lower);
}

/** Materials, brands and claims that a target names and the source does not: silk-like must not become silk. */
function addedEvidence(words: readonly TermSegment[], target: string, terms: Termbase, allowed: readonly string[]): Check[] {
  const lower = target.toLowerCase();
  const evident = [...allowed, ...words.flatMap(({ term }) => [term.en, ...term.alternatives])].join(' ; ').toLowerCase();
  const found: Check[] = [];
  for (const en of wordRuns(lower)) {
    const source = terms.evidence.get(en)?.[0];
    if (source === undefined || en.length < 3 || isEvident(evident, en)) continue;
    if (source.kind === 'material') found.push(finding('material_added', 'blocking', en));
    else if (source.kind === 'brand') found.push(finding('brand_added', 'blocking', en));
    else if (source.kind === 'claim') found.push(finding('claim_added', 'major', en));
  }
  return found;
}

/** Stated as it is, or put together from words that are: PU皮质 is PU leather. */
function isEvident(evident: string, en: string): boolean {
  return evident.includes(en) || en.split(' ').every((word) => wordIndex(evident, word) !== -1);
}

/** Every run of up to four words: look-ups in the termbase instead of a search for each of its rows. */
function wordRuns(lower: string): Set<string> {
  const words = lower.match(/[a-z0-9à-ɏ'’&.+-]+/g) ?? [];
  return new Set(words.flatMap((_word, start) => [1, 2, 3, 4].map((length) => words.slice(start, start + length).join(' '))));
}

/** At least one word of one product the source names must be there. */
function missingProduct(words: readonly TermSegment[], lower: string): Check[] {
  const products = words.filter(({ term }) => term.kind === 'product' || term.kind === 'generic');
  const there = products.some(({ term }) => [term.en, ...term.alternatives].some((en) => en.toLowerCase().split(' ').some((word) => word.length > 1 && lower.includes(word.replace(/(?:es|s)$/, '')))));
  return products.length === 0 || there ? [] : [finding('product', 'major', products.map((segment) => segment.text).join(' '))];
}

function avoided(words: readonly TermSegment[], lower: string): Check[] {
  return words.flatMap(({ term }) => term.avoid.filter((wrong) => wordIndex(lower, wrong.toLowerCase()) !== -1).map((wrong) => finding('terminology', 'major', wrong, null, term.en)));
}
