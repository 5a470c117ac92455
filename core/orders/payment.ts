import { add, subtract, type Money } from '../money/money.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import { defineMoves } from '../state/transition.ts';

/**
 * The life of a payment: authorised when the order is placed, captured when the parcel is handed over, voided when the
 * order is cancelled before that, refunded by claims. `pending` is a payment whose buyer still has to answer a challenge.
 */
export const PAYMENT = defineMoves({
  pending: { authorise: 'authorised', fail: 'failed' },
  authorised: { capture: 'captured', void: 'voided', fail: 'failed' },
  captured: { refund_part: 'partly_refunded', refund_all: 'refunded', dispute: 'disputed' },
  partly_refunded: { refund_part: 'partly_refunded', refund_all: 'refunded', dispute: 'disputed' },
  // A dispute that is won gives back the state the amounts say; one that is lost is the bank's refund, not ours.
  disputed: { win: 'captured', win_partly_refunded: 'partly_refunded', win_refunded: 'refunded', lose: 'charged_back' },
  // A bank may take back what was refunded already: that is answered with the refund, and mostly won.
  refunded: { dispute: 'disputed' },
  charged_back: {},
  voided: {},
  failed: {},
});
export type PaymentState = (typeof PAYMENT.states)[number];
export type PaymentMove = Parameters<typeof PAYMENT.move>[1];

export type Payment = Readonly<{ state: PaymentState; authorised: Money; captured: Money; refunded: Money }>;

type Moved<Extra extends string = never> = Result<Payment, Refusal<'wrong_state' | Extra>>;

/** Takes the authorised amount, all of it. May fail with: wrong_state. */
export function capturePayment(payment: Payment): Moved {
  const next = PAYMENT.move(payment.state, 'capture');
  return next.ok ? ok({ ...payment, state: next.value, captured: payment.authorised }) : next;
}

/** Lets an authorisation go without taking anything. May fail with: wrong_state. */
export function voidPayment(payment: Payment): Moved {
  const next = PAYMENT.move(payment.state, 'void');
  return next.ok ? ok({ ...payment, state: next.value }) : next;
}

/**
 * Gives money back; together the refunds never exceed what was captured.
 * May fail with: wrong_state; wrong_amount (nothing to refund, or another currency); refund_too_large (facts: refundMinor, leftMinor).
 */
export function refundPayment(payment: Payment, amount: Money): Moved<'wrong_amount' | 'refund_too_large'> {
  if (amount.currency !== payment.captured.currency || amount.minor <= 0n)
    return refuse('wrong_amount', { minor: amount.minor.toString(), currency: amount.currency, expected: payment.captured.currency }, 'amount');
  const left = subtract(payment.captured, payment.refunded);
  const next = PAYMENT.move(payment.state, amount.minor >= left.minor ? 'refund_all' : 'refund_part');
  if (!next.ok) return next;
  if (amount.minor > left.minor) return refuse('refund_too_large', { refundMinor: amount.minor.toString(), leftMinor: left.minor.toString() }, 'amount');
  return ok({ ...payment, state: next.value, refunded: add(payment.refunded, amount) });
}

/** Ends a dispute that was won: the amounts, not the memory of a state, say where it goes back to. May fail with: wrong_state. */
export function winDispute(payment: Payment): Moved {
  const { refunded, captured } = payment;
  const next = PAYMENT.move(payment.state, refunded.minor === 0n ? 'win' : refunded.minor >= captured.minor ? 'win_refunded' : 'win_partly_refunded');
  return next.ok ? ok({ ...payment, state: next.value }) : next;
}

/** The buyer's bank takes the money back for the time being. May fail with: wrong_state. */
export function disputePayment(payment: Payment): Moved {
  const next = PAYMENT.move(payment.state, 'dispute');
  return next.ok ? ok({ ...payment, state: next.value }) : next;
}

/** The bank keeps what it took. May fail with: wrong_state. */
export function loseDispute(payment: Payment): Moved {
  const next = PAYMENT.move(payment.state, 'lose');
  return next.ok ? ok({ ...payment, state: next.value }) : next;
}
