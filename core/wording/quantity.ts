import { UNIT_WORDS, UNITS, type Unit } from './unit.ts';

/** One measured or counted thing: `20*30cm` is two values of one product, `10-12寸` a range, `100ml*2瓶` two quantities. */
export type Quantity = Readonly<{ values: readonly number[]; shape: 'single' | 'range' | 'product'; unitWord: string; unit: Unit; pack: boolean }>;
export type QuantityMatch = Readonly<{ text: string; quantities: readonly Quantity[] }>;

const DIGITS = String.raw`\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`;
const HAN_NUMERAL = '[零一二两三四五六七八九十百千半]+';
const UNIT = UNIT_WORDS.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
// A Latin unit must not run on into a word or a number: `5m` is metres, `5mini` and `350v2` are not.
const UNIT_END = String.raw`(?:(?<=[a-z])(?![a-z\d])|(?<![a-z]))`;
const PART = String.raw`(${DIGITS})\s*(万|千|百|亿)?\s*(?:(${UNIT})${UNIT_END})?`;
const JOIN = String.raw`\s*([x×*✕-]|~|至|到)\s*`;
const ARABIC = new RegExp(String.raw`${PART}(?:${JOIN}${PART})?(?:${JOIN}${PART})?(?:${JOIN}${PART})?(装|套装)?`, 'y');
const CHINESE = new RegExp(String.raw`(${HAN_NUMERAL})(万)?(${UNIT})(装|套装)?`, 'y');

const MULTIPLIERS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const NUMERALS: Readonly<Record<string, number>> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** The value of a Chinese numeral such as 十二, 一百, 半; null where it is none. */
export function parseHanNumeral(text: string): number | null {
  if (text === '半') return 0.5;
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = NUMERALS[character];
    if (value !== undefined) {
      digit = value;
    } else {
      const multiplier = character === '十' ? 10 : MULTIPLIERS[character];
      if (multiplier === undefined) return null;
      total += (digit ?? 1) * multiplier;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

type Part = Readonly<{ value: number; unitWord: string | null; join: string | null }>;

/** Reads a quantity that begins exactly at `start` of a lower-case text; null where none does or the number has no unit. */
export function quantityAt(text: string, start: number): QuantityMatch | null {
  return arabicAt(text, start) ?? chineseAt(text, start);
}

function arabicAt(text: string, start: number): QuantityMatch | null {
  ARABIC.lastIndex = start;
  const match = ARABIC.exec(text);
  if (match === null) return null;
  const parts: Part[] = [];
  for (let at = 0; at < 4; at += 1) {
    const digits = match[at * 4 + 1];
    if (digits === undefined) continue;
    const multiplier = match[at * 4 + 2];
    parts.push({
      value: Number(digits.replaceAll(',', '')) * (multiplier === undefined ? 1 : (MULTIPLIERS[multiplier] ?? 1)),
      unitWord: match[at * 4 + 3] ?? null,
      join: at === 0 ? null : (match[at * 4] ?? null),
    });
  }
  const quantities = groupParts(parts, match[16] !== undefined);
  return quantities === null ? null : { text: match[0].trimEnd(), quantities };
}

function chineseAt(text: string, start: number): QuantityMatch | null {
  CHINESE.lastIndex = start;
  const match = CHINESE.exec(text);
  const [whole, numeral, multiplier, unitWord, pack] = match ?? [];
  const value = numeral === undefined ? null : parseHanNumeral(numeral);
  const unit = unitWord === undefined ? undefined : UNITS[unitWord];
  if (whole === undefined || value === null || unit === undefined || unitWord === undefined) return null;
  // 一代歌后, 一人一锅, 一面: one of these is a figure of speech, not a specification.
  if (value === 1 && unit.dimension !== 'count' && unit.dimension !== 'mass' && unit.dimension !== 'electric') return null;
  const scaled = value * (multiplier === undefined ? 1 : 10_000);
  return { text: whole, quantities: [{ values: [scaled], shape: 'single', unitWord, unit, pack: pack !== undefined }] };
}

/** Parts without a unit take the next one's (`20*30cm`); a change of dimension begins another quantity (`100ml*2瓶`). */
function groupParts(parts: readonly Part[], pack: boolean): Quantity[] | null {
  const quantities: Quantity[] = [];
  let open: { values: number[]; shape: Quantity['shape']; unitWord: string; unit: Unit; pack: boolean } | null = null;
  let nextWord: string | null = null;
  for (const [index, part] of [...parts.entries()].reverse()) {
    // `100ml*2`: what follows a measure and a times sign is a count.
    const bareCount: boolean = nextWord === null && part.unitWord === null && (parts[index - 1]?.unitWord ?? null) !== null && '*x×✕'.includes(part.join ?? '-');
    nextWord = part.unitWord ?? nextWord ?? (bareCount ? '个' : null);
    const unit = nextWord === null ? undefined : UNITS[nextWord];
    if (unit === undefined || nextWord === null) return null;
    const joins = parts[index + 1]?.join ?? null;
    const range = joins !== null && '-~至到'.includes(joins);
    const sameUnit: boolean = open !== null && open.unit === unit && (range || (unit.dimension !== 'count' && unit.dimension !== 'trait'));
    if (open !== null && sameUnit) {
      open.values.unshift(part.value);
      open.shape = range ? 'range' : 'product';
    } else {
      open = { values: [part.value], shape: 'single', unitWord: nextWord, unit, pack: pack && index === parts.length - 1 };
      quantities.unshift(open);
    }
  }
  return quantities;
}
