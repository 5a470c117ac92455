import { sql, type Selectable } from 'kysely';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { WebhookTable } from '#server/platform/database/webhook-tables.ts';

/** Webhooks and their deliveries as the database holds them. */

export type WebhookRow = Selectable<WebhookTable>;
export type PageQuery = Readonly<{ cursor?: string | undefined; limit: number }>;

/** The owner's webhooks, the newest first; ended ones too, for what they were told stays to be read. */
export async function loadWebhooks(tx: Tx, owner: MerchantId | null): Promise<WebhookRow[]> {
  return tx.selectFrom('webhook').selectAll().where('merchantId', 'is not distinct from', owner).orderBy('id', 'desc').execute();
}

export async function loadWebhook(tx: Tx, owner: MerchantId | null, id: IdOf<'webhook'>, lock?: 'update'): Promise<WebhookRow | null> {
  const select = tx.selectFrom('webhook').selectAll().where('id', '=', id).where('merchantId', 'is not distinct from', owner);
  return (await (lock === 'update' ? select.forUpdate() : select).executeTakeFirst()) ?? null;
}

/** How deliveries to a webhook stand. */
export type Standing = Readonly<{ waiting: number; failed: number; lastDeliveredAt: Date | null }>;

export async function standingOf(tx: Tx, ids: readonly IdOf<'webhook'>[]): Promise<ReadonlyMap<IdOf<'webhook'>, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('webhookDelivery')
    .select(['webhookId', sql<number>`count(*) filter (where state = 'waiting')::int`.as('waiting'), sql<number>`count(*) filter (where state = 'failed')::int`.as('failed'), sql<Date | null>`max(delivered_at)`.as('lastDeliveredAt')])
    .where('webhookId', 'in', ids)
    .groupBy('webhookId')
    .execute();
  return new Map(rows.map(({ webhookId, ...standing }) => [webhookId, standing]));
}

/** What still waits for a webhook that has ended goes nowhere. */
export async function dropWaiting(tx: Tx, id: IdOf<'webhook'>): Promise<void> {
  await tx.updateTable('webhookDelivery').set({ state: 'dropped', nextAt: null }).where('webhookId', '=', id).where('state', '=', 'waiting').execute();
}

export type DeliveryRow = Awaited<ReturnType<typeof deliveriesOf>>[number];

/** Deliveries to a webhook, the newest event first, one more than asked; or the one of an event. */
export async function deliveriesOf(tx: Tx, id: IdOf<'webhook'>, query: PageQuery, eventId?: IdOf<'event'>) {
  let select = tx
    .selectFrom('webhookDelivery')
    .innerJoin('event', 'event.id', 'webhookDelivery.eventId')
    .select(['webhookDelivery.eventId', 'event.kind', 'event.subject', 'event.at', 'webhookDelivery.state', 'webhookDelivery.attempts', 'webhookDelivery.nextAt', 'webhookDelivery.status', 'webhookDelivery.detail', 'webhookDelivery.deliveredAt'])
    .where('webhookId', '=', id);
  if (eventId !== undefined) select = select.where('webhookDelivery.eventId', '=', eventId);
  if (query.cursor !== undefined) select = select.where(sql<boolean>`webhook_delivery.event_id < ${query.cursor}`);
  return select.orderBy('webhookDelivery.eventId', 'desc').limit(query.limit + 1).execute();
}
