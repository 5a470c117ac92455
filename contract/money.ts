import { z } from 'zod';
import { PARTIES } from '#core/claims/claim-policy.ts';
import { route } from './route.ts';
import { day, idOf, instant, localText, market, moneyShape, none, pageOf, pageQuery } from './shapes.ts';

/** The marketplace's money: closed days, disputes, holds, and what China's tax and customs offices ask for. */

export const hold = z.object({
  id: idOf('hold'), merchantId: idOf('merchant'), shopName: z.string(), orderId: idOf('order').nullable(), code: z.enum(['claim', 'dispute', 'operator']), reason: localText, amount: moneyShape, placedAt: instant, endsOn: day,
  releasedAt: z.string().nullable(), releaseReason: localText.nullable(),
});
export const listHolds = route({ id: 'listHolds', method: 'GET', path: '/operator/holds', audience: 'operator', summary: 'Money of merchants that waits, with reasons and end dates; what stands now first.', params: none, query: pageQuery, body: none, reply: pageOf(hold) });
export const placeHold = route({
  id: 'placeHold', method: 'POST', path: '/operator/holds', audience: 'operator', summary: 'Holds an amount of a merchant’s money, with a reason the merchant reads and a last day.', params: none, query: none,
  body: z.object({ merchantId: idOf('merchant'), amount: moneyShape, reason: z.string().trim().min(8).max(500), endsOn: day }), reply: z.object({ holdId: idOf('hold') }), idempotent: true, errors: ['not_found', 'invalid_input'],
});
export const releaseHold = route({
  id: 'releaseHold', method: 'POST', path: '/operator/holds/{holdId}/release', audience: 'operator', summary: 'Lets a hold go before its last day, with a reason.', params: z.object({ holdId: idOf('hold') }), query: none,
  body: z.object({ reason: z.string().trim().min(3).max(500) }), reply: none, errors: ['not_found', 'wrong_state'],
});

export const dispute = z.object({
  id: idOf('dispute'), orderId: idOf('order'), market, provider: z.string(), reference: z.string(), reason: z.string(), amount: moneyShape, state: z.enum(['open', 'won', 'lost']), answerDue: z.string().nullable(), openedAt: instant, closedAt: z.string().nullable(),
  shares: z.array(z.object({ party: z.enum(PARTIES), shopName: z.string().nullable(), amount: moneyShape, charge: moneyShape.nullable(), evidence: z.array(z.string()) })), evidence: z.number().int(), simulated: z.boolean(),
});
export const listDisputes = route({ id: 'listDisputes', method: 'GET', path: '/operator/disputes', audience: 'operator', summary: 'Payments that buyers’ banks took back, open ones first.', params: none, query: pageQuery, body: none, reply: pageOf(dispute) });
export const simulateDispute = route({
  id: 'simulateDispute', method: 'POST', path: '/operator/orders/{orderId}/test-dispute', audience: 'operator', summary: 'Lets the test provider’s bank dispute a payment, or decide on it. Only for payments made with the test provider.', params: z.object({ orderId: idOf('order') }), query: none,
  body: z.object({ reason: z.enum(['fraudulent', 'product_not_received', 'product_unacceptable', 'duplicate', 'general']).default('product_unacceptable'), outcome: z.enum(['won', 'lost']).nullish() }), reply: z.object({ outcome: z.string() }), errors: ['not_found', 'wrong_state'],
});

export const dailyClose = z.object({ day, closedAt: instant, transactions: z.number().int(), postings: z.number().int(), hash: z.string(), previousHash: z.string(), positions: z.array(z.object({ held: moneyShape, worth: moneyShape })) });
export const listDailyCloses = route({ id: 'listDailyCloses', method: 'GET', path: '/operator/ledger/closes', audience: 'operator', summary: 'Closed days with their hashes, newest first.', params: none, query: pageQuery, body: none, reply: pageOf(dailyClose) });
export const closeBooks = route({
  id: 'closeBooks', method: 'POST', path: '/operator/ledger/closes', audience: 'operator', summary: 'Closes every day that has ended and is not closed yet.', params: none, query: none, body: z.object({ through: day.optional() }), reply: z.object({ days: z.number().int(), through: day }), idempotent: true,
});
export const verifyDailyCloses = route({
  id: 'verifyDailyCloses', method: 'GET', path: '/operator/ledger/closes/proof', audience: 'operator', summary: 'Derives every closed day again from the postings and compares contents, balances and hashes.', params: none, query: none, body: none,
  reply: z.object({ verified: z.boolean(), balanced: z.boolean(), days: z.number().int(), from: z.string().nullable(), to: z.string().nullable(), lastHash: z.string().nullable(), transactions: z.number().int(), faults: z.array(z.object({ day, what: z.enum(['content', 'balances', 'chain', 'missing']) })) }),
});
