import { sql } from 'kysely';
import { z } from 'zod';
import type { listDailyCloses, verifyDailyCloses } from '#contract/money.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { closeDays, dayAfter, FIRST_HASH, verifyCloses, type ClosedTransaction, type DayClose } from '#core/ledger/daily-close.ts';
import { businessDay } from '#core/ledger/statement.ts';
import { MARKET_PROFILES, MARKETS } from '#core/market/market.ts';
import { CURRENCIES } from '#core/money/currency.ts';
import { exchange } from '#core/money/exchange.ts';
import { money } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { middleRate } from '#server/modules/ledger/order-events.ts';
import { presentMinor } from '#server/modules/orders/present-money.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { proveLedger } from './proof.ts';

/** Closing the books day by day, and proving that what was closed is still there. */

/** A command that began before midnight may still be writing: a day is closed so long after it ended. */
const SETTLE_MS = 10 * 60_000;

/** The last business day that can be closed at a moment. */
export function lastClosableDay(at: Date): string {
  return new Date(Date.parse(`${businessDay(new Date(at.getTime() - SETTLE_MS).toISOString())}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const evidenceIds = z.array(z.string());

/** Every transaction with its postings whose business day lies within, oldest first. */
async function loadTransactions(tx: Tx, from: string | null, to: string): Promise<ClosedTransaction[]> {
  const start = from === null ? new Date(0) : new Date(`${from}T00:00:00+08:00`);
  const end = new Date(`${dayAfter(to)}T00:00:00+08:00`);
  const rows = await tx.selectFrom('ledgerTransaction').select(['id', 'at', 'kind', 'orderId', 'claimId', 'linkedId', 'reversesId']).where('at', '>=', start).where('at', '<', end).orderBy('id').execute();
  const postings = await tx.selectFrom('posting').innerJoin('ledgerTransaction as t', 't.id', 'posting.transactionId').select(['posting.id', 'posting.transactionId', 'account', 'currency', 'amountMinor', 'code', 'merchantId', 'evidence']).where('t.at', '>=', start).where('t.at', '<', end).orderBy('posting.id').execute();
  const byTransaction = Map.groupBy(postings, (one) => one.transactionId);
  return rows.map((row) => ({
    ...row, at: row.at.toISOString(),
    postings: (byTransaction.get(row.id) ?? []).map(({ id, account, currency, amountMinor, code, merchantId, evidence }) => ({ id, account, currency, amountMinor, code, merchantId, evidence: evidenceIds.parse(evidence) })),
  }));
}

const balancesShape = z.record(z.string(), z.string());

async function loadCloses(tx: Tx): Promise<DayClose[]> {
  const rows = await tx.selectFrom('dailyClose').selectAll().orderBy('day').execute();
  return rows.map(({ day, transactions, postings, balances, contentHash, previousHash, hash }) => ({ day, transactions, postings, balances: balancesShape.parse(balances), contentHash, previousHash, hash }));
}

/**
 * Closes every day that is not closed yet up to `through`, by default the last one that can be. Writers are waited for and
 * kept out meanwhile, so no posting slips between. Fails with `invalid_input` for a day that has not ended.
 */
export async function closeBooks(context: Context, through: string = lastClosableDay(context.at)): Promise<Result<{ days: number; through: string }>> {
  const { tx, at } = context;
  const last = lastClosableDay(at);
  if (through > last) return refuse('invalid_input', { detail: `${through} has not ended; expected a day up to ${last}` }, 'through');
  await sql`lock table ledger_transaction in share mode`.execute(tx);
  const [before] = await tx.selectFrom('dailyClose').selectAll().orderBy('day', 'desc').limit(1).execute();
  const transactions = await loadTransactions(tx, before === undefined ? null : dayAfter(before.day), through);
  const first = before === undefined ? transactions.map((one) => businessDay(one.at)).toSorted()[0] : dayAfter(before.day);
  if (first === undefined || first > through) return ok({ days: 0, through });
  const closes = closeDays(transactions, first, through, before === undefined ? { hash: FIRST_HASH, balances: {} } : { hash: before.hash, balances: balancesShape.parse(before.balances) });
  await tx.insertInto('dailyClose').values(closes.map((close) => ({ ...close, closedAt: at, balances: canonicalJson(close.balances), positions: canonicalJson(positionsOf(context, close)) }))).execute();
  await recordEvents(context, [{ kind: 'books_closed', subject: through, data: { days: closes.length, hash: closes.at(-1)?.hash ?? FIRST_HASH } }]);
  return ok({ days: closes.length, through });
}

/** Closes the books of every day that has ended. */
export async function closeEndedDays(context: Context): Promise<Readonly<{ days: number }>> {
  const closed = await closeBooks(context);
  return { days: closed.ok ? closed.value.days : 0 };
}

type Position = Readonly<{ currency: string; held: string; worth: string }>;

/** What is held in each currency because of exchanges, and its worth in CNY at the day's middle rate: what it would give if it were turned back that day. */
function positionsOf({ system }: Context, close: DayClose): Position[] {
  return CURRENCIES.flatMap((currency): Position[] => {
    const held = close.balances[`platform:fx:${currency}`];
    if (held === undefined) return [];
    const market = MARKETS.find((one) => MARKET_PROFILES[one].currency === currency);
    const worth = market === undefined ? BigInt(held) : exchange(money(BigInt(held), currency), middleRate(system.packs.pricing, market, new Date(`${close.day}T12:00:00Z`)), 'half_up').minor;
    return [{ currency, held, worth: worth.toString() }];
  });
}

const positionsShape = z.array(z.object({ currency: z.enum(CURRENCIES), held: z.string(), worth: z.string() }));

/** Closed days, newest first. */
export async function presentCloses({ tx }: Context, query: Readonly<{ cursor?: string | undefined; limit: number }>): Promise<z.output<typeof listDailyCloses.reply>> {
  let select = tx.selectFrom('dailyClose').selectAll().orderBy('day', 'desc').limit(query.limit + 1);
  if (query.cursor !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(query.cursor)) select = select.where('day', '<', query.cursor);
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return {
    nextCursor: rows.length > query.limit ? (page.at(-1)?.day ?? null) : null,
    items: page.map((row) => ({
      day: row.day, closedAt: row.closedAt.toISOString(), transactions: row.transactions, postings: row.postings, hash: row.hash, previousHash: row.previousHash,
      positions: positionsShape.parse(row.positions).map((one) => ({ held: presentMinor(BigInt(one.held), one.currency), worth: presentMinor(BigInt(one.worth), 'CNY') })),
    })),
  };
}

/** Derives every closed day again from the postings alone and compares contents, balances and the chain of hashes. */
export async function verifyBooks(context: Context): Promise<z.output<typeof verifyDailyCloses.reply>> {
  const { tx } = context;
  const stored = await loadCloses(tx);
  const [first] = stored;
  const last = stored.at(-1);
  const faults = first === undefined || last === undefined ? [] : verifyCloses(stored, closeDays(await loadTransactions(tx, null, last.day), first.day, last.day));
  const ledger = await proveLedger(context);
  return { verified: faults.length === 0 && ledger.balanced, days: stored.length, from: first?.day ?? null, to: last?.day ?? null, lastHash: last?.hash ?? null, transactions: stored.reduce((sum, close) => sum + close.transactions, 0), faults: [...faults], balanced: ledger.balanced };
}
