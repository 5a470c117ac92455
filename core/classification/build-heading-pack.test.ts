import { describe, expect, test } from 'vitest';
import { buildHeadingPack, type HeadingRows, type RowWords } from './build-heading-pack.ts';

const words = (zh: string, en: string): RowWords => ({ 'zh-Hans': [zh], 'zh-Hant': [zh], en: [en] });
const rows: HeadingRows = {
  edition: 'test', source: 'test', confidence: { intercept: 0, share: 1, strength: 1, strengthAboveOne: 0, length: 0 }, nouns: [], questions: [], names: [], materials: [{ group: 'box', hs6: '392490', when: 'plastic', place: 'm:2' }, { group: 'box', hs6: '442199', when: 'wood', place: 'm:3' }],
  values: [
    { value: 'plastic', dimension: 'material', parent: '', strength: 1, words: words('塑料', 'plastic'), place: 'v:2' },
    { value: 'wood', dimension: 'material', parent: '', strength: 1, words: words('木', 'wood'), place: 'v:3' },
    { value: 'oak', dimension: 'material', parent: 'wood', strength: 1, words: words('橡木', 'oak'), place: 'v:4' },
  ],
  kinds: [{ hs6: '392490', when: '', words: words('收纳盒', 'storage box'), place: 'k:2' }],
};

describe('the heading pack', () => {
  test('goods told apart by material alone get a branch for every material', () => {
    const pack = buildHeadingPack(rows);
    expect(pack.ok && pack.value.kinds[0]?.branches.map((branch) => branch.hs6)).toEqual(['392490', '442199']);
  });

  test('goods told apart by several materials get the ones their rows leave out, at a small share', () => {
    const wide = { ...rows, materials: [...rows.materials, { group: 'box', hs6: '732690', when: 'oak', place: 'm:4' }] };
    const kinds = [{ hs6: '392490', when: 'plastic', words: words('盆', 'basin'), place: 'k:2' }, { hs6: '442199', when: 'wood', words: null, place: 'k:3' }];
    const pack = buildHeadingPack({ ...wide, kinds });
    expect(pack.ok && pack.value.kinds[0]?.branches.map(({ hs6, share }) => [hs6, share < 1])).toEqual([['392490', false], ['442199', false], ['732690', true]]);
  });

  test('a value knows what it is a kind of', () => {
    const pack = buildHeadingPack(rows);
    expect(pack.ok && pack.value.values.get('oak')?.lineage).toEqual(['oak', 'wood']);
  });

  test.each([
    ['a code that is not six digits', { hs6: '39249', when: '' }, 'hs6', '39249'],
    ['a fact value nobody defined', { hs6: '392490', when: 'cotton' }, 'when', 'cotton'],
    ['a share that is no number', { hs6: '392490', when: '*x' }, 'when', '*x'],
  ])('%s is refused with its file and line', (_, row, field, value) => {
    const pack = buildHeadingPack({ ...rows, kinds: [{ ...row, words: words('盒', 'box'), place: 'k:9' }] });
    expect(pack).toMatchObject({ ok: false, problem: { code: 'heading_pack_broken', field, facts: { place: 'k:9', value } } });
  });

  test('another name stands for the goods it is given for, and one for unknown goods is refused', () => {
    const pack = buildHeadingPack({ ...rows, names: [{ of: '收纳盒', words: words('百宝箱', 'keepsake box'), place: 'n:2' }] });
    expect(pack.ok && pack.value.goods.next.get('百')?.next.get('宝')?.next.get('箱')?.meanings).toEqual([0]);
    expect(buildHeadingPack({ ...rows, names: [{ of: '飞船', words: words('火箭', 'rocket'), place: 'n:3' }] })).toMatchObject({ ok: false, problem: { field: 'of', facts: { place: 'n:3', value: '飞船' } } });
  });

  test('a noun of the termbase names the goods that its English names, unless a row names them already', () => {
    const kinds = [{ hs6: '392490', when: 'plastic', words: words('盒', 'box'), place: 'k:2' }, { hs6: '442199', when: 'wood', words: words('桶', 'pail'), place: 'k:3' }];
    const pack = buildHeadingPack({ ...rows, kinds, nouns: [{ chinese: ['匣', '匣'], en: ['box'] }, { chinese: ['桶'], en: ['box'] }, { chinese: ['云'], en: ['cloud'] }] });
    const meanings = (word: string) => pack.ok && pack.value.goods.next.get(word)?.meanings;
    expect([meanings('匣'), meanings('桶'), meanings('云')]).toEqual([[0], [1], undefined]);
  });

  test('a first row without words has no goods to continue', () => {
    expect(buildHeadingPack({ ...rows, kinds: [{ hs6: '392490', when: '', words: null, place: 'k:2' }] })).toMatchObject({ ok: false, problem: { field: 'zh' } });
  });
});
