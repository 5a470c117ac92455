import { z } from 'zod';
import { route } from './route.ts';
import { idOf, instant, none, pageOf, pageQuery } from './shapes.ts';

/** Webhooks: events sent to a program as they happen, signed as Standard Webhooks says, repeated until they are taken. */

export const webhook = z.object({
  id: idOf('webhook'), url: z.string(), kinds: z.array(z.string()), createdAt: instant, endedAt: z.string().nullable(), endReason: z.enum(['removed', 'gone']).nullable(),
  waiting: z.number().int(), failed: z.number().int(), lastDeliveredAt: z.string().nullable(),
});
export const webhookDelivery = z.object({
  eventId: idOf('event'), kind: z.string(), subject: z.string(), at: instant, state: z.enum(['waiting', 'delivered', 'failed', 'dropped']), attempts: z.number().int(),
  nextAt: z.string().nullable(), status: z.number().int().nullable(), detail: z.string().nullable(), deliveredAt: z.string().nullable(),
});

/** Plain HTTP is for a receiver on the same machine, while it is being written. */
function isReceiver(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname));
}

const webhookParams = z.object({ webhookId: idOf('webhook') });
const create = {
  method: 'POST', summary: 'Sends events to an address from now on. The secret that signs them is shown once.', params: none, query: none,
  body: z.object({ url: z.string().trim().max(500).refine(isReceiver, 'expected an https:// address without a password in it'), kinds: z.array(z.string().max(60)).max(100).default([]) }),
  reply: z.object({ webhook, secret: z.string() }), secret: true, errors: ['invalid_input', 'owner_only'],
} as const;
const list = { method: 'GET', summary: 'Where events are sent, and how that goes.', params: none, query: none, body: none, reply: z.object({ items: z.array(webhook), kinds: z.array(z.string()) }) } as const;
const end = { method: 'DELETE', summary: 'Sends nothing there any more; what still waited is dropped.', params: webhookParams, query: none, body: none, reply: webhook, errors: ['not_found'] } as const;
const deliveries = { method: 'GET', summary: 'Events sent there, the newest first, with every answer.', params: webhookParams, query: pageQuery, body: none, reply: pageOf(webhookDelivery), errors: ['not_found'] } as const;
const test = { method: 'POST', summary: 'Sends a test event there now.', params: webhookParams, query: none, body: none, reply: z.object({ eventId: idOf('event') }), errors: ['not_found', 'wrong_state'] } as const;
const resend = { method: 'POST', summary: 'Sends an event there once more, with the id it always had.', params: webhookParams.extend({ eventId: idOf('event') }), query: none, body: none, reply: webhookDelivery, errors: ['not_found', 'wrong_state'] } as const;

export const createMerchantWebhook = route({ id: 'createMerchantWebhook', path: '/merchant/webhooks', audience: 'merchant', ...create });
export const listMerchantWebhooks = route({ id: 'listMerchantWebhooks', path: '/merchant/webhooks', audience: 'merchant', ...list });
export const endMerchantWebhook = route({ id: 'endMerchantWebhook', path: '/merchant/webhooks/{webhookId}', audience: 'merchant', ...end });
export const listMerchantDeliveries = route({ id: 'listMerchantDeliveries', path: '/merchant/webhooks/{webhookId}/deliveries', audience: 'merchant', ...deliveries });
export const testMerchantWebhook = route({ id: 'testMerchantWebhook', path: '/merchant/webhooks/{webhookId}/test', audience: 'merchant', ...test });
export const resendMerchantEvent = route({ id: 'resendMerchantEvent', path: '/merchant/webhooks/{webhookId}/deliveries/{eventId}', audience: 'merchant', ...resend });
export const createOperatorWebhook = route({ id: 'createOperatorWebhook', path: '/operator/webhooks', audience: 'operator', ...create });
export const listOperatorWebhooks = route({ id: 'listOperatorWebhooks', path: '/operator/webhooks', audience: 'operator', ...list });
export const endOperatorWebhook = route({ id: 'endOperatorWebhook', path: '/operator/webhooks/{webhookId}', audience: 'operator', ...end });
export const listOperatorDeliveries = route({ id: 'listOperatorDeliveries', path: '/operator/webhooks/{webhookId}/deliveries', audience: 'operator', ...deliveries });
export const testOperatorWebhook = route({ id: 'testOperatorWebhook', path: '/operator/webhooks/{webhookId}/test', audience: 'operator', ...test });
export const resendOperatorEvent = route({ id: 'resendOperatorEvent', path: '/operator/webhooks/{webhookId}/deliveries/{eventId}', audience: 'operator', ...resend });
