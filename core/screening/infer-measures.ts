import type { Fact } from '../decision/decision.ts';
import { readNumber } from './chinese-number.ts';
import { FIGURE, mayState } from './figure-letters.ts';
import { spanOf, type TextField } from './product-text.ts';

/** `hints` are letters without which the pattern cannot match: looking for them is far cheaper than trying it. `notIn` names attributes that are not asked. */
export type Measure = Readonly<{ fact: string; hints: readonly string[]; pattern: RegExp; value: (amount: number, unit: string) => string | number | null; notIn?: RegExp }>;

const AMOUNT = String.raw`(\d{1,7}(?:\.\d{1,3})?|[一二三四五六七八九十百千两]{1,6})`;

const MILLILITRES: Readonly<Record<string, number>> = { ml: 1, 毫升: 1, cl: 10, l: 1_000, 升: 1_000 };
const GRAMS: Readonly<Record<string, number>> = { g: 1, 克: 1, kg: 1_000, 公斤: 1_000, 千克: 1_000 };

/** One fluid ounce is 29.5735 ml (NIST Handbook 44, appendix C). */
const MILLILITRES_PER_FLUID_OUNCE = 29.5735;

/** What a thing weighs and measures is no statement of its net contents. */
const BUILD = /净重|毛重|重量|尺寸|尺码|规格尺寸|长度|宽度|高度|厚度|直径|weight|size/;

/** Figures with a unit in a text, each with the fact it states. Units are read only behind a number, so 马克杯 holds no gram. */
const MEASURES: readonly Measure[] = [
  { fact: 'liquidMl', hints: ['ml', '毫升', 'cl'], pattern: new RegExp(`${AMOUNT} ?(ml|毫升|cl)(?![a-z])`, 'g'), value: (amount, unit) => amount * (MILLILITRES[unit] ?? 1) },
  { fact: 'liquidMl', hints: ['oz'], pattern: /(\d{1,4}(?:\.\d{1,2})?) ?(fl\.? ?oz)/g, value: (amount) => Math.round(amount * MILLILITRES_PER_FLUID_OUNCE) },
  { fact: 'weightGrams', hints: ['净重', '重量', 'weight'], pattern: new RegExp(`(?:净重|重量|weight)[：: ]{0,2}${AMOUNT} ?(kg|g|公斤|千克|克)(?![a-z])`, 'g'), value: (amount, unit) => amount * (GRAMS[unit] ?? 1) },
  { fact: 'alcoholPercent', hints: ['酒精', 'alcohol', 'abv'], pattern: /(?:酒精(?:含量|度数?|浓度)?|alcohol|abv)[：: ]{0,2}(\d{1,3}(?:\.\d{1,2})?) ?(%|度|vol)/g, value: percent },
  { fact: 'alcoholPercent', hints: ['vol', 'abv', '度'], pattern: /(\d{1,3}(?:\.\d{1,2})?) ?(%? ?vol|% ?abv|度(?=[白烈米黄清果]?酒|酱香|浓香|清香))/g, value: percent },
  { fact: 'alcoholPercent', hints: ['酒'], pattern: new RegExp(`酒[^，。,]{0,8}?${AMOUNT} ?(度)`, 'g'), value: percent },
  { fact: 'energyDensityWhPerKg', hints: ['wh/kg'], pattern: /(\d{2,4}) ?(wh\/kg)/g, value: (amount) => amount },
  { fact: 'bladeMm', hints: ['刀', '刃', 'blade'], pattern: /(?:刀刃|刃长|刀身|blade)[：: ]{0,2}(\d{1,4}(?:\.\d)?) ?(mm|毫米|cm|厘米)/g, value: (amount, unit) => amount * (unit === 'cm' || unit === '厘米' ? 10 : 1) },
  { fact: 'peroxidePercent', hints: ['双氧', '过氧化氢', 'h2o2'], pattern: /(?:双氧(?:水|奶)?|过氧化氢|h2o2)[：: ]{0,2}(\d{1,2}(?:\.\d)?) ?(%)/g, value: percent },
  { fact: 'peroxidePercent', hints: ['双氧', '过氧化氢', 'h2o2'], pattern: /(\d{1,2}(?:\.\d)?) ?(%) ?(?:双氧|过氧化氢|h2o2)/g, value: percent },
  { fact: 'muzzleJoules', hints: ['j', '焦'], pattern: /(\d{1,3}(?:\.\d{1,2})?) ?(j(?![a-z])|焦耳)/g, value: (amount) => amount },
  { fact: 'metricUnit', hints: ['毫升', '厘米', '公斤', '克', '斤', 'ml', 'cm', 'g'], pattern: new RegExp(`${AMOUNT} ?(毫升|厘米|公斤|千克|克(?!拉)|斤|ml|cm|kg|g)(?![a-z])`, 'g'), value: metricUnit, notIn: BUILD },
  { fact: 'beadMm', hints: ['膨胀', '泡发', '吸水'], pattern: /(?:膨胀|泡发|吸水)[^，。,]{0,6}?(\d{1,3}(?:\.\d)?) ?(mm|毫米)/g, value: (amount) => amount },
];

