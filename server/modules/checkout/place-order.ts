import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { placeOrder as placeRoute } from '#contract/checkout.ts';
import type { IdOf } from '#core/ids/id.ts';
import { money, multiply, type Money } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { moneyText, presentMinor } from '#server/modules/orders/present-money.ts';
import { takeStock } from '#server/modules/orders/stock.ts';
import { shareEnrolments } from '#server/modules/switches/store.ts';
import type { CheckoutTable } from '#server/platform/database/trade-tables.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { answerTestChallenge, testPayments } from '#server/providers/payments/test-provider.ts';
import { checkAddress } from './delivery-address.ts';
import type { FrozenItem } from './frozen-item.ts';
import { loadOffer } from './offer.ts';
import { priceOffer, readFrozenItems } from './price-offer.ts';
import { storedLocale } from './service.ts';
import { holdForAnswer, loadAttempt, resumeAttempt, type Attempt, type PlacedOrder } from './payment-attempt.ts';
import { writeOrder } from './write-order.ts';

type CheckoutRow = Selectable<CheckoutTable>;
export type Placed = z.output<typeof placeRoute.reply>;
export type OrderRequest = z.output<typeof placeRoute.body>;

/**
 * Places the order of a checkout, all or nothing: shops are locked against a pause, everything is checked again as it
 * stands now, stock is taken, the payment authorised, and order, merchant orders and expected parcels are written.
 * A checkout becomes one order however often it is sent. Fails with `not_found`, `checkout_expired`, `invalid_address`,
 * `export_paused`, `listing_not_live`, `out_of_stock`, `price_changed`, `payment_declined`, `payment_challenge`.
 */
export async function placeOrder(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'checkout'>, request: OrderRequest): Promise<Result<Placed>> {
  const { tx, at, system } = context;
  const row = await tx.selectFrom('checkout').selectAll().where('id', '=', id).where('buyerId', '=', buyerId).forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'checkout' });
  if (row.orderId !== null) return ok(await placedBefore(context, row, row.orderId));
  const attempt = await loadAttempt(context, id);
  if (attempt?.state === 'pending') return placedNow(row, await resumeAttempt(context, row, attempt));
  const provider = system.payments.current;
  if (request.payment.provider !== provider.name) return refuse('invalid_input', { detail: `payments are taken by ${provider.name}, not ${request.payment.provider}` }, 'payment.provider');
  if (at > row.validUntil) return refuse('checkout_expired', { validUntil: row.validUntil.toISOString() });
  const address = checkAddress(row.market, request.address);
  if (!address.ok) return address;
  const items = readFrozenItems(row.items);
  await lockSellers(context, items);
  const held = await holdPrices(context, row, items);
  if (!held.ok) return held;
  const taken = await takeStock(context, items);
  if (!taken.ok) return taken;
  const total = money(row.totalMinor, row.currency);
  const tries = (attempt?.tries ?? 0) + 1;
  // The last step that may refuse: what follows cannot fail, so no money stays reserved for an order that was not placed.
  const authorised = await provider.authorise({ key: tries === 1 ? row.id : `${row.id}.${tries}`, token: request.payment.token, amount: total, returnUrl: `${system.publicUrl}/${row.market.toLowerCase()}/checkout/${row.id}` });
  if (!authorised.ok) return authorised;
  if (authorised.value.state === 'challenge') return holdForAnswer(context, { row, tries, email: request.email, address: address.value, authorisation: authorised.value });
  const order = await writeOrder(context, { checkout: row, items, address: address.value, email: request.email, payment: { provider: provider.name, reference: authorised.value.reference } });
  await recordEvent(context, { kind: 'payment_authorised', subject: order.id, buyerId, market: row.market, data: { amount: moneyText(total) } });
  return ok({ orderId: order.id, state: order.state, total: presentMinor(row.totalMinor, row.currency) });
}

