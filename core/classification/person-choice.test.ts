import { expect, test } from 'vitest';
import type { Classification } from './classification.ts';
import { heedChoice, typeKeyOf } from './person-choice.ts';

const words = { 'zh-Hans': '词', 'zh-Hant': '詞', en: 'words' };
const CLASSIFICATION: Classification = {
  candidates: [{ hs6: '420292', hts8: '42029208', hts10: null, confidence: 0.3, because: [words] }, { hs6: '630790', hts8: '63079098', hts10: '6307909891', confidence: 0.2, because: [words] }],
  question: { id: 'q', ask: words, options: [] }, edition: 'test',
};
const CHOICE = { hts: '6307909891', reason: '无衬里的布收纳篮', by: '归类小陈', at: '2026-11-27T08:00:00.000Z', forType: true };
const product = { id: 'p', title: '布收纳篮', category: '家居/收纳', attributes: {}, facts: {}, variants: [] } as const;

test('a person’s choice comes first and certain with its reason, once; what the words suggest stays below', () => {
  const settled = heedChoice(CLASSIFICATION, CHOICE);
  expect(settled.candidates.map((one) => [one.hts8, one.confidence])).toEqual([['63079098', 1], ['42029208', 0.3]]);
  expect(settled.candidates[0]).toMatchObject({ hts10: '6307909891', because: [{ en: 'Settled by 归类小陈 on 2026-11-27: 无衬里的布收纳篮' }] });
  expect(settled.question).toBeNull();
});

test('without a choice nothing changes', () => {
  expect(heedChoice(CLASSIFICATION, null)).toBe(CLASSIFICATION);
});

test('products of one category whose words lead to the same heading are of one type, whatever was chosen for them', () => {
  const key = typeKeyOf(product, CLASSIFICATION);
  expect(key).toContain('420292');
  expect(typeKeyOf({ ...product, title: '棉麻收纳篮' }, CLASSIFICATION)).toBe(key);
  expect(typeKeyOf({ ...product, category: '箱包/手提包' }, CLASSIFICATION)).not.toBe(key);
  expect(typeKeyOf(product, { ...CLASSIFICATION, candidates: [] })).toBeNull();
});
