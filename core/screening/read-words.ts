import { findWords, longestWordAt, type WordIndex } from './word-index.ts';
import type { TextField } from './product-text.ts';

/** How a word is used: it stands for what the product is, it is denied (不含电池), or it only qualifies another noun (红酒杯). */
export type Hit = Readonly<{ word: number; field: TextField; start: number; end: number }>;

/** The words of a pack, ready for reading: which are masks, which deny, which nouns take over. */
export type Reader = Readonly<{
  index: WordIndex;
  /** The first words of the index are masks. */
  maskCount: number;
  wordsThatMask: ReadonlySet<number>;
  deniers: Affixes;
  claimDeniers: Affixes;
  heads: WordIndex;
  glue: Affixes;
}>;

/** Small words by the letter that touches the thing: the last of those before it, the first of those behind it. */
export type Affixes = ReadonlyMap<number, readonly string[]>;
const NONE: readonly string[] = [];

/** Orders small words that stand before a thing by their last letter. */
export function prefixes(words: readonly string[]): Affixes {
  return Map.groupBy(words, (word) => word.charCodeAt(word.length - 1));
}

/** Orders small words that stand behind a thing by their first letter. */
export function suffixes(words: readonly string[]): Affixes {
  return Map.groupBy(words, (word) => word.charCodeAt(0));
}

/** What a text says: things it states, things it denies, and claims. One word may appear in each list. */
export type Reading = Readonly<{ things: readonly Hit[]; denied: readonly Hit[]; claims: readonly Hit[] }>;

/** A rule needs to show a few places, not every one of a long description. */
const MOST_HITS_PER_WORD = 12;

/** What one field says by itself, and every word that was found in it. */
export type FieldReading = Reading & Readonly<{ hits: readonly Hit[] }>;

/** Reads all fields at once. Linear in the length of the text. */
export function readWords(fields: readonly TextField[], reader: Reader): Reading {
  const things: Hit[] = [];
  const denied: Hit[] = [];
  const claims: Hit[] = [];
  const tally: Tally = { first: [], counts: null };
  for (const field of fields) {
    const whole = (field.reading ??= readField(field, unmasked(field, reader), reader));
    if (whole.hits.length === 0) continue;
    const shown = notTooOften(whole.hits, tally);
    const reading = shown.length === whole.hits.length ? whole : readField(field, shown, reader);
    for (const hit of reading.things) things.push(hit);
    for (const hit of reading.denied) denied.push(hit);
    for (const hit of reading.claims) claims.push(hit);
  }
  return { things, denied, claims };
}

const NO_HITS: readonly Hit[] = [];
const SILENT: FieldReading = { hits: NO_HITS, things: NO_HITS, denied: NO_HITS, claims: NO_HITS };

function readField(field: TextField, hits: readonly Hit[], reader: Reader): FieldReading {
  if (hits.length === 0) return SILENT;
  const reading = { hits, things: new Array<Hit>(), denied: new Array<Hit>(), claims: new Array<Hit>() };
  addReading(field, hits, reader, reading);
  return reading;
}

/** What was found so far: the hits themselves while they are few, then how often each word was. */
type Tally = { first: Hit[]; counts: Map<number, number> | null };

/** Of the hits of a field those that are shown, given all found before. Most products have too few hits to count any. */
function notTooOften(hits: readonly Hit[], tally: Tally): readonly Hit[] {
  if (tally.counts === null && tally.first.length + hits.length <= MOST_HITS_PER_WORD) {
    for (const hit of hits) tally.first.push(hit);
    return hits;
  }
  const counts = (tally.counts ??= countWords(tally.first));
  return hits.filter(({ word }) => {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return count <= MOST_HITS_PER_WORD;
  });
}

function countWords(hits: readonly Hit[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { word } of hits) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function addReading(field: TextField, hits: readonly Hit[], reader: Reader, { things, denied, claims }: Readonly<{ things: Hit[]; denied: Hit[]; claims: Hit[] }>): void {
  const takenBack: Hit[] = [];
  const standing: Hit[] = [];
  for (const hit of hits) {
    if (!precededBy(field.folded, hit.start, reader.claimDeniers)) claims.push(hit);
    const isDeniedHere = isDenied(field, hit, reader);
    if (isDeniedHere) denied.push(hit);
    else standing.push(hit);
    if (isDeniedHere || isModifier(field.folded, hit.end, reader)) takenBack.push(hit);
  }
  // 精华 inside 精华液收纳盒 is taken back together with the longer word.
  for (const hit of standing) if (!takenBack.some((other) => other.start <= hit.start && other.end >= hit.end)) things.push(hit);
}

/** Drops words that lie inside a longer phrase with another meaning. */
function unmasked(field: TextField, reader: Reader): Hit[] {
  const hits: Hit[] = [];
  const masks: Hit[] = [];
  findWords(reader.index, field.folded, (word, start, end) => {
    const hit = { word, field, start, end };
    if (word >= reader.maskCount) hits.push(hit);
    if (word < reader.maskCount || reader.wordsThatMask.has(word)) masks.push(hit);
  });
  if (masks.length === 0) return hits;
  let first = 0;
  return hits.filter((hit) => {
    // Both lists are ordered by start, so masks that end before this hit can never cover a later one's start.
    while (first < masks.length && (masks[first]?.end ?? 0) <= hit.start) first += 1;
    for (let place = first; place < masks.length; place += 1) {
      const mask = masks[place];
      if (mask === undefined || mask.start > hit.start) return true;
      if (mask.end >= hit.end && mask.end - mask.start > hit.end - hit.start) return false;
    }
    return true;
  });
}

function isDenied(field: TextField, hit: Hit, reader: Reader): boolean {
  return precededBy(field.folded, hit.start, reader.deniers) || field.folded.startsWith('-free', hit.end);
}

function precededBy(text: string, start: number, words: Affixes): boolean {
  if (start === 0) return false;
  for (const word of words.get(text.charCodeAt(start - 1)) ?? NONE) if (start >= word.length && text.startsWith(word, start - word.length)) return true;
  return false;
}

/** Chinese puts the head noun last: what follows a thing directly, or after a small word, takes over. */
function isModifier(text: string, end: number, reader: Reader): boolean {
  const at = text.charCodeAt(end) === 0x20 ? end + 1 : end;
  if (longestWordAt(reader.heads, text, at) > 0) return true;
  if (at >= text.length) return false;
  for (const glue of reader.glue.get(text.charCodeAt(at)) ?? NONE) {
    if (text.startsWith(glue, at) && longestWordAt(reader.heads, text, at + glue.length) > 0) return true;
  }
  return false;
}
