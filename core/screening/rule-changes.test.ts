import { describe, expect, test } from 'vitest';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { readRuleText, writeRuleText } from '#server/platform/packs/rule-text.ts';
import { isInShare } from './edition-share.ts';
import { applyRuleChanges, differingRules, packOfRules, rulesReading, rulesTurningOn } from './rule-changes.ts';
import type { Rule } from './rule-pack.ts';
import { rulingBasis } from './ruling.ts';
import { screen } from './screen.ts';

const PACK = loadRulePack({ edition: '2026-11-23' });
const rule = (id: string): Rule => {
  const found = PACK.rules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};

describe('a draft of rules', () => {
  test('made of any rule of the pack as it stands changes nothing', () => {
    const reading = readRuleText(writeRuleText(PACK.rules), PACK, 'again');
    expect(reading.ok ? differingRules(PACK, reading.value.pack) : reading.problems).toEqual([]);
  });

  test('changes, adds and withdraws rules, and nothing else', () => {
    const softer: Rule = { ...rule('US-CPSC-070'), outcome: 'warn' };
    const next = applyRuleChanges(PACK, { rules: [softer, { ...softer, id: 'US-NEW-001' }], withdraw: ['US-CPSC-071'] }, 'next');
    expect(differingRules(PACK, next)).toEqual(['US-CPSC-070', 'US-CPSC-071', 'US-NEW-001']);
    expect(next.rules).toHaveLength(PACK.rules.length);
    expect(next.kinds).toBe(PACK.kinds);
  });
});

describe('what a day or a document can touch', () => {
  test('a rule turns on the day it begins and on the day it ends, and on no other', () => {
    const dated: Rule = { ...rule('US-CPSC-070'), id: 'US-NEW-001', from: '2027-02-01', until: '2027-03-01' };
    const pack = applyRuleChanges(PACK, { rules: [dated], withdraw: [] }, 'dated');
    const turning = (day: string) => rulesTurningOn(pack, new Set([day])).includes('US-NEW-001');
    expect(['2027-01-31', '2027-02-01', '2027-02-02', '2027-03-01'].map(turning)).toEqual([false, true, false, true]);
  });

  test('a rule that names a day in its condition turns on that day too', () => {
    const dated: Rule = { ...rule('US-CPSC-070'), id: 'US-NEW-001', when: { op: 'not', of: { op: 'before', day: '2027-02-01' } } };
    expect(rulesTurningOn(applyRuleChanges(PACK, { rules: [dated], withdraw: [] }, 'dated'), new Set(['2027-02-01']))).toContain('US-NEW-001');
  });

  test('a document touches the rules that ask for it, as evidence or in their condition', () => {
    const asking: Rule = { ...rule('US-CPSC-071'), id: 'US-NEW-001', evidence: [], when: { op: 'not', of: { op: 'hasDocument', kind: 'cpc' } } };
    const reading = rulesReading(applyRuleChanges(PACK, { rules: [asking], withdraw: [] }, 'asking'), new Set(['cpc']));
    expect(reading).toEqual(expect.arrayContaining(['US-CPSC-070', 'US-NEW-001']));
    expect(reading).not.toContain('TXT-US-024');
  });
});

describe('a share of merchants', () => {
  const merchants = Array.from({ length: 4_000 }, (_none, index) => `mer_${index}`);

  test('is about as large as it says, and only grows when it is widened', () => {
    const among = (ppm: number) => merchants.filter((merchant) => isInShare(merchant, 'edition', ppm));
    expect(among(1_000_000)).toHaveLength(4_000);
    expect(among(0)).toEqual([]);
    expect(Math.abs(among(250_000).length - 1_000)).toBeLessThan(150);
    const wider = new Set(among(500_000));
    expect(among(250_000).every((merchant) => wider.has(merchant))).toBe(true);
  });

  test('is drawn anew for each edition', () => {
    const first = merchants.filter((merchant) => isInShare(merchant, 'one', 100_000));
    expect(first.every((merchant) => isInShare(merchant, 'other', 100_000))).toBe(false);
  });
});

describe('a ruling', () => {
  const toy = { id: 'p', title: '儿童木制积木玩具 3岁+', category: '玩具/积木', facts: { minimumAgeMonths: 36 } };
  const outcomeOf = (product: Parameters<typeof screen>[0]) => screen(product, 'US', '2026-12-01', packOfRules(PACK, ['US-CPSC-070'])).outcome;
  const accept = { id: 'rul_1', ruleId: 'US-CPSC-070', says: 'accept' as const, basis: null, reason: 'seen' };

  test('sets its rule aside for its product, among the reasons of the verdict', () => {
    const verdict = screen({ ...toy, rulings: [accept] }, 'US', '2026-12-01', packOfRules(PACK, ['US-CPSC-070']));
    expect(outcomeOf(toy)).toBe('blocked');
    expect(verdict.outcome).toBe('allowed');
    expect(verdict.findings[0]?.because).toContainEqual({ fact: 'ruling.accept', value: 'rul_1', source: 'platform' });
  });

  test('with a basis lapses when page or rule change, and not when a document comes', () => {
    const once = { ...accept, basis: rulingBasis(toy, rule('US-CPSC-070')) };
    expect(outcomeOf({ ...toy, rulings: [once] })).toBe('allowed');
    expect(outcomeOf({ ...toy, title: '儿童塑料积木玩具 3岁+', rulings: [once] })).toBe('blocked');
    expect(outcomeOf({ ...toy, facts: { ...toy.facts, documents: [{ kind: 'gcc' }] }, rulings: [once] })).toBe('allowed');
  });

  test('that refuses never closes what a document has opened', () => {
    const refused = { ...accept, says: 'refuse' as const };
    expect(outcomeOf({ ...toy, facts: { ...toy.facts, documents: [{ kind: 'cpc' }] }, rulings: [refused] })).toBe('allowed');
  });

  test('on another rule changes nothing', () => {
    expect(outcomeOf({ ...toy, rulings: [{ ...accept, ruleId: 'US-CPSC-071' }] })).toBe('blocked');
  });
});
