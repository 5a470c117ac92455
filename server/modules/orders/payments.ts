import type { Selectable } from 'kysely';
import type { IdOf } from '#core/ids/id.ts';
import { money, type Money } from '#core/money/money.ts';
import { capturePayment, PAYMENT, refundPayment, voidPayment, type Payment } from '#core/orders/payment.ts';
import { ok, type Result } from '#core/result.ts';
import type { PaymentTable } from '#server/platform/database/trade-tables.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { PaymentProvider } from '#server/providers/payments/provider.ts';
import { moneyText } from './present-money.ts';

/** The payment of an order: what core allows is asked of the provider, and only what the provider did is written. */

export type PaymentRow = Selectable<PaymentTable>;

/** The order's payment, locked until the transaction ends. */
export async function lockPayment(tx: Tx, orderId: IdOf<'order'>): Promise<PaymentRow> {
  return tx.selectFrom('payment').selectAll().where('orderId', '=', orderId).forUpdate().executeTakeFirstOrThrow();
}

/** The row as core decides on it. */
export function paymentOf(row: PaymentRow): Payment {
  if (!PAYMENT.isState(row.state)) throw new Error(`payment ${row.id} is in an unknown state ${row.state}`);
  return { state: row.state, authorised: money(row.authorisedMinor, row.currency), captured: money(row.capturedMinor, row.currency), refunded: money(row.refundedMinor, row.currency) };
}

/** The provider that holds a payment: the one it was made with, whichever serves now. */
export function providerOf({ system }: Pick<Context, 'system'>, name: string): PaymentProvider {
  const provider = system.payments.byName.get(name);
  if (provider === undefined) throw new Error(`a payment was made with ${name}, which is not set up here`);
  return provider;
}

/** Writes how a payment stands after a move that core allowed. */
export async function writePayment(tx: Tx, row: PaymentRow, payment: Payment): Promise<void> {
  await tx.updateTable('payment').set({ state: payment.state, capturedMinor: payment.captured.minor, refundedMinor: payment.refunded.minor }).where('id', '=', row.id).execute();
}

/**
 * Takes `amount`: what was authorised, or less where part of the order was never sent. Keys are the order's, so a
 * repeated call moves no money twice. Answers what was taken and by whom. Fails with `wrong_state`, `payment_failed`.
 */
export async function captureOrderPayment(context: Context, orderId: IdOf<'order'>, amount: Money): Promise<Result<{ taken: Money; provider: string }>> {
  const row = await lockPayment(context.tx, orderId);
  const authorised = paymentOf(row);
  if (amount.minor > authorised.authorised.minor) throw new Error(`order ${orderId} would be charged more than was authorised`);
  const next = capturePayment({ ...authorised, authorised: amount });
  if (!next.ok) return next;
  const taken = await providerOf(context, row.provider).capture({ key: `capture:${orderId}`, reference: row.reference, amount: next.value.captured });
  if (!taken.ok) return taken;
  await writePayment(context.tx, row, next.value);
  await recordEvent(context, { kind: 'payment_captured', subject: orderId, data: { amount: moneyText(next.value.captured) } });
  return ok({ taken: next.value.captured, provider: row.provider });
}

/** Lets an authorisation go. Fails with `wrong_state`. */
export async function voidOrderPayment(context: Context, orderId: IdOf<'order'>): Promise<Result<null>> {
  const row = await lockPayment(context.tx, orderId);
  const next = voidPayment(paymentOf(row));
  if (!next.ok) return next;
  const released = await providerOf(context, row.provider).void({ key: `void:${orderId}`, reference: row.reference });
  if (!released.ok) return released;
  await writePayment(context.tx, row, next.value);
  await recordEvent(context, { kind: 'payment_voided', subject: orderId });
  return released;
}

/**
 * Gives money back. The provider's key is what was refunded before and what is refunded now: a command that was lost after
 * the provider had answered, and is sent again, moves no money twice. Fails with `wrong_state`, `wrong_amount`,
 * `refund_too_large`, and what the provider answers.
 */
export async function refundOrderPayment(context: Context, orderId: IdOf<'order'>, amount: Money): Promise<Result<{ provider: string }>> {
  const row = await lockPayment(context.tx, orderId);
  const next = refundPayment(paymentOf(row), amount);
  if (!next.ok) return next;
  const returned = await providerOf(context, row.provider).refund({ key: `refund:${orderId}:${row.refundedMinor}:${amount.minor}`, reference: row.reference, amount });
  if (!returned.ok) return returned;
  await writePayment(context.tx, row, next.value);
  await recordEvent(context, { kind: 'payment_refunded', subject: orderId, data: { amount: moneyText(amount) } });
  return ok({ provider: row.provider });
}
