import { afterAll, beforeAll, expect, test } from 'vitest';
import { getProduct } from '#contract/products.ts';
import { given } from '#demo/journey/story.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { openRacingShop, readyBuyer } from './shop-for-races.ts';

let served: ServedMarketplace;
beforeAll(async () => {
  served = await serveMarketplace();
});
afterAll(() => served.close());

test('200 buyers at once for 20 pieces: 20 orders, 180 polite refusals, nothing left and nothing owed', async () => {
  const shop = await openRacingShop(served, 'aa11bb22-last-pieces', 20);
  const buyers = [];
  for (let index = 0; index < 200; index += 1) buyers.push(await readyBuyer(served, shop));
  const answers = await Promise.all(buyers.map((buy) => buy()));
  const placed = answers.filter((answer) => answer.ok);
  const refused = answers.filter((answer) => !answer.ok);
  expect(placed).toHaveLength(20);
  expect(refused).toHaveLength(180);
  expect(new Set(refused.map((answer) => answer.code))).toSatisfy((codes: Set<string>) => [...codes].every((code) => code === 'out_of_stock' || code === 'listing_not_live'));
  expect(refused.every((answer) => answer.detail.length > 20)).toBe(true);
  const product = await shop.story.merchant.call(getProduct, { params: { productId: given(shop.story.productId, 'product') } });
  expect(product.variants.find((variant) => variant.id === shop.variantId)?.stock).toBe(0);
  const { db } = served.marketplace.system;
  const orders = await db.selectFrom('order').select('id').execute();
  const payments = await db.selectFrom('payment').select('orderId').where('state', '=', 'authorised').execute();
  const events = await db.selectFrom('event').select('subject').where('kind', '=', 'order_placed').execute();
  expect(payments.map((row) => row.orderId).sort()).toEqual(orders.map((row) => row.id).sort());
  expect(events.map((row) => row.subject).sort()).toEqual(orders.map((row) => row.id).sort());
}, 180_000);
