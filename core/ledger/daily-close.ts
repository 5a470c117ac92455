import { fingerprint } from '../decision/fingerprint.ts';
import { businessDay } from './statement.ts';

/**
 * The daily close: what a day posted, the balances at its end, and a hash over both and the day before. Recomputed from the
 * postings alone it comes out the same, or somebody changed what was closed.
 */

/** A posting as it is hashed: everything but the statement that took it in, which is marked later. */
export type ClosedPosting = Readonly<{ id: string; account: string; currency: string; amountMinor: bigint; code: string; merchantId: string | null; evidence: readonly string[] }>;
export type ClosedTransaction = Readonly<{ id: string; at: string; kind: string; orderId: string | null; claimId: string | null; linkedId: string | null; reversesId: string | null; postings: readonly ClosedPosting[] }>;

/** Balances by account and currency, as `account` → minor units. Zero balances are left out. */
export type ClosedBalances = Readonly<Record<string, string>>;

export type DayClose = Readonly<{ day: string; transactions: number; postings: number; balances: ClosedBalances; contentHash: string; previousHash: string; hash: string }>;

/** What the chain begins with. */
export const FIRST_HASH = '0'.repeat(64);

const DAY_MS = 86_400_000;

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function balancesAfter(before: ReadonlyMap<string, bigint>, transactions: readonly ClosedTransaction[]): Map<string, bigint> {
  const balances = new Map(before);
  for (const posting of transactions.flatMap((one) => one.postings)) balances.set(posting.account, (balances.get(posting.account) ?? 0n) + posting.amountMinor);
  return balances;
}

function stated(balances: ReadonlyMap<string, bigint>): ClosedBalances {
  return Object.fromEntries([...balances].filter(([, minor]) => minor !== 0n).sort(([left], [right]) => (left < right ? -1 : 1)).map(([account, minor]) => [account, minor.toString()]));
}

/** The hash of a close: over its day, its content, its balances and the hash before it. */
export function hashOfClose({ day, transactions, postings, balances, contentHash, previousHash }: Omit<DayClose, 'hash'>): string {
  return fingerprint({ day, transactions, postings, balances, contentHash, previousHash });
}

/**
 * Closes every business day from `first` to `last`, both inclusive, out of all transactions there are, in any order.
 * Days without postings are closed as well: that nothing happened is recorded too.
 */
export function closeDays(transactions: readonly ClosedTransaction[], first: string, last: string, before: Readonly<{ hash: string; balances: ClosedBalances }> = { hash: FIRST_HASH, balances: {} }): readonly DayClose[] {
  const byDay = new Map<string, ClosedTransaction[]>();
  for (const one of transactions) byDay.set(businessDay(one.at), [...(byDay.get(businessDay(one.at)) ?? []), one]);
  const closes: DayClose[] = [];
  let balances: ReadonlyMap<string, bigint> = new Map(Object.entries(before.balances).map(([account, minor]) => [account, BigInt(minor)]));
  let previousHash = before.hash;
  for (let day = first; day <= last; day = dayAfter(day)) {
    const own = (byDay.get(day) ?? []).toSorted((left, right) => (left.id < right.id ? -1 : 1)).map((one) => ({ ...one, postings: one.postings.toSorted((left, right) => (left.id < right.id ? -1 : 1)) }));
    balances = balancesAfter(balances, own);
    const close = { day, transactions: own.length, postings: own.reduce((sum, one) => sum + one.postings.length, 0), balances: stated(balances), contentHash: fingerprint(own), previousHash };
    previousHash = hashOfClose(close);
    closes.push({ ...close, hash: previousHash });
  }
  return closes;
}

/** Where stored closes and the postings part ways. Empty when every day comes out the same. */
export type CloseFault = Readonly<{ day: string; what: 'content' | 'balances' | 'chain' | 'missing' }>;

/** Verifies a chain of closes against what the postings give now. */
export function verifyCloses(stored: readonly DayClose[], derived: readonly DayClose[]): readonly CloseFault[] {
  return derived.flatMap((now): CloseFault[] => {
    const then = stored.find((one) => one.day === now.day);
    if (then === undefined) return [{ day: now.day, what: 'missing' }];
    if (then.contentHash !== now.contentHash || then.transactions !== now.transactions || then.postings !== now.postings) return [{ day: now.day, what: 'content' }];
    if (fingerprint(then.balances) !== fingerprint(now.balances)) return [{ day: now.day, what: 'balances' }];
    return then.previousHash !== now.previousHash || then.hash !== now.hash ? [{ day: now.day, what: 'chain' }] : [];
  });
}
