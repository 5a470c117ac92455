import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './test-database.ts';

async function ask(connection: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const answer = await client.query(sql);
    return answer.rows;
  } finally {
    await client.end();
  }
}

test('every test database is its own: what one writes, another does not see', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(one.connection, 'create table only_here (id int)');
  expect(await ask(other.connection, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(ask(one.connection, 'select 1')).rejects.toThrow('does not exist');
});

test('the connection string leads to the same database', async () => {
  const database = await createTestDatabase();
  expect(await ask({ connectionString: database.connectionString }, 'select current_database() as name')).toEqual([
    { name: database.connection.database },
  ]);
  await database.drop();
});
