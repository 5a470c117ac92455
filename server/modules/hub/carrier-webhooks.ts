import type { Hono } from 'hono';
import { ok, refuse, type Result } from '#core/result.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { providerWebhooks } from '#server/platform/http/provider-webhooks.ts';
import type { System } from '#server/platform/system.ts';
import { takeReports } from './take-reports.ts';

/** Webhooks of carriers. A message may come twice, late or out of order: what it does follows from when things happened, never from when it came. */

/** A tracker with years of details is some tens of kilobytes. */
const BODY_BYTES_MAX = 1024 * 1024;

/** `POST /webhooks/carriers/{provider}`. */
export function carrierWebhooks(system: System): Hono {
  return providerWebhooks('carriers', BODY_BYTES_MAX, (provider, body, headers) => receiveCarrierMessage(system, provider, body, headers));
}

/** Takes one message. Answers what came of it in a word, `duplicate` when it had come before. Fails with `not_found`, `bad_signature`, `invalid_input`. */
export async function receiveCarrierMessage(system: System, provider: string, body: string, headers: Headers): Promise<Result<string>> {
  const served = system.carriers.get(provider);
  if (served === undefined) return refuse('not_found', { what: 'carrier' });
  const read = served.readMessage(body, headers);
  if (!read.ok) return read;
  const message = read.value;
  if (message === null) return ok('nothing_to_track');
  const at = system.clock();
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    const { id, trackingNumber: reference } = message;
    const isNew = await tx.insertInto('providerEvent').values({ provider, id, kind: 'tracking', reference, occurredAt: at, receivedAt: at, outcome: '' }).onConflict((conflict) => conflict.columns(['provider', 'id']).doNothing()).returning('id').executeTakeFirst();
    if (isNew === undefined) return ok('duplicate');
    const parcel = await tx.selectFrom('exportParcel').select('id').where('trackingNumber', '=', reference).executeTakeFirst();
    const outcome = parcel === undefined ? 'unknown_parcel' : await takeReports({ tx, at, actor: { ...SYSTEM_ACTOR, name: provider }, locale: 'en', system, ids: system.ids, requestId: `webhook ${id}` }, parcel.id, message.reports, provider);
    await tx.updateTable('providerEvent').set({ outcome }).where('provider', '=', provider).where('id', '=', id).execute();
    return ok(outcome);
  });
}
