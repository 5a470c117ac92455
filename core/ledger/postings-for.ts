import { refuse, type Result } from '../result.ts';
import { negate } from '../money/money.ts';
import { disputed, income, merchantPayable, payoutBank, providerReceivable } from './account.ts';
import { chargebackLostPostings, claimRefundedPostings } from './borne-refund.ts';
import type { Correction, DisputeOpened, DisputeWon, ExportFeesCharged, LedgerEvent, PayoutPaid } from './ledger-event.ts';
import { orderCapturedPostings } from './order-captured.ts';
import { checkAll, credit, posting, reverseTransaction, type LedgerRefusal, type LedgerTransaction } from './transaction.ts';

/** The transactions of a business event, balanced and proven, or why there are none (see `LedgerRefusal`). */
export function postingsFor(event: LedgerEvent): Result<readonly LedgerTransaction[], LedgerRefusal> {
  switch (event.type) {
    case 'order_captured':
      return orderCapturedPostings(event);
    case 'export_fees_charged':
      return feePostings(event);
    case 'claim_refunded':
      return claimRefundedPostings(event);
    case 'dispute_opened':
    case 'dispute_won':
      return disputePostings(event);
    case 'chargeback_lost':
      return chargebackLostPostings(event);
    case 'payout_paid':
      return payoutPostings(event);
    case 'correction':
      return correctionPostings(event);
  }
}

/** One transaction for each fee, so that each stands on the statement under its own name. May fail with: negative_amount, no_evidence. */
function feePostings(event: ExportFeesCharged): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const negative = event.fees.find((fee) => fee.amount.minor < 0n);
  if (negative) return refuse('negative_amount', { code: negative.code, minor: negative.amount.minor.toString() }, 'fees');
  const { merchantId } = event;
  return checkAll(
    event.fees.map(({ code, label, amount, evidence }) => ({
      orderId: event.orderId, claimId: null, statementId: null, key: `fee:${event.orderId}:${merchantId}:${code}`, linkedKey: null, kind: 'fee_charged', text: label,
      postings: [posting(merchantPayable(merchantId, amount.currency), amount, code, { merchantId, evidence }), credit(income(code, amount.currency), amount, code)],
    })),
  );
}

/** What a bank took back stands on an account of its own until it decides. May fail with: negative_amount. */
function disputePostings(event: DisputeOpened | DisputeWon): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const { amount, orderId, disputeId } = event;
  if (amount.minor <= 0n) return refuse('negative_amount', { minor: amount.minor.toString() }, 'amount');
  const opened = event.type === 'dispute_opened';
  const taken = opened ? amount : negate(amount);
  return checkAll([
    {
      orderId, claimId: null, statementId: null, disputeId, key: `${event.type}:${disputeId}`, linkedKey: null, kind: event.type,
      text: opened ? { 'zh-Hans': '买家银行发起拒付', 'zh-Hant': '買家銀行發起拒付', en: 'Payment disputed by the buyer’s bank' } : { 'zh-Hans': '拒付抗辩成功，款项退回', 'zh-Hant': '拒付抗辯成功，款項退回', en: 'Dispute won, payment given back' },
      postings: [posting(disputed(amount.currency), taken, 'disputed'), credit(providerReceivable(event.provider, amount.currency), taken, 'disputed')],
    },
  ]);
}

/** May fail with: negative_amount (a payout is more than nothing). */
function payoutPostings(event: PayoutPaid): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const { amount, merchantId, statementId } = event;
  if (amount.minor <= 0n) return refuse('negative_amount', { minor: amount.minor.toString() }, 'amount');
  return checkAll([
    {
      orderId: null, claimId: null, statementId, key: `payout:${statementId}`, linkedKey: null, kind: 'payout_paid',
      text: { 'zh-Hans': '结算打款', 'zh-Hant': '結算打款', en: 'Payout' },
      postings: [posting(merchantPayable(merchantId, amount.currency), amount, 'payout', { merchantId, evidence: [statementId] }), credit(payoutBank(amount.currency), amount, 'payout')],
    },
  ]);
}

/** May fail with: no_evidence (every correction says what proves it). */
function correctionPostings(event: Correction): Result<readonly LedgerTransaction[], LedgerRefusal> {
  if (event.evidence.length === 0) return refuse('no_evidence', { code: 'correction' }, 'evidence');
  return checkAll(event.reverses.map((transaction) => reverseTransaction(transaction, event.reason, event.evidence)));
}
