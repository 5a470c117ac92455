import type { Selectable } from 'kysely';
import { z } from 'zod';
import { address, type checkout } from '#contract/checkout.ts';
import type { IdOf } from '#core/ids/id.ts';
import { isOpen } from '#core/switches/export-switch.ts';
import { keep, ok, refuse, type Result } from '#core/result.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { money } from '#core/money/money.ts';
import { providerOf } from '#server/modules/orders/payments.ts';
import { moneyText } from '#server/modules/orders/present-money.ts';
import { returnStock } from '#server/modules/orders/stock.ts';
import { loadEnrolment, loadSwitches, shareEnrolments } from '#server/modules/switches/store.ts';
import type { PaymentAttemptTable } from '#server/platform/database/money-tables.ts';
import type { CheckoutTable } from '#server/platform/database/trade-tables.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { Authorisation, Standing } from '#server/providers/payments/provider.ts';
import type { Address } from './delivery-address.ts';
import { readFrozenItems } from './price-offer.ts';
import { writeOrder } from './write-order.ts';

/**
 * Payments whose buyer still answers to the bank. The goods are taken and the order waits in the attempt, so whoever
 * hears of the answer first, the buyer's own page or the provider's webhook, places it; the checkout's lock lets only one.
 */

type CheckoutRow = Selectable<CheckoutTable>;
export type Attempt = Selectable<PaymentAttemptTable>;
type Checkout = z.output<typeof checkout>;
export type PlacedOrder = Readonly<{ id: IdOf<'order'>; state: string }>;

/** Goods wait so long for an answer; banks' own pages give up sooner. Set by the marketplace, 2026-11-27. */
const HOLD_MS = 30 * 60_000;

const storedRequest = z.object({ email: z.string(), address });

/** The attempt of a checkout, or null. The checkout is locked by the caller. */
export async function loadAttempt({ tx }: Context, checkoutId: IdOf<'checkout'>): Promise<Attempt | null> {
  return (await tx.selectFrom('paymentAttempt').selectAll().where('checkoutId', '=', checkoutId).executeTakeFirst()) ?? null;
}

function challengeOf({ challengeUrl, expiresAt }: Attempt) {
  return refuse('payment_challenge', { url: challengeUrl, until: expiresAt.toISOString() }, 'payment');
}

type Waiting = Readonly<{ row: CheckoutRow; tries: number; email: string; address: Address; authorisation: Extract<Authorisation, { state: 'challenge' }> }>;

/** What a buyer is told about the attempt of a checkout that is not paid yet. */
export async function standingOf({ tx }: Context, checkoutId: IdOf<'checkout'>): Promise<Pick<Checkout, 'waiting' | 'failedTry'>> {
  const attempt = await tx.selectFrom('paymentAttempt').select(['state', 'challengeUrl', 'expiresAt', 'reason', 'request']).where('checkoutId', '=', checkoutId).executeTakeFirst();
  if (attempt?.state === 'pending') return { waiting: { url: attempt.challengeUrl, until: attempt.expiresAt.toISOString() }, failedTry: null };
  if (attempt === undefined || attempt.reason === null) return { waiting: null, failedTry: null };
  return { waiting: null, failedTry: { reason: attempt.reason, ...storedRequest.parse(attempt.request) } };
}

/** Holds the goods while the buyer answers. Always refuses, with the page to go to; what was written is kept. */
export async function holdForAnswer(context: Context, { row, tries, email, address, authorisation }: Waiting): Promise<Result<never>> {
  const { tx, at, system } = context;
  const attempt = {
    buyerId: row.buyerId, provider: system.payments.current.name, reference: authorisation.reference, state: 'pending' as const, tries, amountMinor: row.totalMinor, currency: row.currency,
    request: canonicalJson({ email, address }), challengeUrl: authorisation.url, reason: null, at, expiresAt: new Date(at.getTime() + HOLD_MS),
  };
  await tx.insertInto('paymentAttempt').values({ checkoutId: row.id, ...attempt }).onConflict((conflict) => conflict.column('checkoutId').doUpdateSet(attempt)).execute();
  await recordEvent(context, { kind: 'payment_challenged', subject: row.id, buyerId: row.buyerId, market: row.market });
  return keep(challengeOf({ checkoutId: row.id, ...attempt }));
}

/** Asks the provider how a waiting payment stands and acts on it; see `settleAttempt`. */
export async function resumeAttempt(context: Context, row: CheckoutRow, attempt: Attempt): Promise<Result<PlacedOrder>> {
  return settleAttempt(context, row, attempt, await providerOf(context, attempt.provider).read(attempt.reference));
}

