import { z } from 'zod';
import type { decideReview as decideRoute, listReviews as listRoute, listRulings as rulingsRoute, review as reviewShape } from '#contract/appeals.ts';
import { outcome as outcomeShape } from '#contract/listings.ts';
import { factShape, market as marketShape } from '#contract/shapes.ts';
import { QUEUE_ANSWER_HOURS } from '#core/decision/decision.ts';
import { isId, type ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { Context } from '#server/platform/operation.ts';
import { makeRuling, outcomesOf, ruleFor } from './rulings.ts';
import { loadAbout, presentAppeals, ruleWords } from './store.ts';

/** The reviewers' queue: appeals, and findings that a rule alone may not decide, by their due times. */

type Review = z.output<typeof reviewShape>;
const stored = z.looseObject({ findings: z.array(z.looseObject({ ruleId: z.string(), outcome: z.string(), because: z.array(factShape) })) });

export async function listReviews(context: Context, { kind, limit }: z.output<typeof listRoute.query>): Promise<z.output<typeof listRoute.reply>> {
  const rules = await rulesFor(context.tx, context.system.packs, null);
  const appeals = await waitingAppeals(context, rules);
  const taken = new Set(appeals.map((one) => `${one.productId}|${one.ruleId}`));
  const reviews = (await waitingFindings(context, rules)).filter((one) => !taken.has(`${one.productId}|${one.ruleId}`));
  const all = [...(kind === 'review' ? [] : appeals), ...(kind === 'appeal' ? [] : reviews)];
  const urgent = all.sort((one, other) => Number(other.escalated) - Number(one.escalated) || (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : one.key < other.key ? -1 : 1));
  return {
    items: await withTexts(context.tx, urgent.slice(0, limit)),
    counts: { appeals: appeals.length, reviews: reviews.length, overdue: [...appeals, ...reviews].filter((one) => one.overdue).length },
  };
}

async function waitingAppeals({ tx, at }: Context, rules: RulePack): Promise<Review[]> {
  const rows = await tx.selectFrom('appeal').selectAll().where('state', 'in', ['open', 'escalated']).orderBy('dueAt').limit(500).execute();
  const verdicts = rows.length === 0 ? [] : await tx.selectFrom('verdict').select(['productId', 'market', 'outcome', 'body']).where('productId', 'in', rows.map((row) => row.productId)).where('supersededAt', 'is', null).execute();
  return (await presentAppeals(tx, rows, rules, at)).map((appeal) => {
    const verdict = verdicts.find((one) => one.productId === appeal.productId && one.market === appeal.market);
    const finding = verdict === undefined ? undefined : stored.parse(verdict.body).findings.find((one) => one.ruleId === appeal.ruleId);
    const { productId, title, image, merchantId, shopName, ruleId, rule, source } = appeal;
    return {
      key: appeal.id, kind: 'appeal' as const, appeal, productId, title, image, merchantId, shopName, ruleId, rule, source, markets: [appeal.market], because: finding?.because ?? [], outcome: finding?.outcome ?? verdict?.outcome ?? 'allowed', texts: {},
      since: appeal.openedAt, dueAt: appeal.dueAt, overdue: appeal.overdue, escalated: appeal.state === 'escalated',
    };
  });
}

/** Findings that wait for a person, a product and rule once however many markets it is for. Due counts from when the listing began to wait, or was escalated. */
async function waitingFindings({ tx, at }: Context, rules: RulePack): Promise<Review[]> {
  const rows = await tx
    .selectFrom('verdict')
    .innerJoin('listing', (join) => join.onRef('listing.productId', '=', 'verdict.productId').onRef('listing.market', '=', 'verdict.market'))
    .leftJoin('reviewEscalation', 'reviewEscalation.productId', 'verdict.productId')
    .select(['verdict.productId', 'verdict.market', 'verdict.body', 'listing.since', 'reviewEscalation.escalatedAt', 'reviewEscalation.dueAt'])
    .where('verdict.supersededAt', 'is', null)
    .where('verdict.outcome', '=', 'needs_review')
    .orderBy('listing.since')
    .limit(1_000)
    .execute();
  const about = await loadAbout(tx, rows.map((row) => row.productId));
  const reviews = new Map<string, Review>();
  for (const row of rows) {
    const product = about.get(row.productId);
    for (const finding of stored.parse(row.body).findings) {
      if (product === undefined || finding.outcome !== 'needs_review' || !rules.rules.some((rule) => rule.id === finding.ruleId)) continue;
      const key = `${row.productId}|${finding.ruleId}`;
      const held = reviews.get(key);
      const escalatedDue = row.escalatedAt !== null && row.escalatedAt > row.since ? row.dueAt : null;
      const dueAt = escalatedDue ?? new Date(row.since.getTime() + (QUEUE_ANSWER_HOURS.compliance ?? 48) * 3_600_000);
      if (held !== undefined) reviews.set(key, { ...held, markets: [...held.markets, row.market].sort() });
      else reviews.set(key, { key, kind: 'review', appeal: null, ...product, ...ruleWords(finding.ruleId, rules), markets: [row.market], because: finding.because, outcome: finding.outcome, texts: {}, since: row.since.toISOString(), dueAt: dueAt.toISOString(), overdue: dueAt < at, escalated: escalatedDue !== null });
    }
  }
  return [...reviews.values()];
}

const attributes = z.record(z.string(), z.string());

/** The product's own texts, so that quoted words stand in their sentences. */
async function withTexts(tx: Tx, reviews: readonly Review[]): Promise<Review[]> {
  if (reviews.length === 0) return [];
  const rows = await tx.selectFrom('product').select(['id', 'title', 'description', 'attributes']).where('id', 'in', reviews.map((one) => one.productId)).execute();
  const texts = new Map(rows.map((row) => [row.id, { title: row.title, ...(row.description !== null && { description: row.description.slice(0, 2_000) }), ...Object.fromEntries(Object.entries(attributes.parse(row.attributes)).map(([name, value]) => [`attributes.${name}`, value])) }]));
  return reviews.map((one) => ({ ...one, texts: texts.get(one.productId) ?? {} }));
}

/** Rules on a finding that waits for a person. Fails with `not_found`, `wrong_state` when nothing waits there. */
export async function decideReview(context: Context, input: z.output<typeof decideRoute.body>): Promise<Result<z.output<typeof decideRoute.reply>>> {
  const { tx } = context;
  const product = await tx.selectFrom('product').select(['id', 'merchantId']).where('id', '=', input.productId).forNoKeyUpdate().executeTakeFirst();
  if (product === undefined) return refuse('not_found', { what: 'product' }, 'productId');
  const rule = await ruleFor(context, product.merchantId, input.ruleId);
  if (!rule.ok) return rule;
  if (!(await waitsFor(tx, input.productId, input.ruleId))) return refuse('wrong_state', { state: 'not waiting', move: 'decide' });
  const made = await makeRuling(context, { productId: input.productId, rule: rule.value, says: input.accept ? 'accept' : 'refuse', standing: input.accept && input.standing, reason: input.reason, appealId: null });
  return made.ok ? ok({ rulingId: made.value, outcomes: await presentOutcomes(context, input.productId) }) : made;
}

async function waitsFor(tx: Tx, productId: ProductId, ruleId: string): Promise<boolean> {
  const rows = await tx.selectFrom('verdict').select('body').where('productId', '=', productId).where('supersededAt', 'is', null).where('outcome', '=', 'needs_review').execute();
  return rows.some((row) => stored.parse(row.body).findings.some((finding) => finding.ruleId === ruleId && finding.outcome === 'needs_review'));
}

export async function presentOutcomes(context: Context, productId: ProductId): Promise<{ market: Market; outcome: z.output<typeof outcomeShape> }[]> {
  return z.array(z.object({ market: marketShape, outcome: outcomeShape })).parse(await outcomesOf(context, productId));
}

/** Rulings, newest first. */
export async function listRulings({ tx, system }: Context, { cursor, limit }: z.output<typeof rulingsRoute.query>): Promise<z.output<typeof rulingsRoute.reply>> {
  let select = tx.selectFrom('ruling').selectAll().orderBy('id', 'desc').limit(limit + 1);
  if (cursor !== undefined && isId('ruling', cursor)) select = select.where('id', '<', cursor);
  const rows = await select.execute();
  const page = rows.slice(0, limit);
  const rules = await rulesFor(tx, system.packs, null);
  const about = await loadAbout(tx, page.map((row) => row.productId));
  return {
    items: page.flatMap((row) => {
      const product = about.get(row.productId);
      if (product === undefined) return [];
      return [{ id: row.id, ...product, ...ruleWords(row.ruleId, rules), says: row.says, standing: row.basis === null, reason: row.reason, appealId: row.appealId, at: row.at.toISOString(), by: row.by, withdrawnAt: row.withdrawnAt?.toISOString() ?? null }];
    }),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
