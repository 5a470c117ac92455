import type { LocalText } from '../market/market.ts';
import { negate, type Money } from '../money/money.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import { deriveTotals } from './balances.ts';
import type { Account } from './account.ts';

/** One entry of a transaction. Debits are positive, credits negative. `code` says what it is for, `evidence` what proves it. */
export type Posting = Readonly<{
  account: Account;
  amount: Money;
  code: string;
  /** Set on postings that belong to a merchant's statement. */
  merchantId: string | null;
  evidence: readonly string[];
}>;

/** What a transaction is about. A payout names its statement, a refund its claim. */
export type Subject = Readonly<{ orderId: string | null; claimId: string | null; statementId: string | null; disputeId?: string | undefined }>;

/**
 * Postings that happen together and balance in every currency. `key` names it within its event; an exchange is two
 * transactions that name each other in `linkedKey`.
 */
export type LedgerTransaction = Subject & Readonly<{ key: string; linkedKey: string | null; kind: string; text: LocalText; postings: readonly Posting[]; /** On a correction: the key of what it turns round. */ reverses?: string | undefined }>;

export type LedgerRefusal = Refusal<'unbalanced' | 'no_postings' | 'no_evidence' | 'lines_do_not_add_up' | 'currency_mismatch' | 'negative_amount' | 'charge_exceeds_share'>;

/** A posting; `merchantId` and `evidence` only where they matter. */
export function posting(account: Account, amount: Money, code: string, more: Readonly<{ merchantId?: string; evidence?: readonly string[] }> = {}): Posting {
  return { account, amount, code, merchantId: more.merchantId ?? null, evidence: more.evidence ?? [] };
}

/** A credit: the same amount with its sign turned. */
export function credit(account: Account, amount: Money, code: string, more: Readonly<{ merchantId?: string; evidence?: readonly string[] }> = {}): Posting {
  return posting(account, negate(amount), code, more);
}

/**
 * Drops empty postings and checks what holds for every transaction: it has postings, each currency sums to zero, and
 * nothing is taken from a merchant without evidence (a payout is given, not taken).
 * May fail with: no_postings, unbalanced (facts: currency, sumMinor), no_evidence (facts: account, code).
 */
export function checkTransaction(transaction: LedgerTransaction): Result<LedgerTransaction, LedgerRefusal> {
  const postings = transaction.postings.filter((one) => one.amount.minor !== 0n);
  if (postings.length === 0) return refuse('no_postings', { kind: transaction.kind });
  for (const [currency, sumMinor] of deriveTotals(postings)) {
    if (sumMinor !== 0n) return refuse('unbalanced', { kind: transaction.kind, currency, sumMinor: sumMinor.toString() });
  }
  const unproven = postings.find((one) => one.merchantId !== null && one.amount.minor > 0n && one.evidence.length === 0 && one.code !== 'payout');
  if (unproven) return refuse('no_evidence', { account: unproven.account, code: unproven.code }, 'evidence');
  return ok({ ...transaction, postings });
}

/** Checks a batch; the first refusal wins. Transactions without any amount are left out rather than refused. */
export function checkAll(transactions: readonly LedgerTransaction[]): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const checked: LedgerTransaction[] = [];
  for (const transaction of transactions.filter((one) => one.postings.some((entry) => entry.amount.minor !== 0n))) {
    const result = checkTransaction(transaction);
    if (!result.ok) return result;
    checked.push(result.value);
  }
  return ok(checked);
}

/** The opposite of a transaction: the ledger is append-only, so a mistake is undone by its mirror, with the reason and what proves it. */
export function reverseTransaction(transaction: LedgerTransaction, reason: LocalText, evidence: readonly string[]): LedgerTransaction {
  return {
    ...transaction,
    key: `reversal:${transaction.key}`,
    linkedKey: transaction.linkedKey === null ? null : `reversal:${transaction.linkedKey}`,
    kind: 'correction',
    reverses: transaction.key,
    text: reason,
    postings: transaction.postings.map((one) => ({ ...one, amount: negate(one.amount), evidence: [...one.evidence, ...evidence] })),
  };
}
