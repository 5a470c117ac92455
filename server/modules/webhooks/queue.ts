import type { OutboxConsumer, OutboxEvent } from '#server/platform/outbox.ts';
import type { WebhookRow } from './store.ts';

/** Whether a webhook is told of an event: its owner's, of a kind it asked for, since it exists. A test event is for the webhook it names alone. */
function isTold(webhook: WebhookRow, event: OutboxEvent): boolean {
  if (event.at < webhook.createdAt || (webhook.merchantId !== null && webhook.merchantId !== event.merchantId)) return false;
  if (event.kind === 'webhook_tested') return event.subject === webhook.id;
  return webhook.kinds.length === 0 || webhook.kinds.includes(event.kind);
}

/** Writes down which events are to be sent where, once each however often an event is seen. Sending is another's work, for a slow receiver must keep nobody waiting. */
export const queueWebhooks: OutboxConsumer = {
  name: 'webhooks',
  consume: async (tx, _system, events) => {
    const merchantIds = [...new Set(events.flatMap((event) => event.merchantId ?? []))];
    const webhooks = await tx
      .selectFrom('webhook')
      .selectAll()
      .where('endedAt', 'is', null)
      .where((where) => where.or([where('merchantId', 'is', null), ...(merchantIds.length === 0 ? [] : [where('merchantId', 'in', merchantIds)])]))
      .execute();
    const rows = webhooks.flatMap((webhook) => events.filter((event) => isTold(webhook, event)).map((event) => ({ webhookId: webhook.id, eventId: event.id, merchantId: webhook.merchantId, state: 'waiting' as const, nextAt: event.at })));
    if (rows.length > 0) await tx.insertInto('webhookDelivery').values(rows).onConflict((conflict) => conflict.columns(['webhookId', 'eventId']).doNothing()).execute();
  },
};
