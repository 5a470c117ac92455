import type { IdOf } from '#core/ids/id.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { decideByPolicy } from './made-decision.ts';
import { claimUndelivered } from './undelivered.ts';
import { lapseReturns } from './returns.ts';
import { carryOut } from './settle.ts';
import { loadCase, loadClaim } from './store.ts';

/** What the clock does to claims: a merchant's time to answer ends, and a person's. */

/** Decides what nobody answered, marks what is late, ends what was never sent back. */
export async function claimsFallDue(context: Context): Promise<Readonly<{ unanswered: number; undelivered: number; overdue: number; lapsed: number }>> {
  const unanswered = await unansweredClaims(context);
  for (const id of unanswered) await decideUnanswered(context, id);
  return { unanswered: unanswered.length, undelivered: await claimUndelivered(context), overdue: await markOverdue(context), lapsed: await lapseReturns(context) };
}

/** Claims whose merchant had its time to answer. */
async function unansweredClaims({ tx, at }: Context): Promise<IdOf<'claim'>[]> {
  const rows = await tx.selectFrom('claim').select('id').where('state', '=', 'with_merchant').where('answerDue', '<=', at).orderBy('answerDue').limit(200).execute();
  return rows.map((row) => row.id);
}

/** Decides such a claim by the policy on what is known. A refund that the provider will not make leaves it for a person. */
async function decideUnanswered(context: Context, id: IdOf<'claim'>): Promise<void> {
  const found = await loadClaim(context.tx, id);
  if (found === null) return;
  const claimCase = await loadCase(context, found);
  const row = await loadClaim(context.tx, id);
  if (row?.state !== 'with_merchant') return;
  const done = await carryOut(context, row, claimCase, decideByPolicy(context, claimCase));
  if (!done.ok) await context.tx.updateTable('claim').set({ state: 'open', reviewDue: context.at }).where('id', '=', id).execute();
}

/** Marks claims and appeals that a person should have answered by now, once each, so that they stand first and are seen. */
async function markOverdue(context: Context): Promise<number> {
  const { tx, at } = context;
  const rows = await tx.updateTable('claim').set({ overdueAt: at }).where('overdueAt', 'is', null).where('reviewDue', '<', at).where((where) => where.or([where('state', '=', 'open'), where('appealedAt', 'is not', null)])).returning(['id', 'market']).execute();
  await recordEvents(context, rows.map((row) => ({ kind: 'claim_overdue', subject: row.id, market: row.market })));
  return rows.length;
}
