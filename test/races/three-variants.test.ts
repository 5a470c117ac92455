import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTestChallenge, placeOrder, startCheckout } from '#contract/checkout.ts';
import { createProduct, getProduct } from '#contract/products.ts';
import { getProductListings } from '#contract/listings.ts';
import { addDocument } from '#contract/products.ts';
import type { Actor } from '#server/platform/actor.ts';
import { paymentsOf } from '#server/providers/payments/open-payments.ts';
import type { PaymentProvider } from '#server/providers/payments/provider.ts';
import { testPayments } from '#server/providers/payments/test-provider.ts';
import { first, openBuyer, openShop, openTrade, orderBody, type Shop, type Trade } from '#test/trade/fixture.ts';
import { overHttp } from '#test/money/over-http.ts';
import { eventOf, send } from '#test/money/webhook.ts';

/** What the provider holds, as the provider itself would know: reserved and not let go. */
const reserved = new Set<string>();
const counting: PaymentProvider = {
  ...testPayments,
  authorise: async (request) => {
    const answer = await testPayments.authorise(request);
    if (answer.ok && answer.value.state === 'authorised') reserved.add(answer.value.reference);
    return answer;
  },
  void: async (request) => {
    reserved.delete(request.reference);
    return testPayments.void(request);
  },
};

let trade: Trade;
let shop: Shop;
beforeAll(async () => {
  trade = await overHttp(await openTrade({ poolMax: 20, payments: paymentsOf(counting) }));
  shop = await openShop(trade, '三色小铺');
});
afterAll(() => trade.close());

const STOCK = [17, 17, 16] as const;
const BUYERS = 500;

async function listThreeColours() {
  const product = await trade.call(shop.actor, createProduct, {
    body: {
      title: '便携U型枕记忆棉护颈枕', description: '慢回弹记忆棉。', category: '旅行/旅行用品', originCountry: 'CN', attributes: { 材质: '记忆棉' },
      facts: { weightGrams: 320, lengthMm: 300, widthMm: 280, heightMm: 120, materials: [{ name: 'polyester', percent: 95 }, { name: 'elastane', percent: 5 }], battery: { kind: 'none' }, aerosol: false, magnet: false, radio: false, laser: false, liquidMl: 0, powderGrams: 0 },
      variants: STOCK.map((stock, index) => ({ sku: `c${index}`, options: { 颜色: ['灰色', '蓝色', '绿色'][index] ?? '' }, price: { minor: '9900', currency: 'CNY' as const }, stock })),
    },
  });
  for (;;) {
    const { listings } = await trade.call(shop.actor, getProductListings, { params: { productId: product.id } });
    const listing = listings.find((one) => one.market === 'US');
    if (listing?.state === 'live') return { product, listingId: listing.id };
    const steps = (listing?.verdict?.findings ?? []).flatMap((finding) => finding.minimalFix).filter((step) => step.kind === 'add_document');
    if (steps.length === 0) throw new Error(`the listing cannot go live: ${JSON.stringify(listing?.reasons)}`);
    for (const step of steps) await trade.call(shop.actor, addDocument, { params: { productId: product.id }, body: { kind: step.target ?? '', number: 'T-1', expires: '2028-01-01' } });
  }
}

test('500 buyers at once for 50 pieces in three colours: none sold twice, no order without its payment, no payment without its order', async () => {
  const { product, listingId } = await listThreeColours();
  const { db } = trade.marketplace.system;
  const ready: { buyer: Actor; checkoutId: Awaited<ReturnType<typeof startIt>>; token: string }[] = [];
  const startIt = async (buyer: Actor, index: number) => (await trade.call(buyer, startCheckout, { body: { market: 'US', items: [{ listingId, variantId: product.variants[index % 3]?.id ?? first(product.variants).id, quantity: 1 }] } })).id;
  for (let index = 0; index < BUYERS; index += 1) {
    const buyer = await openBuyer(trade);
    const token = index % 10 === 3 ? 'tok_declined' : index % 5 === 4 ? 'tok_challenge' : 'tok_ok';
    ready.push({ buyer, checkoutId: await startIt(buyer, index), token });
  }
  // Each sends its order twice at once, as an impatient finger does; banks that ask are answered by the buyer and told by a webhook, twice.
  await Promise.all(ready.flatMap(({ buyer, checkoutId, token }) => {
    const place = () => trade.ask(buyer, placeOrder, { params: { checkoutId }, body: orderBody({ token }) });
    const answered = async () => {
      await place();
      if (token !== 'tok_challenge') return;
      const attempt = await db.selectFrom('paymentAttempt').select(['reference', 'state']).where('checkoutId', '=', checkoutId).executeTakeFirst();
      if (attempt === undefined) return;
      const event = eventOf(trade, { kind: 'authorised', reference: attempt.reference, checkoutId });
      await Promise.all([trade.ask(buyer, answerTestChallenge, { params: { checkoutId }, body: { approve: true } }), send(trade, event), send(trade, event), place()]);
    };
    return [answered(), place()];
  }));
  const left = (await trade.call(shop.actor, getProduct, { params: { productId: product.id } })).variants.map((variant) => variant.stock);
  const sold = await db.selectFrom('orderLine').select(['variantId', (select) => select.fn.sum<string>('quantity').as('pieces')]).groupBy('variantId').execute();
  for (const [index, variant] of product.variants.entries()) {
    expect((left[index] ?? 0) + Number(sold.find((one) => one.variantId === variant.id)?.pieces ?? '0')).toBe(STOCK[index]);
  }
  expect(left).toEqual([0, 0, 0]);
  const orders = await db.selectFrom('order').select(['id', 'checkoutId']).execute();
  expect(orders).toHaveLength(50);
  expect(new Set(orders.map((one) => one.checkoutId)).size).toBe(50);
  const payments = await db.selectFrom('payment').select(['orderId', 'reference', 'state']).execute();
  expect(payments.map((one) => one.orderId).sort()).toEqual(orders.map((one) => one.id).sort());
  expect(payments.every((one) => one.state === 'authorised')).toBe(true);
  const asked = await db.selectFrom('paymentAttempt').select(['reference', 'state']).execute();
  expect(asked.some((one) => one.state === 'ordered')).toBe(true);
  // What is reserved at the provider, or was approved there, is exactly what orders stand behind.
  const approved = asked.filter((one) => one.state === 'ordered').map((one) => one.reference);
  expect([...reserved, ...approved].sort()).toEqual(payments.map((one) => one.reference).sort());
}, 300_000);