/** The measures that state one of these facts. */
export function measuresOf(facts: ReadonlySet<string>): readonly Measure[] {
  return MEASURES.filter((measure) => facts.has(measure.fact));
}

/** For each letter the measures with a hint that begins with it, as flags by their place. */
const HINTED = hintTable();

function hintTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  MEASURES.forEach(({ hints }, place) => {
    for (const hint of hints) table[hint.charCodeAt(0)] = (table[hint.charCodeAt(0)] ?? 0) | (1 << place);
  });
  return table;
}

/** The measures that may find something in a text, as flags by their place: some hint's first letter stands in it. */
function hintedBy(folded: string): number {
  let flags = 0;
  for (let index = 0; index < folded.length; index += 1) flags |= HINTED[folded.charCodeAt(index)] ?? 0;
  return flags;
}

/** 4G and 5G are networks, not grams. */
function metricUnit(amount: number, unit: string): string | null {
  return unit === 'g' && amount <= 6 && Number.isInteger(amount) ? null : unit;
}

function percent(amount: number): number | null {
  return amount <= 100 ? amount : null;
}

/** A number before or after which a unit stands; a text without one states no figure, and most do not. */
const SOME_FIGURE = /[\d一二三四五六七八九十百千两] ?(?:ml|毫升|cl|fl|kg|g|公斤|千克|克|斤|cm|厘米|mm|毫米|%|度|vol|wh|j|焦)/;

/** Figures the words state. The first of a kind counts. */
export function inferMeasures(everyField: readonly TextField[], measures: readonly Measure[] = MEASURES): Fact[] {
  if (measures.length === 0) return [];
  const fields = everyField.filter((field) => field.role === 'text' && mayState(field.letters, FIGURE.unit) && SOME_FIGURE.test(field.folded));
  if (fields.length === 0) return [];
  const hinted = fields.map((field) => hintedBy(field.folded));
  const facts: Fact[] = [];
  for (const measure of measures) {
    const flag = 1 << MEASURES.indexOf(measure);
    const fact = firstMeasure(fields.filter((_field, place) => ((hinted[place] ?? 0) & flag) !== 0), measure, facts);
    if (fact !== null) facts.push(fact);
  }
  return facts;
}

function firstMeasure(fields: readonly TextField[], measure: Measure, found: readonly Fact[]): Fact | null {
  if (fields.length === 0 || found.some((fact) => fact.fact === measure.fact)) return null;
  for (const field of fields) {
    if (!measure.hints.some((hint) => field.folded.includes(hint)) || measure.notIn?.test(field.name) === true) continue;
    measure.pattern.lastIndex = 0;
    // Walked by hand: `matchAll` copies the expression each time, and this is asked of every text.
    for (let match = measure.pattern.exec(field.folded); match !== null; match = measure.pattern.exec(field.folded)) {
      const amount = readNumber(match[1] ?? '');
      const value = amount === null ? null : measure.value(amount, match[2] ?? '');
      if (value !== null) return { fact: measure.fact, value, source: 'inferred', span: spanOf(field, match.index, match.index + match[0].length) };
    }
  }
  return null;
}
