import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDecidedAppeals, listReviews } from '#contract/appeals.ts';
import { listDocuments } from '#contract/documents.ts';
import { listEditions } from '#contract/editions.ts';
import { getMarketplaceLiveHistory } from '#contract/listings.ts';
import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import { createTestDatabase, type TestDatabase } from '#test/setup/test-database.ts';
import { loadDemo, type LoadedDemo } from '#demo/load/load-demo.ts';
import { changeRules, disputeFindings, letTimePass } from '#demo/load/screening.ts';
import { openStage, type Stage } from '#demo/load/stage.ts';

let database: TestDatabase;
let marketplace: Marketplace;
let stage: Stage;
let demo: LoadedDemo;

beforeAll(async () => {
  database = await createTestDatabase();
  marketplace = await openMarketplace({ connection: database.connection, migrated: true });
  demo = await loadDemo(marketplace, { until: 'shelves', now: new Date('2026-11-26T08:00:00Z') });
  stage = openStage(marketplace);
  await disputeFindings(stage, demo.cast, demo.anchor, demo.products);
  await changeRules(stage, demo.cast, demo.anchor);
  await letTimePass(stage, demo.cast, demo.anchor);
}, 240_000);
afterAll(async () => {
  await marketplace.close();
  await database.drop();
});

describe('what the demo shows of screening', () => {
  test('shops keep documents that open products; one expires soon, one has expired', async () => {
    const states: string[] = [];
    let opened = 0;
    for (const shop of ['chengdou', 'maorong', 'qingji', 'subing']) {
      const actor = demo.cast.merchants.get(shop);
      if (actor === undefined) throw new Error(`no ${shop}`);
      const { items } = await stage.run(actor, listDocuments, {}, demo.anchor, `look:${shop}`);
      states.push(...items.map((item) => item.state));
      opened += items.reduce((sum, item) => sum + item.effect.opens, 0);
    }
    expect(new Set(states)).toEqual(new Set(['valid', 'expiring', 'expired']));
    expect(opened).toBeGreaterThan(5);
  });

  test('appeals wait, were escalated, withdrawn and decided', async () => {
    const { items } = await stage.run(demo.cast.operator, listDecidedAppeals, { query: { limit: 50 } }, demo.anchor, 'look:appeals');
    expect(new Set(items.map((item) => item.state))).toEqual(new Set(['open', 'escalated', 'withdrawn', 'decided']));
    const queue = await stage.run(demo.cast.operator, listReviews, {}, demo.anchor, 'look:queue');
    expect(queue.counts.appeals).toBeGreaterThan(0);
  });

  test('an edition of the rules is published, and the count of live listings says what it did', async () => {
    const { items } = await stage.run(demo.cast.operator, listEditions, {}, demo.anchor, 'look:editions');
    expect(items.find((item) => item.kind === 'rules' && item.state === 'published')).toBeDefined();
    const history = await stage.run(demo.cast.operator, getMarketplaceLiveHistory, { query: { days: 7 } }, demo.anchor, 'look:history');
    expect(history.causes.some((cause) => cause.text.en.startsWith('rule TXT-MP-001') && cause.gone > 0)).toBe(true);
  });
});
