import { describe, expect, test } from 'vitest';
import { parseRulePack } from './parse-rule-pack.ts';

const words = { masks: ['枪灰色'], deniers: ['不含'], claimDeniers: ['不'], heads: ['杯'], glue: ['的'], traditional: '電电', materials: {}, families: {}, signs: [] };
const text = { 'zh-Hans': '一', 'zh-Hant': '一', en: 'one' };
const rule = { id: 'US-X-1', markets: ['US'], outcome: 'prohibit', when: { mentions: ['枪'] }, message: text, fix: { kind: 'change_switch', text }, citation: 'law', confidence: 'known' };
const problems = (rules: unknown[], more: object = {}) => {
  const parsed = parseRulePack('2026-01-01', [{ name: 'a.yaml', content: { vocabulary: words, rules, ...more } }]);
  return parsed.ok ? [] : parsed.problem.problems.map((problem) => `${problem.path.join('.')}: ${problem.message}`);
};

describe('a rule pack', () => {
  test('is read when it is whole', () => {
    expect(problems([rule])).toEqual([]);
  });

  test.each([
    ['a market that does not exist', { ...rule, markets: ['EU'] }, 'rules.0.markets: "EU" is not a market'],
    ['a misspelt test', { ...rule, when: { mention: ['枪'] } }, '"mention" is not a test'],
    ['two tests in one condition', { ...rule, when: { mentions: ['枪'], claims: ['枪'] } }, 'expected exactly one test'],
    ['a number where a text is due', { ...rule, when: { claims: [666] } }, 'put numbers in quotes'],
    ['a comparison with a text', { ...rule, when: { fact: 'x', over: 'much' } }, '"over" cannot compare with "much"'],
    ['a document nobody knows', { ...rule, evidence: ['cpc'] }, '"cpc" is not a document kind'],
    ['a kind nobody named', { ...rule, when: { is: 'toy' } }, '"toy" is not a kind'],
    ['a missing language', { ...rule, message: { 'zh-Hans': '一', en: 'one' } }, 'rules.0.message.zh-Hant: expected a text'],
    ['an unknown key', { ...rule, severity: 3 }, '"severity" is not a part of a rule'],
    ['an end before its beginning', { ...rule, from: '2026-02-01', until: '2026-01-01' }, '2026-01-01 is not after 2026-02-01'],
    ['a transport rule without a need', { ...rule, outcome: 'transport' }, 'says what a line must carry'],
    ['a date that is none', { ...rule, from: 'spring' }, 'expected a day such as'],
  ])('with %s is refused at its place', (_what, broken, message) => {
    expect(problems([broken]).join('\n')).toContain(message);
  });

  test('with one id twice is refused, naming the first', () => {
    expect(problems([rule, rule]).join('\n')).toContain('US-X-1 already stands in a.yaml');
  });
});
