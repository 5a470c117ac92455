import { describe, expect, test } from 'vitest';
import type { Product } from '../product/product.ts';
import { parseRulePack } from './parse-rule-pack.ts';
import { screen } from './screen.ts';

const text = (word: string) => ({ 'zh-Hans': word, 'zh-Hant': word, en: word });
const rule = (id: string, outcome: string, when: object, more: object = {}) => ({ id, markets: ['US'], outcome, when, message: text(id), fix: { kind: 'add_document', text: text('fix') }, citation: 'law', confidence: 'known', ...more });
const parsed = parseRulePack('2026-01-01', [{
  name: 'tiny.yaml',
  content: {
    vocabulary: { masks: ['枪灰色', '按摩枪'], deniers: ['不含', '非', '仿'], claimDeniers: ['不'], heads: ['图案', '收纳盒'], glue: ['的'], traditional: '電电', materials: {}, families: {}, signs: [{ fact: 'battery.kind', value: 'li_ion', words: ['锂电池'] }] },
    documents: { cpc: text('CPC'), un38_3: text('UN38.3') },
    questions: [{ fact: 'minimumAgeMonths', ask: text('age?'), clearing: [216] }, { fact: 'battery.wattHours', ask: text('Wh?'), clearing: [20] }],
    rules: [
      rule('GUN', 'prohibit', { mentions: ['枪'] }, { fix: { kind: 'change_switch', text: text('close') } }),
      rule('TOY', 'restrict', { all: [{ mentions: ['玩具'] }, { fact: 'minimumAgeMonths', under: 156 }] }, { evidence: ['cpc'], from: '2026-07-08' }),
      rule('WORD', 'restrict', { claims: ['美白'] }, { fix: { kind: 'edit_text', text: text('edit') } }),
      rule('DOUBT', 'prohibit', { mentions: ['百叶窗'] }, { confidence: 'uncertain' }),
      rule('BIG', 'prohibit', { all: [{ fact: 'battery.kind', known: true }, { fact: 'battery.kind', equals: 'li_ion' }, { fact: 'battery.wattHours', over: 100 }] }),
    ],
  },
}]);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.problems));
const pack = parsed.value;
const judge = (title: string, facts: Product['facts'] = {}, at = '2026-12-01') => screen({ id: 'x', title, facts }, 'US', at, pack);

describe('a verdict', () => {
  test.each([['枪灰色支架', 'allowed'], ['按摩枪', 'allowed'], ['仿枪', 'allowed'], ['枪图案T恤', 'allowed'], ['枪的收纳盒', 'allowed'], ['猎枪', 'blocked']])('%s is %s', (title, outcome) => {
    expect(judge(title).outcome).toBe(outcome);
  });

  test('waits for a missing fact with the one question, and says so kindly', () => {
    const verdict = judge('毛绒玩具');
    expect(verdict.outcome).toBe('needs_facts');
    expect(verdict.questions.map((question) => question.fact)).toEqual(['minimumAgeMonths']);
    expect(verdict.findings[0]?.fix).toMatchObject({ kind: 'give_fact', target: 'minimumAgeMonths' });
    expect(verdict.findings[0]?.message.en).toContain('cannot tell yet');
  });

  test('is settled by a document before the missing fact is asked for', () => {
    expect(judge('毛绒玩具', { documents: [{ kind: 'cpc' }] }).outcome).toBe('allowed');
  });

  test('follows the day: before the rule, on it, and on the day a document has expired', () => {
    const facts = { minimumAgeMonths: 36 };
    expect(judge('玩具', facts, '2026-07-07').outcome).toBe('allowed');
    expect(judge('玩具', facts, '2026-07-08').outcome).toBe('blocked');
    const documents = [{ kind: 'cpc', expires: '2026-08-01' }];
    expect(judge('玩具', { ...facts, documents }, '2026-08-01').outcome).toBe('allowed');
    expect(judge('玩具', { ...facts, documents }, '2026-08-02').outcome).toBe('blocked');
  });

  test('sends an uncertain refusal to a reviewer', () => {
    expect(judge('百叶窗')).toMatchObject({ outcome: 'needs_review', findings: [{ owner: 'compliance' }] });
  });

  test('finds the smallest fix across rules, and none where none helps', () => {
    expect(judge('美白玩具', { minimumAgeMonths: 36 }).minimalFix.map((step) => [step.kind, step.target, step.value])).toEqual([['add_document', 'cpc', 'cpc'], ['edit_text', 'title', '美白']]);
    expect(judge('美白玩具枪', { minimumAgeMonths: 36 }).minimalFix).toEqual([]);
    expect(judge('玩具').minimalFix.map((step) => step.kind)).toHaveLength(1);
  });

  test('lets a recorded fact win over words and makes the disagreement a finding', () => {
    const verdict = judge('内置锂电池200Wh', { battery: { kind: 'none' } });
    expect(verdict.outcome).toBe('allowed_with_conditions');
    expect(verdict.findings.map((finding) => finding.ruleId)).toContain('FACTS-AGREE-BATTERY-KIND');
    expect(judge('内置锂电池200Wh').outcome).toBe('blocked');
  });

  test('keeps every matching rule, worst first, and a reason for each that is not satisfied', () => {
    const verdict = judge('美白百叶窗', {});
    expect(verdict.findings.map((finding) => finding.ruleId)).toEqual(['WORD', 'DOUBT']);
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(['WORD', 'DOUBT']);
  });
});
