import { z } from 'zod';
import { historyEntry } from './listings.ts';
import { route } from './route.ts';
import { idOf, instant, localText, none, pageOf, pageQuery } from './shapes.ts';

/** API keys, files, notifications, history, and the chain of reasons of anything. */

export const apiKey = z.object({ id: idOf('apiKey'), name: z.string(), createdAt: instant, lastUsedAt: z.string().nullable(), revokedAt: z.string().nullable(), hint: z.string() });
const createKey = { method: 'POST', params: none, query: none, body: z.object({ name: z.string().trim().min(1).max(60) }), reply: z.object({ key: apiKey, secret: z.string() }), secret: true } as const;
export const createMerchantKey = route({ id: 'createMerchantKey', path: '/merchant/api-keys', audience: 'merchant', summary: 'Makes an API key for a program. The secret is shown once.', ...createKey });
export const createOperatorKey = route({ id: 'createOperatorKey', path: '/operator/api-keys', audience: 'operator', summary: 'Makes an API key for a program. The secret is shown once.', ...createKey });
const listKeys = { method: 'GET', params: none, query: none, body: none, reply: z.object({ items: z.array(apiKey) }) } as const;
export const listMerchantKeys = route({ id: 'listMerchantKeys', path: '/merchant/api-keys', audience: 'merchant', summary: 'My API keys.', ...listKeys });
export const listOperatorKeys = route({ id: 'listOperatorKeys', path: '/operator/api-keys', audience: 'operator', summary: 'The marketplace’s own API keys.', ...listKeys });
const revokeKey = { method: 'DELETE', summary: 'Ends an API key at once.', params: z.object({ apiKeyId: idOf('apiKey') }), query: none, body: none, reply: apiKey, errors: ['not_found'] } as const;
export const revokeMerchantKey = route({ id: 'revokeMerchantKey', path: '/merchant/api-keys/{apiKeyId}', audience: 'merchant', ...revokeKey });
export const revokeOperatorKey = route({ id: 'revokeOperatorKey', path: '/operator/api-keys/{apiKeyId}', audience: 'operator', ...revokeKey });

const upload = { method: 'POST', params: none, query: none, body: z.unknown(), binary: true, reply: z.object({ fileId: idOf('file'), mediaType: z.string(), bytes: z.number().int() }), errors: ['too_large', 'unsupported_media'] } as const;
export const uploadBuyerFile = route({ id: 'uploadBuyerFile', path: '/buyer/files', audience: 'buyer', summary: 'Uploads a photo for a claim.', ...upload });
export const uploadMerchantFile = route({ id: 'uploadMerchantFile', path: '/merchant/files', audience: 'merchant', summary: 'Uploads a document or photo.', ...upload });
export const uploadHubFile = route({ id: 'uploadHubFile', path: '/hub/files', audience: 'hub', summary: 'Uploads a station photo.', ...upload });
const download = { method: 'GET', params: z.object({ fileId: idOf('file') }), query: none, body: none, reply: z.instanceof(Uint8Array), media: 'application/octet-stream', errors: ['not_found'] } as const;
export const getBuyerFile = route({ id: 'getBuyerFile', path: '/buyer/files/{fileId}', audience: 'buyer', summary: 'A file of mine.', ...download });
export const getMerchantFile = route({ id: 'getMerchantFile', path: '/merchant/files/{fileId}', audience: 'merchant', summary: 'A file of mine, or evidence on a claim against me.', ...download });
export const getHubFile = route({ id: 'getHubFile', path: '/hub/files/{fileId}', audience: 'hub', summary: 'A station photo.', ...download });
export const getOperatorFile = route({ id: 'getOperatorFile', path: '/operator/files/{fileId}', audience: 'operator', summary: 'Any file.', ...download });

export const notification = z.object({ id: idOf('notification'), at: instant, text: localText, path: z.string().nullable(), readAt: z.string().nullable() });
export const listNotifications = route({ id: 'listNotifications', method: 'GET', path: '/merchant/notifications', audience: 'merchant', summary: 'What happened that I should know.', params: none, query: pageQuery, body: none, reply: pageOf(notification).extend({ unread: z.number().int() }) });
export const readNotifications = route({ id: 'readNotifications', method: 'POST', path: '/merchant/notifications/read', audience: 'merchant', summary: 'Marks notifications as read.', params: none, query: none, body: none, reply: z.object({ unread: z.number().int() }) });

const historyQuery = pageQuery.extend({ subject: z.string().max(60).optional() });
export const listMerchantHistory = route({ id: 'listMerchantHistory', method: 'GET', path: '/merchant/history', audience: 'merchant', summary: 'Who did what to my shop, when and why.', params: none, query: historyQuery, body: none, reply: pageOf(historyEntry) });
export const listHistory = route({ id: 'listHistory', method: 'GET', path: '/operator/history', audience: 'operator', summary: 'Everything that happened.', params: none, query: historyQuery, body: none, reply: pageOf(historyEntry) });

export const whyStep = z.object({ id: z.string(), kind: z.string(), title: localText, outcome: z.string(), reasons: z.array(localText), edition: z.string().nullable(), at: z.string().nullable(), replayed: z.boolean().nullable() });
export const whyChain = z.object({ id: z.string(), replayed: z.boolean(), steps: z.array(whyStep) });
const why = { method: 'GET', params: z.object({ id: z.string().max(60) }), query: none, body: none, reply: whyChain, errors: ['not_found'] } as const;
export const whyMerchant = route({ id: 'whyMerchant', path: '/merchant/why/{id}', audience: 'merchant', summary: 'The chain of reasons of a listing, verdict, quote, order or payout of mine, recomputed.', ...why });
export const whyOperator = route({ id: 'whyOperator', path: '/operator/why/{id}', audience: 'operator', summary: 'The chain of reasons of anything, recomputed.', ...why });

export const overview = z.object({
  merchants: z.object({ total: z.number().int(), enrolled: z.number().int(), open: z.number().int() }), products: z.number().int(),
  listings: z.array(z.object({ market: z.string(), live: z.number().int(), held: z.number().int(), off: z.number().int() })),
  orders: z.array(z.object({ day: z.string(), market: z.string(), count: z.number().int() })), openClaims: z.number().int(), toDecide: z.number().int(), putAside: z.number().int(),
  topRefusals: z.array(z.object({ ruleId: z.string(), text: localText, products: z.number().int() })),
});
export const getOverview = route({ id: 'getOverview', method: 'GET', path: '/operator/overview', audience: 'operator', summary: 'The marketplace at a glance.', params: none, query: none, body: none, reply: overview });
export const listMerchants = route({
  id: 'listMerchants', method: 'GET', path: '/operator/merchants', audience: 'operator', summary: 'Merchants and how their export stands.', params: none, query: pageQuery.extend({ search: z.string().max(60).optional() }), body: none,
  reply: pageOf(z.object({ id: idOf('merchant'), shopName: z.string(), kind: z.string(), city: z.string(), products: z.number().int(), enrolled: z.boolean(), open: z.boolean(), live: z.number().int() })),
});
