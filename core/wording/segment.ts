import type { Category } from '../product/product.ts';
import { quantityAt, type Quantity } from './quantity.ts';
import { termIn, type Term, type Termbase } from './term.ts';

/** A piece of a text with the words it stands for; the pieces together are the whole text. */
export type TermSegment = Readonly<{ kind: 'term'; text: string; start: number; term: Term }>;
export type QuantitySegment = Readonly<{ kind: 'quantity'; text: string; start: number; quantities: readonly Quantity[] }>;
export type PlainSegment = Readonly<{ kind: 'latin' | 'mark' | 'unknown'; text: string; start: number }>;
export type Segment = TermSegment | QuantitySegment | PlainSegment;

const LATIN = /[a-z0-9À-ɏα-ω][a-z0-9À-ɏα-ω'’._&/+#*×:-]*/y;
const HAN = /\p{Script=Han}/u;
const LETTER_OR_DIGIT = /[a-z0-9]/;

// Costs of the cheapest path: fewer, longer words win; a character nobody knows costs more than any word.
const WORD_COST = 100;
const UNKNOWN_COST = 260;
// A product's own brand wins over a common word of the same length.
const OWN_COST = 60;

type Step = { cost: number; from: number; make: ((text: string, start: number) => Segment) | null };

/** Full-width letters and digits to ASCII and odd spaces to one; the length stays, so positions stay. */
export function normaliseWidth(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll(/[\u3000\u00A0\t\r\n\u200B\uFEFF]/g, ' ');
}

/**
 * Cuts a Simplified Chinese text into termbase words, quantities, Latin runs, marks and what is not known, along the cheapest path.
 * `own` are words of this product alone, such as its brand. The same text, category and edition give the same pieces.
 */
export function segmentText(input: string, category: Category | null, terms: Termbase, own: readonly Term[] = []): Segment[] {
  const text = normaliseWidth(input);
  const lower = text.toLowerCase();
  // Lower-casing changes the length of a few letters (İ); positions matter more than matching those.
  const searched = lower.length === text.length ? lower : text;
  const best: Step[] = [{ cost: 0, from: 0, make: null }];
  for (let at = 0; at < searched.length; at += 1) {
    const here = best[at];
    if (here === undefined) continue;
    for (const candidate of [...ownAt(searched, at, own), ...candidatesAt(searched, text, at, category, terms)]) {
      const end = at + candidate.length;
      const cost = here.cost + candidate.cost;
      const known = best[end];
      if (known === undefined || cost < known.cost) best[end] = { cost, from: at, make: candidate.make };
    }
  }
  return mergeUnknown(withoutLoneWords(tracePath(best, text)));
}

type Candidate = Readonly<{ length: number; cost: number; make: (text: string, start: number) => Segment }>;

function ownAt(text: string, at: number, own: readonly Term[]): Candidate[] {
  return own
    .filter((term) => text.startsWith(term.zh.toLowerCase(), at) && !runsOn(text, at + term.zh.length))
    .map((term) => ({ length: term.zh.length, cost: OWN_COST - term.zh.length ** 2, make: (words, start) => ({ kind: 'term', text: words, start, term }) }));
}

function candidatesAt(text: string, original: string, at: number, category: Category | null, terms: Termbase): Candidate[] {
  const found: Candidate[] = [];
  const first = text.slice(at, at + 1);
  const afterLatin = at > 0 && LETTER_OR_DIGIT.test(first) && LETTER_OR_DIGIT.test(text.slice(at - 1, at));
  for (let length = Math.min(terms.longestByFirst.get(first) ?? 0, text.length - at); length > 0; length -= 1) {
    const rows = terms.terms.get(text.slice(at, at + length));
    const term = rows === undefined ? null : termIn(rows, category);
    if (term === null || afterLatin || runsOn(text, at + length)) continue;
    found.push({ length, cost: WORD_COST - length * length, make: (words, start) => ({ kind: 'term', text: words, start, term }) });
  }
  if (!afterLatin) {
    const quantity = beginsNumber(first) ? quantityAt(text, at) : null;
    if (quantity !== null && !isCapitalCode(original.slice(at, at + quantity.text.length), quantity.quantities)) {
      const { quantities, text: words } = quantity;
      found.push({ length: words.length, cost: WORD_COST - words.length ** 2, make: (piece, start) => ({ kind: 'quantity', text: piece, start, quantities }) });
    }
    LATIN.lastIndex = at;
    const latin = HAN.test(first) ? undefined : LATIN.exec(text)?.[0].replace(/[-'’._&/*×:]+$/, '');
    if (latin !== undefined && latin !== '') {
      found.push({ length: latin.length, cost: WORD_COST + 1 - latin.length ** 2, make: (piece, start) => ({ kind: 'latin', text: piece, start }) });
    }
  }
  const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  const kind = HAN.test(text.slice(at, at + length)) ? 'unknown' : 'mark';
  found.push({ length, cost: kind === 'unknown' ? UNKNOWN_COST : WORD_COST, make: (piece, start) => ({ kind, text: piece, start }) });
  return found;
}

const NUMERALS = new Set('.0123456789零一二两三四五六七八九十百千半');
function beginsNumber(first: string): boolean {
  return NUMERALS.has(first);
}

/** 5G and 8G are a network and a memory, 3M a maker: capitals that the lower-case unit table would read as grams and metres. */
function isCapitalCode(written: string, quantities: readonly Quantity[]): boolean {
  const [quantity] = quantities;
  const value = quantity?.values[0] ?? 0;
  if (quantities.length !== 1 || quantity === undefined) return false;
  return (written.endsWith('M') && quantity.unitWord === 'm') || (written.endsWith('G') && quantity.unitWord === 'g' && (value <= 6 || Number.isInteger(Math.log2(value))));
}

/** Whether a Latin word would be cut: `ins` is not in `inside`. */
function runsOn(text: string, end: number): boolean {
  return LETTER_OR_DIGIT.test(text.slice(end - 1, end)) && LETTER_OR_DIGIT.test(text.slice(end, end + 1));
}

function tracePath(best: readonly (Step | undefined)[], text: string): Segment[] {
  const segments: Segment[] = [];
  let end = text.length;
  while (end > 0) {
    const step = best[end];
    if (step?.make === null || step === undefined) break;
    segments.push(step.make(text.slice(step.from, end), step.from));
    end = step.from;
  }
  return segments.reverse();
}

const PARTICLES = new Set('的和与及或款装用女男');

/** A word of one character beside an unknown one is more likely a piece of it: 黑色|素, 银|欣. */
function withoutLoneWords(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) => {
    const alone = segment.kind === 'term' && segment.text.length === 1 && HAN.test(segment.text) && !PARTICLES.has(segment.text);
    const beside = segments[index - 1]?.kind === 'unknown' || segments[index + 1]?.kind === 'unknown';
    return alone && beside ? { kind: 'unknown', text: segment.text, start: segment.start } : segment;
  });
}

function mergeUnknown(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (segment.kind === 'unknown' && last?.kind === 'unknown') merged[merged.length - 1] = { ...last, text: last.text + segment.text };
    else merged.push(segment);
  }
  return merged;
}
