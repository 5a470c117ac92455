import type { Currency } from '../money/currency.ts';
import type { LocalText } from '../market/market.ts';
import { add, negate, sum, zero, type Money } from '../money/money.ts';
import { merchantPayable } from './account.ts';
import type { LedgerTransaction, Subject } from './transaction.ts';

/** A recorded transaction: what the ledger stored, with its id and instant (UTC). */
export type RecordedTransaction = LedgerTransaction & Readonly<{ id: string; at: string }>;

/** One line of a statement, from the merchant's side: what it earns is positive, what is taken or paid out negative. */
export type StatementLine = Omit<Subject, 'statementId'> & Readonly<{ at: string; code: string; label: LocalText; amount: Money; transactionId: string; evidence: readonly string[] }>;

/** A period's lines, totals by code, and what is paid out. `opening` plus all lines is `closing`. */
export type Statement = Readonly<{
  merchantId: string;
  from: string;
  to: string;
  opening: Money;
  lines: readonly StatementLine[];
  totals: readonly Readonly<{ code: string; label: LocalText; amount: Money }>[];
  closing: Money;
  /** What is paid out: the closing balance when it reaches the minimum, otherwise nothing. */
  payout: Money;
  state: 'due' | 'carried';
}>;

export type StatementPeriod = Readonly<{ from: string; to: string; minimumPayout: Money }>;

/** Mainland China has kept UTC+8 without summer time since 1991 (tz database, Asia/Shanghai), so a fixed offset names its days. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The business day (YYYY-MM-DD, Asia/Shanghai) that an instant falls on. Statements are cut at its midnight. */
export function businessDay(at: string): string {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * Builds a merchant's statement for the business days `from` to `to`, both inclusive, out of recorded transactions:
 * those before make the opening balance, those within its lines, later ones are left alone.
 */
export function buildStatement(merchantId: string, transactions: readonly RecordedTransaction[], period: StatementPeriod): Statement {
  const { currency } = period.minimumPayout;
  const lines = transactions.flatMap((transaction) => linesOf(merchantId, transaction, currency)).sort(byTime);
  const opening = sum(lines.filter((line) => businessDay(line.at) < period.from).map((line) => line.amount), currency);
  const within = lines.filter((line) => businessDay(line.at) >= period.from && businessDay(line.at) <= period.to);
  const closing = within.reduce((balance, line) => add(balance, line.amount), opening);
  const due = closing.minor > 0n && closing.minor >= period.minimumPayout.minor;
  return {
    merchantId, from: period.from, to: period.to, opening, lines: within, totals: totalsByCode(within), closing,
    payout: due ? closing : zero(currency), state: due ? 'due' : 'carried',
  };
}

/** A merchant's lines of one transaction, the sign turned to the merchant's side. */
export function linesOf(merchantId: string, transaction: RecordedTransaction, currency: Currency): StatementLine[] {
  const account = merchantPayable(merchantId, currency);
  return transaction.postings
    .filter((posting) => posting.account === account)
    .map((posting) => ({
      at: transaction.at, code: posting.code, label: transaction.text, amount: negate(posting.amount), transactionId: transaction.id,
      orderId: transaction.orderId, claimId: transaction.claimId, evidence: posting.evidence,
    }));
}

function byTime(left: StatementLine, right: StatementLine): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  return left.transactionId < right.transactionId ? -1 : left.transactionId > right.transactionId ? 1 : 0;
}

/** Totals in the order in which their codes first appear; each takes the words of its first line. */
function totalsByCode(lines: readonly StatementLine[]): Statement['totals'] {
  const totals = new Map<string, { code: string; label: LocalText; amount: Money }>();
  for (const { code, label, amount } of lines) {
    const soFar = totals.get(code);
    totals.set(code, soFar ? { ...soFar, amount: add(soFar.amount, amount) } : { code, label, amount });
  }
  return [...totals.values()];
}
