import { z } from 'zod';
import { PARTIES } from '#core/claims/claim-policy.ts';
import { route } from './route.ts';
import { idOf, instant, localText, market, moneyShape, none, pageOf, pageQuery, reasonShape } from './shapes.ts';

/** Quality claims: opened with evidence, decided by policy, charged to whoever caused it. */

export const claimKind = z.enum(['damaged', 'wrong', 'missing', 'not_as_described', 'defective', 'not_delivered', 'no_reason']);
export const claimState = z.enum(['open', 'with_merchant', 'decided', 'declined', 'refunded', 'overturned', 'awaiting_return']);
export const faultShare = z.object({ party: z.enum(PARTIES), sharePpm: z.number().int(), amount: moneyShape, evidence: z.array(z.string()) });
export const claim = z.object({
  id: idOf('claim'), orderId: idOf('order'), orderLineId: idOf('orderLine'), market, kind: claimKind, state: claimState, title: z.string(), quantity: z.number().int(), description: z.string(), photos: z.array(idOf('file')),
  /** Until when a person answers, for those that wait for one; `overdue` once that is over. */
  reviewDue: z.string().nullable(), overdue: z.boolean(), goodsBack: z.object({ code: z.string(), state: z.enum(['asked', 'sent', 'received', 'lapsed']), sendBy: instant, dutyFreeUntil: instant, carrier: z.string().nullable(), trackingNumber: z.string().nullable(), receivedAt: z.string().nullable() }).nullable(),
  appeal: z.string().nullable(), appealOpen: z.boolean(), appealUntil: z.string().nullable(), mayAppeal: z.boolean(), round: z.number().int(),
  openedAt: instant, answerDue: z.string().nullable(), decidedAt: z.string().nullable(), refund: moneyShape.nullable(), reasons: z.array(reasonShape), faults: z.array(faultShare), merchantAnswer: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), kind: z.string(), text: localText, fileId: idOf('file').nullable(), at: z.string() })),
});
const claimParams = z.object({ claimId: idOf('claim') });

