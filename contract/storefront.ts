import { z } from 'zod';
import { route } from './route.ts';
import { idOf, listingLocale, localText, market, moneyShape, none, pageOf, pageQuery } from './shapes.ts';
import { priceLine } from './listings.ts';

/** What a visitor of a market sees: the feed of notes, live listings with final prices, and the claim policy in plain words. */

const marketParams = z.object({ market });
const localeQuery = z.object({ locale: listingLocale.optional() });

export const listingCard = z.object({
  id: idOf('listing'), title: z.string(), image: z.string().nullable(), price: moneyShape, shopName: z.string(), category: z.string().nullable(), inStock: z.boolean(),
});
export const noteCard = z.object({
  id: idOf('note'), title: z.string(), cover: z.string(), author: z.object({ name: z.string(), avatar: z.string(), place: z.string() }),
  language: z.string(), scene: z.string(), tags: z.array(z.string()), products: z.array(listingCard), publishedAt: z.string(),
});
export const noteShape = noteCard.extend({ body: z.string() });

export const claimPolicyShape = z.object({ edition: z.string(), summary: localText, points: z.array(z.object({ code: z.string(), text: localText })),
  /** The same policy as figures: what each kind of claim asks for and gives. A kind that is not named is not covered. */
  kinds: z.array(z.object({ kind: z.string(), windowDays: z.number().int(), evidence: z.array(localText), refundPpm: z.number().int(), goodsBack: z.boolean() })), answerHours: z.number().int(), reviewHours: z.number().int(), decideAtOnceUpToMinor: z.string(),
});

export const listingPage = z.object({
  id: idOf('listing'), productId: idOf('product'), market, locale: listingLocale, locales: z.array(listingLocale),
  title: z.string(), bullets: z.array(z.string()), description: z.string().nullable(), attributes: z.record(z.string(), z.string()), images: z.array(z.string()),
  machineText: z.boolean(), original: z.object({ title: z.string() }), shop: z.object({ name: z.string(), city: z.string(), story: z.string().nullable() }), category: z.string().nullable(),
  variants: z.array(z.object({
    id: idOf('variant'), options: z.record(z.string(), z.string()), stock: z.number().int(),
    price: moneyShape.nullable(), lines: z.array(priceLine), deliveryDays: z.object({ p50: z.number().int(), p90: z.number().int() }).nullable(), validUntil: z.string().nullable(),
  })),
  claimPolicy: claimPolicyShape, notices: z.array(localText), notes: z.array(noteCard), related: z.array(listingCard),
});

export const getFeed = route({
  id: 'getFeed', method: 'GET', path: '/public/markets/{market}/feed', audience: 'public', summary: 'Notes that show something live in this market.',
  params: marketParams, query: pageQuery.extend({ locale: listingLocale.optional(), scene: z.string().max(40).optional(), category: z.string().max(40).optional() }), body: none,
  reply: pageOf(noteCard).extend({ scenes: z.array(z.string()) }),
});
export const getNote = route({
  id: 'getNote', method: 'GET', path: '/public/markets/{market}/notes/{noteId}', audience: 'public', summary: 'One note with the products it shows.',
  params: z.object({ market, noteId: idOf('note') }), query: localeQuery, body: none, reply: noteShape.extend({ more: z.array(noteCard) }), errors: ['not_found'],
});
export const listListings = route({
  id: 'listListings', method: 'GET', path: '/public/markets/{market}/listings', audience: 'public', summary: 'Live listings of this market, searchable.',
  params: marketParams, query: pageQuery.extend({ locale: listingLocale.optional(), search: z.string().max(100).optional(), category: z.string().max(40).optional() }), body: none,
  reply: pageOf(listingCard).extend({ categories: z.array(z.object({ name: z.string(), count: z.number().int() })) }),
});
export const getListing = route({
  id: 'getListing', method: 'GET', path: '/public/markets/{market}/listings/{listingId}', audience: 'public', summary: 'One listing: words, final price with its lines, claim policy.',
  params: z.object({ market, listingId: idOf('listing') }), query: localeQuery, body: none, reply: listingPage, errors: ['not_found', 'listing_not_live'],
});
export const getClaimPolicy = route({
  id: 'getClaimPolicy', method: 'GET', path: '/public/markets/{market}/claim-policy', audience: 'public', summary: 'The claim policy of this market in plain words.',
  params: marketParams, query: none, body: none, reply: claimPolicyShape,
});
