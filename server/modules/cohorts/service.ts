import type { z } from 'zod';
import type { cohortPreview, enrolment, openCohort as openCohortRoute, selectionPolicy } from '#contract/cohorts.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { selectMerchants, type Scored } from '#core/cohorts/select-merchants.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { loadEnrolment } from '#server/modules/switches/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentReason } from '#server/platform/present-reason.ts';
import { feePlanText, loadCandidates, loadCohorts, loadInvitations, type Cohort, type Invitation, type ShopCandidate } from './store.ts';

/** Cohorts, invitations and enrolments: who is asked to export, why, and how a shop comes and goes. */

type Policy = z.output<typeof selectionPolicy>;

function presentCandidate({ candidate, score, picked, reasons }: Scored<ShopCandidate>): z.output<typeof cohortPreview>['picked'][number] {
  return { merchantId: candidate.merchantId, shopName: candidate.shopName, kind: candidate.kind, productCount: candidate.productCount, domesticOrders: candidate.domesticOrders, score, picked, reasons: reasons.map(presentReason) };
}

/** Whom a policy would pick among the merchants that are not enrolled. Nothing is stored. */
export async function previewCohort({ tx, at }: Context, policy: Policy): Promise<z.output<typeof cohortPreview>> {
  const selection = selectMerchants(await loadCandidates(tx, at), policy);
  return { picked: selection.picked.map(presentCandidate), notPicked: selection.notPicked.slice(0, 100).map(presentCandidate) };
}

/** Opens a cohort and invites whom its policy picks, each with the reasons. Fails with `unknown_fee_plan`. */
export async function openCohort(context: Context, input: z.output<typeof openCohortRoute.body>): Promise<Result<Cohort>> {
  const { tx, at, actor, ids, system } = context;
  if (!system.packs.pricing.feePlans.some((plan) => plan.plan === input.feePlan)) return refuse('unknown_fee_plan', { plan: input.feePlan }, 'feePlan');
  const id = ids.next('cohort', at);
  await tx.insertInto('cohort').values({ id, name: input.name, markets: input.markets, policy: canonicalJson(input.policy), feePlan: input.feePlan, state: 'open', openedAt: at, closesAt: input.closesAt ? new Date(input.closesAt) : null, openedBy: actor.id }).execute();
  const { picked } = selectMerchants(await loadCandidates(tx, at), input.policy);
  const rows = picked.map((one) => ({ id: ids.next('invitation', at), cohortId: id, merchantId: one.candidate.merchantId, state: 'sent' as const, score: one.score, reasons: canonicalJson(one.reasons), sentAt: at, answeredAt: null }));
  if (rows.length > 0) await tx.insertInto('invitation').values(rows).execute();
  await recordEvents(context, [
    { kind: 'cohort_opened', subject: id, data: { cohort: input.name, invited: rows.length, feePlan: input.feePlan } },
    ...rows.map((row) => ({ kind: 'invitation_sent', subject: row.id, merchantId: row.merchantId, data: { cohort: input.name, score: row.score } })),
  ]);
  const [cohort] = await loadCohorts(tx, id);
  if (cohort === undefined) throw new Error(`cohort ${id} is gone within its own transaction`);
  return ok(cohort);
}

/** Fails with `not_found`. */
export async function getCohort({ tx, system }: Context, id: Cohort['id']): Promise<Result<{ cohort: Cohort; invitations: Invitation[] }>> {
  const [cohort] = await loadCohorts(tx, id);
  if (cohort === undefined) return refuse('not_found', { what: 'cohort' });
  return ok({ cohort, invitations: await loadInvitations(tx, system.packs.pricing.feePlans, { cohortId: id }) });
}

/** Accepts or declines. Accepting enrols the shop; its switch stays as the merchant leaves it. Fails with `not_found`, `wrong_state`. */
export async function answerInvitation(context: Context, merchantId: MerchantId, id: Invitation['id'], accept: boolean): Promise<Result<Invitation>> {
  const { tx, at, system } = context;
  const row = await tx.selectFrom('invitation').select(['state', 'cohortId']).where('id', '=', id).where('merchantId', '=', merchantId).forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'invitation' });
  if (row.state !== 'sent') return refuse('wrong_state', { state: row.state, move: accept ? 'accept' : 'decline' });
  await tx.updateTable('invitation').set({ state: accept ? 'accepted' : 'declined', answeredAt: at }).where('id', '=', id).execute();
  if (accept) await enrol(context, merchantId, row.cohortId);
  const [invitation] = await loadInvitations(tx, system.packs.pricing.feePlans, { id });
  if (invitation === undefined) throw new Error(`invitation ${id} is gone within its own transaction`);
  await recordEvents(context, [{ kind: accept ? 'invitation_accepted' : 'invitation_declined', subject: id, merchantId, data: { cohort: invitation.cohortName } }]);
  return ok(invitation);
}

async function enrol({ tx, at }: Context, merchantId: MerchantId, cohortId: IdOf<'cohort'>): Promise<void> {
  await tx.insertInto('enrolment').values({ merchantId, cohortId, since: at, leftAt: null }).onConflict((conflict) => conflict.column('merchantId').doUpdateSet({ cohortId, since: at, leftAt: null })).execute();
}

/** Whether the shop takes part, and on which terms. */
export async function getEnrolment({ tx, system }: Context, merchantId: MerchantId): Promise<z.output<typeof enrolment>> {
  const row = await loadEnrolment(tx, merchantId);
  if (row === null) return { enrolled: false, since: null, leftAt: null, cohort: null, markets: [], feePlan: null, feePlanText: null };
  return {
    enrolled: row.leftAt === null, since: row.since.toISOString(), leftAt: row.leftAt?.toISOString() ?? null, cohort: { id: row.cohortId, name: row.cohortName },
    markets: [...row.markets], feePlan: row.feePlan, feePlanText: feePlanText(system.packs.pricing.feePlans, row.feePlan),
  };
}

/** Leaves, or comes back on the same terms. The lock makes checkouts in flight finish first. Fails with `not_enrolled`. */
export async function setTakingPart(context: Context, merchantId: MerchantId, takesPart: boolean, reason?: string): Promise<Result<z.output<typeof enrolment>>> {
  const row = await loadEnrolment(context.tx, merchantId, 'update');
  if (row === null || (!takesPart && row.leftAt !== null)) return refuse('not_enrolled');
  await context.tx.updateTable('enrolment').set({ leftAt: takesPart ? null : context.at, ...(takesPart && { since: context.at }) }).where('merchantId', '=', merchantId).execute();
  const why = reason === undefined ? null : { 'zh-Hans': reason, 'zh-Hant': reason, en: reason };
  await recordEvents(context, [{ kind: takesPart ? 'programme_rejoined' : 'programme_left', subject: merchantId, merchantId, why }]);
  return ok(await getEnrolment(context, merchantId));
}