/**
 * Ends a waiting payment by how it stands: an order when it is authorised and the shop still sells; otherwise the goods go
 * back. Fails with `payment_challenge` while the buyer has not answered, `payment_declined`, `export_paused`.
 */
export async function settleAttempt(context: Context, row: CheckoutRow, attempt: Attempt, standing: Standing): Promise<Result<PlacedOrder>> {
  if (standing.state === 'pending') return challengeOf(attempt);
  if (standing.state === 'failed') {
    await giveUp(context, row, attempt, 'failed', standing.reason ?? 'declined');
    return keep(refuse('payment_declined', { reason: standing.reason ?? 'declined' }));
  }
  const paused = await pausedTitle(context, row);
  if (paused !== null) {
    await providerOf(context, attempt.provider).void({ key: `void:${standing.reference}`, reference: standing.reference });
    await giveUp(context, row, attempt, 'failed', 'export_paused');
    return keep(refuse('export_paused', { title: paused }, 'items'));
  }
  const { email, address } = storedRequest.parse(attempt.request);
  const order = await writeOrder(context, { checkout: row, items: readFrozenItems(row.items), address, email, payment: { provider: attempt.provider, reference: standing.reference } });
  await context.tx.updateTable('paymentAttempt').set({ state: 'ordered', reference: standing.reference }).where('checkoutId', '=', row.id).execute();
  await recordEvent(context, { kind: 'payment_authorised', subject: order.id, buyerId: row.buyerId, market: row.market, data: { amount: moneyText(money(row.totalMinor, row.currency)) } });
  return ok(order);
}

/** The first of the goods whose shop was paused meanwhile, or null. The enrolment is shared as at any checkout, so a pause is seen or comes after. */
async function pausedTitle(context: Context, row: CheckoutRow): Promise<string | null> {
  const { tx } = context;
  const items = readFrozenItems(row.items);
  const merchantIds = [...new Set(items.map((item) => item.merchantId))].sort();
  await shareEnrolments(tx, merchantIds);
  for (const merchantId of merchantIds) {
    const enrolment = await loadEnrolment(tx, merchantId);
    const switches = await loadSwitches(tx, merchantId);
    const stopped = items.find((item) => item.merchantId === merchantId && (enrolment === null || enrolment.leftAt !== null || !isOpen(switches, item.productId, row.market).open));
    if (stopped !== undefined) return stopped.title;
  }
  return null;
}

/** Puts the goods back and remembers why. */
async function giveUp(context: Context, row: CheckoutRow, attempt: Attempt, state: 'failed' | 'expired', reason: string): Promise<void> {
  const items = readFrozenItems(row.items);
  await returnStock(context, items.map(({ variantId, productId, quantity, title }) => ({ variantId, productId, quantity, title })));
  await context.tx.updateTable('paymentAttempt').set({ state, reason }).where('checkoutId', '=', attempt.checkoutId).execute();
  await recordEvent(context, { kind: 'payment_given_up', subject: row.id, buyerId: row.buyerId, market: row.market, data: { reason } });
}

/** So many are ended in one run; the next takes the rest. */
const EXPIRED_AT_ONCE = 50;

/** Ends payments whose buyers did not answer in time: an answer that came after all still counts, else the provider lets go and the goods go back. */
export async function expireAttempts(context: Context): Promise<Readonly<{ ended: number }>> {
  const { tx, at } = context;
  const rows = await tx.selectFrom('paymentAttempt').select('checkoutId').where('state', '=', 'pending').where('expiresAt', '<', at).orderBy('expiresAt').limit(EXPIRED_AT_ONCE).execute();
  for (const { checkoutId } of rows) await expireAttempt(context, checkoutId);
  return { ended: rows.length };
}

async function expireAttempt(context: Context, checkoutId: IdOf<'checkout'>): Promise<void> {
  const row = await context.tx.selectFrom('checkout').selectAll().where('id', '=', checkoutId).forUpdate().executeTakeFirst();
  const attempt = await loadAttempt(context, checkoutId);
  if (row === undefined || attempt?.state !== 'pending') return;
  const provider = providerOf(context, attempt.provider);
  const standing = await provider.read(attempt.reference);
  if (standing.state !== 'pending') {
    await settleAttempt(context, row, attempt, standing);
    return;
  }
  await provider.void({ key: `void:${attempt.reference}`, reference: attempt.reference });
  await giveUp(context, row, attempt, 'expired', 'no_answer');
}
