import { Hono } from 'hono';
import { ok, refuse, type Result } from '#core/result.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { toProblem } from '#server/platform/errors.ts';
import { readAtMost } from '#server/platform/http/body.ts';
import type { System } from '#server/platform/system.ts';
import { takeReports } from './take-reports.ts';

/** Webhooks of carriers. A message may come twice, late or out of order: what it does follows from when things happened, never from when it came. */

/** A tracker with years of details is some tens of kilobytes. */
const BODY_BYTES_MAX = 1024 * 1024;

/** `POST /webhooks/carriers/{provider}`. Its shape is the carrier's, so it is no route of the contract. */
export function carrierWebhooks(system: System): Hono {
  const app = new Hono();
  app.post('/webhooks/carriers/:provider', async (c) => {
    const bytes = await readAtMost(c.req.raw, BODY_BYTES_MAX);
    const answered = bytes === null ? refuse('too_large', { limit: `${BODY_BYTES_MAX / 1024} KB` }) : await receiveCarrierMessage(system, c.req.param('provider'), new TextDecoder().decode(bytes), c.req.raw.headers);
    if (answered.ok) return c.json({ received: true, outcome: answered.value });
    const problem = toProblem(answered.problem, 'en', 'webhook');
    return c.json(problem, { status: problem.status as 400, headers: { 'content-type': 'application/problem+json' } });
  });
  return app;
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
