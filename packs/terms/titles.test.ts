import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Product } from '#core/product/product.ts';
import { localize } from '#core/wording/localize.ts';
import type { Wording } from '#core/wording/wording.ts';
import { loadTermbase } from '#server/platform/packs/terms.ts';

const terms = loadTermbase();
type Row = Readonly<{ half: string; category: string; title: string; head: string; facts: readonly string[]; never: readonly string[] }>;
const rows = readFileSync(join(import.meta.dirname, '../../test/wording/titles.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [half = '', category = '', title = '', head = '', facts = '', never = ''] = line.split('\t');
    return { half, category, title, head, facts: facts.split('|').filter(Boolean), never: never.split('|').filter(Boolean) };
  });

const english = (row: Pick<Row, 'title' | 'category'>): Wording => localize({ id: 't', title: row.title, category: row.category }, 'en-US', { market: 'US' }, terms);
const textOf = (page: Wording) => [page.title, ...page.bullets].join('\n').toLowerCase();
const lostFacts = (row: Row) => row.facts.filter((fact) => !textOf(english(row)).includes(fact.toLowerCase()));
/** Failures when they are more than a share of all, so that a broken bar prints them. */
const beyond = (failures: readonly string[], all: number, most: number) => (failures.length / all <= most ? [] : failures);

describe.each(['dev', 'test'])('the %s half of the titles written for the project', (half) => {
  const own = rows.filter((row) => row.half === half);

  test('keeps at least 99 % of the facts', () => {
    const lost = own.flatMap((row) => lostFacts(row).map((fact) => `${row.title}: ${fact}`));
    expect(beyond(lost, own.flatMap((row) => row.facts).length, 0.01)).toEqual([]);
  });

  test('names the product in at least 95 % of the titles', () => {
    const wrong = own.filter((row) => !row.head.split('|').some((head) => english(row).title.toLowerCase().includes(head.toLowerCase()))).map((row) => `${row.title} → ${english(row).title}`);
    expect(beyond(wrong, own.length, 0.05)).toEqual([]);
  });

  test('invents nothing, leaves no Han character and stays within 80 characters', () => {
    for (const row of own) {
      const page = english(row);
      for (const word of row.never) expect(textOf(page)).not.toContain(word.toLowerCase());
      expect(textOf(page)).not.toMatch(/\p{Script=Han}/u);
      expect(page.title.length).toBeLessThanOrEqual(80);
      expect(page.feedTitle.length).toBeLessThanOrEqual(150);
    }
  });

  test('answers at least 80 % without a provider or a person', () => {
    const held = own.filter((row) => english(row).status !== 'ready').map((row) => `${row.title}: ${english(row).checks.map((check) => check.message).join('; ')}`);
    expect(beyond(held, own.length, 0.2)).toEqual([]);
  });

  test('keeps every number in Hong Kong Chinese and leaves no Simplified character', () => {
    for (const row of own) {
      const page = localize({ id: 't', title: row.title, category: row.category }, 'zh-Hant-HK', { market: 'HK' }, terms);
      expect(page.checks.filter((check) => check.severity === 'blocking')).toEqual([]);
    }
  });
});

describe('the words of Hong Kong', () => {
  test.each([
    ['干发帽', '乾髮帽'], ['充电宝', '充電寶'], ['毛衣链', '毛衣鏈'], ['羊毛毛衣', '羊毛冷衫'], ['冰箱贴', '雪櫃磁貼'], ['2斤装芒果干', '1000克裝芒果乾'], ['造型干胶', '造型乾膠'], ['速干T恤', '速乾T恤'],
  ])('%s is %s', (title, expected) => {
    expect(localize({ id: 't', title }, 'zh-Hant-HK', { market: 'HK' }, terms).title).toBe(expected);
  });

  test('never says 行動電源 there', () => {
    expect(localize({ id: 't', title: '行動電源20000毫安', sourceLanguage: 'zh-Hant' }, 'zh-Hant-HK', { market: 'HK' }, terms).title).not.toContain('行動電源');
  });
});

describe('localize', () => {
  test('leaves what a market does not allow out of the text, and says so', () => {
    const page = english({ title: '美白补水面膜10片抗菌祛痘', category: '美妆' });
    expect(textOf(page)).not.toMatch(/whiten|antibacterial|acne/);
    expect(page.checks.filter((check) => check.check === 'claim_left_out').length).toBeGreaterThanOrEqual(3);
  });

  test('holds a copied brand and a licensed character for a person', () => {
    expect(english({ title: '大牌同款女士真皮包', category: '鞋包' }).status).toBe('needs_review');
    expect(english({ title: '库洛米毛绒玩具', category: '玩具' }).status).toBe('needs_review');
  });

  test('does not fake prose: a description without a translator waits for one', () => {
    const product: Product = { id: 'p', title: '玻璃花瓶', category: '家居', description: '这只花瓶由老师傅一口气吹成，摆在窗边像一汪清水。' };
    expect(localize(product, 'en-US', { market: 'US' }, terms).status).toBe('needs_provider');
    expect(localize(product, 'zh-Hant-HK', { market: 'HK' }, terms).status).toBe('ready');
  });

  test('answers Portuguese only with a provider', () => {
    expect(localize({ id: 'p', title: '玻璃花瓶' }, 'pt-MO', { market: 'MO' }, terms).status).toBe('needs_provider');
  });

  test('refuses a draft that lost a number, and takes one that keeps the facts', () => {
    const product: Product = { id: 'p', title: '玻璃花瓶30cm', category: '家居' };
    const write = (text: string) => localize(product, 'en-US', { market: 'US', drafts: [{ segment: 'title', text, by: 'provider' }] }, terms);
    expect(write('Hand-Blown Glass Vase').provenance).toContainEqual({ segment: 'title', by: 'terms' });
    expect(write('Glass Vase, 30 cm (11.8 in)').provenance).toContainEqual({ segment: 'title', by: 'provider' });
  });

  test('gives the same bytes for the same input', () => {
    fc.assert(fc.property(fc.constantFrom(...rows), (row) => {
      expect(JSON.stringify(english(row))).toBe(JSON.stringify(english(row)));
    }), { numRuns: 30 });
  });

  test('never throws, never leaves Han in English and never exceeds the limit, whatever the title', () => {
    const piece = fc.oneof(fc.constantFrom('500ml', '2斤', '10-12寸', '不含', '面膜', '棉', '(', '】', '🎁', 'ABC-1', '三', '台灣', '\u200b', '<b>', '% '), fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const page = english({ title: `面膜${pieces.join('')}`, category: '美妆' });
        expect(page.title).not.toMatch(/\p{Script=Han}/u);
        expect(page.title.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 300 },
    );
  });
});
