import type { ListingLocale } from '../market/market.ts';
import type { Category } from '../product/product.ts';

/** One remembered translation. `source` is Simplified Chinese. */
export type MemoryEntry = Readonly<{ source: string; target: string; to: ListingLocale; category: Category | null }>;
/** A match: `exact` may be used at once, `masked` differs only in numbers that were put back, `fuzzy` is shown to a person with its difference. */
export type MemoryMatch = Readonly<{ entry: MemoryEntry; target: string; score: number; kind: 'exact' | 'masked' | 'fuzzy' }>;

/** An index over remembered translations; the arrays share positions. */
export type TranslationMemory = Readonly<{
  entries: readonly MemoryEntry[];
  exact: ReadonlyMap<string, number>;
  masked: ReadonlyMap<string, number>;
  byBigram: ReadonlyMap<string, readonly number[]>;
}>;

/** Below this likeness a remembered text hints at nothing (translation tools start at 70). */
export const LEAST_LIKENESS = 70;
/** Bigrams that more segments than this carry say nothing about a segment; skipping them keeps a look-up fast at a million segments. */
const COMMON_BIGRAM = 2000;
/** Candidates compared character by character after the bigram filter. */
const MOST_COMPARED = 50;

/** Text with its numbers replaced by one mark each, and the numbers in order. */
export function maskNumbers(text: string): Readonly<{ masked: string; numbers: readonly string[] }> {
  const numbers: string[] = [];
  const masked = text.replaceAll(/\d+(?:\.\d+)?/g, (number) => {
    numbers.push(number);
    return '\u0001';
  });
  return { masked, numbers };
}

/** Builds the index. A later entry for the same text and language replaces the earlier one: the newest approval counts. */
export function buildMemory(entries: readonly MemoryEntry[]): TranslationMemory {
  const exact = new Map<string, number>();
  const masked = new Map<string, number>();
  const byBigram = new Map<string, number[]>();
  for (const [position, entry] of entries.entries()) {
    exact.set(`${entry.to}\n${entry.source}`, position);
    const plain = maskNumbers(entry.source).masked;
    masked.set(`${entry.to}\n${plain}`, position);
    for (const bigram of bigramsOf(plain)) {
      const known = byBigram.get(bigram);
      if (known === undefined) byBigram.set(bigram, [position]);
      else known.push(position);
    }
  }
  return { entries, exact, masked, byBigram };
}

/** The best remembered translation of a text, or null below 70 % likeness. Pure look-up: same memory, same answer. */
export function lookUp(source: string, to: ListingLocale, memory: TranslationMemory): MemoryMatch | null {
  const exact = memory.entries[memory.exact.get(`${to}\n${source}`) ?? -1];
  if (exact !== undefined) return { entry: exact, target: exact.target, score: 100, kind: 'exact' };
  const { masked, numbers } = maskNumbers(source);
  const same = memory.entries[memory.masked.get(`${to}\n${masked}`) ?? -1];
  const refilled = same === undefined ? null : refill(same, numbers);
  if (same !== undefined && refilled !== null) return { entry: same, target: refilled, score: 99, kind: 'masked' };
  return fuzzy(masked, to, memory);
}

/** Puts new numbers in the place of the remembered ones; null where a number occurs twice or was converted, so that the place is not certain. */
function refill(entry: MemoryEntry, numbers: readonly string[]): string | null {
  const before = maskNumbers(entry.source).numbers;
  const written = maskNumbers(entry.target).numbers;
  const certain = new Set(before).size === before.length && before.length === written.length && before.every((number) => written.includes(number));
  if (!certain) return null;
  return entry.target.replaceAll(/\d+(?:\.\d+)?/g, (number) => numbers[before.indexOf(number)] ?? number);
}

function fuzzy(masked: string, to: ListingLocale, memory: TranslationMemory): MemoryMatch | null {
  const shared = new Map<number, number>();
  for (const bigram of bigramsOf(masked)) {
    const positions = memory.byBigram.get(bigram) ?? [];
    if (positions.length > COMMON_BIGRAM) continue;
    for (const position of positions) shared.set(position, (shared.get(position) ?? 0) + 1);
  }
  const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_COMPARED);
  let best: MemoryMatch | null = null;
  for (const [position] of candidates) {
    const entry = memory.entries[position];
    if (entry === undefined || entry.to !== to) continue;
    const score = likeness(masked, maskNumbers(entry.source).masked);
    if (score >= LEAST_LIKENESS && score > (best?.score ?? 0)) best = { entry, target: entry.target, score, kind: 'fuzzy' };
  }
  return best;
}

function bigramsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_unused, at) => text.slice(at, at + 2)));
}

/** 100 less the share of characters to be changed: Levenshtein over the longer text, because Chinese has no word gaps. */
export function likeness(one: string, other: string): number {
  if (one === other) return 100;
  let previous = Array.from({ length: other.length + 1 }, (_unused, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return Math.round(100 - (100 * (previous[other.length] ?? 0)) / Math.max(one.length, other.length));
}
