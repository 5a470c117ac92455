import { z } from 'zod';
import type { openAppeal as openRoute } from '#contract/appeals.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { QUEUE_ANSWER_HOURS } from '#core/decision/decision.ts';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import type { LocalText, Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { APPEAL_MOVES } from '#core/screening/appeal-moves.ts';
import { coverProducts } from '#server/modules/documents/service.ts';
import { loadCovered, loadDocument } from '#server/modules/documents/store.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { checkFact } from '#server/modules/products/fact-value.ts';
import { giveFact } from '#server/modules/products/service.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { proposeRuleEdit } from './rule-edit.ts';
import { makeRuling, ruleFor, sameWords } from './rulings.ts';
import { DECISION_WORDS, loadAppeal, loadAppeals, presentAppeals, type Appeal, type AppealRow, type PageQuery } from './store.ts';

/** Appeals: a merchant answers a finding, a reviewer decides with a reason, and the outcome teaches. */

type Opening = z.output<typeof openRoute.body>;
const HOUR_MS = 3_600_000;

export async function present(context: Context, row: AppealRow): Promise<Appeal> {
  const [shown] = await presentAppeals(context.tx, [row], await rulesFor(context.tx, context.system.packs, row.merchantId), context.at);
  if (shown === undefined) throw new Error(`appeal ${row.id} has no product`);
  return shown;
}

