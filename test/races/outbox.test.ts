import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import { recordEvents } from '#server/platform/events.ts';
import { startOutbox, type OutboxConsumer } from '#server/platform/outbox.ts';
import { createTestDatabase, type TestDatabase } from '#test/setup/test-database.ts';

/** Several processes read the same events for the same consumer while many transactions of every length write them. */

const EVENTS = 400;
const WRITERS = 10;

let database: TestDatabase;
let processes: readonly Marketplace[];

beforeAll(async () => {
  database = await createTestDatabase();
  processes = await Promise.all([1, 2, 3].map(() => openMarketplace({ connection: database.connection, migrated: true, poolMax: 6 })));
}, 60_000);
afterAll(async () => {
  await Promise.all(processes.map((one) => one.close()));
  await database.drop();
});

test('each event reaches a consumer once, in the order of its transaction, however many processes read and however often one breaks', async () => {
  const [writer] = processes;
  if (writer === undefined) throw new Error('no process');
  const { db } = writer.system;
  for (const statement of ['create table seen (position bigserial primary key, event_id text not null)', 'grant all on seen to pilotage_platform', 'grant all on sequence seen_position_seq to pilotage_platform']) await sql.raw(statement).execute(db);
  let batches = 0;
  const consumer: OutboxConsumer = {
    name: 'race',
    consume: async (tx, _system, events) => {
      for (const event of events) await sql`insert into seen (event_id) values (${event.id})`.execute(tx);
      // Breaks after its work and before its commit, as a process does that is killed.
      batches += 1;
      if (batches % 3 === 1) throw new Error('broken on purpose');
    },
  };
  const readers = processes.map((one) => startOutbox(one.system, [consumer]));
  let left = EVENTS;
  await Promise.all(Array.from({ length: WRITERS }, async () => {
    while (left > 0) {
      left -= 1;
      await transact(db, 'platform', SYSTEM_ACTOR, async (tx) => {
        await recordEvents({ tx, at: new Date(), actor: SYSTEM_ACTOR, ids: writer.system.ids }, [{ kind: 'switch_opened', subject: 'race' }]);
        await pause(Math.random() * 20);
      });
    }
  }));
  const seen = async () => (await sql<{ eventId: string }>`select event_id from seen order by position`.execute(db)).rows.map((row) => row.eventId);
  for (let waited = 0; waited < 300 && (await seen()).length < EVENTS; waited += 1) await pause(100);
  await Promise.all(readers.map((reader) => reader.stop()));
  const { rows } = await sql<{ id: string }>`select id from event where subject = 'race' order by tx, seq`.execute(db);
  expect(rows).toHaveLength(EVENTS);
  expect(await seen()).toEqual(rows.map((row) => row.id));
}, 120_000);
