import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNearGoods, indexNearNames } from './near-names.ts';

const near = indexNearNames([['护手霜', 0], ['面霜', 1], ['玻璃杯', 2], ['electric kettle', 3], ['desk lamp', 4]]);
const kinds = (title: string) => findNearGoods(title, near).map(({ kind }) => kind);

describe('goods whose very name nobody wrote down', () => {
  test('the end of the name tells what they are, in both languages', () => {
    expect(kinds('护足霜')[0]).toBe(0);
    expect(kinds('camping kettle')[0]).toBe(3);
  });

  test('the name they are like is told', () => {
    expect(findNearGoods('护足霜', near)[0]).toMatchObject({ words: '护足霜', like: '护手霜' });
  });

  test('remarks in brackets do not name goods', () => {
    expect(kinds('玻璃缸（护手霜）')).toEqual([2]);
  });

  test('nothing in common is nothing near', () => {
    expect(kinds('飞船')).toEqual([]);
    expect(kinds('')).toEqual([]);
  });

  test('a long title names its goods itself', () => {
    expect(kinds('这是一个非常非常长的商品标题里面有护手霜')).toEqual([]);
  });

  test('a like name never counts as much as one plain noun', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('护', '手', '霜', '面', '杯', 'kettle', ' ', 'lamp', '（'), { maxLength: 10 }), (parts) => {
      for (const { score } of findNearGoods(parts.join(''), near)) expect(score > 0 && score < 1).toBe(true);
    }));
  });
});
