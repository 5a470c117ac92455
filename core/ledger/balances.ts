import type { Currency } from '../money/currency.ts';
import { add, negate, zero, type Money } from '../money/money.ts';
import { merchantPayable, type Account } from './account.ts';
import type { LedgerTransaction, Posting } from './transaction.ts';

/** The balance of every account that has postings. Debit balances are positive, credit balances negative. */
export type Balances = ReadonlyMap<Account, Money>;

/** Balances after one more transaction. */
export function applyTransaction(balances: Balances, transaction: LedgerTransaction): Balances {
  const next = new Map(balances);
  for (const entry of transaction.postings) {
    const before = next.get(entry.account);
    next.set(entry.account, before ? add(before, entry.amount) : entry.amount);
  }
  return next;
}

/** Re-derives every balance from the postings alone: what stored balances are proved against. */
export function deriveBalances(transactions: readonly LedgerTransaction[]): Balances {
  const balances = new Map<Account, Money>();
  for (const entry of transactions.flatMap((transaction) => transaction.postings)) {
    const before = balances.get(entry.account);
    balances.set(entry.account, before ? add(before, entry.amount) : entry.amount);
  }
  return balances;
}

/** The sum of postings per currency: all zero when they balance. */
export function deriveTotals(postings: readonly Posting[]): ReadonlyMap<Currency, bigint> {
  const totals = new Map<Currency, bigint>();
  for (const { amount } of postings) totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + amount.minor);
  return totals;
}

/** What the marketplace owes a merchant; negative when the merchant owes it. */
export function owedToMerchant(balances: Balances, merchantId: string, currency: Currency = 'CNY'): Money {
  return negate(balances.get(merchantPayable(merchantId, currency)) ?? zero(currency));
}
