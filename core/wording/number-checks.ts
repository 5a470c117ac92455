import { finding, type Check } from './check.ts';
import type { Segment } from './segment.ts';
import { chineseNumbers, englishNumbers, englishNumberWords, otherReadings, sameStatement, type StatedNumber } from './stated-number.ts';

const TEMPERATURE_SCALE = { factor: 1.8, offset: 32 };

/** Numbers, units and counts of the source that a target lost, changed or gained (blocking). `page` is all the text in which a fact may stand. */
export function checkNumbers(segments: readonly Segment[], target: string, page: string, brands: readonly string[] = []): Check[] {
  const source = chineseNumbers(segments.filter((segment) => !isYearOrPromotion(segment)));
  const stated = englishNumbers(page);
  const words = englishNumberWords(page);
  const missing = source.flatMap((number) => missingNumber(number, stated, words));
  const explained = [...source, ...source.flatMap(otherReadings), ...numbersOfTerms(segments)];
  // A digit of the brand's name is no number of the text.
  const spoken = brands.reduce((text, brand) => (/\d/.test(brand) ? text.replaceAll(brand, ' ') : text), target);
  const added = englishNumbers(spoken).filter((number) => !explained.some((from) => explains(from, number)));
  return [...missing, ...pairs(segments, page), ...added.map((number) => finding('number_added', 'blocking', number.text.trim()))];
}

function missingNumber(number: StatedNumber, stated: readonly StatedNumber[], words: ReadonlySet<number>): Check[] {
  const readings = [number, ...otherReadings(number)];
  if (stated.some((target) => readings.some((reading) => sameStatement(reading, target)))) return [];
  const counted = number.dimension === 'count' || number.dimension === 'trait';
  if ((counted || number.dimension === 'bare') && words.has(number.value)) return [];
  // One of a thing needs no number in English.
  if (counted && number.value === 1) return [];
  const sameValue = stated.some((target) => target.value === number.value);
  if (sameValue) return [finding('unit', 'blocking', number.text, { field: 'source', start: number.start, text: number.text })];
  return [finding(counted ? 'quantity' : 'number', 'blocking', number.text, { field: 'source', start: number.start, text: number.text })];
}

/** A pair is not a piece: 10双 as `10 Pcs` halves the parcel. */
function pairs(segments: readonly Segment[], page: string): Check[] {
  const pair = segments.find((segment) => segment.kind === 'quantity' && segment.quantities.some(({ unitWord, values }) => (unitWord === '双' || unitWord === '对') && (values[0] ?? 0) > 1));
  return pair === undefined || /\bpairs?\b|\bprs?\b|\bpairs?\b/i.test(page) ? [] : [finding('quantity', 'blocking', pair.text, { field: 'source', start: pair.start, text: pair.text })];
}

function explains(from: StatedNumber, number: StatedNumber): boolean {
  if (sameStatement(from, number)) return true;
  if (from.dimension === 'temperature') return Math.abs(from.value * TEMPERATURE_SCALE.factor + TEMPERATURE_SCALE.offset - number.value) < 0.6;
  return number.dimension === 'bare' && from.value === number.value;
}

/** Numbers that belong to a word: 三合一 is `3-in-1`. */
function numbersOfTerms(segments: readonly Segment[]): StatedNumber[] {
  return segments.flatMap((segment) => (segment.kind === 'term' ? englishNumbers([segment.term.en, ...segment.term.alternatives].join(' ; ')) : []));
}

function isYearOrPromotion(segment: Segment): boolean {
  if (segment.kind === 'term') return segment.term.kind === 'promotion' || segment.term.kind === 'filler' || segment.term.en === '' || !/\d/.test(segment.term.en);
  return segment.kind === 'quantity' && segment.quantities.some(({ unitWord, values }) => unitWord === '年' && (values[0] ?? 0) >= 1900 && (values[0] ?? 0) <= 2100);
}
