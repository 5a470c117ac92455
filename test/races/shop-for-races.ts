import type { IdOf } from '#core/ids/id.ts';
import { given, openStory, type Story } from '#demo/journey/story.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { BUYER } from '#demo/journey/the-sale.ts';
import { openVisitor, type Answer } from '#demo/journey/visitor.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { setVariant } from '#contract/products.ts';
import type { ServedMarketplace } from '#test/setup/served-marketplace.ts';

/** A shop with a live listing, and buyers who all want it at once. */
export type RacingShop = Readonly<{ story: Story; listingId: IdOf<'listing'>; variantId: IdOf<'variant'> }>;

export async function openRacingShop(served: ServedMarketplace, run: string, stock: number): Promise<RacingShop> {
  const story = await openStory(served.transport, served.origin, served.staff, run);
  for (const step of STEPS.slice(0, 6)) await step(story);
  const variantId = given(story.variantId, 'variant');
  await story.merchant.call(setVariant, { params: { variantId }, body: { stock } });
  return { story, listingId: given(story.listings.US, 'listing'), variantId };
}

export const ORDER_BODY = { email: 'racer@demo.example', address: BUYER, payment: { provider: 'test' as const, token: 'tok_ok' }, policySeen: true as const };

/** One guest with a checkout of one piece, ready to buy. */
export async function readyBuyer(served: ServedMarketplace, shop: RacingShop): Promise<() => Promise<Answer<{ orderId: IdOf<'order'> }>>> {
  const visitor = openVisitor(served.transport, served.origin, 'en');
  const checkout = await visitor.call(startCheckout, { body: { market: 'US', items: [{ listingId: shop.listingId, variantId: shop.variantId, quantity: 1 }] } });
  return () => visitor.ask(placeOrder, { params: { checkoutId: checkout.id }, body: ORDER_BODY });
}
