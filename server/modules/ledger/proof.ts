import { sql } from 'kysely';
import type { z } from 'zod';
import type { getLedgerProof } from '#contract/statements.ts';
import type { Context } from '#server/platform/operation.ts';

export type LedgerProof = z.output<typeof getLedgerProof.reply>;

type BalanceRow = Readonly<{ account: string; currency: string; stored: bigint; derived: bigint }>;

/** Proves the ledger from its postings alone: every transaction and every currency sums to zero, and the balances re-derived equal those kept with each posting. */
export async function proveLedger({ tx }: Context): Promise<LedgerProof> {
  const { rows: accounts } = await sql<BalanceRow>`
    select coalesce(b.account, p.account) as account, coalesce(b.currency, p.currency) as currency, coalesce(b.amount_minor, 0) as stored, coalesce(p.derived, 0)::bigint as derived
    from balance b full join (select account, currency, sum(amount_minor)::bigint as derived from posting group by account, currency) p on p.account = b.account and p.currency = b.currency
    order by 1, 2`.execute(tx);
  const { rows: currencies } = await sql<{ currency: string; sum: bigint }>`select currency, sum(amount_minor)::bigint as sum from posting group by currency order by currency`.execute(tx);
  const { rows: counts } = await sql<{ transactions: bigint; postings: bigint; unbalanced: bigint }>`
    select (select count(*) from ledger_transaction) as transactions, (select count(*) from posting) as postings,
      (select count(*) from (select 1 from posting group by transaction_id, currency having sum(amount_minor) <> 0) uneven) as unbalanced`.execute(tx);
  const count = counts[0];
  return {
    balanced: count?.unbalanced === 0n && currencies.every((row) => row.sum === 0n) && accounts.every((row) => row.stored === row.derived),
    transactions: Number(count?.transactions ?? 0n), postings: Number(count?.postings ?? 0n),
    currencies: currencies.map((row) => ({ currency: row.currency, sum: row.sum.toString() })),
    accounts: accounts.map((row) => ({ account: row.account, currency: row.currency, stored: row.stored.toString(), derived: row.derived.toString() })),
  };
}
