import { z } from 'zod';
import { localText } from '#contract/shapes.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { isId } from '#core/ids/id.ts';
import type { LedgerEvent } from '#core/ledger/ledger-event.ts';
import { postingsFor } from '#core/ledger/postings-for.ts';
import type { LedgerTransaction } from '#core/ledger/transaction.ts';
import type { Currency } from '#core/money/currency.ts';
import { money } from '#core/money/money.ts';
import type { Context } from '#server/platform/operation.ts';

/** The ledger: what business events post is computed by core and appended here, with the running balances, in the transaction of the event itself. */

/**
 * Appends the postings of business events. Figures come frozen from orders and decided claims, so postings that do not
 * add up are a bug and stop the command. Answers the transactions' ids by core's keys.
 */
export async function recordLedger(context: Context, events: readonly LedgerEvent[]): Promise<ReadonlyMap<string, IdOf<'transaction'>>> {
  const transactions = events.flatMap((event) => {
    const posted = postingsFor(event);
    if (!posted.ok) throw new Error(`${event.type} cannot be posted: ${posted.problem.code} ${canonicalJson(posted.problem.facts ?? {})}`);
    return [...posted.value];
  });
  // Ids of one moment are random among themselves; sorted, they keep the order in which core posts: goods before fees.
  const ids = transactions.map(() => context.ids.next('transaction', context.at)).sort();
  const byKey = new Map(transactions.flatMap((transaction, index) => {
    const id = ids[index];
    return id === undefined ? [] : [[transaction.key, id] as const];
  }));
  await insertTransactions(context, transactions, byKey);
  await addToBalances(context, transactions);
  return byKey;
}

function idOrNull<Kind extends 'order' | 'claim' | 'statement' | 'dispute' | 'transaction'>(kind: Kind, text: string | null): IdOf<Kind> | null {
  return text !== null && isId(kind, text) ? text : null;
}

async function insertTransactions({ tx, at, ids }: Context, transactions: readonly LedgerTransaction[], byKey: ReadonlyMap<string, IdOf<'transaction'>>): Promise<void> {
  if (transactions.length === 0) return;
  const idOf = (key: string): IdOf<'transaction'> => {
    const id = byKey.get(key);
    if (id === undefined) throw new Error(`transaction ${key} is linked but not posted`);
    return id;
  };
  await tx
    .insertInto('ledgerTransaction')
    .values(transactions.map((one) => ({
      id: idOf(one.key), at, kind: one.kind, text: canonicalJson(one.text), eventId: null, orderId: idOrNull('order', one.orderId), claimId: idOrNull('claim', one.claimId), statementId: idOrNull('statement', one.statementId),
      disputeId: idOrNull('dispute', one.disputeId ?? null), reversesId: idOrNull('transaction', one.reverses ?? null),
      // One half of an exchange can be empty and left out; the other then stands alone.
      linkedId: one.linkedKey === null ? null : (byKey.get(one.linkedKey) ?? null),
    })))
    .execute();
  const postings = transactions.flatMap((one) => one.postings.map((posting) => ({
    id: ids.next('posting', at), transactionId: idOf(one.key), account: posting.account, currency: posting.amount.currency, amountMinor: posting.amount.minor,
    merchantId: posting.merchantId !== null && isId('merchant', posting.merchantId) ? posting.merchantId : null, code: posting.code, evidence: canonicalJson(posting.evidence), at, statementId: null,
  })));
  await tx.insertInto('posting').values(postings).execute();
}

/** Balances are touched once each and in the order of their names, so two commands that post to the same accounts queue up and never block each other. */
async function addToBalances({ tx }: Context, transactions: readonly LedgerTransaction[]): Promise<void> {
  const sums = new Map<string, { account: string; currency: Currency; amountMinor: bigint }>();
  for (const { account, amount } of transactions.flatMap((one) => one.postings)) {
    const key = `${account}|${amount.currency}`;
    const before = sums.get(key);
    sums.set(key, { account, currency: amount.currency, amountMinor: (before?.amountMinor ?? 0n) + amount.minor });
  }
  const rows = [...sums].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  if (rows.length === 0) return;
  await tx
    .insertInto('balance')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['account', 'currency']).doUpdateSet((set) => ({ amountMinor: set('balance.amountMinor', '+', set.ref('excluded.amountMinor')) })))
    .execute();
}

/** The transactions that stand for a cause (a claim or dispute) and were not turned round yet, as core reverses them: each is its own key. */
export async function standingTransactions({ tx }: Context, cause: Readonly<{ claimId: IdOf<'claim'> }>): Promise<LedgerTransaction[]> {
  const rows = await tx
    .selectFrom('ledgerTransaction as t')
    .select(['t.id', 't.kind', 't.text', 't.orderId', 't.claimId', 't.linkedId'])
    .where('t.claimId', '=', cause.claimId)
    .where('t.reversesId', 'is', null)
    .where((where) => where.not(where.exists(where.selectFrom('ledgerTransaction as r').select('r.id').whereRef('r.reversesId', '=', 't.id'))))
    .orderBy('t.id')
    .execute();
  if (rows.length === 0) return [];
  const postings = await tx.selectFrom('posting').selectAll().where('transactionId', 'in', rows.map((row) => row.id)).orderBy('id').execute();
  return rows.map((row) => ({
    key: row.id, linkedKey: row.linkedId, kind: row.kind, text: localText.parse(row.text), orderId: row.orderId, claimId: row.claimId, statementId: null,
    postings: postings.filter((one) => one.transactionId === row.id).map((one) => ({ account: one.account, amount: money(one.amountMinor, one.currency), code: one.code, merchantId: one.merchantId, evidence: evidenceIds.parse(one.evidence) })),
  }));
}

const evidenceIds = z.array(z.string());
