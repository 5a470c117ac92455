import { z } from 'zod';
import { variantOutcome } from './screening.ts';
import { listingState } from './listing-state.ts';
import { route } from './route.ts';
import { factShape, idOf, listingLocale, localText, market, moneyShape, none, queue, reasonShape, scalar, sourceRef } from './shapes.ts';

/** A listing is a projection of switch, verdict, quote, wording and stock. Here is each part, with its reasons. */

export const outcome = z.enum(['allowed', 'allowed_with_conditions', 'needs_facts', 'needs_review', 'blocked']);

export const findingShape = z.object({
  ruleId: z.string(), outcome: z.string(), text: localText, because: z.array(factShape), fix: localText.nullable(),
  minimalFix: z.array(z.object({ kind: z.string(), target: z.string().nullable(), text: localText })),
  citation: z.string(), sourceUrl: z.string().nullable(), evidence: z.array(z.string()), owner: queue, answerHours: z.number().nullable(),
});
export const question = z.object({ fact: z.string(), ask: localText, input: z.enum(['choice', 'number', 'text', 'yes_no']), unit: z.string().nullable(), options: z.array(z.object({ value: scalar, text: localText })) });

export const verdictShape = z.object({
  id: idOf('verdict'), market, outcome, findings: z.array(findingShape), questions: z.array(question),
  transport: z.array(z.object({ text: localText, ruleId: z.string() })), variants: z.array(variantOutcome), edition: z.string(), at: z.string(),
});

export const priceLine = z.object({ code: z.string(), label: localText, amount: moneyShape, basis: z.string().nullable(), source: sourceRef.nullable() });
export const quoteShape = z.object({
  id: idOf('quote'), variantId: idOf('variant').nullable(), outcome: z.enum(['quoted', 'held']), reasons: z.array(reasonShape),
  buyer: z.object({ total: moneyShape, lines: z.array(priceLine) }).nullable(),
  merchant: z.object({ payout: moneyShape, lines: z.array(priceLine) }).nullable(),
  hts: z.string().nullable(), line: z.string().nullable(), edition: z.string(), at: z.string(), validUntil: z.string().nullable(),
});

export const wordingCheck = z.object({ check: z.string(), severity: z.enum(['block', 'review', 'note']), span: z.string().nullable(), message: z.string() });
export const wordingShape = z.object({
  id: idOf('wording'), locale: listingLocale, title: z.string(), bullets: z.array(z.string()), description: z.string().nullable(), attributes: z.record(z.string(), z.string()),
  status: z.enum(['ready', 'needs_review', 'needs_provider']), checks: z.array(wordingCheck),
  provenance: z.array(z.object({ segment: z.string(), by: z.string() })), dropped: z.array(z.object({ text: z.string(), reason: z.string() })), edition: z.string(), at: z.string(),
});

export const historyEntry = z.object({
  id: idOf('event'), at: z.string(), who: z.string(), what: z.string(), text: localText, why: localText.nullable(), subject: z.string(), market: market.nullable(),
});

export const listingShape = z.object({
  id: idOf('listing'), productId: idOf('product'), market, state: listingState, since: z.string(), reasons: z.array(reasonShape),
  verdict: verdictShape.nullable(), wordings: z.array(wordingShape), quote: quoteShape.nullable(), history: z.array(historyEntry),
  storefrontPath: z.string().nullable(),
});

export const getProductListings = route({
  id: 'getProductListings', method: 'GET', path: '/merchant/products/{productId}/listings', audience: 'merchant',
  summary: 'What became of a product in each market: verdict, page, price, and why.', params: z.object({ productId: idOf('product') }), query: none, body: none,
  reply: z.object({ productId: idOf('product'), listings: z.array(listingShape) }), errors: ['not_found'],
});
export const previewMarket = route({
  id: 'previewMarket', method: 'GET', path: '/merchant/products/{productId}/preview/{market}', audience: 'merchant',
  summary: 'Verdict, page and price of a product in a market, before any switch is turned. Nothing is stored.', params: z.object({ productId: idOf('product'), market }), query: none, body: none,
  reply: z.object({ verdict: verdictShape.omit({ id: true }), wording: wordingShape.omit({ id: true }), quote: quoteShape.omit({ id: true }) }), errors: ['not_found'],
});

/** One in ten comes out lower than `p10`, one in ten higher than `p90`. */
const percentiles = z.object({ p10: moneyShape, p50: moneyShape, p90: moneyShape });

