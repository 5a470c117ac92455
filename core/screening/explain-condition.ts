import type { Fact } from '../decision/decision.ts';
import { compileCondition, kindTest, type Binding, type Scope } from './compile-condition.ts';
import { hasGroup } from './group-set.ts';
import { factIn } from './known-facts.ts';
import { isMaterial, type MaterialFamilies } from './material-share.ts';
import { spanOf } from './product-text.ts';
import type { Hit } from './read-words.ts';
import type { PreparedProduct } from './prepare-product.ts';
import type { Condition } from './rule-pack.ts';
import { FALSE, UNKNOWN } from './truth.ts';

/** What a condition rests on: the facts that hold, and the facts whose absence leaves it open. */
export type Explanation = Readonly<{ because: readonly Fact[]; missing: readonly string[] }>;
type Collected = { readonly because: Fact[]; missing: readonly string[] };

const NOTHING: readonly string[] = [];

/** Walks what made a condition not false. Run only for rules that matched. */
export type Explain = (scope: Scope, prepared: PreparedProduct, into: Collected) => void;

/** A finding shows the first few places; the rest add nothing. */
const MOST_FACTS = 6;

/** Collects what made a condition not false: the facts that hold and the facts that are missing. */
export function explain(how: Explain, scope: Scope, prepared: PreparedProduct): Explanation {
  const into: Collected = { because: [], missing: NOTHING };
  how(scope, prepared, into);
  return into;
}

/** Turns a condition into the walk that explains it; the counterpart of `compileCondition`, made once for each pack. */
export function compileExplanation(condition: Condition, binding: Binding): Explain {
  switch (condition.op) {
    case 'all': {
      // Every part of an “all” that is not false is itself not false.
      const parts = condition.of.map((part) => compileExplanation(part, binding));
      return (scope, prepared, into) => {
        for (const part of parts) part(scope, prepared, into);
      };
    }
    case 'any':
      return eachOpen(condition.of.map((part) => ({ test: compileCondition(part, binding), walk: compileExplanation(part, binding) })));
    case 'not': {
      const test = compileCondition(condition.of, binding);
      const inner = compileExplanation(condition.of, binding);
      return (scope, prepared, into) => {
        if (test(scope) === UNKNOWN) inner(scope, prepared, into);
      };
    }
    case 'is':
      return eachOpen(condition.kinds.map((name) => {
        const number = binding.kindNumber(name);
        return { test: kindTest(number, binding), walk: (scope, prepared, into) => binding.kindWalks[number]?.(scope, prepared, into) };
      }));
    case 'mentions':
    case 'claims':
      return words(binding.groupOf(condition.op, condition.words));
    case 'contains': {
      const group = binding.groupOf(condition.op, condition.words);
      const found = words(group);
      return (scope, prepared, into) => (!hasGroup(scope.groups, group) && !scope.book.ingredientsKnown ? lack(into, 'ingredients') : found(scope, prepared, into));
    }
    case 'madeOf':
      return materials(condition, binding);
    case 'fact':
      return factWalk(condition, binding);
    default:
      return () => undefined;
  }
}

function eachOpen(parts: readonly Readonly<{ test: (scope: Scope) => number; walk: Explain }>[]): Explain {
  return (scope, prepared, into) => {
    for (const part of parts) if (part.test(scope) !== FALSE) part.walk(scope, prepared, into);
  };
}

function words(group: number): Explain {
  return (_scope, prepared, into) => {
    for (const place of prepared.places) {
      if (place.group !== group) continue;
      if (into.because.length >= MOST_FACTS) return;
      add(into, wordFact(place.hit));
    }
  };
}

function materials(condition: Extract<Condition, { op: 'madeOf' }>, binding: Binding): Explain {
  const test = compileCondition(condition, binding);
  const wanted = (name: string, families: MaterialFamilies): boolean => condition.materials.some((material) => isMaterial(name, material, families));
  return (scope, prepared, into) => {
    if (test(scope) === UNKNOWN) lack(into, 'materials');
    else for (const material of prepared.book.materials) if (wanted(material.name, binding.families)) add(into, material.from);
  };
}

function factWalk(condition: Extract<Condition, { op: 'fact' }>, binding: Binding): Explain {
  const test = compileCondition(condition, binding);
  return (scope, prepared, into) => {
    const fact = factIn(prepared.book, condition.fact);
    if (fact !== undefined) add(into, fact);
    else if (test(scope) === UNKNOWN) lack(into, condition.fact);
  };
}

function add({ because }: Collected, fact: Fact): void {
  if (because.length < MOST_FACTS && !because.some((held) => isSame(held, fact))) because.push(fact);
}

function lack(into: Collected, fact: string): void {
  if (!into.missing.includes(fact)) into.missing = [...into.missing, fact];
}

function isSame(one: Fact, other: Fact): boolean {
  return one.fact === other.fact && one.span?.start === other.span?.start && one.span?.text === other.span?.text;
}

/** The merchant's own words as a fact: the field they stand in, and the words. */
function wordFact(hit: Hit): Fact {
  const span = spanOf(hit.field, hit.start, hit.end);
  return { fact: hit.field.name, value: span.text, source: 'merchant', span };
}
