import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestServer } from './test-server.ts';

/** A migrated database of a test's own. Close every pool on it before `drop`, or `drop` closes them. */
export type TestDatabase = Readonly<{
  connection: TestServer['connection'];
  connectionString: string;
  drop: () => Promise<void>;
}>;

/** Copies the run's migrated template; about a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { connection: server, template } = inject('testServer');
  const database = `pilotage_test_${randomBytes(6).toString('hex')}`;
  // Copying files beats replaying the copy through the log: the template is small and the server only for tests.
  await administer(server, `create database "${database}" template "${template}" strategy file_copy`);
  const connection = { ...server, database };
  return {
    connection,
    connectionString: connectionString(connection),
    drop: () => administer(server, `drop database if exists "${database}" with (force)`),
  };
}

/** The same connection as one string, for programs that take DATABASE_URL; a socket directory goes into the query. */
export function connectionString({ host, port, user, password, database }: TestServer['connection']): string {
  const account = `${encodeURIComponent(user)}${password === undefined ? '' : `:${encodeURIComponent(password)}`}`;
  return host.startsWith('/')
    ? `postgresql://${account}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgresql://${account}@${host}:${port}/${database}`;
}

/** The address of a server outside this process for race and crash tests, or null where none is given. */
export function ownServerAddress(): string | null {
  return process.env['PILOTAGE_TEST_POSTGRES'] ?? null;
}

async function administer(connection: TestServer['connection'], statement: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
