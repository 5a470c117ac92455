import { z } from 'zod';
import { outcome } from './listings.ts';
import { route } from './route.ts';
import { factShape, idOf, instant, localText, market, none, pageOf, pageQuery, scalar, sourceRef } from './shapes.ts';

/** What merchants answer to a finding, what reviewers rule, and the queue with its due times. */

export const appealState = z.enum(['open', 'escalated', 'settled', 'decided', 'withdrawn']);
export const appealDecision = z.enum(['upheld', 'accepted_once', 'whitelisted', 'rule_edit']);

const about = {
  productId: idOf('product'), title: z.string(), image: z.string().nullable(), merchantId: idOf('merchant'), shopName: z.string(),
  ruleId: z.string(), rule: localText, source: sourceRef.nullable(),
} as const;

export const appeal = z.object({
  id: idOf('appeal'), ...about, market, words: z.string(), fact: z.object({ fact: z.string(), value: scalar }).nullable(), document: z.object({ id: idOf('document'), name: localText, number: z.string().nullable(), fileId: idOf('file').nullable() }).nullable(),
  state: appealState, openedAt: instant, openedBy: z.string(), dueAt: instant, overdue: z.boolean(), escalatedAt: z.string().nullable(),
  decision: appealDecision.nullable(), reason: z.string().nullable(), decidedAt: z.string().nullable(), decidedBy: z.string().nullable(), editionId: idOf('edition').nullable(), now: outcome.nullable(),
});

const appealParams = z.object({ appealId: idOf('appeal') });

export const openAppeal = route({
  id: 'openAppeal', method: 'POST', path: '/merchant/appeals', audience: 'merchant',
  summary: 'Answers a finding with words, and perhaps a fact or a document. What the fact or document settles is settled at once; the rest goes to a reviewer with a due time.', params: none, query: none,
  body: z.object({
    productId: idOf('product'), market, ruleId: z.string().min(3).max(60), words: z.string().trim().min(5, 'say in a few words why the finding is wrong').max(2_000),
    fact: z.object({ fact: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_.]{0,60}$/), value: scalar }).nullish(), documentId: idOf('document').nullish(),
  }),
  reply: appeal, idempotent: true, errors: ['not_found', 'appeal_exists', 'nothing_to_appeal', 'invalid_input'],
});
export const listAppeals = route({ id: 'listAppeals', method: 'GET', path: '/merchant/appeals', audience: 'merchant', summary: 'My appeals, newest first.', params: none, query: pageQuery.extend({ state: appealState.optional() }), body: none, reply: pageOf(appeal) });
export const getAppeal = route({ id: 'getAppeal', method: 'GET', path: '/merchant/appeals/{appealId}', audience: 'merchant', summary: 'One appeal of mine.', params: appealParams, query: none, body: none, reply: appeal, errors: ['not_found'] });
export const withdrawAppeal = route({ id: 'withdrawAppeal', method: 'POST', path: '/merchant/appeals/{appealId}/withdrawal', audience: 'merchant', summary: 'Takes an appeal back while nobody has decided it.', params: appealParams, query: none, body: none, reply: appeal, errors: ['not_found', 'wrong_state'] });

/** Something a reviewer has to look at: an appeal, or a verdict that waits for a person. */
export const review = z.object({
  key: z.string(), kind: z.enum(['appeal', 'review']), appeal: appeal.nullable(), ...about, markets: z.array(market), because: z.array(factShape), outcome: z.string(), texts: z.record(z.string(), z.string()), since: instant, dueAt: instant, overdue: z.boolean(), escalated: z.boolean(),
});
export const listReviews = route({
  id: 'listReviews', method: 'GET', path: '/operator/reviews', audience: 'operator', summary: 'What waits for a reviewer, the most urgent first: appeals of merchants, and findings that a rule alone may not decide.', params: none,
  query: z.object({ kind: z.enum(['appeal', 'review']).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }), body: none,
  reply: z.object({ items: z.array(review), counts: z.object({ appeals: z.number().int(), reviews: z.number().int(), overdue: z.number().int() }) }),
});
export const listDecidedAppeals = route({ id: 'listDecidedAppeals', method: 'GET', path: '/operator/appeals', audience: 'operator', summary: 'Appeals of every shop, newest first.', params: none, query: pageQuery.extend({ state: appealState.optional() }), body: none, reply: pageOf(appeal) });

const reason = z.string().trim().min(3, 'say why, so that the merchant can read it').max(1_000);
export const decideAppeal = route({
  id: 'decideAppeal', method: 'POST', path: '/operator/appeals/{appealId}/decision', audience: 'operator',
  summary: 'Decides an appeal with a reason: `upheld` keeps the finding; `accepted_once` sets the rule aside for the product as it is; `whitelisted` for good; `rule_edit` accepts once and puts the rule into a draft edition.',
  params: appealParams, query: none, body: z.object({ decision: appealDecision, reason }), reply: appeal, idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const decideReview = route({
  id: 'decideReview', method: 'POST', path: '/operator/reviews/decision', audience: 'operator', summary: 'Rules on a finding that waits for a person: `accept` sets the rule aside (for good when `standing`), otherwise it refuses.', params: none, query: none,
  body: z.object({ productId: idOf('product'), ruleId: z.string().min(3).max(60), accept: z.boolean(), standing: z.boolean().default(false), reason }), reply: z.object({ rulingId: idOf('ruling'), outcomes: z.array(z.object({ market, outcome })) }), idempotent: true, errors: ['not_found', 'wrong_state'],
});

export const ruling = z.object({ id: idOf('ruling'), ...about, says: z.enum(['accept', 'refuse']), standing: z.boolean(), reason: z.string(), appealId: idOf('appeal').nullable(), at: instant, by: z.string(), withdrawnAt: z.string().nullable() });
export const listRulings = route({ id: 'listRulings', method: 'GET', path: '/operator/rulings', audience: 'operator', summary: 'Rulings of reviewers, newest first: what is whitelisted, what was accepted or refused once.', params: none, query: pageQuery, body: none, reply: pageOf(ruling) });
export const withdrawRuling = route({ id: 'withdrawRuling', method: 'POST', path: '/operator/rulings/{rulingId}/withdrawal', audience: 'operator', summary: 'Takes a ruling back; the rule speaks for itself again.', params: z.object({ rulingId: idOf('ruling') }), query: none, body: none, reply: z.object({ outcomes: z.array(z.object({ market, outcome })) }), idempotent: true, errors: ['not_found', 'wrong_state'] });
