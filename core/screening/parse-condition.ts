import { isMarket, MARKETS, type Market } from '../market/market.ts';
import { CATEGORIES, type Category } from '../product/product.ts';
import type { Condition, FactTest } from './rule-pack.ts';
import { isRecord, strings, type Complain, type Path } from './pack-shape.ts';

const CATEGORY_SET: ReadonlySet<string> = new Set(Object.values(CATEGORIES));
const COMPARISONS = ['over', 'atLeast', 'under', 'atMost'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A condition that never holds stands in for one that could not be read, so that every problem of a pack is found in one go. */
const NEVER: Condition = { op: 'any', of: [] };

/** Reads one condition of a pack file; what is wrong with it is reported with its place. */
export function parseCondition(raw: unknown, path: Path, complain: Complain): Condition {
  if (!isRecord(raw)) return wrong(path, 'expected a condition such as { mentions: [电池] }', complain);
  const keys = Object.keys(raw);
  if ('fact' in raw) return parseFact(raw, path, complain);
  if ('madeOf' in raw) return parseMadeOf(raw, path, complain);
  const key = keys[0];
  if (keys.length !== 1 || key === undefined) return wrong(path, `expected exactly one test, found ${keys.length === 0 ? 'none' : keys.join(', ')}`, complain);
  const value = raw[key];
  const here = [...path, key];
  switch (key) {
    case 'all':
    case 'any':
      if (!Array.isArray(value) || value.length === 0) return wrong(here, 'expected a list of conditions', complain);
      return { op: key, of: value.map((part: unknown, place) => parseCondition(part, [...here, place], complain)) };
    case 'not':
      return { op: 'not', of: parseCondition(value, here, complain) };
    case 'mentions':
    case 'claims':
    case 'contains':
      return { op: key, words: strings(value, here, complain) };
    case 'is':
      return { op: 'is', kinds: typeof value === 'string' ? [value] : strings(value, here, complain) };
    case 'category':
      return { op: 'category', categories: categoryList(value, here, complain) };
    case 'market':
      return { op: 'market', markets: marketList(value, here, complain) };
    case 'hasDocument':
      return typeof value === 'string' ? { op: 'hasDocument', kind: value } : wrong(here, 'expected a document kind', complain);
    case 'since':
    case 'before':
      return typeof value === 'string' && DAY.test(value) ? { op: key, day: value } : wrong(here, 'expected a day such as 2026-07-08', complain);
    default:
      return wrong(here, `"${key}" is not a test; expected all, any, not, mentions, claims, contains, is, category, market, fact, madeOf, hasDocument, since or before`, complain);
  }
}

/** Reads a list of platform categories, or of the one word `all` as every category. */
export function categoryList(raw: unknown, path: Path, complain: Complain): Category[] {
  return strings(raw, path, complain).flatMap((name) => {
    if (isCategory(name)) return [name];
    complain(path, `"${name}" is not a category; expected one of ${[...CATEGORY_SET].join(', ')}`);
    return [];
  });
}

/** Reads a list of destinations. */
export function marketList(raw: unknown, path: Path, complain: Complain): Market[] {
  const names = strings(raw, path, complain);
  for (const name of names) if (!isMarket(name)) complain(path, `"${name}" is not a market; expected one of ${MARKETS.join(', ')}`);
  return names.filter(isMarket);
}

function isCategory(name: string): name is Category {
  return CATEGORY_SET.has(name);
}

function parseFact(raw: Readonly<Record<string, unknown>>, path: Path, complain: Complain): Condition {
  const { fact, ...rest } = raw;
  if (typeof fact !== 'string') return wrong([...path, 'fact'], 'expected the name of a fact', complain);
  const entries = Object.entries(rest);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) return wrong(path, `"${fact}" needs exactly one of known, equals, over, atLeast, under, atMost, within`, complain);
  const test = parseFactTest(entry[0], entry[1]);
  if (test === null) return wrong([...path, entry[0]], `"${entry[0]}" cannot compare with ${JSON.stringify(entry[1])}`, complain);
  return { op: 'fact', fact, test };
}

function parseFactTest(name: string, value: unknown): FactTest | null {
  if (name === 'known' && typeof value === 'boolean') return { is: value ? 'known' : 'unknown' };
  if (name === 'equals') {
    const values = (Array.isArray(value) ? value : [value]).filter(isScalar);
    return values.length === 0 ? null : { is: 'equals', values };
  }
  if (name === 'within' && Array.isArray(value)) {
    const [low, high]: readonly unknown[] = value;
    return typeof low === 'number' && typeof high === 'number' && low <= high ? { is: 'within', low, high } : null;
  }
  const comparison = COMPARISONS.find((one) => one === name);
  return comparison !== undefined && typeof value === 'number' ? { is: comparison, value } : null;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function parseMadeOf(raw: Readonly<Record<string, unknown>>, path: Path, complain: Complain): Condition {
  const { madeOf, atLeastPercent = 1, ...rest } = raw;
  const extra = Object.keys(rest)[0];
  if (extra !== undefined) return wrong([...path, extra], `"${extra}" does not go with madeOf`, complain);
  if (typeof atLeastPercent !== 'number' || atLeastPercent <= 0 || atLeastPercent > 100) return wrong([...path, 'atLeastPercent'], 'expected a number above 0, up to 100', complain);
  return { op: 'madeOf', materials: strings(madeOf, [...path, 'madeOf'], complain), atLeastPercent };
}

function wrong(path: Path, message: string, complain: Complain): Condition {
  complain(path, message);
  return NEVER;
}
