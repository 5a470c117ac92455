import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { createMerchantWebhook } from '#contract/webhooks.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { EVENT_KINDS } from '#server/modules/history/describe.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { WebhookTable } from '#server/platform/database/webhook-tables.ts';
import type { Context } from '#server/platform/operation.ts';
import { presentDelivery, presentWebhook, type Delivery, type Webhook } from './present.ts';
import { deliveriesOf, dropWaiting, loadWebhook, loadWebhooks, standingOf, type PageQuery } from './store.ts';

/** Webhooks of a merchant, or with null of the marketplace itself. Every function begins from whose they are. */

export type Owner = MerchantId | null;

const SECRET_BYTES = 32;

/** Fails with `invalid_input` for a kind of event that does not exist, `owner_only`. */
export async function createWebhook(context: Context, owner: Owner, input: z.output<typeof createMerchantWebhook.body>): Promise<Result<{ webhook: Webhook; secret: string }>> {
  const { tx, at, actor, ids } = context;
  if (owner !== null && actor.memberRole !== 'owner') return refuse('owner_only');
  const unknown = input.kinds.find((kind) => !EVENT_KINDS.includes(kind));
  if (unknown !== undefined) return refuse('invalid_input', { detail: `there is no event “${unknown}”`, value: unknown }, 'kinds');
  // The prefix and the base 64 are how Standard Webhooks writes a secret.
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  const row: Selectable<WebhookTable> = { id: ids.next('webhook', at), merchantId: owner, url: input.url, kinds: [...new Set(input.kinds)], secret, createdBy: actor.id, createdAt: at, endedAt: null, endReason: null };
  await tx.insertInto('webhook').values(row).execute();
  await recordEvents(context, [{ kind: 'webhook_created', subject: row.id, merchantId: owner, data: { url: row.url } }]);
  return ok({ webhook: presentWebhook(row, { waiting: 0, failed: 0, lastDeliveredAt: null }), secret });
}

export async function listWebhooks({ tx }: Context, owner: Owner): Promise<{ items: Webhook[]; kinds: string[] }> {
  const rows = await loadWebhooks(tx, owner);
  const standing = await standingOf(tx, rows.map((row) => row.id));
  return { items: rows.map((row) => presentWebhook(row, standing.get(row.id))), kinds: [...EVENT_KINDS] };
}

/** Ends a webhook; one that has ended stays as it is. Fails with `not_found`. */
export async function endWebhook(context: Context, owner: Owner, id: IdOf<'webhook'>): Promise<Result<Webhook>> {
  const { tx, at } = context;
  const row = await loadWebhook(tx, owner, id, 'update');
  if (row === null) return refuse('not_found', { what: 'webhook' });
  if (row.endedAt !== null) return ok(presentWebhook(row, (await standingOf(tx, [id])).get(id)));
  await tx.updateTable('webhook').set({ endedAt: at, endReason: 'removed' }).where('id', '=', id).execute();
  await dropWaiting(tx, id);
  await recordEvents(context, [{ kind: 'webhook_ended', subject: id, merchantId: owner, data: { url: row.url } }]);
  return ok(presentWebhook({ ...row, endedAt: at, endReason: 'removed' }, (await standingOf(tx, [id])).get(id)));
}

/** Fails with `not_found`. */
export async function listDeliveries({ tx }: Context, owner: Owner, id: IdOf<'webhook'>, query: PageQuery): Promise<Result<{ items: Delivery[]; nextCursor: string | null }>> {
  if ((await loadWebhook(tx, owner, id)) === null) return refuse('not_found', { what: 'webhook' });
  const rows = await deliveriesOf(tx, id, query);
  const page = rows.slice(0, query.limit);
  return ok({ items: page.map(presentDelivery), nextCursor: rows.length > query.limit ? (page.at(-1)?.eventId ?? null) : null });
}

/** Records a test event; it goes to this webhook alone, whatever kinds it asks for. Fails with `not_found`, `wrong_state`. */
export async function testWebhook(context: Context, owner: Owner, id: IdOf<'webhook'>): Promise<Result<{ eventId: IdOf<'event'> }>> {
  const row = await loadWebhook(context.tx, owner, id);
  if (row === null) return refuse('not_found', { what: 'webhook' });
  if (row.endedAt !== null) return refuse('wrong_state', { state: 'ended', move: 'test' });
  const [eventId] = await recordEvents(context, [{ kind: 'webhook_tested', subject: id, merchantId: owner, data: { url: row.url } }]);
  if (eventId === undefined) throw new Error('an event was recorded without an id');
  return ok({ eventId });
}

/** Sends an event again at once, under its own id. Fails with `not_found`, `wrong_state` when the webhook has ended. */
export async function resendEvent(context: Context, owner: Owner, id: IdOf<'webhook'>, eventId: IdOf<'event'>): Promise<Result<Delivery>> {
  const { tx, at } = context;
  const row = await loadWebhook(tx, owner, id);
  if (row === null) return refuse('not_found', { what: 'webhook' });
  if (row.endedAt !== null) return refuse('wrong_state', { state: 'ended', move: 'send' });
  await tx.updateTable('webhookDelivery').set({ state: 'waiting', attempts: 0, nextAt: at }).where('webhookId', '=', id).where('eventId', '=', eventId).execute();
  const [delivery] = await deliveriesOf(tx, id, { limit: 1 }, eventId);
  return delivery === undefined ? refuse('not_found', { what: 'delivery' }) : ok(presentDelivery(delivery));
}
