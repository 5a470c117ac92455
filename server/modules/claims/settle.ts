import type { ClaimDecision } from '#core/claims/claim.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { LocalText } from '#core/market/market.ts';
import { refuse, ok, type Result } from '#core/result.ts';
import { placeHold, releaseHoldsOf } from '#server/modules/holds/service.ts';
import { recordLedger, standingTransactions } from '#server/modules/ledger/service.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { refundOrderPayment } from '#server/modules/orders/payments.ts';
import { moneyText } from '#server/modules/orders/present-money.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { MadeDecision } from './made-decision.ts';
import { askForGoods } from './returns.ts';
import { recordShares } from './shares.ts';
import type { ClaimCase, ClaimState, StoredClaim } from './store.ts';

/** Turns a decision into what follows from it: the refund, the charge, the state, and the news of it. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const STATE_OF: Readonly<Record<ClaimDecision['outcome'], ClaimState>> = { granted: 'refunded', declined: 'declined', needs_answer: 'with_merchant', needs_review: 'open', needs_evidence: 'open', needs_return: 'awaiting_return' };

/** Carries out a decision. A granted claim is refunded and charged in the same transaction. Fails with `wrong_state`, and what the provider answers. */
export async function carryOut(context: Context, row: StoredClaim, claimCase: ClaimCase, made: MadeDecision): Promise<Result<StoredClaim>> {
  const { tx, at } = context;
  const { order, line, policy } = claimCase;
  const { decision, by } = made;
  const granted = decision.outcome === 'granted';
  if (granted && decision.refund.minor <= 0n) return refuse('wrong_state', { state: 'refunded', move: 'grant' });
  if (granted) {
    const refunded = await refundOrderPayment(context, order.id, decision.refund);
    if (!refunded.ok) return refunded;
    const shares = await recordShares(context, { cause: row.id, round: row.round, orderId: order.id, merchantId: row.merchantId, refund: decision.refund, rate: line.rate }, decision.faults);
    await recordLedger(context, [{ type: 'claim_refunded', orderId: order.id, claimId: row.id, provider: refunded.value.provider, refund: decision.refund, rate: line.rate, shares }]);
  }
  const final = granted || decision.outcome === 'declined';
  const reviewed = decision.outcome === 'needs_review';
  const changes = {
    state: STATE_OF[decision.outcome], round: row.round, reviewDue: reviewed ? later(at, policy.reviewHours * HOUR_MS) : null, overdueAt: null, appealUntil: granted ? later(at, policy.appealDays * DAY_MS) : null, refundMinor: granted ? decision.refund.minor : null,
    answerDue: decision.answerDue === null ? row.answerDue : new Date(decision.answerDue), decidedAt: final ? at : null, decidedBy: final || decision.outcome === 'needs_return' ? by : null,
  };
  await tx.updateTable('claim').set({ ...changes, decision: canonicalJson(decision), decisionInput: canonicalJson(made.input) }).where('id', '=', row.id).execute();
  if (decision.outcome === 'needs_return') await askForGoods(context, row, claimCase);
  await holdOrFree(context, row, decision, final);
  await tellOutcome(context, row, decision);
  return ok({ ...row, ...changes });
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

const HELD: LocalText = { 'zh-Hans': '售后处理中，拟由商家承担的部分暂缓', 'zh-Hant': '售後處理中，擬由商家承擔的部分暫緩', en: 'A claim is being decided; what the merchant may have to bear waits' };
const DECIDED: LocalText = { 'zh-Hans': '售后已有结论', 'zh-Hant': '售後已有結論', en: 'The claim was decided' };
/** A waiting claim holds money for so many days at the most. Set by the marketplace, 2026-11-27. */
const HOLD_DAYS = 30;

/** While a claim waits, what the policy proposes to charge the merchant is held; with its end the hold ends. */
async function holdOrFree(context: Context, row: StoredClaim, decision: ClaimDecision, final: boolean): Promise<void> {
  if (final) return releaseHoldsOf(context, row.id, DECIDED);
  const charge = decision.faults.find((fault) => fault.party === 'merchant')?.charge?.minor ?? 0n;
  await placeHold(context, { merchantId: row.merchantId, orderId: row.orderId, cause: row.id, code: 'claim', reason: HELD, amountMinor: charge, endsOn: shanghaiDay(later(context.at, HOLD_DAYS * DAY_MS)) });
}

/**
 * Turns a settled claim's postings round in full and bears the same refund as ruled now. The buyer keeps what was given
 * back, so the payment does not move.
 */
export async function reverseAndBear(context: Context, row: StoredClaim, { order, line, policy }: ClaimCase, { decision, input, by }: MadeDecision): Promise<Result<StoredClaim>> {
  const { tx, at } = context;
  const round = row.round + 1;
  const { provider } = await tx.selectFrom('payment').select('provider').where('orderId', '=', order.id).executeTakeFirstOrThrow();
  const evidence = [...new Set(decision.faults.flatMap((fault) => fault.evidence))];
  const shares = await recordShares(context, { cause: row.id, round, orderId: order.id, merchantId: row.merchantId, refund: decision.refund, rate: line.rate }, decision.faults);
  await recordLedger(context, [
    { type: 'correction', reverses: await standingTransactions(context, { claimId: row.id }), reason: OVERTURNED, evidence: evidence.length > 0 ? evidence : [row.id] },
    { type: 'claim_refunded', orderId: order.id, claimId: row.id, provider, refund: decision.refund, rate: line.rate, shares },
  ]);
  const changes = { state: 'overturned' as const, round, decidedAt: at, decidedBy: by, appealedAt: null, reviewDue: null, overdueAt: null, appealUntil: later(at, policy.appealDays * DAY_MS) };
  await tx.updateTable('claim').set({ ...changes, decision: canonicalJson(decision), decisionInput: canonicalJson(input) }).where('id', '=', row.id).execute();
  await recordEvents(context, [{ kind: 'claim_overturned', subject: row.id, merchantId: row.merchantId, market: row.market, why: decision.reasons[0]?.text ?? null, data: { charge: chargeText(decision) } }]);
  return ok({ ...row, ...changes });
}

const OVERTURNED: LocalText = { 'zh-Hans': '售后改判，原分录全额冲回', 'zh-Hant': '售後改判，原分錄全額沖回', en: 'Claim decided anew, its postings turned round in full' };

function chargeText(decision: ClaimDecision): string | null {
  const charge = decision.faults.find((fault) => fault.party === 'merchant')?.charge ?? null;
  return charge === null ? null : moneyText(charge);
}

async function tellOutcome(context: Context, row: StoredClaim, decision: ClaimDecision): Promise<void> {
  if (decision.outcome !== 'granted' && decision.outcome !== 'declined') return;
  const kind = decision.outcome === 'granted' ? 'claim_granted' : 'claim_declined';
  const common = { kind, market: row.market, why: decision.reasons[0]?.text ?? null };
  await recordEvents(context, [
    { ...common, subject: row.id, merchantId: row.merchantId, data: { amount: moneyText(decision.refund), charge: chargeText(decision), orderLineId: row.orderLineId } },
    { ...common, subject: row.orderId, buyerId: row.buyerId, data: { amount: moneyText(decision.refund), claimId: row.id } },
  ]);
}
