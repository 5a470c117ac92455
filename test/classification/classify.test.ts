import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '#core/classification/classify.ts';
import { buildSchedule } from '#core/classification/schedule.ts';
import type { Product } from '#core/product/product.ts';
import { loadHeadingPack } from '#server/platform/packs/headings.ts';

const pack = loadHeadingPack();
const first = (title: string, more: Partial<Product> = {}) => classify({ id: 'p', title, ...more }, pack).candidates[0]?.hs6;

describe('what a product is, from its words', () => {
  test.each([
    ['纯棉针织女士T恤', '610910'], ['便携U型枕记忆棉护颈枕', '940490'], ['真皮女士手提包', '420221'], ['不锈钢保温杯500ml', '961700'],
    ['蓝牙耳机 降噪 无线', '851762'], ['有线耳机', '851830'], ['磁吸充电宝10000毫安', '850760'], ['宠物猫粮', '230910'], ['925纯银项链', '711311'],
    ['純銀戒指', '711311'], ['純銀珍珠項鍊', '711311'], ['珍珠项链', '711610'], ['毛绒玩具小熊', '950300'], ['口红', '330410'], ['儿童牙刷', '960321'], ['Women\'s woven cotton dress', '620442'],
    ['Silicone phone case for iPhone', '392690'], ['Porcelain tea cup', '691110'], ['Stoneware ceramic mug', '691200'],
  ])('%s is %s', (title, hs6) => { expect(first(title)).toBe(hs6); });

  test('what the goods are for does not decide what they are', () => {
    expect(first('Screen protector for phone')).toBe('391990');
    expect(first('适用于华为的手机壳')).toBe('392690');
  });

  test('a material in brackets is no goods of its own', () => {
    expect(first('凉鞋（橡胶）')).toBe('640299');
    expect(first('靴子（皮革）')).toBe('640391');
    expect(first('Sandals (leather)')).toBe('640399');
  });

  test('goods of a material that few are made of go under that material', () => {
    expect(first('碗（铝制）')).toBe('761510');
    expect(first('茶壶（铜制）')).toBe('741810');
  });

  test('a name that nobody wrote down is read by what it is like, and said to be', () => {
    const [candidate] = classify({ id: 'p', title: '拌菜器' }, pack).candidates;
    expect(candidate).toMatchObject({ hs6: '820551' });
    expect(candidate?.because[0]?.en).toMatch(/is like/);
  });

  test('the recorded composition outweighs the title', () => {
    expect(first('T恤', { facts: { materials: [{ name: '涤纶', percent: 60 }, { name: '棉', percent: 40 }] } })).toBe('610990');
    expect(first('T恤', { facts: { materials: [{ name: '涤纶', percent: 40 }, { name: '棉', percent: 60 }] } })).toBe('610910');
  });

  test('words nobody knows give no candidate rather than a guess', () => {
    expect(classify({ id: 'p', title: 'zzzz qqqq' }, pack)).toMatchObject({ candidates: [], question: null });
  });
});

describe('reasons and the question', () => {
  test('every candidate says why, in three languages', () => {
    for (const candidate of classify({ id: 'p', title: '女士连衣裙' }, pack).candidates) {
      expect(candidate.because.length).toBeGreaterThan(0);
      for (const text of candidate.because) expect([text['zh-Hans'], text['zh-Hant'], text.en].every((words) => words.length > 0)).toBe(true);
    }
  });

  test('an assumed fact is said to be assumed', () => {
    const reasons = classify({ id: 'p', title: '连衣裙' }, pack).candidates[0]?.because.map((text) => text.en) ?? [];
    expect(reasons.some((text) => text.startsWith('not stated'))).toBe(true);
  });

  test('an answered question decides and is not asked again', () => {
    const product = { id: 'p', title: '羊毛围巾 or 丝巾' };
    const before = classify(product, pack);
    const option = before.question?.options.at(1);
    if (before.question === null || option === undefined) throw new Error('expected a question');
    const after = classify(product, pack, { answers: { [before.question.id]: option.value } });
    expect(option.leadsTo).toContain(after.candidates[0]?.hs6);
    expect(after.question?.id).not.toBe(before.question.id);
  });
});

describe('with a schedule', () => {
  const schedule = buildSchedule('test', [
    { code: '61091000', path: ['T-shirts, knitted', 'Of cotton'], dutyPpm: 165_000 },
    { code: '6109100012', path: ['T-shirts, knitted', 'Of cotton', "Men's or boys'", "Men's (338)"], dutyPpm: 165_000 },
    { code: '6109100040', path: ['T-shirts, knitted', 'Of cotton', "Women's or girls'", "Women's (339)"], dutyPpm: 165_000 },
  ]);

  test('the national digits follow the facts', () => {
    const of = (title: string) => classify({ id: 'p', title }, pack, { schedule }).candidates[0]?.hts10;
    expect(of('Women cotton t-shirt')).toBe('6109100040');
    expect(of('Men cotton t-shirt')).toBe('6109100012');
  });

  test('a starter schedule rules no heading out', () => {
    const starter = buildSchedule('starter', [{ code: '61091000', path: ['T-shirt, cotton'], dutyPpm: 165_000 }], false);
    expect(classify({ id: 'p', title: '口红' }, pack, { schedule: starter }).candidates[0]).toMatchObject({ hs6: '330410', hts8: null, hts10: null });
    expect(classify({ id: 'p', title: '纯棉T恤' }, pack, { schedule: starter }).candidates[0]).toMatchObject({ hs6: '610910', hts8: '61091000', hts10: null });
  });

  test('the edition names both the pack and the schedule', () => {
    expect(classify({ id: 'p', title: 'T恤' }, pack, { schedule }).edition).toBe(`${pack.edition}+test`);
  });

  test('no code is ever given that the edition does not hold, whatever the text', () => {
    const held = new Set(['61091000', '6109100012', '6109100040']);
    fc.assert(fc.property(fc.array(fc.constantFrom('棉', '女', 'T恤', '杯', 'phone', 'for', 'cotton', 'shirt', '，', '针织', ' ', '壳'), { maxLength: 12 }), (parts) => {
      for (const candidate of classify({ id: 'p', title: parts.join(' ') }, pack, { schedule, top: 9 }).candidates) {
        expect(candidate.hs6).toBe('610910');
        expect(candidate.hts8 === null || held.has(candidate.hts8)).toBe(true);
        expect(candidate.hts10 === null || held.has(candidate.hts10)).toBe(true);
      }
    }));
  });
});

test('the same product is classified the same twice, and more candidates never change the first', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('棉', '女', '连衣裙', '杯', '手机', '壳', 'silver', 'ring', '不锈钢', '锅'), { minLength: 1, maxLength: 8 }), (parts) => {
    const product = { id: 'p', title: parts.join('') };
    expect(classify(product, pack)).toEqual(classify(product, pack));
    expect(classify(product, pack, { top: 1 }).candidates[0]?.hs6).toBe(classify(product, pack, { top: 9 }).candidates[0]?.hs6);
  }), { numRuns: 60 });
});

test('the pack names at least 1,500 six-digit headings in Chinese and English', () => {
  const named = [...pack.headings.values()].flatMap((under) => [...under.values()]);
  expect(named.length).toBeGreaterThanOrEqual(1500);
  expect(named.filter((name) => name['zh-Hans'] === '' || name['zh-Hant'] === '' || name.en === '')).toEqual([]);
});
