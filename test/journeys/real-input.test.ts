import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importProducts, importReport } from '#contract/products.ts';
import { mapRows, parseRowMap } from '#cli/row-map.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { openStory, type Story } from '#demo/journey/story.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { isId } from '#core/ids/id.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { sharedData } from '#test/setup/shared-data.ts';

const TITLES = sharedData('product-titles-zh');
const SAMPLES = sharedData('import-samples');

let served: ServedMarketplace;
let story: Story;

beforeAll(async () => {
  served = await serveMarketplace();
  story = await openStory(served.transport, served.origin, served.staff, '77aa88bb-real-input');
  for (const step of STEPS.slice(0, 2)) await step(story);
});
afterAll(() => served.close());

/** Imports into the story's shop, whose export switch is open. */
async function importFile(format: 'pilotage' | 'shopify' | 'woocommerce', content: Uint8Array) {
  const operation = served.marketplace.operations.find((one) => one.route.id === importProducts.id);
  const merchantId = story.merchantId;
  if (operation === undefined || merchantId === null || !isId('merchant', merchantId)) throw new Error('nothing to import into');
  const result = await operation.perform(served.marketplace.system, { params: {}, query: { format }, body: content, actor: { ...SYSTEM_ACTOR, merchantId }, locale: 'en', requestId: 'test', idempotencyKey: null });
  if (!result.ok) throw new Error(result.problem.code);
  return importReport.parse(result.value.reply);
}

/** Products of the shop that ended without a verdict, without a listing, or with a listing that says nothing. */
async function wordless(): Promise<string[]> {
  const rows = await served.marketplace.system.db.selectFrom('product').leftJoin('listing', 'listing.productId', 'product.id').leftJoin('verdict', 'verdict.id', 'listing.verdictId').select(['product.title', 'listing.market', 'listing.state', 'listing.reasons', 'verdict.outcome', 'verdict.body']).where('product.merchantId', '=', story.merchantId).execute();
  return rows.filter((row) => {
    if (row.market === null || row.outcome === null || !Array.isArray(row.reasons) || row.reasons.length === 0) return true;
    const body = row.body;
    const has = (key: string) => typeof body === 'object' && body !== null && key in body && Array.isArray(Object.entries(body).find(([name]) => name === key)?.[1]) && JSON.stringify(Object.entries(body).find(([name]) => name === key)?.[1]) !== '[]';
    if (row.outcome === 'blocked' || row.outcome === 'needs_review') return !has('findings');
    return row.outcome === 'needs_facts' && !has('questions');
  }).map((row) => `${row.title} ${row.market}: ${row.outcome} ${row.state}`);
}

describe.skipIf(TITLES === null)('real Chinese titles (skipped where the shared data is absent)', () => {
  test('all 513 come in, and every one is allowed, refused with reasons, or asked about', async () => {
    const text = readFileSync(join(TITLES ?? '', 'openbg_titles_dev.jsonl'), 'utf8');
    const mapped = mapRows(text, parseRowMap('id=#,title=title,attributes=attributes,category=category_lv1/category_lv2'));
    const report = await importFile('pilotage', new TextEncoder().encode(mapped));
    expect(report).toMatchObject({ rows: 513, created: 513, refused: [] });
    expect(await wordless()).toEqual([]);
    expect(await importFile('pilotage', new TextEncoder().encode(mapped))).toMatchObject({ created: 0, updated: 0, unchanged: 513 });
  }, 180_000);

  test('a file in another encoding is refused, not stored as broken characters', async () => {
    await expect(importFile('pilotage', new Uint8Array(readFileSync(join(TITLES ?? '', 'taobao_cosmetics_2016_dev.gb18030.csv'))))).rejects.toThrow('invalid_input');
  });
});

describe.skipIf(SAMPLES === null)('exports of other shops (skipped where the shared data is absent)', () => {
  for (const file of ['shopify_apparel.csv', 'shopify_home-and-garden.csv']) {
    test(`${file} comes in whole, and again changes nothing`, async () => {
      const content = new Uint8Array(readFileSync(join(SAMPLES ?? '', file)));
      const report = await importFile('shopify', content);
      expect(report.created).toBeGreaterThan(15);
      expect(report.refused).toEqual([]);
      expect(await importFile('shopify', content)).toMatchObject({ created: 0, updated: 0, unchanged: report.created });
      expect(await wordless()).toEqual([]);
    }, 60_000);
  }

  test('the WooCommerce file: variations under their parents, what cannot be shipped named by line', async () => {
    const content = new Uint8Array(readFileSync(join(SAMPLES ?? '', 'woocommerce_sample_products.csv')));
    const report = await importFile('woocommerce', content);
    expect(report.created).toBe(11);
    expect(report.refused.map((row) => [row.line, row.code])).toEqual([[10, 'not_shippable'], [11, 'not_shippable'], [17, 'not_shippable'], [18, 'not_shippable']]);
    expect(await wordless()).toEqual([]);
  }, 60_000);
});

test('a broken row is named by line, field and reason, and its neighbours come in whole', async () => {
  const rows = ['{"id":"good-1","title":"棉麻餐垫四件套"}', '{"id":"bad-1"}', 'not json', '{"id":"bad-2","title":"x","originCountry":"China"}', '{"id":"good-1","title":"重复"}', '{"id":"good-2","title":"竹纤维毛巾"}'].join('\n');
  const report = await importFile('pilotage', new TextEncoder().encode(rows));
  expect(report.created).toBe(2);
  expect(report.refused.map((row) => [row.line, row.field, row.code])).toEqual([[2, 'title', 'invalid_input'], [3, null, 'invalid_json'], [4, 'originCountry', 'invalid_input'], [5, 'id', 'duplicate']]);
  const halfWritten = await served.marketplace.system.db.selectFrom('product').select('sourceId').where('sourceId', 'in', ['bad-1', 'bad-2']).execute();
  expect(halfWritten).toEqual([]);
});