export const openClaim = route({
  id: 'openClaim', method: 'POST', path: '/buyer/claims', audience: 'buyer', summary: 'Opens a quality claim on an order line. A small clear case is decided at once.', params: none, query: none,
  body: z.object({ orderLineId: idOf('orderLine'), kind: claimKind, quantity: z.number().int().min(1).max(20), description: z.string().trim().min(3).max(2_000), photos: z.array(idOf('file')).max(8) }),
  reply: claim, idempotent: true, errors: ['not_found', 'claim_exists', 'not_delivered_yet', 'quantity_too_large'],
});
export const getMyClaim = route({ id: 'getMyClaim', method: 'GET', path: '/buyer/claims/{claimId}', audience: 'buyer', summary: 'One of my claims.', params: claimParams, query: none, body: none, reply: claim, errors: ['not_found'] });
export const listMerchantClaims = route({ id: 'listMerchantClaims', method: 'GET', path: '/merchant/claims', audience: 'merchant', summary: 'Claims on my products, with the evidence.', params: none, query: pageQuery, body: none, reply: pageOf(claim) });
export const getMerchantClaim = route({ id: 'getMerchantClaim', method: 'GET', path: '/merchant/claims/{claimId}', audience: 'merchant', summary: 'One claim on my product.', params: claimParams, query: none, body: none, reply: claim, errors: ['not_found'] });
export const answerClaim = route({
  id: 'answerClaim', method: 'POST', path: '/merchant/claims/{claimId}/answer', audience: 'merchant', summary: 'Answers a claim before it is decided.', params: claimParams, query: none,
  body: z.object({ text: z.string().trim().min(3).max(2_000), photos: z.array(idOf('file')).max(8).default([]) }), reply: claim, errors: ['not_found', 'wrong_state'],
});
export const listClaims = route({ id: 'listClaims', method: 'GET', path: '/operator/claims', audience: 'operator', summary: 'Claims, those waiting for a person first.', params: none, query: pageQuery.extend({ state: claimState.optional() }), body: none, reply: pageOf(claim) });
export const getClaim = route({ id: 'getClaim', method: 'GET', path: '/operator/claims/{claimId}', audience: 'operator', summary: 'One claim with what the policy proposes.', params: claimParams, query: none, body: none, reply: claim.extend({ flags: z.array(z.object({ code: z.string(), fileId: idOf('file'), claimId: idOf('claim'), differentBits: z.number().int() })), claimsBefore: z.number().int(), proposal: z.object({ grant: z.boolean(), refund: moneyShape, reasons: z.array(reasonShape), faults: z.array(faultShare) }).nullable() }), errors: ['not_found'] });
export const decideClaim = route({
  id: 'decideClaim', method: 'POST', path: '/operator/claims/{claimId}/decision', audience: 'operator', summary: 'Grants or declines a claim with a reason; a grant refunds and charges whoever caused it.', params: claimParams, query: none,
  body: z.object({
    grant: z.boolean(), fault: z.enum(PARTIES).default('platform'), reason: z.string().trim().min(3).max(1_000),
    shares: z.array(z.object({ party: z.enum(PARTIES), percent: z.number().int().min(0).max(100) })).max(4).optional().describe('Instead of one party at fault: the percent each bears, together 100.'),
    refundPercent: z.number().int().min(1).max(100).optional().describe('A part of the amount the policy gives; all of it when left out.'),
    goodsBack: z.boolean().default(false).describe('The goods come back to the hub before the refund.'),
  }),
  reply: claim, idempotent: true, errors: ['not_found', 'wrong_state', 'no_evidence', 'shares_incomplete'],
});
export const overturnClaim = route({
  id: 'overturnClaim', method: 'POST', path: '/operator/claims/{claimId}/reversal', audience: 'operator', summary: 'Decides a settled claim anew: what it charged is turned round in full and borne as said now; the buyer keeps the refund.', params: claimParams, query: none,
  body: decideClaim.body, reply: claim, idempotent: true, errors: ['not_found', 'wrong_state', 'no_evidence', 'shares_incomplete'],
});
export const upholdClaim = route({
  id: 'upholdClaim', method: 'POST', path: '/operator/claims/{claimId}/upholding', audience: 'operator', summary: 'Leaves an appealed decision as it is, with a reason.', params: claimParams, query: none,
  body: z.object({ reason: z.string().trim().min(3).max(1_000) }), reply: claim, errors: ['not_found', 'wrong_state'],
});
export const appealClaim = route({
  id: 'appealClaim', method: 'POST', path: '/merchant/claims/{claimId}/appeal', audience: 'merchant', summary: 'Appeals a decision that charged me, with what speaks against it.', params: claimParams, query: none,
  body: answerClaim.body, reply: claim, errors: ['not_found', 'wrong_state'],
});
export const sendReturn = route({
  id: 'sendReturn', method: 'POST', path: '/buyer/claims/{claimId}/return', audience: 'buyer', summary: 'Says how the goods travel back.', params: claimParams, query: none,
  body: z.object({ carrier: z.string().trim().min(1).max(60), trackingNumber: z.string().trim().min(4).max(60) }), reply: claim, errors: ['not_found', 'wrong_state'],
});
export const listReturns = route({
  id: 'listReturns', method: 'GET', path: '/hub/returns', audience: 'hub', summary: 'Goods that come back: those on their way first, with the day until which they re-enter China free of duty.', params: none, query: none, body: none,
  reply: z.object({ items: z.array(z.object({ code: z.string(), state: z.enum(['asked', 'sent', 'received', 'lapsed']), title: z.string(), quantity: z.number().int(), carrier: z.string().nullable(), trackingNumber: z.string().nullable(), sendBy: instant, dutyFreeUntil: instant, receivedAt: z.string().nullable() })) }),
});
export const receiveReturn = route({
  id: 'receiveReturn', method: 'POST', path: '/hub/returns/{code}', audience: 'hub', summary: 'Receives goods that came back; the refund that waited for them is made.', params: z.object({ code: z.string().trim().min(4).max(40) }), query: none,
  body: z.object({ photos: z.array(idOf('file')).min(1).max(8), note: z.string().trim().max(500).default('') }), reply: z.object({ claimId: idOf('claim'), state: claimState }), idempotent: true, errors: ['not_found', 'wrong_state', 'photo_missing'],
});