/** What a merchant may expect of a product in a market before anything is sold; nulls where there is no price yet, and `quote.reasons` say why. */
export const payoutPreview = z.object({
  productId: idOf('product'), title: z.string(), image: z.string().nullable(), market, quote: quoteShape.omit({ id: true }),
  /** Where the weight comes from; the less sure it is, the wider the range. */
  weightSource: z.enum(['hub', 'merchant', 'import', 'platform', 'inferred']),
  buyerTotal: percentiles.nullable(), payoutAfterReturns: percentiles.nullable(),
  ifReturned: z.object({ merchant: moneyShape, lines: z.array(z.object({ code: z.string(), label: localText, amount: moneyShape, bearer: z.enum(['merchant', 'buyer', 'marketplace']) })) }).nullable(),
});
export const previewPayout = route({
  id: 'previewPayout', method: 'GET', path: '/merchant/products/{productId}/payout-preview/{market}', audience: 'merchant',
  summary: 'What a product leaves its merchant in a market: the waterfall, its range where weight, exchange and returns are uncertain, and what one return costs.',
  params: z.object({ productId: idOf('product'), market }), query: none, body: none, reply: payoutPreview, errors: ['not_found'],
});
export const previewPayouts = route({
  id: 'previewPayouts', method: 'GET', path: '/merchant/payout-previews', audience: 'merchant',
  summary: 'The same for the first products of the shop in every market, those that can go furthest first: what turning the switch would bring.',
  params: none, query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(4) }), body: none, reply: z.object({ products: z.number().int(), items: z.array(payoutPreview) }),
});

/** What bringing one piece to its buyer costs one way, in yuan, line by line. */
const wayCost = z.object({ perPiece: moneyShape, lines: z.array(z.object({ code: z.string(), label: localText, amount: moneyShape })) });
export const stockChoice = z.object({
  cheaper: z.enum(['direct', 'overseas']), direct: wayCost, overseas: wayCost,
  /** The fewest pieces from which stock abroad is not dearer; null when no shipment pays. */
  breakEvenPieces: z.string().nullable(), tariffEdition: z.string(),
  /** A piece from stock abroad by size of shipment. */
  curve: z.array(z.object({ pieces: z.number().int(), perPiece: moneyShape })),
});
export const compareStock = route({
  id: 'compareStock', method: 'GET', path: '/merchant/products/{productId}/stock-choice/{market}', audience: 'merchant',
  summary: 'Direct mail or stock in the market: what a piece costs either way, from how many pieces stock pays, and the same if a duty were another. Nothing is stored.',
  params: z.object({ productId: idOf('product'), market }),
  query: z.object({
    pieces: z.coerce.number().int().min(1).max(100_000).default(300), months: z.coerce.number().int().min(1).max(24).default(3),
    customsPercent: z.coerce.number().min(1).max(100).default(100).describe('What customs values a piece at, in percent of the goods price; below 100 needs a first-sale ruling.'),
    heading: z.string().max(20).optional().describe('A duty of the programmes in force; with `percent` the comparison is made again under that rate.'), percent: z.coerce.number().min(0).max(1_000).optional(),
  }), body: none, reply: z.object({ now: stockChoice, ifChanged: stockChoice.nullable() }), errors: ['not_found', 'not_comparable', 'invalid_change'],
});

export const readiness = z.object({
  products: z.number().int(),
  markets: z.array(z.object({ market, allowed: z.number().int(), conditions: z.number().int(), needsFacts: z.number().int(), needsReview: z.number().int(), blocked: z.number().int() })),
  actions: z.array(z.object({ key: z.string(), kind: z.string(), target: z.string().nullable(), text: localText, opens: z.number().int(), helps: z.number().int(), products: z.array(z.object({ id: idOf('product'), title: z.string() })) })),
});
export const getReadiness = route({
  id: 'getReadiness', method: 'GET', path: '/merchant/readiness', audience: 'merchant',
  summary: 'How many products can go where, and what to do first, ordered by how many products each action opens.', params: none, query: none, body: none, reply: readiness,
});

const cause = z.object({ text: localText, net: z.number().int(), live: z.number().int(), gone: z.number().int(), listings: z.array(z.object({ id: idOf('listing'), productId: idOf('product'), title: z.string(), market, live: z.boolean() })) });

/** How many listings were live at the end of each day, and what moved the count. */
export const liveHistory = z.object({
  since: z.string(), before: z.number().int(), now: z.number().int(),
  days: z.array(z.object({ day: z.string(), live: z.number().int(), net: z.number().int() })),
  causes: z.array(cause),
});
const historyDays = z.object({ days: z.coerce.number().int().min(1).max(90).default(7), market: market.optional() });
export const getLiveHistory = route({
  id: 'getLiveHistory', method: 'GET', path: '/merchant/live-history', audience: 'merchant', summary: 'How my count of live listings moved, day by day, and why.', params: none, query: historyDays, body: none, reply: liveHistory,
});
export const getMarketplaceLiveHistory = route({
  id: 'getMarketplaceLiveHistory', method: 'GET', path: '/operator/live-history', audience: 'operator', summary: 'How the count of live listings moved, for all shops or one, and why.', params: none, query: historyDays.extend({ merchantId: idOf('merchant').optional() }), body: none, reply: liveHistory,
});

const pastVerdict = z.object({ id: idOf('verdict'), market, outcome, edition: z.string(), at: z.string(), until: z.string().nullable(), rules: z.array(z.object({ ruleId: z.string(), outcome: z.string() })), cause: localText.nullable() });
export const listVerdicts = route({
  id: 'listVerdicts', method: 'GET', path: '/merchant/products/{productId}/verdicts', audience: 'merchant', summary: 'Every verdict a product ever had, newest first, with what brought it about.', params: z.object({ productId: idOf('product') }), query: none, body: none,
  reply: z.object({ items: z.array(pastVerdict) }), errors: ['not_found'],
});