function placedNow(row: CheckoutRow, placed: Result<PlacedOrder>): Result<Placed> {
  return placed.ok ? ok({ orderId: placed.value.id, state: placed.value.state, total: presentMinor(row.totalMinor, row.currency) }) : placed;
}

/**
 * Finishes a payment that waited for its buyer: asks the provider and places the order, or says how it stands. Fails with
 * `not_found`, `wrong_state` when nothing waits, `payment_challenge`, `payment_declined`, `export_paused`.
 */
export async function completePayment(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'checkout'>, answer?: (attempt: Attempt) => Result<null>): Promise<Result<Placed>> {
  const row = await context.tx.selectFrom('checkout').selectAll().where('id', '=', id).where('buyerId', '=', buyerId).forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'checkout' });
  if (row.orderId !== null) return ok(await placedBefore(context, row, row.orderId));
  const attempt = await loadAttempt(context, id);
  if (attempt?.state !== 'pending') return refuse('wrong_state', { state: attempt?.state ?? row.state, move: 'pay' });
  const answered = answer?.(attempt) ?? ok(null);
  return answered.ok ? placedNow(row, await resumeAttempt(context, row, attempt)) : answered;
}

/** The test bank's page: the buyer approves or refuses. Fails as `completePayment`, and with `wrong_state` where a real bank asks. */
export async function answerChallenge(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'checkout'>, approve: boolean): Promise<Result<Placed>> {
  return completePayment(context, buyerId, id, (attempt) => {
    if (attempt.provider !== testPayments.name) return refuse('wrong_state', { state: attempt.provider, move: 'answer' });
    answerTestChallenge(attempt.reference, approve);
    return ok(null);
  });
}

async function placedBefore({ tx }: Context, row: CheckoutRow, orderId: string): Promise<Placed> {
  const order = await tx.selectFrom('order').select(['id', 'state']).where('checkoutId', '=', row.id).executeTakeFirst();
  if (order === undefined) throw new Error(`checkout ${row.id} names order ${orderId}, which is not there`);
  return { orderId: order.id, state: order.state, total: presentMinor(row.totalMinor, row.currency) };
}

/**
 * Keeps shops from being paused and goods from being re-decided while their order is written. A pause takes the
 * enrolment row exclusively, we share it: either the pause is seen here, or it is acknowledged after this order.
 * Everyone takes these locks in the order of ids. Products come before listings, for a sold-out product rewrites its
 * listings in every market, and two sharers of a listing would wait for each other.
 */
async function lockSellers(context: Context, items: readonly FrozenItem[]): Promise<void> {
  const { tx } = context;
  await shareEnrolments(tx, items.map((item) => item.merchantId));
  await tx.selectFrom('product').select('id').where('id', 'in', items.map((item) => item.productId)).orderBy('id').forNoKeyUpdate().execute();
  await tx.selectFrom('listing').select('id').where('id', 'in', items.map((item) => item.listingId)).orderBy('id').forShare().execute();
}

/**
 * Checks every offer again and prices it under the editions in force, as of the checkout's own moment: the exchange rate
 * of that day is part of what was promised, a new edition or a new price of the merchant is not.
 */
async function holdPrices(context: Context, row: CheckoutRow, items: readonly FrozenItem[]): Promise<Result<null>> {
  const { packs } = await currentPricing(context.tx, context.system.packs);
  let afterMinor = 0n;
  for (const item of items) {
    const offer = await loadOffer(context, row.market, storedLocale(row.market, row.locale), item);
    if (!offer.ok) return offer;
    const priced = priceOffer(context, offer.value, packs, row.at);
    if (priced?.quote.outcome !== 'quoted' || priced.quote.buyer === null) return refuse('listing_not_live', { title: item.title }, 'items');
    afterMinor += multiply(priced.quote.buyer.total, BigInt(item.quantity)).minor;
  }
  const before: Money = money(row.totalMinor, row.currency);
  const after: Money = money(afterMinor, row.currency);
  return before.minor === after.minor ? ok(null) : refuse('price_changed', { before: moneyText(before), after: moneyText(after) });
}
