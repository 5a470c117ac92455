import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareStock } from '#contract/listings.ts';
import { createProduct } from '#contract/products.ts';
import { listPillow, openShop, openTrade, type Offer, type Shop, type Trade } from '#test/trade/fixture.ts';

let trade: Trade;
let shop: Shop;
let offer: Offer;
beforeAll(async () => {
  trade = await openTrade();
  shop = await openShop(trade, '备货小铺');
  offer = await listPillow(trade, shop, 50);
}, 120_000);
afterAll(() => trade.close());

const compare = (query: Record<string, number | string>, productId = offer.productId) => trade.call(shop.actor, compareStock, { params: { productId, market: 'US' }, query: { pieces: 300, months: 3, customsPercent: 100, ...query } });

test('either way is said line by line and adds up; the cheaper one is the cheaper one', async () => {
  const { now, ifChanged } = await compare({});
  expect(ifChanged).toBeNull();
  for (const way of [now.direct, now.overseas]) expect(way.lines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n).toString()).toBe(way.perPiece.minor);
  expect(now.cheaper).toBe(BigInt(now.overseas.perPiece.minor) <= BigInt(now.direct.perPiece.minor) ? 'overseas' : 'direct');
  expect(now.curve.map((point) => point.pieces)).toContain(300);
});

test('the break-even is where stock begins to pay', async () => {
  const pieces = Number((await compare({})).now.breakEvenPieces);
  expect((await compare({ pieces })).now.cheaper).toBe('overseas');
  expect((await compare({ pieces: pieces - 1 })).now.cheaper).toBe('direct');
});

test('a dearer duty is asked beside today’s and changes nothing', async () => {
  const before = await compare({});
  const { now, ifChanged } = await compare({ heading: '9903.05.31', percent: 60 });
  expect(now).toEqual(before.now);
  expect(BigInt(ifChanged?.overseas.perPiece.minor ?? '0')).toBeGreaterThan(BigInt(now.overseas.perPiece.minor));
});

test('a product without a weight, and a stranger’s, cannot be compared, and each says so', async () => {
  const bare = await trade.call(shop.actor, createProduct, { body: { title: '手工编织挂毯', variants: [{ sku: 'one', price: { minor: '9900', currency: 'CNY' }, stock: 1 }] } });
  expect(await trade.ask(shop.actor, compareStock, { params: { productId: bare.id, market: 'US' } })).toMatchObject({ ok: false, problem: { code: 'not_comparable' } });
  const stranger = await openShop(trade, '路人店');
  expect(await trade.ask(stranger.actor, compareStock, { params: { productId: offer.productId, market: 'US' } })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
});
