import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition, NOT_ASKED, type Scope } from './compile-condition.ts';
import type { FactBook } from './known-facts.ts';
import type { Condition } from './rule-pack.ts';
import { FALSE, negate, TRUE, UNKNOWN } from './truth.ts';

const binding = { groupOf: () => 0, kindNumber: () => -1, kindTests: [], kindWalks: [], families: { plastic: ['abs', 'polypropylene'] } };

function judge(condition: Condition, book: Partial<FactBook> = {}, found = false) {
  const scope: Scope = {
    book: { product: { id: 'x', title: '' }, stated: new Map(), materials: [], ingredientsKnown: false, documents: [], contradictions: [], ...book },
    category: 'home', market: 'US', groups: [found ? 1 : 0], at: '2026-12-01', kinds: new Uint8Array(1).fill(NOT_ASKED),
  };
  return compileCondition(condition, binding)(scope);
}

const fact = (value: string | number | boolean) => new Map([['x', { fact: 'x', value, source: 'merchant' as const }]]);
const over: Condition = { op: 'fact', fact: 'x', test: { is: 'over', value: 100 } };

describe('conditions', () => {
  test('a comparison with an unknown fact is unknown, at the limit it is exact', () => {
    expect(judge(over)).toBe(UNKNOWN);
    expect(judge(over, { stated: fact(100) })).toBe(FALSE);
    expect(judge(over, { stated: fact(100.1) })).toBe(TRUE);
  });

  test('“all” is false as soon as one part is, however much is unknown', () => {
    expect(judge({ op: 'all', of: [over, { op: 'mentions', words: ['枪'] }] })).toBe(FALSE);
    expect(judge({ op: 'all', of: [over, { op: 'mentions', words: ['枪'] }] }, {}, true)).toBe(UNKNOWN);
  });

  test('“any” is true as soon as one part is', () => {
    expect(judge({ op: 'any', of: [over, { op: 'mentions', words: ['枪'] }] }, {}, true)).toBe(TRUE);
    expect(judge({ op: 'any', of: [over, { op: 'mentions', words: ['枪'] }] })).toBe(UNKNOWN);
  });

  test('the order of parts never matters, and two denials are none', () => {
    const leaf = fc.constantFrom<Condition>(over, { op: 'mentions', words: ['a'] }, { op: 'since', day: '2026-01-01' }, { op: 'since', day: '2027-01-01' });
    fc.assert(fc.property(fc.array(leaf, { minLength: 1, maxLength: 5 }), fc.constantFrom('all' as const, 'any' as const), (of, op) => {
      expect(judge({ op, of: [...of].reverse() })).toBe(judge({ op, of }));
      expect(judge({ op: 'not', of: { op: 'not', of: { op, of } } })).toBe(judge({ op, of }));
      expect(judge({ op: 'not', of: { op, of } })).toBe(negate(judge({ op, of })));
    }));
  });

  test('ingredients and materials that nobody listed are unknown', () => {
    expect(judge({ op: 'contains', words: ['talc'] })).toBe(UNKNOWN);
    expect(judge({ op: 'contains', words: ['talc'] }, { ingredientsKnown: true })).toBe(FALSE);
    expect(judge({ op: 'madeOf', materials: ['plastic'], atLeastPercent: 1 })).toBe(UNKNOWN);
  });

  test('shares of a family add up, and copper is no polypropylene', () => {
    const material = (name: string, percent: number | null) => ({ name, percent, from: { fact: 'materials.0', value: name, source: 'merchant' as const } });
    const plastic: Condition = { op: 'madeOf', materials: ['plastic'], atLeastPercent: 50 };
    expect(judge(plastic, { materials: [material('abs', 30), material('polypropylene', 20)] })).toBe(TRUE);
    expect(judge(plastic, { materials: [material('abs', 30), material('copper', 70)] })).toBe(FALSE);
    expect(judge(plastic, { materials: [material('abs', null)] })).toBe(TRUE);
    expect(judge({ op: 'madeOf', materials: ['pp'], atLeastPercent: 1 }, { materials: [material('copper', 100)] })).toBe(FALSE);
  });

  test('a document holds to the day it expires', () => {
    const held = (expires: string) => judge({ op: 'hasDocument', kind: 'cpc' }, { documents: [{ kind: 'cpc', expires }] });
    expect(held('2026-12-01')).toBe(TRUE);
    expect(held('2026-11-30')).toBe(FALSE);
  });
});
