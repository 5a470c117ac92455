import { z } from 'zod';
import { route } from './route.ts';
import { idOf, instant, localText, market, none, reasonShape } from './shapes.ts';

/** Cohorts, their selection policies, invitations and enrolments. */

export const selectionPolicy = z.object({
  /** How many merchants the cohort takes at most. */
  places: z.number().int().min(1).max(10_000),
  /** Points from 0 that a merchant must reach to be picked. */
  minimumScore: z.number().int().min(0).max(100),
  /** Weight of each sign of distinctiveness, 0 to 10. */
  weights: z.object({
    originalDesign: z.number().int().min(0).max(10), craft: z.number().int().min(0).max(10), patents: z.number().int().min(0).max(10),
    noteMentions: z.number().int().min(0).max(10), repeatBuyers: z.number().int().min(0).max(10),
  }),
  /** A merchant with more refunds than this is not picked. */
  refundsPpmMax: z.number().int().min(0).max(1_000_000),
});

const candidate = z.object({
  merchantId: idOf('merchant'), shopName: z.string(), kind: z.string(), productCount: z.number().int(), domesticOrders: z.number().int(),
  score: z.number(), picked: z.boolean(), reasons: z.array(reasonShape),
});
export const cohortPreview = z.object({ picked: z.array(candidate), notPicked: z.array(candidate) });

const cohortBody = z.object({
  name: z.string().trim().min(2).max(80), markets: z.array(market).min(1), policy: selectionPolicy,
  feePlan: z.string().max(60), closesAt: instant.nullish(),
});

export const cohort = z.object({
  id: idOf('cohort'), name: z.string(), markets: z.array(market), policy: selectionPolicy, feePlan: z.string(), state: z.enum(['open', 'closed']),
  openedAt: z.string(), closesAt: z.string().nullable(),
  counts: z.object({ invited: z.number().int(), accepted: z.number().int(), declined: z.number().int(), left: z.number().int() }),
});

const invitationState = z.enum(['sent', 'accepted', 'declined', 'withdrawn']);
export const invitation = z.object({
  id: idOf('invitation'), cohortId: idOf('cohort'), cohortName: z.string(), merchantId: idOf('merchant'), shopName: z.string(),
  markets: z.array(market), feePlan: z.string(), feePlanText: localText, state: invitationState, score: z.number(), reasons: z.array(reasonShape),
  sentAt: z.string(), answeredAt: z.string().nullable(),
});

export const previewCohort = route({
  id: 'previewCohort', method: 'POST', path: '/operator/cohorts/preview', audience: 'operator', command: false,
  summary: 'Whom a selection policy would pick, and why.', params: none, query: none, body: z.object({ policy: selectionPolicy }), reply: cohortPreview,
});
export const openCohort = route({
  id: 'openCohort', method: 'POST', path: '/operator/cohorts', audience: 'operator',
  summary: 'Opens a cohort and sends the invitations its policy picks.', params: none, query: none, body: cohortBody, reply: cohort, idempotent: true,
  errors: ['unknown_fee_plan'],
});
export const listFeePlans = route({
  id: 'listFeePlans', method: 'GET', path: '/operator/fee-plans', audience: 'operator',
  summary: 'The fee plans a cohort can be invited under.', params: none, query: none, body: none,
  reply: z.object({ items: z.array(z.object({ plan: z.string(), text: localText })) }),
});
export const listCohorts = route({
  id: 'listCohorts', method: 'GET', path: '/operator/cohorts', audience: 'operator',
  summary: 'All cohorts with their counts.', params: none, query: none, body: none, reply: z.object({ items: z.array(cohort) }),
});
export const getCohort = route({
  id: 'getCohort', method: 'GET', path: '/operator/cohorts/{cohortId}', audience: 'operator',
  summary: 'One cohort with its invitations.', params: z.object({ cohortId: idOf('cohort') }), query: none, body: none,
  reply: z.object({ cohort, invitations: z.array(invitation) }),
});
export const listMyInvitations = route({
  id: 'listMyInvitations', method: 'GET', path: '/merchant/invitations', audience: 'merchant',
  summary: 'Invitations to this shop, each with the reasons why it was picked.', params: none, query: none, body: none,
  reply: z.object({ items: z.array(invitation) }),
});
export const answerInvitation = route({
  id: 'answerInvitation', method: 'POST', path: '/merchant/invitations/{invitationId}/answer', audience: 'merchant',
  summary: 'Accepts or declines an invitation.', params: z.object({ invitationId: idOf('invitation') }), query: none,
  body: z.object({ accept: z.boolean(), reason: z.string().max(500).optional() }), reply: invitation, errors: ['wrong_state'],
});
export const enrolment = z.object({
  enrolled: z.boolean(), since: z.string().nullable(), leftAt: z.string().nullable(),
  cohort: z.object({ id: idOf('cohort'), name: z.string() }).nullable(), markets: z.array(market), feePlan: z.string().nullable(), feePlanText: localText.nullable(),
});
export const getEnrolment = route({
  id: 'getEnrolment', method: 'GET', path: '/merchant/enrolment', audience: 'merchant',
  summary: 'Whether this shop takes part in managed export, and on which terms.', params: none, query: none, body: none, reply: enrolment,
});
export const leaveProgramme = route({
  id: 'leaveProgramme', method: 'POST', path: '/merchant/enrolment/leave', audience: 'merchant',
  summary: 'Leaves managed export. Every listing goes off at once; orders already placed are finished.', params: none, query: none,
  body: z.object({ reason: z.string().max(500).optional() }), reply: enrolment, errors: ['not_enrolled'],
});
export const rejoinProgramme = route({
  id: 'rejoinProgramme', method: 'POST', path: '/merchant/enrolment/rejoin', audience: 'merchant',
  summary: 'Comes back on the terms of the cohort that was left.', params: none, query: none, body: none, reply: enrolment, errors: ['not_enrolled'],
});
