import { describe, expect, test } from 'vitest';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import type { Product } from '#core/product/product.ts';
import { screen } from '#core/screening/screen.ts';

const pack = loadRulePack();
const AT = '2026-11-27';
const powerBank = (first: string, second: string): Product => ({
  id: 'p', title: '便携移动电源', category: '数码家电/充电宝', originCountry: 'CN',
  variants: [{ sku: 'p-1', options: { 容量: first } }, { sku: 'p-2', options: { 容量: second } }],
});

describe('variants of a product', () => {
  test('that come out differently each have their own outcome and rules, and the product has that of all together', () => {
    const cup: Product = { id: 'c', title: '卡通玻璃杯', category: '家居/杯具', originCountry: 'CN', variants: [{ sku: 'c-1', options: { 款式: '普通款' } }, { sku: 'c-2', options: { 款式: '迪士尼联名' } }] };
    const verdict = screen(cup, 'HK', AT, pack);
    expect(verdict.variants).toEqual([{ sku: 'c-1', outcome: 'allowed', ruleIds: [] }, { sku: 'c-2', outcome: 'blocked', ruleIds: ['TXT-ALL-009'] }]);
    expect(verdict.outcome).toBe('blocked');
  });

  test('that are closed by other rules are told apart by them', () => {
    const [small, large] = screen(powerBank('10000mAh 3.7V', '50000mAh 3.7V'), 'HK', AT, pack).variants;
    expect(large?.ruleIds).toContain('CN-DG-026');
    expect(small?.ruleIds).not.toContain('CN-DG-026');
  });

  test('that come out alike are not told apart', () => {
    expect(screen(powerBank('5000mAh 3.7V', '10000mAh 3.7V'), 'HK', AT, pack).variants).toEqual([]);
    expect(screen({ ...powerBank('', ''), variants: [{ sku: 'p-1', options: { 颜色: '灰色' } }, { sku: 'p-2', options: { 颜色: '白色' } }] }, 'HK', AT, pack).variants).toEqual([]);
  });
});
