import type { Product } from '../product/product.ts';
import type { HeadingPack } from './heading-pack.ts';
import type { Schedule, ScheduleLine } from './schedule.ts';
import type { StatedFacts } from './stated-facts.ts';
import { matchTerms, tokenize } from './terms.ts';

/** The national line under a heading: eight digits carry the rate, ten the statistics. Null where the schedule holds none. */
export type NationalLine = Readonly<{ hts8: string | null; hts10: string | null; path: readonly string[]; dutyPpm: number | null }>;

/** What is compared with the schedule's words: the product's own words, its facts and its price. */
export type LineQuery = Readonly<{ words: ReadonlySet<string>; facts: StatedFacts; priceUsd: number | null }>;

/** Only to choose between value brackets of the schedule, never to charge: CNY per USD, rounded, 2026. */
const CNY_PER_USD = 7;
const HKD_PER_USD = 7.8;

function priceInUsd(product: Product): number | null {
  const price = product.variants?.find((variant) => variant.price)?.price;
  if (!price) return null;
  const units = Number(price.minor) / 100;
  if (price.currency === 'USD') return units;
  if (price.currency === 'CNY') return units / CNY_PER_USD;
  return price.currency === 'HKD' || price.currency === 'MOP' ? units / HKD_PER_USD : null;
}

/** Gathers what the lines are compared with. */
export function lineQuery(product: Product, facts: StatedFacts): LineQuery {
  const texts = [product.title, product.category ?? '', ...Object.values(product.attributes ?? {})];
  return { words: new Set(texts.flatMap((text) => tokenize(text).map((token) => token.text))), facts, priceUsd: priceInUsd(product) };
}

/** `Valued over $6.50 but not over $12/pair`: true, false, or null where the text states no value or the price is unknown. */
function valueHolds(text: string, priceUsd: number | null): boolean | null {
  const stated = [...text.matchAll(/(not over|not more than|over|more than)\s+(\$)?([\d.]+)(¢)?/gi)].filter((match) => match[2] !== undefined || match[4] !== undefined);
  if (stated.length === 0 || priceUsd === null || !/valued/i.test(text)) return null;
  const price = /dozen/i.test(text) ? priceUsd * 12 : priceUsd;
  return stated.every((match) => {
    const bound = Number(match[3]) / (match[4] === undefined ? 1 : 100);
    return /not/i.test(match[1] ?? '') ? price <= bound : price > bound;
  });
}

const FIT = 1.2;
const MISFIT = -1.6;
const SILENT_OTHER = 0.25;
/** A text that says what the product does not is doubted, the more so the more it says. */
const UNSUPPORTED = -0.35;

/** Compares the materials, genders and so on that a schedule text names with what is known of the product. */
function factFit(text: string, query: LineQuery, pack: HeadingPack): number {
  let score = 0;
  const named = matchTerms(tokenize(text), pack.valueWords).filter((match) => !match.covered).flatMap((match) => match.meanings);
  const negated = /\bnot\b|other than|except/i.test(text);
  for (const [dimension, group] of Map.groupBy(named, (value) => pack.values.get(value)?.dimension ?? '')) {
    const facts = query.facts.get(dimension);
    if (facts === undefined) continue;
    const heaviest = [...facts.weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    const lineage = pack.values.get(heaviest)?.lineage ?? [];
    const holds = group.some((value) => lineage.includes(value) || pack.values.get(value)?.lineage.includes(heaviest) === true);
    score += holds !== negated ? FIT : MISFIT;
  }
  return score;
}

function textFit(text: string, query: LineQuery, pack: HeadingPack): number {
  if (/^other:?$/i.test(text.trim())) return SILENT_OTHER;
  const value = valueHolds(text, query.priceUsd);
  if (value !== null) return value ? FIT : 2 * MISFIT;
  const words = tokenize(text).map((token) => token.text).filter((word) => word.length > 2);
  const shared = words.filter((word) => query.words.has(word)).length;
  const overlap = shared === 0 ? UNSUPPORTED : (FIT * shared) / Math.sqrt(words.length);
  const child = /\b(?:boys|girls|children|infants|youth)/i.test(text) && !/men|women/i.test(text) && !query.words.has('kid') && !query.words.has('children') ? -0.5 : 0;
  return overlap + factFit(text, query, pack) + child;
}

/** Walks down the schedule's own tree, taking the best-fitting text at every fork. */
function descend(lines: readonly ScheduleLine[], depth: number, query: LineQuery, pack: HeadingPack): ScheduleLine | undefined {
  if (lines.length <= 1) return lines[0];
  const forks = [...Map.groupBy(lines, (line) => line.path[depth] ?? '')];
  const [only] = forks;
  if (only === undefined) return undefined;
  if (forks.length === 1) return only[0] === '' ? only[1][0] : descend(only[1], depth + 1, query, pack);
  const best = forks.map(([text, under]) => ({ under, score: textFit(text, query, pack) })).reduce((a, b) => (b.score > a.score ? b : a));
  return descend(best.under, depth + 1, query, pack);
}

/** Chooses the eight and ten digits under a heading; never a code the schedule does not hold. */
export function chooseNationalLine(hs6: string, schedule: Schedule | null, query: LineQuery, pack: HeadingPack): NationalLine {
  const lines = schedule?.lines.get(hs6) ?? [];
  const tens = lines.filter((line) => line.code.length === 10);
  const chosen = descend(tens.length > 0 ? tens : lines, 0, query, pack);
  if (chosen === undefined) return { hts8: null, hts10: null, path: [], dutyPpm: null };
  return { hts8: chosen.code.slice(0, 8), hts10: chosen.code.length === 10 ? chosen.code : null, path: chosen.path, dutyPpm: chosen.dutyPpm };
}
