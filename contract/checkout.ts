import { z } from 'zod';
import { priceLine } from './listings.ts';
import { route } from './route.ts';
import { idOf, listingLocale, market, moneyShape, none } from './shapes.ts';
import { claimPolicyShape } from './storefront.ts';

/** Checkout: prices are frozen for a stated time, switch and verdict are checked again when the order is placed. */

export const address = z.object({
  name: z.string().trim().min(2).max(80), line1: z.string().trim().min(3).max(120), line2: z.string().trim().max(120).default(''),
  city: z.string().trim().min(1).max(60), region: z.string().trim().max(60).default(''), postalCode: z.string().trim().max(12).default(''), phone: z.string().trim().min(6).max(30),
});

const item = z.object({ listingId: idOf('listing'), variantId: idOf('variant'), quantity: z.number().int().min(1).max(20) });

export const checkout = z.object({
  id: idOf('checkout'), market, state: z.enum(['open', 'ordered', 'expired']), validUntil: z.string(),
  items: z.array(item.extend({ title: z.string(), image: z.string().nullable(), options: z.record(z.string(), z.string()), total: moneyShape, lines: z.array(priceLine) })),
  lines: z.array(priceLine), total: moneyShape, claimPolicy: claimPolicyShape, orderId: idOf('order').nullable(),
  /** Who takes payments here, and the payment that waits for its buyer, if one does. */
  paidThrough: z.string(), waiting: z.object({ url: z.string(), until: z.string() }).nullable(),
  /** The last payment that came to nothing after its bank was asked, with what the buyer had filled in, so that nobody types it twice. */
  failedTry: z.object({ reason: z.string(), email: z.string(), address }).nullable(),
});

export const startCheckout = route({
  id: 'startCheckout', method: 'POST', path: '/buyer/checkouts', audience: 'buyer', summary: 'Freezes prices for the chosen items and says until when they hold.',
  params: none, query: none, body: z.object({ market, locale: listingLocale.optional(), items: z.array(item).min(1).max(20), noteId: idOf('note').nullish() }), reply: checkout, idempotent: true,
  errors: ['listing_not_live', 'out_of_stock', 'export_paused'],
});
export const getCheckout = route({
  id: 'getCheckout', method: 'GET', path: '/buyer/checkouts/{checkoutId}', audience: 'buyer', summary: 'A checkout and the prices it froze.',
  params: z.object({ checkoutId: idOf('checkout') }), query: none, body: none, reply: checkout, errors: ['not_found'],
});
export const placeOrder = route({
  id: 'placeOrder', method: 'POST', path: '/buyer/checkouts/{checkoutId}/order', audience: 'buyer', summary: 'Reserves stock, authorises the payment and places the order, all or nothing.',
  params: z.object({ checkoutId: idOf('checkout') }), query: none,
  body: z.object({ email: z.email(), address, payment: z.object({ provider: z.enum(['test', 'stripe']), token: z.string().min(1).max(100) }), policySeen: z.literal(true) }),
  reply: z.object({ orderId: idOf('order'), state: z.string(), total: moneyShape }), idempotent: true,
  errors: ['not_found', 'checkout_expired', 'price_changed', 'out_of_stock', 'export_paused', 'listing_not_live', 'payment_declined', 'payment_challenge', 'invalid_address', 'invalid_input'],
});
const placed = placeOrder.reply;
export const completePayment = route({
  id: 'completePayment', method: 'POST', path: '/buyer/checkouts/{checkoutId}/payment', audience: 'buyer', summary: 'After the bank’s page: asks the provider how the payment stands and places the order.',
  params: z.object({ checkoutId: idOf('checkout') }), query: none, body: none, reply: placed, errors: ['not_found', 'wrong_state', 'payment_challenge', 'payment_declined', 'export_paused'],
});
export const answerTestChallenge = route({
  id: 'answerTestChallenge', method: 'POST', path: '/buyer/checkouts/{checkoutId}/test-challenge', audience: 'buyer', summary: 'Answers as the card holder on the test bank’s page. Only for the test provider.',
  params: z.object({ checkoutId: idOf('checkout') }), query: none, body: z.object({ approve: z.boolean() }), reply: placed, errors: ['not_found', 'wrong_state', 'payment_declined', 'export_paused'],
});
