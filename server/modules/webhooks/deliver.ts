import { sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { describeEvent } from '#server/modules/history/describe.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { System } from '#server/platform/system.ts';
import { sendSigned, type Answer, type Reach } from './send.ts';
import { dropWaiting } from './store.ts';

/** Sends what waits. Any number of processes may do it: each takes deliveries for a while, and what it does not finish comes due again. */

/** Waits before each further attempt, in seconds: the schedule that Standard Webhooks recommends (specification, “Deliverability and reliability”, read 2026-11-27). */
const WAITS_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** A delivery belongs to the process that took it for so long; longer than any answer is waited for. */
const LEASE_MS = 60_000;
const BATCH = 20;
const PAUSE_MS = 500;
const GONE = 410;

type Due = Readonly<{ webhookId: IdOf<'webhook'>; eventId: IdOf<'event'>; attempts: number; url: string; secret: string; kind: string; subject: string; at: Date; merchantId: IdOf<'merchant'> | null; data: unknown; why: unknown }>;

async function takeDue(system: System): Promise<readonly Due[]> {
  const at = system.clock();
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    const { rows } = await sql<Due>`
      with due as (
        select d.webhook_id, d.event_id from webhook_delivery d where d.state = 'waiting' and d.next_at <= ${at}
        order by d.next_at, d.event_id limit ${BATCH} for update skip locked
      ), taken as (
        update webhook_delivery d set attempts = d.attempts + 1, next_at = ${new Date(at.getTime() + LEASE_MS)} from due
        where d.webhook_id = due.webhook_id and d.event_id = due.event_id returning d.webhook_id, d.event_id, d.attempts
      )
      select t.webhook_id, t.event_id, t.attempts, w.url, w.secret, e.kind, e.subject, e.at, e.merchant_id, e.data, e.why
      from taken t join webhook w on w.id = t.webhook_id join event e on e.id = t.event_id order by e.tx, e.seq`.execute(tx);
    return rows;
  });
}

const facts = z.record(z.string(), z.unknown());

/** What a program reads of an event. */
function payloadOf(due: Due): string {
  const { kind, subject, merchantId, data, why } = due;
  return canonicalJson({ type: kind, timestamp: due.at.toISOString(), data: { eventId: due.eventId, subject, merchantId, facts: data, why, text: describeEvent(kind, facts.parse(data)) } });
}

async function record(system: System, due: Due, answer: Answer): Promise<void> {
  const at = system.clock();
  const wait = WAITS_SECONDS[due.attempts - 1];
  const outcome = answer.taken
    ? { state: 'delivered' as const, nextAt: null, deliveredAt: at }
    : { state: wait === undefined ? ('failed' as const) : ('waiting' as const), nextAt: wait === undefined ? null : new Date(at.getTime() + wait * 1_000) };
  await transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    await tx.updateTable('webhookDelivery').set({ ...outcome, status: answer.status, detail: answer.detail }).where('webhookId', '=', due.webhookId).where('eventId', '=', due.eventId).where('state', '=', 'waiting').execute();
    if (answer.status !== GONE) return;
    // The receiver says that nobody lives there any more.
    const ended = await tx.updateTable('webhook').set({ endedAt: at, endReason: 'gone' }).where('id', '=', due.webhookId).where('endedAt', 'is', null).returning('merchantId').executeTakeFirst();
    await dropWaiting(tx, due.webhookId);
    if (ended !== undefined) await recordEvents({ tx, at, actor: SYSTEM_ACTOR, ids: system.ids }, [{ kind: 'webhook_ended', subject: due.webhookId, merchantId: ended.merchantId, data: { url: due.url } }]);
  });
}

/** Sends everything that is due now, each under the id of its event; answers how many were sent. */
export async function deliverDue(system: System, reach: Reach): Promise<number> {
  const taken = await takeDue(system);
  await Promise.all(taken.map(async (due) => {
    const answer = await sendSigned({ url: due.url, secret: due.secret, id: due.eventId, body: payloadOf(due), at: system.clock() }, reach);
    await record(system, due, answer);
  }));
  return taken.length;
}

/** Sends until stopped. */
export function startWebhooks(system: System, reach: Reach): Readonly<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const sent = await deliverDue(system, reach).catch((error: unknown) => {
        if (!stopping.signal.aborted) system.log.error({ error }, 'webhooks could not be sent');
        return 0;
      });
      if (sent < BATCH && !stopping.signal.aborted) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
