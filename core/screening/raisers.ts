import type { Binding } from './compile-condition.ts';
import type { Condition } from './rule-pack.ts';
import type { Settled } from './specialise.ts';

type Context = Readonly<{ groupOf: Binding['groupOf']; kind: (name: string) => Settled }>;

/** Groups of which one must be there, and how often that is so on ordinary products, roughly. */
type Raisers = Readonly<{ groups: ReadonlySet<number>; often: number }>;

/** A list of words or materials is on few products, a certain value on more, and that a fact is known at all on most. */
const OFTEN = { words: 1, value: 4, known: 40 } as const;

/**
 * What can wake a rule, by number: a word list that was found, a fact that is known, a fact with one value.
 * At least one of the answer must be there for the condition to be anything but false;
 * null when the condition can hold without any. It lets most rules sleep on most products.
 */
export function raisersOf(condition: Condition, context: Context): ReadonlySet<number> | null {
  return raisers(condition, context)?.groups ?? null;
}

function raisers(condition: Condition, context: Context): Raisers | null {
  switch (condition.op) {
    case 'mentions':
    case 'claims':
      return raiser('words', [context.groupOf(condition.op, condition.words)]);
    case 'fact':
      // Any other test of a fact is unknown, not false, where the fact is.
      return condition.test.is === 'known' ? raiser('known', [context.groupOf('known', [condition.fact])]) : null;
    case 'is':
      return union(condition.kinds.map((name) => {
        const kind = context.kind(name);
        return typeof kind === 'boolean' ? null : raisers(kind, context);
      }));
    case 'any':
      return union(condition.of.map((part) => raisers(part, context)));
    case 'all':
      return rarest([...condition.of.map((part) => raisers(part, context)), ...onceKnown(condition.of, context)]);
    default:
      return null;
  }
}

function raiser(kind: keyof typeof OFTEN, groups: readonly number[]): Raisers {
  return { groups: new Set(groups), often: OFTEN[kind] * groups.length };
}

/** What a part adds once its fact must be known besides: then it is false, not unknown, without one of its values, materials or ingredients. */
function onceKnown(parts: readonly Condition[], { groupOf }: Context): Raisers[] {
  const known = new Set(parts.flatMap((part) => (part.op === 'fact' && part.test.is === 'known' ? [part.fact] : [])));
  return parts.flatMap((part) => {
    if (part.op === 'fact' && part.test.is === 'equals' && known.has(part.fact)) return [raiser('value', part.test.values.map((value) => groupOf('value', [part.fact, String(value)])))];
    if (part.op === 'madeOf' && known.has('materials')) return [raiser('words', [groupOf('material', part.materials)])];
    if (part.op === 'contains' && known.has('ingredients')) return [raiser('words', [groupOf('contains', part.words)])];
    return [];
  });
}

function rarest(sets: readonly (Raisers | null)[]): Raisers | null {
  return sets.reduce((best, set) => (set !== null && (best === null || set.often < best.often) ? set : best), null);
}

function union(sets: readonly (Raisers | null)[]): Raisers | null {
  const groups = new Set<number>();
  let often = 0;
  for (const set of sets) {
    if (set === null) return null;
    for (const group of set.groups) groups.add(group);
    often += set.often;
  }
  return { groups, often };
}
