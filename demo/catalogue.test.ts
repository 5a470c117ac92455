import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productInput } from '#contract/product-facts.ts';
import { CATEGORIES, categoryOf } from '#core/product/product.ts';
import { demoAuthors, demoBuyers, demoEnglishPages, demoMerchants, demoNotes, demoOrderPlan, demoProducts } from './catalogue.ts';
import { orderable } from './order-plan.ts';
import { MATERIAL_NAMES } from './products/materials.ts';
import { productInputOf } from './products/product.ts';

const productByKey = new Map(demoProducts.map((product) => [product.key, product]));

function twice(what: readonly string[]): readonly string[] {
  return what.filter((one, index) => what.indexOf(one) !== index);
}

describe('the demo marketplace is as large as promised', () => {
  test('44 merchants, 310 products, 60 authors, 310 notes, 40 buyers or more, and English pages for a third of the products', () => {
    expect(demoMerchants.length).toBeGreaterThanOrEqual(44);
    expect(demoProducts.length).toBeGreaterThanOrEqual(310);
    expect(demoAuthors.length).toBeGreaterThanOrEqual(60);
    expect(demoNotes.length).toBeGreaterThanOrEqual(310);
    expect(demoBuyers.length).toBeGreaterThanOrEqual(40);
    expect(demoEnglishPages.length * 3).toBeGreaterThanOrEqual(demoProducts.length);
  });

  test('every platform category has at least 18 products, and every merchant at least one', () => {
    const counts = Object.values(CATEGORIES).map((category) => demoProducts.filter((product) => categoryOf(product.category) === category).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(18);
    expect(demoMerchants.filter((merchant) => !demoProducts.some((product) => product.merchantKey === merchant.key))).toEqual([]);
  });

  test('one newcomer has one product and has never had an order; factories have 20 or more, part-timers 3 to 6', () => {
    const sizeOf = (key: string) => demoProducts.filter((product) => product.merchantKey === key).length;
    const newcomers = demoMerchants.filter((merchant) => merchant.kind === 'newcomer');
    expect(newcomers.map((merchant) => [merchant.key, merchant.domesticOrders, sizeOf(merchant.key)])).toEqual([['yunduo', 0, 1]]);
    expect(demoMerchants.filter((merchant) => merchant.kind === 'factory' && sizeOf(merchant.key) < 20)).toEqual([]);
    expect(demoMerchants.filter((merchant) => merchant.kind === 'part_timer' && ![3, 4, 5, 6].includes(sizeOf(merchant.key)))).toEqual([]);
  });
});

describe('everything is well made', () => {
  test('no key, shop name, title, sku, author, buyer or note is there twice', () => {
    expect(twice(demoMerchants.map((merchant) => merchant.key))).toEqual([]);
    expect(twice(demoMerchants.map((merchant) => merchant.shopName))).toEqual([]);
    expect(twice(demoProducts.map((product) => product.key))).toEqual([]);
    expect(twice(demoProducts.map((product) => product.title))).toEqual([]);
    expect(twice(demoProducts.map((product) => product.description))).toEqual([]);
    expect(twice(demoProducts.flatMap((product) => product.variants.map((variant) => variant.sku)))).toEqual([]);
    expect(twice(demoAuthors.map((author) => author.key))).toEqual([]);
    expect(twice(demoBuyers.map((buyer) => buyer.key))).toEqual([]);
    expect(twice(demoNotes.map((note) => note.title))).toEqual([]);
    expect(twice(demoNotes.map((note) => note.body))).toEqual([]);
  });

  test('every product is accepted as product facts, with a platform category', () => {
    const refused = demoProducts.filter((product) => !productInput.safeParse(productInputOf(product, ['/a.svg'])).success || categoryOf(product.category) === null);
    expect(refused.map((product) => product.key)).toEqual([]);
  });

  test('every price is above nothing, and there is stock', () => {
    const wrong = demoProducts.flatMap((product) => product.variants).filter((variant) => BigInt(variant.price.minor) <= 0n || variant.stock < 1);
    expect(wrong).toEqual([]);
  });

  test('materials have Chinese words, and percentages add up to a hundred', () => {
    const materials = demoProducts.flatMap((product) => product.facts.materials ?? []);
    expect(materials.filter((material) => !Object.hasOwn(MATERIAL_NAMES, material.name))).toEqual([]);
    const sums = demoProducts.map((product) => [product.key, product.facts.materials?.reduce((sum, material) => sum + (material.percent ?? 0), 0) ?? 100]);
    expect(sums.filter(([, sum]) => sum !== 100)).toEqual([]);
  });

  test('some products are meant to be refused, and some leave a fact untold so that a question is asked', () => {
    expect(demoProducts.filter((product) => product.troubled).length).toBeGreaterThanOrEqual(15);
    expect(demoProducts.filter((product) => product.facts.weightGrams === undefined || product.facts.battery === undefined || product.facts.materials === undefined).length).toBeGreaterThanOrEqual(10);
  });
});

describe('everything that is named exists', () => {
  test('products name merchants, notes name authors and products, English pages name products', () => {
    const merchants = new Set(demoMerchants.map((merchant) => merchant.key));
    const authors = new Set(demoAuthors.map((author) => author.key));
    expect(demoProducts.filter((product) => !merchants.has(product.merchantKey))).toEqual([]);
    expect(demoNotes.filter((note) => !authors.has(note.authorKey) || note.productKeys.length < 1 || note.productKeys.length > 3)).toEqual([]);
    expect(demoNotes.flatMap((note) => note.productKeys).filter((key) => productByKey.get(key)?.troubled !== false)).toEqual([]);
    expect(demoEnglishPages.filter((page) => !productByKey.has(page.productKey) || page.bullets.length === 0 || page.seen === '')).toEqual([]);
  });
});

describe('a reader who scrolls does not read the same thing again', () => {
  test.each(['en', 'zh-Hans', 'zh-Hant'] as const)('in %s, of any 30 notes in a row at most 3 open alike', (language) => {
    const openings = demoNotes.filter((note) => note.language === language).map((note) => note.body.split('\n')[0]);
    for (let start = 0; start + 30 <= openings.length; start += 1) expect(30 - new Set(openings.slice(start, start + 30)).size).toBeLessThanOrEqual(3);
  });

  test('notes are neither too short nor too long, and no placeholder is left in them', () => {
    for (const note of demoNotes) {
      const size = note.language === 'en' ? note.body.split(/\s+/).length : note.body.length;
      expect([note.key, size >= 50 && size <= 220]).toEqual([note.key, true]);
      expect(note.title + note.body).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('the plan of orders', () => {
  test('any seed gives 180 orders of the last 90 days for things their market may take, the same every time', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const plan = demoOrderPlan(seed);
      expect(plan).toEqual(demoOrderPlan(seed));
      expect(plan).toHaveLength(180);
      for (const order of plan) {
        expect(order.daysAgo >= 0 && order.daysAgo < 90).toBe(true);
        for (const line of order.lines) {
          const product = productByKey.get(line.productKey);
          expect(product !== undefined && orderable(product, order.market) && product.variants.some((variant) => variant.sku === line.sku)).toBe(true);
        }
      }
    }), { numRuns: 8 });
  });

  test('the newcomer has no order in it, and most kinds of ending occur', () => {
    const plan = demoOrderPlan(1);
    expect(plan.flatMap((order) => order.lines).filter((line) => line.productKey.startsWith('yunduo-'))).toEqual([]);
    expect(new Set(plan.map((order) => order.fate)).size).toBeGreaterThanOrEqual(8);
  });
});

test('addresses have the form of their market: five digits in the United States, no postal code in Hong Kong and Macau', () => {
  for (const buyer of demoBuyers) expect(buyer.address.postalCode).toMatch(buyer.market === 'US' ? /^\d{5}$/ : /^$/);
});
