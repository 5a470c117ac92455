import type { Market } from '../market/market.ts';
import { CATEGORIES, type Category } from '../product/product.ts';
import { compileCondition, type Binding, type Test } from './compile-condition.ts';
import type { CompiledRule, Matcher } from './compile-rule-pack.ts';
import { raisersOf } from './raisers.ts';
import type { Condition, Kind } from './rule-pack.ts';
import { placeOf, settle, type Place, type Settled } from './specialise.ts';
import { FALSE, TRUE } from './truth.ts';

/**
 * Which rules can be raised at all for one market and category, shrunk to what is open there: some by a word list or a fact (by their place among the `sleeping`), the rest always.
 * `wokenIn` remembers in which round a sleeping rule was last woken, so that none is woken twice and nothing has to be cleared.
 */
export type Shelf = Readonly<{ always: readonly CompiledRule[]; sleeping: readonly CompiledRule[]; raised: readonly (readonly number[])[]; wokenIn: Float64Array; round: { number: number } }>;

const EVERY_CATEGORY: readonly Category[] = Object.values(CATEGORIES);

/** The shelves by market and category; a product without a category is tried on every rule. */
export type Shelves = ReadonlyMap<Market, ReadonlyMap<Category | null, Shelf>>;

/** Puts the rules of a pack on shelves, one for each market and category. */
export function shelve(rules: readonly CompiledRule[], kinds: readonly Kind[], binding: Binding, markets: readonly Market[]): Shelves {
  const shelves = new Map<Market, Map<Category | null, Shelf>>();
  for (const market of markets) {
    const ofMarket = new Map<Category | null, Shelf>();
    shelves.set(market, ofMarket);
    for (const category of [...EVERY_CATEGORY, null]) {
      const tried = rules.filter(({ rule }) => rule.markets.includes(market) && (category === null || rule.categories === null || rule.categories.includes(category)));
      ofMarket.set(category, shelfAt(tried, placeOf(market, category, kinds), kinds, binding));
    }
  }
  return shelves;
}

function shelfAt(rules: readonly CompiledRule[], place: Place, kinds: readonly Kind[], binding: Binding): Shelf {
  const kindTests: Test[] = [];
  const here: Binding = { ...binding, kindTests };
  for (const kind of kinds) kindTests.push(testOf(place.kind(kind.name), here));
  const always: CompiledRule[] = [];
  const sleeping: CompiledRule[] = [];
  const raised = new Map<number, number[]>();
  for (const compiled of rules) {
    const hard = settle(compiled.rule.when, place);
    const soft = compiled.rule.softly === null ? false : settle(compiled.rule.softly, place);
    const open = [hard, soft].filter((part) => part !== false);
    if (open.length === 0) continue;
    const shrunk: CompiledRule = { ...compiled, hard: shrink(compiled.hard, hard, here), soft: compiled.soft && shrink(compiled.soft, soft, here) };
    const raisers = raisedBy(open, place, binding);
    if (raisers === null) {
      always.push(shrunk);
      continue;
    }
    for (const raiser of raisers) raised.set(raiser, [...(raised.get(raiser) ?? []), sleeping.length]);
    sleeping.push(shrunk);
  }
  return { always, sleeping, raised: byNumber(raised), wokenIn: new Float64Array(sleeping.length), round: { number: 0 } };
}

const NONE: readonly number[] = [];

/** Without a hole, so that looking up costs one step. */
function byNumber(raised: ReadonlyMap<number, readonly number[]>): readonly (readonly number[])[] {
  return Array.from({ length: Math.max(-1, ...raised.keys()) + 1 }, (_, group) => raised.get(group) ?? NONE);
}

function raisedBy(open: readonly Settled[], place: Place, { groupOf }: Binding): ReadonlySet<number> | null {
  const conditions: Condition[] = [];
  for (const part of open) {
    if (typeof part === 'boolean') return null;
    conditions.push(part);
  }
  return raisersOf({ op: 'any', of: conditions }, { groupOf, kind: place.kind });
}

/** The explanation stays that of the whole condition, so a reason reads the same on every shelf. */
function shrink({ walk }: Matcher, settled: Settled, binding: Binding): Matcher {
  return { test: testOf(settled, binding), walk };
}

function testOf(settled: Settled, binding: Binding): Test {
  if (typeof settled !== 'boolean') return compileCondition(settled, binding);
  return settled ? () => TRUE : () => FALSE;
}
