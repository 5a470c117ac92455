import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { chooseDataDirectory, openServer, type OpenServer } from './open-server.ts';

const log = (): void => {};

async function opened(env: Record<string, string>, httpPort?: number): Promise<OpenServer> {
  const server = await openServer({ env, log, ...(httpPort === undefined ? {} : { httpPort }) });
  if (!server.ok) throw new Error(server.problem.code);
  return server.value;
}

async function answers({ connection }: OpenServer): Promise<boolean> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('select 1');
  await client.end();
  return true;
}

test('DATABASE_URL wins, and nothing is started for it', async () => {
  const server = await opened({ DATABASE_URL: 'postgresql://db.example/shop', PILOTAGE_DATA: '/nowhere' });
  expect(server.connection).toEqual({ connectionString: 'postgresql://db.example/shop' });
  await server.release();
});

test('everything is stored in .pilotage of the repository unless PILOTAGE_DATA says otherwise', () => {
  expect(basename(chooseDataDirectory({}))).toBe('.pilotage');
  expect(chooseDataDirectory({ PILOTAGE_DATA: '/srv/pilotage' })).toBe('/srv/pilotage');
});

test('a command shares the database of a running server and leaves it running', async () => {
  const home = mkdtempSync(join(tmpdir(), 'pilotage-open-'));
  const env = { PILOTAGE_DATA: join(home, 'data') };
  const server = await opened(env, 4321);
  const command = await opened(env);
  expect(command.connection).toEqual(server.connection);
  await command.release();
  expect(await answers(server)).toBe(true);
  await server.release();
  rmSync(home, { recursive: true, force: true });
});
