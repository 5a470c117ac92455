import { sql } from 'kysely';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { SYSTEM_ACTOR } from './actor.ts';
import type { Tx } from './database/connection.ts';
import { transact } from './database/transact.ts';
import type { System } from './system.ts';

/** An event as its consumers read it. */
export type OutboxEvent = Readonly<{ id: IdOf<'event'>; seq: bigint; at: Date; kind: string; subject: string; merchantId: MerchantId | null; data: unknown; why: unknown }>;

/** Something that leaves from the event rows. It sees every event at least once, in the order of their transactions, in the transaction that moves its cursor. */
export type OutboxConsumer = Readonly<{ name: string; consume: (tx: Tx, system: System, events: readonly OutboxEvent[]) => Promise<void> }>;

const BATCH = 500;
const PAUSE_MS = 400;

/**
 * Takes the next events for a consumer. Rows of transactions that may still be running are left for later: an event's
 * sequence number is drawn before its commit, so reading by number alone would skip a slow neighbour. They are ordered by
 * the transaction's number itself: as text, the thousandth would come before the 999th, and the cursor would pass it by.
 */
export async function drainOutbox(system: System, consumer: OutboxConsumer): Promise<number> {
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    await tx.insertInto('outboxCursor').values({ consumer: consumer.name, tx: '0', seq: 0n }).onConflict((conflict) => conflict.column('consumer').doNothing()).execute();
    const cursor = await tx.selectFrom('outboxCursor').select([sql<string>`tx::text`.as('tx'), 'seq']).where('consumer', '=', consumer.name).forUpdate().skipLocked().executeTakeFirst();
    if (cursor === undefined) return 0;
    const { rows } = await sql<OutboxEvent & { tx: string }>`
      select e.id, e.seq, e.at, e.kind, e.subject, e.merchant_id, e.data, e.why, e.tx::text as tx from event e
      where (e.tx, e.seq) > (${cursor.tx}::xid8, ${cursor.seq}::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
      order by e.tx, e.seq limit ${BATCH}`.execute(tx);
    const last = rows.at(-1);
    if (last === undefined) return 0;
    await consumer.consume(tx, system, rows);
    await tx.updateTable('outboxCursor').set({ tx: last.tx, seq: last.seq }).where('consumer', '=', consumer.name).execute();
    return rows.length;
  });
}

/** Drains every consumer until stopped. A consumer that fails is tried again with the same events. */
export function startOutbox(system: System, consumers: readonly OutboxConsumer[]): Readonly<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const loop = async (consumer: OutboxConsumer) => {
    while (!stopping.signal.aborted) {
      let taken = 0;
      try {
        taken = await drainOutbox(system, consumer);
      } catch (error) {
        if (!stopping.signal.aborted) system.log.error({ consumer: consumer.name, error }, 'outbox consumer failed');
      }
      if (taken < BATCH && !stopping.signal.aborted) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const loops = Promise.all(consumers.map(loop));
  return {
    stop: async () => {
      stopping.abort();
      await loops;
    },
  };
}
