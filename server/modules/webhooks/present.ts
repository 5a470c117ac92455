import type { z } from 'zod';
import type { webhook, webhookDelivery } from '#contract/webhooks.ts';
import type { DeliveryRow, Standing, WebhookRow } from './store.ts';

export type Webhook = z.output<typeof webhook>;
export type Delivery = z.output<typeof webhookDelivery>;

export function presentWebhook(row: WebhookRow, standing: Standing | undefined): Webhook {
  return {
    id: row.id, url: row.url, kinds: row.kinds, createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null, endReason: row.endReason,
    waiting: standing?.waiting ?? 0, failed: standing?.failed ?? 0, lastDeliveredAt: standing?.lastDeliveredAt?.toISOString() ?? null,
  };
}

export function presentDelivery(row: DeliveryRow): Delivery {
  return { ...row, at: row.at.toISOString(), nextAt: row.state === 'waiting' ? (row.nextAt?.toISOString() ?? null) : null, deliveredAt: row.deliveredAt?.toISOString() ?? null };
}
