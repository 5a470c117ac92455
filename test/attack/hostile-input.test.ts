import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '#contract/api.ts';
import { listMerchantHistory, listNotifications } from '#contract/accounts.ts';
import type { Route } from '#contract/route.ts';
import { openCohort } from '#contract/cohorts.ts';
import { addDocument, createProduct, giveFact, setPricingPolicy, setVariant } from '#contract/products.ts';
import { listListings } from '#contract/storefront.ts';
import { first, listPillow, openBuyer, openShop, openTrade, OPERATOR, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';

let trade: Trade;
let shop: Shop;
let offer: Offer;
let served: ServedMarketplace;

beforeAll(async () => {
  trade = await openTrade();
  shop = await openShop(trade, '輸入小店');
  offer = await listPillow(trade, shop, 5);
  served = await serveMarketplace();
}, 60_000);
afterAll(async () => {
  await trade.close();
  await served.close();
});

const outcomeOf = (answer: { ok: true } | { ok: false; problem: { code: string } }) => (answer.ok ? 'done' : answer.problem.code);
const isAnswer = (answer: { ok: true } | { ok: false; problem: { code: string } }) => ['done', 'invalid_input'].includes(outcomeOf(answer));
const PAGE = { title: '陶杯', variants: [{ sku: 'a', price: { minor: '9900', currency: 'CNY' as const }, stock: 3 }] };
const HOSTILE = ["Robert'); drop table product;--", '👩‍👩‍👧‍👦🇭🇰', '\u202Eevil', '%', '\\', '_', '${7*7}', '<script>alert(1)</script>', 'ａ'.repeat(60)];
const BROKEN = ['nul \u0000 byte', 'half \uD83D surrogate', '\uDE00'];

describe('texts', () => {
  test.each(HOSTILE)('%j is kept as it was typed', async (text) => {
    const made = await trade.call(shop.actor, createProduct, { body: { ...PAGE, title: text, attributes: { [text]: text } } });
    expect(made).toMatchObject({ title: text, attributes: { [text]: text } });
    expect(await trade.ask(shop.actor, listListings, { params: { market: 'US' }, query: { search: text } })).toMatchObject({ ok: true });
  });

  test.each(BROKEN)('%j is refused by name, wherever it stands', async (text) => {
    expect(await trade.ask(shop.actor, createProduct, { body: { ...PAGE, title: text } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'title' } });
    expect(await trade.ask(shop.actor, createProduct, { body: { ...PAGE, attributes: { [text]: 'value' } } })).toMatchObject({ ok: false, problem: { code: 'invalid_input' } });
    expect(await trade.ask(shop.actor, createProduct, { body: { ...PAGE, facts: { note: [text] } } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'facts.note.0' } });
    expect(await trade.ask(shop.actor, listListings, { params: { market: 'US' }, query: { search: text } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'search' } });
  });

  test('a body nested a hundred thousand deep is refused, not followed', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(await trade.ask(shop.actor, createProduct, { body: { ...PAGE, facts: { deep } } })).toMatchObject({ ok: false, problem: { code: 'invalid_input' } });
  });

  test('a file with a null byte in one product refuses that product and takes the others', async () => {
    const route = ROUTES.find((one) => one.id === 'importProducts');
    const lines = [{ id: 'good', ...PAGE }, { id: 'bad', ...PAGE, title: 'a\u0000b' }, { id: 'zero', title: '零元', variants: [{ sku: 'z', price: { minor: '0', currency: 'CNY' } }] }, { id: 'good-too', ...PAGE }];
    const report = await trade.call(shop.actor, route as Route, { query: { format: 'pilotage' }, body: new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n')) });
    expect(report).toMatchObject({ created: 2, refused: [{ line: 2, id: 'bad' }, { line: 3, id: 'zero' }] });
  });
});

describe('numbers and days', () => {
  test.each(['0', '-5', '999999999999999999'])('a price of %s fen is refused by name', async (minor) => {
    expect(await trade.ask(shop.actor, createProduct, { body: { ...PAGE, variants: [{ sku: 'a', price: { minor, currency: 'CNY' } }] } })).toMatchObject({ ok: false, problem: { code: 'invalid_input' } });
    expect(await trade.ask(shop.actor, setVariant, { params: { variantId: offer.variantId }, body: { priceMinor: minor } })).toMatchObject({ ok: false, problem: { code: 'invalid_input' } });
  });

  test.each([0.5, 1e15, 1e300, 0])('a weight of %d g ends in an answer', async (weightGrams) => {
    expect(await trade.ask(shop.actor, createProduct, { body: { ...PAGE, facts: { weightGrams, lengthMm: weightGrams, widthMm: weightGrams, heightMm: weightGrams } } })).toSatisfy(isAnswer);
    expect(await trade.ask(shop.actor, giveFact, { params: { productId: (await trade.call(shop.actor, createProduct, { body: PAGE })).id }, body: { fact: 'weightGrams', value: weightGrams } })).toSatisfy(isAnswer);
  });

  test('the largest price that is taken can be quoted and floored', async () => {
    const made = await trade.call(shop.actor, createProduct, { body: { ...PAGE, variants: [{ sku: 'a', price: { minor: '999999999999', currency: 'CNY' }, stock: 1 }] } });
    expect(await trade.ask(shop.actor, setPricingPolicy, { params: { productId: made.id }, body: { keepDomesticPrice: true, floorMinor: '999999999999' } })).toMatchObject({ ok: true });
  });

  test.each(['battery.wattHours', 'battery.kind', 'battery', 'materials', 'documents', 'constructor', 'constructor.name', 'title', 'a.b.c', 'toString'])('the fact %s takes only what leaves the product readable', async (fact) => {
    const { id } = await trade.call(shop.actor, createProduct, { body: PAGE });
    for (const value of [37, 'li_ion', true, null, ['x'], -1, 'x'.repeat(1000)]) {
      expect(['done', 'invalid_input']).toContain(outcomeOf(await trade.ask(shop.actor, giveFact, { params: { productId: id }, body: { fact, value } })));
    }
  });

  test('a day that no calendar has is refused by name', async () => {
    for (const expires of ['0000-01-01', '2026-02-30', '20260101']) {
      expect(await trade.ask(shop.actor, addDocument, { params: { productId: offer.productId }, body: { kind: 'cpc', number: '1', expires } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'expires' } });
    }
  });

  test('a cohort policy of huge or negative weights ends in an answer', async () => {
    for (const weight of [1e9, -1e9, 1e300]) {
      const policy = { places: 5, minimumScore: 0, weights: { originalDesign: weight, craft: weight, patents: weight, noteMentions: weight, repeatBuyers: weight }, refundsPpmMax: 1 };
      expect(['done', 'invalid_input']).toContain(outcomeOf(await trade.ask(OPERATOR, openCohort, { body: { name: '怪名字', markets: ['US'], policy, feePlan: 'cross-border-2026' } })));
    }
  });
});

describe('cursors and ids', () => {
  const CURSORS = ['', 'x', '9'.repeat(60), '-1', '1|', '1|x', "0:1:'", '0:999999999999999:nte_00000000000000000000000000', 'a'.repeat(200)];
  const lists = ROUTES.filter((route) => route.method === 'GET' && !/\{(?!market)/.test(route.path) && JSON.stringify(Object.keys((route.query as { shape?: object }).shape ?? {})).includes('cursor'));

  test.each(lists.map((route) => [route.id, route] as const))('%s answers any cursor with a page', async (_id, route) => {
    const actor = route.audience === 'merchant' ? shop.actor : route.audience === 'operator' ? OPERATOR : { ...(await openBuyer(trade)), authorId: 'aut_00000000000000000000000000' as const };
    for (const cursor of CURSORS) expect(await trade.ask(actor, route, { params: route.path.includes('{market}') ? { market: 'US' } : {}, query: { cursor } })).toMatchObject({ ok: true });
  });

  test('every route with an id refuses an id of another kind or of no kind', async () => {
    const wrong = ['ord', 'prd_', 'PRD_00000000000000000000000000', '../../etc/passwd', "prd_' or 1=1 --", 'prd_0000000000000000000000000u', '%00', '__proto___x', 'constructor_x', 'x'.repeat(5_000)];
    for (const route of ROUTES.filter((one) => /\{\w+Id\}/.test(one.path) && one.id !== 'removeMember')) {
      const actor = route.audience === 'merchant' ? shop.actor : route.audience === 'buyer' ? await openBuyer(trade) : OPERATOR;
      for (const id of wrong) {
        const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'market' ? 'US' : id]));
        expect(await trade.ask(actor, route, { params, body: {} })).toMatchObject({ ok: false, problem: { code: 'invalid_input' } });
      }
    }
  });

  test('why answers nonsense with not_found', async () => {
    for (const id of ['__proto__', 'constructor', 'x', 'ord_', 'lst_00000000000000000000000000']) {
      expect(await trade.ask(OPERATOR, first(ROUTES.filter((route) => route.id === 'whyOperator')), { params: { id } })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    }
  });

  test('history and notifications of a shop read on with any cursor', async () => {
    for (const cursor of CURSORS) {
      expect(await trade.ask(shop.actor, listMerchantHistory, { query: { cursor, subject: "x' or '1'='1" } })).toMatchObject({ ok: true, value: { items: [] } });
      expect(await trade.ask(shop.actor, listNotifications, { query: { cursor } })).toMatchObject({ ok: true });
    }
  });
});

describe('over the wire', () => {
  const send = (path: string, init: RequestInit = {}) => fetch(`${served.origin}${path}`, init);
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) => send(path, { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', ...headers } });

  test('broken JSON, JSON that is no object, and nothing at all are 400 with a field', async () => {
    for (const body of ['{', '[]', 'null', '"text"', '7', '', '{"market":"US"', '\u0000', `{"market":"\\u0000"}`]) {
      const answer = await post('/api/v1/buyer/checkouts', body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(await answer.json()).toMatchObject({ code: 'invalid_input', field: expect.any(String) });
    }
  });

  test('paths and queries that do not decode are answered, and never with 500', async () => {
    for (const path of ['/api/v1/public/markets/%E0%A4%A/feed', '/api/v1/public/markets/%00/feed', '/api/v1/public/markets/US/feed?cursor=%E0%A4', `/api/v1/public/markets/US/feed?scene=${'x'.repeat(9_000)}`, '/api/v1/public/markets/US/feed?limit=1e9', '/api/v1/public/markets/US/feed?limit=-1', '/api/v1/public/markets/US/listings?search=%00', '/api/v1//public/session', '/api/v1/nothing']) {
      const answer = await send(path);
      expect([path, answer.status < 500]).toEqual([path, true]);
    }
  });

  /** Sends megabytes without saying how many; answers what came back and how many went out. */
  async function sendEndlessly(path: string): Promise<{ answer: number | string; sent: number }> {
    let sent = 0;
    const chunk = new Uint8Array(1024 * 1024);
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 200) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init = { method: 'POST', body, headers: { 'idempotency-key': 'k-2', origin: served.origin }, duplex: 'half' };
    // Whoever is still sending may find the line cut instead of reading the answer.
    return { answer: await send(path, init).then((reply) => reply.status, () => 'cut'), sent };
  }

  test.each([['/api/v1/buyer/files', 120], ['/api/auth/sign-in/email', 60], ['/webhooks/payments/test', 60]] as const)('an endless body without a length is cut off at the limit of %s', async (path, most) => {
    const { answer, sent } = await sendEndlessly(path);
    expect([413, 'cut']).toContain(answer);
    expect(sent).toBeLessThan(most);
  });

  test('an Idempotency-Key longer than the limit is refused by name', async () => {
    const answer = await post('/api/v1/buyer/checkouts', JSON.stringify({ market: 'US', items: [{ listingId: 'lst_00000000000000000000000000', variantId: 'var_00000000000000000000000000', quantity: 1 }] }), { 'idempotency-key': 'k'.repeat(5_000) });
    expect([answer.status, await answer.json()]).toMatchObject([400, { field: 'Idempotency-Key' }]);
  });

  test('no answer to nonsense tells of SQL or of files', async () => {
    for (const path of ['/api/v1/public/markets/US/listings?search=%27', '/api/v1/merchant/products/%27', '/api/v1/operator/why/%00', '/api/v1/buyer/orders']) {
      expect(await (await send(path)).text()).not.toMatch(/select |syntax|node_modules|at \w+ \(|pilotage_/i);
    }
  });
});
