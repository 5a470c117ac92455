import { sql, type Selectable } from 'kysely';
import type { z } from 'zod';
import type { getClaim as getClaimRoute, listClaims as listRoute } from '#contract/claims.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import { beforeCursor, cutPage, type PageQuery } from '#server/modules/orders/store.ts';
import type { ClaimTable } from '#server/platform/database/trade-tables.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentReason } from '#server/platform/present-reason.ts';
import { presentClaim, presentFaults, type ClaimShape, type Viewer } from './present.ts';
import { proposeDecision } from './service.ts';
import { loadClaim, readClaim, type StoredClaim } from './store.ts';

/** Claims as they are read and listed. */

type Page = Readonly<{ items: ClaimShape[]; nextCursor: string | null }>;

async function presentAll(context: Context, rows: readonly StoredClaim[], viewer: Viewer): Promise<ClaimShape[]> {
  const items: ClaimShape[] = [];
  for (const row of rows) items.push(await presentClaim(context, row, viewer));
  return items;
}

/** Claims on a merchant's goods, newest first. */
export async function listMerchantClaims(context: Context, merchantId: MerchantId, query: PageQuery): Promise<Page> {
  const rows = await context.tx.selectFrom('claim').selectAll().where('merchantId', '=', merchantId).where(beforeCursor('id', query.cursor)).orderBy('id', 'desc').limit(query.limit + 1).execute();
  const { page, nextCursor } = cutPage(rows, query.limit);
  return { items: await presentAll(context, page.map(readClaim), 'merchant'), nextCursor };
}

/** Waiting claims and open appeals by what is due first, then those that are over, newest first. */
export async function listClaims(context: Context, query: z.output<typeof listRoute.query>): Promise<Page> {
  const [rank, due, after] = (query.cursor ?? '').split('|');
  const waiting = rank === 'over' ? [] : await waitingClaims(context, query, due !== undefined && after !== undefined && rank === 'wait' ? { due, after } : null);
  const over = waiting.length > query.limit ? [] : await settledClaims(context, query, query.limit + 1 - waiting.length, rank === 'over' ? (after ?? null) : null);
  const rows = [...waiting, ...over];
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const items = await presentAll(context, page.map(readClaim), 'operator');
  if (rows.length <= query.limit || last === undefined) return { items, nextCursor: null };
  return { items, nextCursor: waiting.includes(last) ? `wait|${dueOf(last)}|${last.id}` : `over||${last.id}` };
}

type ClaimRow = Selectable<ClaimTable>;

/** What a claim waits for, at the latest; those without a time come after all others. */
const DUE = sql<Date>`coalesce(case when state = 'with_merchant' then answer_due end, review_due, 'infinity'::timestamptz)`;
const WAITS = sql<boolean>`(state in ('open', 'with_merchant', 'awaiting_return') or appealed_at is not null)`;

function dueOf(row: ClaimRow): string {
  return (row.state === 'with_merchant' ? row.answerDue : row.reviewDue)?.toISOString() ?? 'infinity';
}

function waitingClaims({ tx }: Context, query: z.output<typeof listRoute.query>, from: Readonly<{ due: string; after: string }> | null): Promise<ClaimRow[]> {
  let select = tx.selectFrom('claim').selectAll().where(WAITS).orderBy(DUE).orderBy('id').limit(query.limit + 1);
  if (query.state !== undefined) select = select.where('state', '=', query.state);
  if (from !== null && (from.due === 'infinity' || !Number.isNaN(Date.parse(from.due)))) select = select.where(sql<boolean>`(${DUE}, id) > (${from.due}::timestamptz, ${from.after})`);
  return select.execute();
}

function settledClaims({ tx }: Context, query: z.output<typeof listRoute.query>, limit: number, before: string | null): Promise<ClaimRow[]> {
  let select = tx.selectFrom('claim').selectAll().where(sql<boolean>`not ${WAITS}`).orderBy('id', 'desc').limit(limit);
  if (query.state !== undefined) select = select.where('state', '=', query.state);
  if (before !== null) select = select.where('id', '<', before as never);
  return select.execute();
}

/** One claim, if it is the caller's to read. Fails with `not_found`. */
export async function getClaimFor(context: Context, id: IdOf<'claim'>, viewer: 'buyer' | 'merchant', ownerId: string): Promise<Result<ClaimShape>> {
  const row = await loadClaim(context.tx, id);
  const owner = viewer === 'buyer' ? row?.buyerId : row?.merchantId;
  return row === null || owner !== ownerId ? refuse('not_found', { what: 'claim' }) : ok(await presentClaim(context, row, viewer));
}

/** Any claim, with what the policy proposes while it waits. Fails with `not_found`. */
export async function getClaim(context: Context, id: IdOf<'claim'>): Promise<Result<z.output<typeof getClaimRoute.reply>>> {
  const row = await loadClaim(context.tx, id);
  if (row === null) return refuse('not_found', { what: 'claim' });
  const proposed = await proposeDecision(context, row);
  const proposal = proposed === null ? null : { grant: proposed.outcome !== 'declined', refund: presentMoney(proposed.refund), reasons: proposed.reasons.map(presentReason), faults: presentFaults('operator', proposed.faults) };
  const before = await context.tx.selectFrom('claim').select((select) => select.fn.countAll<bigint>().as('n')).where('buyerId', '=', row.buyerId).where('id', '!=', id).where('openedAt', '>', new Date(row.openedAt.getTime() - 90 * 86_400_000)).where('openedAt', '<=', row.openedAt).executeTakeFirstOrThrow();
  return ok({ ...(await presentClaim(context, row, 'operator')), flags: row.flags, claimsBefore: Number(before.n), proposal });
}
