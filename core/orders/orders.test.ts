import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money.ts';
import { MERCHANT_ORDER, ORDER, buyerMayCancel, isCompleteAtHub, moveMerchantOrder, moveOrder, type OrderMove } from './order-moves.ts';
import { capturePayment, refundPayment, voidPayment, winDispute, type Payment } from './payment.ts';

const AUTHORISED: Payment = { state: 'authorised', authorised: money(5000n, 'USD'), captured: money(0n, 'USD'), refunded: money(0n, 'USD') };

describe('an order', () => {
  test('goes from placed to closed by way of merchant, hub, export and delivery', () => {
    const way: readonly OrderMove[] = ['ask_merchants', 'complete_at_hub', 'hand_over', 'deliver', 'close'];
    const end = way.reduce<ReturnType<typeof moveOrder>>((soFar, move) => (soFar.ok ? moveOrder(soFar.value, move) : soFar), { ok: true, value: 'placed' });
    expect(end).toEqual({ ok: true, value: 'closed' });
  });

  test('cannot be cancelled once exported', () => {
    expect(moveOrder('exported', 'cancel')).toEqual({ ok: false, problem: { code: 'wrong_state', facts: { state: 'exported', move: 'cancel' } } });
  });

  test('can always come to an end, whatever moves it took', () => {
    const reaches = (state: (typeof ORDER.states)[number], seen = new Set<string>()): boolean => {
      if (ORDER.isFinal(state)) return true;
      if (seen.has(state)) return false;
      seen.add(state);
      return ORDER.allowed(state).some((move) => {
        const next = ORDER.move(state, move);
        return next.ok && reaches(next.value, seen);
      });
    };
    for (const state of ORDER.states) expect(reaches(state)).toBe(true);
  });

  test('may be cancelled by the buyer until a merchant handed something in', () => {
    expect(buyerMayCancel('with_merchant', ['shipped', 'awaiting_shipment'])).toBe(true);
    expect(buyerMayCancel('with_merchant', ['received', 'awaiting_shipment'])).toBe(false);
    expect(buyerMayCancel('at_hub', ['accepted'])).toBe(false);
  });
});

describe('a merchant order', () => {
  test('that is put aside can be completed, accepted or cancelled', () => {
    expect(MERCHANT_ORDER.allowed('put_aside')).toEqual(['accept', 'send_rest', 'cancel']);
  });

  test('that was never announced can still be received at the hub', () => {
    expect(moveMerchantOrder('awaiting_shipment', 'receive')).toEqual({ ok: true, value: 'received' });
  });

  test('does not wait for a cancelled neighbour, and nothing is complete when all are cancelled', () => {
    expect(isCompleteAtHub(['accepted', 'cancelled'])).toBe(true);
    expect(isCompleteAtHub(['cancelled'])).toBe(false);
    expect(isCompleteAtHub(['accepted', 'shipped'])).toBe(false);
  });
});

describe('a payment', () => {
  test('captured cannot be voided, voided cannot be captured', () => {
    const captured = capturePayment(AUTHORISED);
    expect(captured.ok && voidPayment(captured.value).ok).toBe(false);
    const voided = voidPayment(AUTHORISED);
    expect(voided.ok && capturePayment(voided.value).ok).toBe(false);
  });

  test('refunded more than captured is refused with what is left', () => {
    const captured = capturePayment(AUTHORISED);
    const refund = captured.ok ? refundPayment(captured.value, money(5001n, 'USD')) : captured;
    expect(refund).toMatchObject({ ok: false, problem: { code: 'refund_too_large', facts: { leftMinor: '5000' } } });
  });

  test('that won its dispute goes back to what its amounts say', () => {
    const disputed: Payment = { ...AUTHORISED, state: 'disputed', captured: money(5000n, 'USD'), refunded: money(100n, 'USD') };
    expect(winDispute(disputed)).toMatchObject({ ok: true, value: { state: 'partly_refunded' } });
  });

  test('never refunds more than it captured, for any sequence of refunds', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -10n, max: 3000n }), { maxLength: 12 }), (amounts) => {
        const start: Payment = { ...AUTHORISED, state: 'captured', captured: money(5000n, 'USD') };
        const end = amounts.reduce((payment, minor) => {
          const next = refundPayment(payment, money(minor, 'USD'));
          return next.ok ? next.value : payment;
        }, start);
        expect(end.refunded.minor).toBeLessThanOrEqual(end.captured.minor);
        expect(end.state === 'refunded').toBe(end.refunded.minor === end.captured.minor);
      }),
    );
  });
});
