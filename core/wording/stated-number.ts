import type { Segment } from './segment.ts';
import type { Dimension } from './unit.ts';

/** A number of a text with what it measures; `base` is in millimetres, grams or millilitres where the dimension has such a unit. */
export type StatedNumber = Readonly<{ value: number; base: number; dimension: Dimension | 'bare'; unit: string; text: string; start: number }>;

type EnglishUnit = readonly [Dimension, number];
const ENGLISH_UNITS: Readonly<Record<string, EnglishUnit>> = {
  mm: ['length', 1], cm: ['length', 10], m: ['length', 1000], meter: ['length', 1000], meters: ['length', 1000], metre: ['length', 1000], metres: ['length', 1000], in: ['length', 25.4], inch: ['length', 25.4], inches: ['length', 25.4], '"': ['length', 25.4],
  ft: ['length', 304.8], feet: ['length', 304.8], foot: ['length', 304.8], km: ['length', 1_000_000], mi: ['length', 1_609_344],
  mg: ['mass', 0.001], g: ['mass', 1], gram: ['mass', 1], grams: ['mass', 1], kg: ['mass', 1000], oz: ['mass', 28.3495], ounce: ['mass', 28.3495], ounces: ['mass', 28.3495], lb: ['mass', 453.592], lbs: ['mass', 453.592], pound: ['mass', 453.592], pounds: ['mass', 453.592],
  ml: ['volume', 1], l: ['volume', 1000], liter: ['volume', 1000], liters: ['volume', 1000], litre: ['volume', 1000], 'fl oz': ['volume', 29.5735], cc: ['volume', 1],
  w: ['electric', 1], kw: ['electric', 1], v: ['electric', 1], mah: ['electric', 1], wh: ['electric', 1], hz: ['electric', 1], '%': ['electric', 1], ma: ['electric', 1], lm: ['electric', 1], rpm: ['electric', 1], db: ['electric', 1],
};
const ENGLISH_UNIT = Object.keys(ENGLISH_UNITS).sort((a, b) => b.length - a.length).join('|');
const ENGLISH_NUMBER = new RegExp(String.raw`(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![a-z])\.\d+)(?:[\s-]?(${ENGLISH_UNIT})(?![a-z]))?`, 'gi');
const ENGLISH_JOINED = /^\s*(?:x|-|–|to)\s*(?=[\d.])/i;
const NUMBER_WORDS: Readonly<Record<string, number>> = { one: 1, single: 1, two: 2, double: 2, twin: 2, pair: 2, three: 3, triple: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, dozen: 12, hundred: 100, half: 0.5 };
const NUMBER_WORD = new RegExp(String.raw`\b(${Object.keys(NUMBER_WORDS).join('|')})\b`, 'gi');
/** The unit of a number that letters touch: SPF50 does not answer for 50 mL. */
const IN_A_CODE = 'code';
/** Units whose values are only equal when the symbol is. */
const EXACT_UNIT: ReadonlySet<Dimension | 'bare'> = new Set(['electric']);

/** The numbers of an English text; `20 x 30 cm` gives centimetres to both. */
export function englishNumbers(text: string): StatedNumber[] {
  const matches = [...text.matchAll(ENGLISH_NUMBER)];
  const numbers: StatedNumber[] = [];
  let unitAfter: string | null = null;
  for (const [position, match] of [...matches.entries()].reverse()) {
    const next = matches[position + 1];
    const between = next === undefined ? '' : text.slice(match.index + match[0].length);
    if (next === undefined || !ENGLISH_JOINED.test(between) || (ENGLISH_JOINED.exec(between)?.[0].length ?? 0) !== next.index - match.index - match[0].length) unitAfter = null;
    const word: string | null = match[2]?.toLowerCase() ?? unitAfter;
    unitAfter = word;
    const value = Number(match[1]?.replaceAll(',', ''));
    const unit = word === null ? undefined : ENGLISH_UNITS[word];
    numbers.unshift({ value, base: value * (unit?.[1] ?? 1), dimension: unit?.[0] ?? 'bare', unit: word ?? (/[a-z]/i.test(text.slice(match.index - 1, match.index)) ? IN_A_CODE : ''), text: match[0], start: match.index });
  }
  return numbers;
}

/** Numbers an English text writes as words; they answer for counts only. */
export function englishNumberWords(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(NUMBER_WORD)].flatMap((match) => NUMBER_WORDS[match[1]?.toLowerCase() ?? ''] ?? []));
}

/** The numbers of a segmented Chinese title: quantities with their units, digits inside codes and words without. */
export function chineseNumbers(segments: readonly Segment[]): StatedNumber[] {
  return segments.flatMap((segment): StatedNumber[] => {
    if (segment.kind === 'quantity') {
      return segment.quantities.flatMap((quantity) =>
        quantity.unit.dimension === 'discard'
          ? []
          : quantity.values.map((value) => ({ value, base: value * quantity.unit.factor, dimension: quantity.unit.dimension, unit: quantity.unitWord, text: segment.text, start: segment.start })),
      );
    }
    return [...segment.text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => ({ value: Number(match[0]), base: Number(match[0]), dimension: 'bare', unit: '', text: segment.text, start: segment.start }));
  });
}

/** Whether two numbers state one thing: same value and unit, or a conversion within 1 % (5 % below 1, where labels round). */
export function sameStatement(source: StatedNumber, target: StatedNumber): boolean {
  if (target.unit === IN_A_CODE && source.dimension !== 'bare') return false;
  if (source.dimension === target.dimension && isConvertible(source.dimension)) {
    const tolerance = Math.abs(target.value) < 1 ? 0.06 : 0.012;
    return Math.abs(source.base - target.base) <= tolerance * Math.abs(source.base) + 0.051 * Math.abs(target.base / (target.value || 1));
  }
  if (EXACT_UNIT.has(source.dimension) && target.dimension === source.dimension) return source.value === target.value;
  return source.value === target.value && (target.dimension === 'bare' || source.dimension === 'bare' || !isConvertible(source.dimension));
}

/** Tailor's 寸 and other readings a length may have besides its plain one. */
export function otherReadings(source: StatedNumber): StatedNumber[] {
  return source.unit === '寸' ? [{ ...source, base: (source.value * 1000) / 30 }] : [];
}

function isConvertible(dimension: Dimension | 'bare'): boolean {
  return dimension === 'length' || dimension === 'mass' || dimension === 'volume';
}

