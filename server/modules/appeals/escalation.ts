import { QUEUE_ANSWER_HOURS } from '#core/decision/decision.ts';
import { APPEAL_MOVES } from '#core/screening/appeal-moves.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Appeals and reviews whose answer is overdue go to the marketplace itself, with a new due time, and the merchant is told. */

/** So many reviews are escalated in one run; the next takes the rest. */
const AT_ONCE = 200;

export async function escalateAppeals(context: Context): Promise<{ escalated: number }> {
  const { tx, at } = context;
  const overdue = await tx.selectFrom('appeal').selectAll().where('state', '=', 'open').where('dueAt', '<', at).orderBy('dueAt').forUpdate().skipLocked().execute();
  for (const row of overdue) {
    const moved = APPEAL_MOVES.move(row.state, 'escalate');
    if (!moved.ok) continue;
    const dueAt = hoursAfter(at, QUEUE_ANSWER_HOURS.platform ?? 24);
    await tx.updateTable('appeal').set({ state: moved.value, escalatedAt: at, dueAt }).where('id', '=', row.id).execute();
    await recordEvent(context, { kind: 'appeal_escalated', subject: row.id, merchantId: row.merchantId, market: row.market, data: { ruleId: row.ruleId, dueAt: minuteOf(dueAt) } });
  }
  return { escalated: overdue.length };
}

/**
 * Products that wait for a reviewer longer than the queue promises. Escalated once for each wait; one that is appealed goes with its appeal.
 * Products whose listing begins to wait again wait anew.
 */
export async function escalateReviews(context: Context): Promise<{ escalated: number }> {
  const { tx, at } = context;
  const late = hoursAfter(at, -(QUEUE_ANSWER_HOURS.compliance ?? 48));
  const rows = await tx
    .selectFrom('verdict')
    .innerJoin('listing', (join) => join.onRef('listing.productId', '=', 'verdict.productId').onRef('listing.market', '=', 'verdict.market'))
    .leftJoin('reviewEscalation', 'reviewEscalation.productId', 'verdict.productId')
    .select((select) => ['verdict.productId', 'verdict.merchantId', select.fn.min('listing.since').as('since')])
    .where('verdict.supersededAt', 'is', null)
    .where('verdict.outcome', '=', 'needs_review')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('appeal').select('appeal.id').whereRef('appeal.productId', '=', 'verdict.productId').where('appeal.state', 'in', ['open', 'escalated']))))
    .groupBy(['verdict.productId', 'verdict.merchantId', 'reviewEscalation.escalatedAt'])
    .having((having) => having.and([having(having.fn.min('listing.since'), '<', late), having.or([having('reviewEscalation.escalatedAt', 'is', null), having('reviewEscalation.escalatedAt', '<', having.fn.min('listing.since'))])]))
    .orderBy('since')
    .limit(AT_ONCE)
    .execute();
  const dueAt = hoursAfter(at, QUEUE_ANSWER_HOURS.platform ?? 24);
  for (const { productId, merchantId } of rows) {
    const escalation = { escalatedAt: at, dueAt };
    await tx.insertInto('reviewEscalation').values({ productId, ...escalation }).onConflict((conflict) => conflict.column('productId').doUpdateSet(escalation)).execute();
    await recordEvent(context, { kind: 'review_escalated', subject: productId, merchantId, data: { dueAt: minuteOf(dueAt) } });
  }
  return { escalated: rows.length };
}

function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

function minuteOf(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
