import type { Hono } from 'hono';
import { voidPayment } from '#core/orders/payment.ts';
import { isId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { loadAttempt, settleAttempt } from '#server/modules/checkout/payment-attempt.ts';
import { lockPayment, paymentOf, providerOf, writePayment, type PaymentRow } from '#server/modules/orders/payments.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { recordEvent } from '#server/platform/events.ts';
import { providerWebhooks } from '#server/platform/http/provider-webhooks.ts';
import type { Context } from '#server/platform/operation.ts';
import type { System } from '#server/platform/system.ts';
import type { ProviderEvent } from '#server/providers/payments/provider.ts';
import { takeDispute } from './disputes.ts';

/** Webhooks of payment providers. Each event is acted on once, whenever and however often it comes; what it asks for follows from how things stand, never from the order of arrival. */

/** A webhook of a provider is some kilobytes; larger is none. */
const BODY_BYTES_MAX = 512 * 1024;

/** `POST /webhooks/payments/{provider}`. */
export function paymentWebhooks(system: System): Hono {
  return providerWebhooks('payments', BODY_BYTES_MAX, (provider, body, headers) => receiveProviderEvent(system, provider, body, headers));
}

/** Takes one event. Answers what came of it in a word, `duplicate` when it had come before. Fails with `not_found`, `bad_signature`, `invalid_input`. */
export async function receiveProviderEvent(system: System, provider: string, body: string, headers: Headers): Promise<Result<string>> {
  const served = system.payments.byName.get(provider);
  if (served === undefined) return refuse('not_found', { what: 'payment provider' });
  const at = system.clock();
  const event = await served.readEvent(body, headers, at);
  if (!event.ok) return event;
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    const { id, kind, reference, occurredAt } = event.value;
    const isNew = await tx.insertInto('providerEvent').values({ provider, id, kind, reference, occurredAt: new Date(occurredAt), receivedAt: at, outcome: '' }).onConflict((conflict) => conflict.columns(['provider', 'id']).doNothing()).returning('id').executeTakeFirst();
    if (isNew === undefined) return ok('duplicate');
    const outcome = await act({ tx, at, actor: { ...SYSTEM_ACTOR, name: provider }, locale: 'en', system, ids: system.ids, requestId: `webhook ${id}` }, provider, event.value);
    await tx.updateTable('providerEvent').set({ outcome }).where('provider', '=', provider).where('id', '=', id).execute();
    return ok(outcome);
  });
}

async function act(context: Context, provider: string, event: ProviderEvent): Promise<string> {
  if (event.kind === 'authorised' || event.kind === 'failed') return settleCheckout(context, provider, event);
  const payment = event.reference === null ? undefined : await context.tx.selectFrom('payment').selectAll().where('provider', '=', provider).where('reference', '=', event.reference).executeTakeFirst();
  if (payment === undefined) return 'unknown_payment';
  if (event.dispute !== null) return takeDispute(context, payment, event.dispute);
  return event.kind === 'voided' ? noteLost(context, payment) : 'noted';
}

/** An authorisation that came or failed: the waiting checkout is settled; one that no order stands behind is let go. */
async function settleCheckout(context: Context, provider: string, event: ProviderEvent): Promise<string> {
  const { tx } = context;
  const { reference, checkoutId } = event;
  if (checkoutId === null || reference === null || !isId('checkout', checkoutId)) return 'unknown_payment';
  // A checkout that is being placed just now holds this lock: its outcome is waited for.
  const row = await tx.selectFrom('checkout').selectAll().where('id', '=', checkoutId).forUpdate().executeTakeFirst();
  if (row === undefined) return 'unknown_payment';
  const attempt = await loadAttempt(context, checkoutId);
  if (attempt?.state === 'pending' && attempt.provider === provider) {
    const settled = await settleAttempt(context, row, attempt, { state: event.kind === 'authorised' ? 'authorised' : 'failed', reference, reason: event.kind === 'failed' ? 'declined by the bank' : null });
    return settled.ok ? 'ordered' : settled.problem.code;
  }
  if (event.kind === 'failed') return 'known';
  const payment = await tx.selectFrom('payment').innerJoin('order', 'order.id', 'payment.orderId').select('payment.reference').where('order.checkoutId', '=', checkoutId).executeTakeFirst();
  if (payment?.reference === reference) return 'known';
  await providerOf(context, provider).void({ key: `void:${reference}`, reference });
  return 'released';
}

/** The provider let an authorisation go by itself (it ran out, or the bank took it back): the parcel must not leave unpaid. */
async function noteLost(context: Context, payment: PaymentRow): Promise<string> {
  await context.tx.selectFrom('order').select('id').where('id', '=', payment.orderId).forUpdate().execute();
  const row = await lockPayment(context.tx, payment.orderId);
  const next = voidPayment(paymentOf(row));
  if (!next.ok) return 'known';
  await writePayment(context.tx, row, { ...next.value, state: 'failed' });
  await recordEvent(context, { kind: 'payment_lost', subject: payment.orderId });
  return 'lost';
}
