import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { buildStatement, businessDay, type StatementLine } from '#core/ledger/statement.ts';
import { money, sum, type Money } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordLedger } from '#server/modules/ledger/service.ts';
import { nextSettlementDay, shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { moneyText, presentMoney } from '#server/modules/orders/present-money.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { activeHolds } from '#server/modules/holds/service.ts';
import { presentStatementHold, presentStatementLine, presentStatementSummary, type StatementSummary } from './present.ts';
import { loadLatest, loadMerchantsToSettle, loadStatement, loadUnsettled, STATEMENT_CURRENCY } from './store.ts';

/** Closing a period: what stands on a merchant's account and on no statement yet is drawn up, and paid out when it is positive, less what is held. */

const DAY_MS = 86_400_000;

/** The first instant after a business day in Shanghai (UTC+8 without summer time since 1991, tz database). */
function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY_MS);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/**
 * Closes up to and including the business day `through`, for one merchant or all. Running it again for the same day
 * finds nothing left. Fails with `invalid_input` for a day that has not begun.
 */
export async function closeStatements(context: Context, through: string, only?: MerchantId): Promise<Result<{ items: StatementSummary[] }>> {
  const { tx, at } = context;
  const today = shanghaiDay(at);
  if (through > today) return refuse('invalid_input', { detail: `${through} has not begun; expected a day up to ${today}` }, 'through');
  const items: StatementSummary[] = [];
  for (const merchantId of await loadMerchantsToSettle(tx, endOf(through), only)) {
    const id = await closeMerchant(context, merchantId, through);
    const row = id === null ? null : await loadStatement(tx, id);
    if (row !== null) items.push(presentStatementSummary(row));
  }
  return ok({ items });
}

/** On a payout day, closes statements up to the day before; however often it is asked, once. */
export async function closeOnItsDay(context: Context): Promise<Readonly<{ statements: number }>> {
  const today = shanghaiDay(context.at);
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  if (nextSettlementDay(yesterday) !== today) return { statements: 0 };
  const closed = await closeStatements(context, yesterday);
  return { statements: closed.ok ? closed.value.items.length : 0 };
}

/** One merchant's statement, or null when there is nothing to draw up. */
async function closeMerchant(context: Context, merchantId: MerchantId, through: string): Promise<IdOf<'statement'> | null> {
  const { tx, at, ids } = context;
  // Two operators who close at once: the second waits here and finds nothing unsettled.
  await tx.selectFrom('merchant').select('id').where('id', '=', merchantId).forNoKeyUpdate().execute();
  const before = await loadLatest(tx, merchantId);
  // What came in after a day was closed belongs to the next statement.
  if (before !== null && before.toDay >= through) return null;
  const { postingIds, lines } = await loadUnsettled(tx, merchantId, endOf(through));
  const [first] = lines;
  if (first === undefined) return null;
  const opening = await carriedFrom(context, before?.id ?? null);
  const holds = await activeHolds(tx, merchantId, shanghaiDay(at));
  const { totals, payout, state } = draw(merchantId, lines, opening, through, holds.reduce((sum, one) => sum + one.amountMinor, 0n));
  const id = ids.next('statement', at);
  const from = before === null ? businessDay(first.at) : dayAfter(before.toDay);
  const paid = state === 'due';
  await tx
    .insertInto('statement')
    .values({
      id, merchantId, fromDay: from, toDay: through, state: paid ? 'paid' : 'carried', openingMinor: opening.minor, payoutMinor: payout.minor, payoutOn: paid ? shanghaiDay(at) : nextSettlementDay(through), paidAt: paid ? at : null, at,
      body: canonicalJson({ lines: lines.map(presentStatementLine), totals: totals.map((total) => ({ ...total, amount: presentMoney(total.amount) })), holds: holds.map(presentStatementHold) }),
    })
    .execute();
  await tx.updateTable('posting').set({ statementId: id }).where('id', 'in', postingIds).execute();
  if (paid) await payOut(context, merchantId, id, payout);
  await recordEvents(context, [
    { kind: 'statement_closed', subject: id, merchantId, data: { from, to: through, payout: moneyText(payout), state: paid ? 'paid' : 'carried' } },
    ...(paid ? [{ kind: 'payout_paid', subject: id, merchantId, data: { amount: moneyText(payout) } }] : []),
  ]);
  return id;
}

/** Lines and totals as core draws them, with what an earlier statement carried over in front. */
function draw(merchantId: MerchantId, lines: readonly StatementLine[], opening: Money, through: string, heldMinor: bigint) {
  const transactions = lines.map((line) => ({
    id: line.transactionId, at: line.at, key: line.transactionId, linkedKey: null, kind: line.code, text: line.label, orderId: line.orderId, claimId: line.claimId, statementId: null,
    postings: [{ account: `merchant:${merchantId}:payable:${STATEMENT_CURRENCY}`, amount: money(-line.amount.minor, line.amount.currency), code: line.code, merchantId, evidence: line.evidence }],
  }));
  // Unsettled lines are all of this period whatever their day, so the period is open at its start.
  const drawn = buildStatement(merchantId, transactions, { from: '0000-01-01', to: through, minimumPayout: money(1n, STATEMENT_CURRENCY) });
  const closing = sum([opening, drawn.closing], STATEMENT_CURRENCY);
  // What is held waits on the account: it is carried into the next statement.
  const free = money(closing.minor - heldMinor, STATEMENT_CURRENCY);
  const isDue = free.minor > 0n;
  return { totals: drawn.totals, payout: isDue ? free : money(0n, STATEMENT_CURRENCY), state: isDue ? ('due' as const) : ('carried' as const) };
}

/** What the last statement left on the account: everything settled on it and before, payouts included. */
async function carriedFrom({ tx }: Context, statementId: IdOf<'statement'> | null): Promise<Money> {
  if (statementId === null) return money(0n, STATEMENT_CURRENCY);
  const row = await tx.selectFrom('statement').select(['openingMinor', 'payoutMinor', 'id']).where('id', '=', statementId).executeTakeFirstOrThrow();
  const settled = await tx.selectFrom('posting').select((select) => select.fn.sum<string | null>('amountMinor').as('sum')).where('statementId', '=', row.id).executeTakeFirstOrThrow();
  // Postings of the statement, its payout among them, from the ledger's side: a credit is what the merchant is owed.
  return money(row.openingMinor - BigInt(settled.sum ?? '0'), STATEMENT_CURRENCY);
}

async function payOut(context: Context, merchantId: MerchantId, statementId: IdOf<'statement'>, amount: Money): Promise<void> {
  const posted = await recordLedger(context, [{ type: 'payout_paid', merchantId, statementId, amount }]);
  await context.tx.updateTable('posting').set({ statementId }).where('transactionId', 'in', [...posted.values()]).where('merchantId', '=', merchantId).execute();
}
