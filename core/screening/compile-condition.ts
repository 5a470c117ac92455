import type { Explain } from './explain-condition.ts';
import type { Condition, FactTest } from './rule-pack.ts';
import { FALSE, negate, TRUE, truthOf, UNKNOWN, type Truth } from './truth.ts';
import { hasGroup, type GroupSet } from './group-set.ts';
import { documentOnFile, factReading, valueIn, type FactBook } from './known-facts.ts';
import type { Market } from '../market/market.ts';
import type { Category } from '../product/product.ts';
import { isMaterial, shareOf, type MaterialFamilies } from './material-share.ts';

/** What a condition reads: one product on one day. `groups` says which word lists were found. */
export type Scope = Readonly<{
  book: FactBook;
  category: Category | null;
  market: Market;
  groups: GroupSet;
  at: string;
  /** Truth of each kind once asked for, 3 before. */
  kinds: Uint8Array;
}>;
export const NOT_ASKED = 3;

export type Test = (scope: Scope) => Truth;

/** What a group stands for: a word list used in one way, a list of materials, a fact that is known, or a fact and one value of it. */
export type GroupKind = 'mentions' | 'claims' | 'contains' | 'material' | 'known' | 'value';

/** What compiling needs to know of the pack: numbers for word lists, and the tests of kinds with their explanations. */
export type Binding = Readonly<{
  groupOf: (op: GroupKind, words: readonly string[]) => number;
  kindNumber: (name: string) => number;
  kindTests: readonly Test[];
  /** How each kind is explained, by its number. */
  kindWalks: readonly Explain[];
  families: MaterialFamilies;
}>;

/** Turns a condition into a closure. Done once per pack; the closures allocate nothing. */
export function compileCondition(condition: Condition, binding: Binding): Test {
  switch (condition.op) {
    case 'all':
      return everyOf(cheapestFirst(condition.of).map((part) => compileCondition(part, binding)));
    case 'any':
      return someOf(cheapestFirst(condition.of).map((part) => compileCondition(part, binding)));
    case 'not': {
      const inner = compileCondition(condition.of, binding);
      return (scope) => negate(inner(scope));
    }
    case 'mentions':
    case 'claims': {
      const group = binding.groupOf(condition.op, condition.words);
      return (scope) => truthOf(hasGroup(scope.groups, group));
    }
    case 'contains': {
      const group = binding.groupOf(condition.op, condition.words);
      return (scope) => (hasGroup(scope.groups, group) ? TRUE : scope.book.ingredientsKnown ? FALSE : UNKNOWN);
    }
    case 'is':
      return someOf(condition.kinds.map((name) => kindTest(binding.kindNumber(name), binding)));
    case 'category': {
      const wanted: readonly (Category | null)[] = condition.categories;
      return (scope) => truthOf(wanted.includes(scope.category));
    }
    case 'market': {
      const wanted: readonly Market[] = condition.markets;
      return (scope) => truthOf(wanted.includes(scope.market));
    }
    case 'madeOf':
      return shareTest(condition, binding);
    case 'hasDocument':
      return (scope) => truthOf(documentOnFile(scope.book.documents, condition.kind, scope.at) !== null);
    case 'since':
      return (scope) => truthOf(scope.at >= condition.day);
    case 'before':
      return (scope) => truthOf(scope.at < condition.day);
    case 'fact':
      return factTest(condition.fact, condition.test);
    default:
      return condition satisfies never;
  }
}

/** How much a test costs, roughly in words read. One false part of an “all” spares the rest, whichever order they were written in. */
const COSTS: Readonly<Record<Condition['op'], number>> = { market: 1, mentions: 1, claims: 1, since: 2, before: 2, contains: 2, category: 3, fact: 4, hasDocument: 6, not: 8, is: 8, any: 10, all: 10, madeOf: 40 };

function cheapestFirst(parts: readonly Condition[]): readonly Condition[] {
  return parts.toSorted((one, other) => COSTS[one.op] - COSTS[other.op]);
}

/** The test of a kind, asked once for each product and market. */
export function kindTest(number: number, binding: Binding): Test {
  return (scope) => {
    const held = scope.kinds[number];
    if (held === TRUE || held === FALSE || held === UNKNOWN) return held;
    const truth = binding.kindTests[number]?.(scope) ?? FALSE;
    scope.kinds[number] = truth;
    return truth;
  };
}

function everyOf(tests: readonly Test[]): Test {
  return (scope) => {
    let truth: Truth = TRUE;
    for (const test of tests) {
      const one = test(scope);
      if (one === FALSE) return FALSE;
      if (one === UNKNOWN) truth = UNKNOWN;
    }
    return truth;
  };
}

function someOf(tests: readonly Test[]): Test {
  if (tests.length === 1 && tests[0] !== undefined) return tests[0];
  return (scope) => {
    let truth: Truth = FALSE;
    for (const test of tests) {
      const one = test(scope);
      if (one === TRUE) return TRUE;
      if (one === UNKNOWN) truth = UNKNOWN;
    }
    return truth;
  };
}

/** Most products of a shop are of the same few materials, so what each name is was mostly found before. */
const MOST_NAMES = 4_096;

function shareTest({ materials, atLeastPercent }: Extract<Condition, { op: 'madeOf' }>, { families }: Binding): Test {
  const known = new Map<string, boolean>();
  const isWanted = (name: string): boolean => {
    const held = known.get(name);
    if (held !== undefined) return held;
    if (known.size >= MOST_NAMES) known.clear();
    const answer = materials.some((wanted) => isMaterial(name, wanted, families));
    known.set(name, answer);
    return answer;
  };
  return (scope) => shareOf(scope.book.materials, isWanted, atLeastPercent);
}

function factTest(path: string, test: FactTest): Test {
  const reading = factReading(path);
  if (test.is === 'known') return (scope) => truthOf(valueIn(scope.book, reading) !== undefined);
  if (test.is === 'unknown') return (scope) => truthOf(valueIn(scope.book, reading) === undefined);
  const holds = comparison(test);
  return (scope) => {
    const value = valueIn(scope.book, reading);
    return value === undefined || value === null ? UNKNOWN : truthOf(holds(value));
  };
}

function comparison(test: Extract<FactTest, Readonly<{ value: number }> | Readonly<{ low: number }> | Readonly<{ values: readonly unknown[] }>>): (value: string | number | boolean) => boolean {
  switch (test.is) {
    case 'equals':
      return (value) => test.values.includes(value);
    case 'over':
      return (value) => Number(value) > test.value;
    case 'atLeast':
      return (value) => Number(value) >= test.value;
    case 'under':
      return (value) => Number(value) < test.value;
    case 'atMost':
      return (value) => Number(value) <= test.value;
    case 'within':
      return (value) => Number(value) >= test.low && Number(value) <= test.high;
    default:
      return test satisfies never;
  }
}