export async function listAppeals(context: Context, query: PageQuery): Promise<{ items: Appeal[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await loadAppeals(context.tx, query);
  return { items: await presentAppeals(context.tx, rows, await rulesFor(context.tx, context.system.packs, context.actor.merchantId), context.at), nextCursor };
}

/** Fails with `not_found`. */
export async function readAppeal(context: Context, id: IdOf<'appeal'>): Promise<Result<Appeal>> {
  const row = await loadAppeal(context.tx, id);
  return row === null ? refuse('not_found', { what: 'appeal' }) : ok(await present(context, row));
}

const findings = z.looseObject({ findings: z.array(z.looseObject({ ruleId: z.string(), outcome: z.string() })) });

/** The current verdict of a product in a market, if a rule stands in its way there. */
async function standingFinding({ tx }: Context, productId: ProductId, market: Market, ruleId: string): Promise<IdOf<'verdict'> | null> {
  const row = await tx.selectFrom('verdict').select(['id', 'body']).where('productId', '=', productId).where('market', '=', market).where('supersededAt', 'is', null).executeTakeFirst();
  if (row === undefined) return null;
  const stands = findings.parse(row.body).findings.some((finding) => finding.ruleId === ruleId && !['allowed', 'allowed_with_conditions'].includes(finding.outcome));
  return stands ? row.id : null;
}

/**
 * Opens an appeal. A fact or document that comes with it is recorded first, and when that settles the finding nobody has to look.
 * Fails with `not_found`, `nothing_to_appeal`, `appeal_exists`, `invalid_input`.
 */
export async function openAppeal(context: Context, merchantId: MerchantId, input: Opening): Promise<Result<Appeal>> {
  const { tx, at, actor, ids } = context;
  const { productId, market, ruleId } = input;
  const product = await tx.selectFrom('product').select('id').where('id', '=', productId).where('merchantId', '=', merchantId).forNoKeyUpdate().executeTakeFirst();
  if (product === undefined) return refuse('not_found', { what: 'product' }, 'productId');
  const verdictId = await standingFinding(context, productId, market, ruleId);
  if (verdictId === null) return refuse('nothing_to_appeal', { ruleId }, 'ruleId');
  const rule = await ruleFor(context, merchantId, ruleId);
  if (!rule.ok) return rule;
  const waiting = await tx.selectFrom('appeal').select('dueAt').where('productId', '=', productId).where('ruleId', '=', ruleId).where('state', 'in', ['open', 'escalated']).executeTakeFirst();
  if (waiting !== undefined) return refuse('appeal_exists', { dueAt: waiting.dueAt.toISOString().slice(0, 16).replace('T', ' ') }, 'ruleId');
  const recorded = await recordAnswer(context, merchantId, input);
  if (!recorded.ok) return recorded;
  const settled = (await standingFinding(context, productId, market, ruleId)) === null;
  const row = await tx
    .insertInto('appeal')
    .values({
      id: ids.next('appeal', at), merchantId, productId, market, ruleId, verdictId, words: input.words, fact: input.fact ? canonicalJson(input.fact) : null, documentId: input.documentId ?? null,
      state: settled ? 'settled' : 'open', openedAt: at, openedBy: actor.name, dueAt: new Date(at.getTime() + (QUEUE_ANSWER_HOURS.compliance ?? 48) * HOUR_MS),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordEvent(context, { kind: settled ? 'appeal_settled' : 'appeal_opened', subject: row.id, merchantId, market, why: sameWords(input.words), data: { ruleId, productId, dueAt: row.dueAt.toISOString().slice(0, 16).replace('T', ' ') } });
  return ok(await present(context, row));
}

const BY_APPEAL: LocalText = { 'zh-Hans': '申诉时补充了资料', 'zh-Hant': '申訴時補充了資料', en: 'an appeal brought something new' };

/** Records the fact and the document an appeal brings. Fails with `invalid_input`, `not_found`. */
async function recordAnswer(context: Context, merchantId: MerchantId, { productId, fact, documentId }: Opening): Promise<Result<null>> {
  if (fact) {
    const value = checkFact(fact.fact, fact.value);
    if (!value.ok) return value;
    const given = await giveFact(context, productId, fact.fact, value.value, 'merchant');
    if (!given.ok) return given;
    await refreshProducts(context, [productId], BY_APPEAL);
  }
  if (!documentId) return ok(null);
  const document = await loadDocument(context.tx, merchantId, documentId);
  if (document === null || document.removedAt !== null) return refuse('not_found', { what: 'document' }, 'documentId');
  const covered = await loadCovered(context.tx, document);
  if (covered.includes(productId)) return ok(null);
  const linked = await coverProducts(context, merchantId, documentId, { cover: 'named', productIds: [...covered, productId] });
  return linked.ok ? ok(null) : linked;
}

/** Fails with `not_found`, `wrong_state`. */
export async function withdrawAppeal(context: Context, id: IdOf<'appeal'>): Promise<Result<Appeal>> {
  const row = await loadAppeal(context.tx, id, true);
  if (row === null) return refuse('not_found', { what: 'appeal' });
  const moved = APPEAL_MOVES.move(row.state, 'withdraw');
  if (!moved.ok) return moved;
  await context.tx.updateTable('appeal').set({ state: moved.value }).where('id', '=', id).execute();
  await recordEvent(context, { kind: 'appeal_withdrawn', subject: id, merchantId: row.merchantId, market: row.market, data: { ruleId: row.ruleId } });
  return ok(await present(context, { ...row, state: moved.value }));
}

type Decision = NonNullable<AppealRow['decision']>;

/** Decides an appeal with a reason, and teaches what the decision says. Fails with `not_found`, `wrong_state`. */
export async function decideAppeal(context: Context, id: IdOf<'appeal'>, { decision, reason }: Readonly<{ decision: Decision; reason: string }>): Promise<Result<Appeal>> {
  const { tx, at, actor } = context;
  const row = await loadAppeal(tx, id, true);
  if (row === null) return refuse('not_found', { what: 'appeal' });
  const moved = APPEAL_MOVES.move(row.state, 'decide');
  if (!moved.ok) return moved;
  const taught = await teach(context, row, decision, reason);
  if (!taught.ok) return taught;
  const decided = await tx.updateTable('appeal').set({ state: moved.value, decision, reason, decidedAt: at, decidedBy: actor.name, editionId: taught.value }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  await recordEvent(context, { kind: 'appeal_decided', subject: id, merchantId: row.merchantId, market: row.market, why: sameWords(reason), data: { ruleId: row.ruleId, productId: row.productId, decision: DECISION_WORDS[decision], editionId: taught.value } });
  context.system.metrics.decisions.inc({ kind: 'appeal', outcome: decision });
  return ok(await present(context, decided));
}

/** What a decision does to the product and the rule; answers the draft edition it led to, if any. */
async function teach(context: Context, row: AppealRow, decision: Decision, reason: string): Promise<Result<IdOf<'edition'> | null>> {
  const rule = await ruleFor(context, row.merchantId, row.ruleId);
  // A rule that is gone meanwhile stands in nobody's way: the appeal can only be closed.
  if (!rule.ok) return decision === 'upheld' ? ok(null) : rule;
  const ruling = { productId: row.productId, rule: rule.value, reason, appealId: row.id };
  if (decision === 'upheld') {
    const waitsForPerson = rule.value.confidence === 'uncertain';
    const refused = waitsForPerson ? await makeRuling(context, { ...ruling, says: 'refuse', standing: false }) : null;
    return refused !== null && !refused.ok ? refused : ok(null);
  }
  const made = await makeRuling(context, { ...ruling, says: 'accept', standing: decision === 'whitelisted' });
  if (!made.ok) return made;
  return decision === 'rule_edit' ? ok(await proposeRuleEdit(context, rule.value, row, reason)) : ok(null);
}
