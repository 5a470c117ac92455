import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseCode, listCodeChoices, listDoubtfulProducts } from '#contract/code-choices.ts';
import { getProductListings } from '#contract/listings.ts';
import { createProduct } from '#contract/products.ts';
import { whyOperator } from '#contract/accounts.ts';
import type { IdOf } from '#core/ids/id.ts';
import { openShop, openTrade, OPERATOR, type Shop, type Trade } from '#test/trade/fixture.ts';

/** Tariff codes that the words leave in doubt, settled by a person. */

let trade: Trade;
let shop: Shop;
beforeAll(async () => {
  trade = await openTrade();
  shop = await openShop(trade, '归类小铺');
}, 120_000);
afterAll(() => trade.close());

const add = (title: string, by = shop) => trade.call(by.actor, createProduct, { body: { title, category: '家居/杂物', facts: { weightGrams: 300, lengthMm: 200, widthMm: 200, heightMm: 100 }, variants: [{ sku: 'one', price: { minor: '4900', currency: 'CNY' }, stock: 5 }] } });
const codeOf = async (productId: IdOf<'product'>) => (await trade.call(shop.actor, getProductListings, { params: { productId } })).listings.find((one) => one.market === 'US')?.quote?.hts ?? null;
const doubts = () => trade.call(OPERATOR, listDoubtfulProducts, { query: { limit: 100 } });
const choose = (body: Readonly<{ productId: IdOf<'product'>; hts: string; forType?: boolean; reason: string }>) => trade.ask(OPERATOR, chooseCode, { body });

describe('a product whose words lead to no sure code', () => {
  test('waits for a person with its candidates, and is priced at once when one settles it', async () => {
    const odd = await add('小摆设 限定款 礼物');
    expect(await codeOf(odd.id)).toBeNull();
    const waiting = (await doubts()).items.find((one) => one.productId === odd.id);
    expect(waiting).toMatchObject({ title: '小摆设 限定款 礼物', ofType: expect.any(Number) });
    const chosen = await choose({ productId: odd.id, hts: '9505.90.60', reason: '节庆装饰小摆设' });
    expect(chosen).toMatchObject({ ok: true, value: { products: 1 } });
    expect(await codeOf(odd.id)).toBe('95059060');
    expect((await doubts()).items.some((one) => one.productId === odd.id)).toBe(false);
    expect((await trade.call(OPERATOR, whyOperator, { params: { id: odd.id } })).replayed).toBe(true);
    expect((await trade.call(OPERATOR, listCodeChoices)).items[0]).toMatchObject({ productId: odd.id, hts: '95059060', reason: '节庆装饰小摆设', typeKey: null, superseded: false });
  });

  test('settled for its type, the choice is there for the next one, in another shop too; one settled by itself keeps its own', async () => {
    const other = await openShop(trade, '归类二店');
    const [first, alone] = [await add('摆件 创意 桌面 甲'), await add('小摆件礼物 乙')];
    const typed = (await doubts()).items.find((one) => one.productId === first.id || one.productId === alone.id);
    if (typed === undefined || typed.ofType < 2) throw new Error('both should be of one type and in doubt');
    await choose({ productId: alone.id, hts: '9505.90.60', reason: '只此一件' });
    expect(await choose({ productId: first.id, hts: '8306.29.00', forType: true, reason: '贱金属小摆件' })).toMatchObject({ ok: true });
    expect([await codeOf(first.id), await codeOf(alone.id)]).toEqual(['83062900', '95059060']);
    const next = await add('小摆件 送朋友 丙', other);
    const { listings } = await trade.call(other.actor, getProductListings, { params: { productId: next.id } });
    expect(listings.find((one) => one.market === 'US')?.quote?.hts).toBe('83062900');
  });

  test('takes no code that the schedule does not hold, nor one without a reason', async () => {
    const odd = await add('神秘好物 不知道是什么');
    expect(await choose({ productId: odd.id, hts: '9999.99.99', reason: '随便写写' })).toMatchObject({ ok: false, problem: { code: 'unknown_code' } });
    expect(await choose({ productId: odd.id, hts: '12', reason: '随便写' })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'hts' } });
    expect(await choose({ productId: odd.id, hts: '9505.90.60', reason: ' ' })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'reason' } });
    expect(await codeOf(odd.id)).toBeNull();
  });
});
