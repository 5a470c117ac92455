import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { createTestDatabase } from '#test/setup/test-database.ts';
import { openDatabase, openPool } from './connection.ts';
import { transact } from './transact.ts';

test('a statement is prepared once a connection, and a table that changes its shape meanwhile is read as it is then', async () => {
  const database = await createTestDatabase();
  const db = openDatabase(openPool(database.connection, () => undefined, 1));
  const read = () => transact(db, 'platform', SYSTEM_ACTOR, (tx) => tx.selectFrom('setting').selectAll().where('key', '=', 'shape').executeTakeFirst());
  try {
    await db.insertInto('setting').values({ key: 'shape', value: '"first"' }).execute();
    const first = { key: 'shape', value: 'first' };
    expect([await read(), await read(), await read()]).toEqual([first, first, first]);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements where statement like '%from "setting"%'`.execute(db);
    expect(rows).toHaveLength(1);
    await sql`alter table setting add column added text default 'new'`.execute(db);
    expect(await read()).toEqual({ key: 'shape', value: 'first', added: 'new' });
  } finally {
    await db.destroy();
    await database.drop();
  }
});
