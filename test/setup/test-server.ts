import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findHolder } from '#server/platform/postgres/data-directory-lock.ts';
import { explainPostgresProblem, startEmbeddedPostgres, type PostgresConnection } from '#server/platform/postgres/embedded-postgres.ts';
import { findPostmaster, stopPostmaster } from '#server/platform/postgres/postmaster.ts';

/** What every test file of the run is told: the server, and the migrated database that theirs are copied from. */
export type TestServer = Readonly<{ connection: PostgresConnection & Readonly<{ password?: string }>; template: string }>;

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const DIRECTORY_PREFIX = 'pilotage-test-';
/** A run that is just starting has a directory before it holds it; nothing younger than this is taken for abandoned. */
const ABANDONED_AFTER_MS = 60_000;

/**
 * One server for the whole run: a throw-away one, or the one named by TEST_DATABASE_URL. Its template database is
 * migrated once. Runs only when a file of the project that needs it runs.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL'] ? givenServer(process.env['TEST_DATABASE_URL']) : await throwAwayServer();
  const template = `pilotage_template_${process.pid}_${Date.now().toString(36)}`;
  const teardown = async (): Promise<void> => {
    if (server.stop === null) await administer(server.connection, `drop database if exists "${template}" with (force)`);
    else await server.stop();
  };
  try {
    await administer(server.connection, `create database "${template}"`);
    await migrateTemplate({ ...server.connection, database: template });
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('testServer', { connection: server.connection, template });
  return teardown;
}

type Server = Readonly<{ connection: TestServer['connection']; stop: (() => Promise<void>) | null }>;

function givenServer(address: string): Server {
  const url = new URL(address);
  const password = decodeURIComponent(url.password);
  return {
    connection: {
      host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
      port: Number(url.port || url.searchParams.get('port') || 5432),
      user: decodeURIComponent(url.username) || 'postgres',
      database: url.pathname.slice(1) || 'postgres',
      ...(password === '' ? {} : { password }),
    },
    stop: null,
  };
}

async function throwAwayServer(): Promise<Server> {
  await sweepAbandonedServers();
  const dataDirectory = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  const server = await startEmbeddedPostgres({ dataDirectory, log: () => {}, durable: false });
  if (!server.ok) throw new Error(explainPostgresProblem(server.problem));
  return {
    connection: server.value.connection,
    stop: async () => {
      await server.value.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Killed runs leave a server and a directory behind; the next run stops the one and removes the other. */
async function sweepAbandonedServers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(DIRECTORY_PREFIX)) continue;
    const directory = join(tmpdir(), name);
    const entry = statSync(directory, { throwIfNoEntry: false });
    const ours = entry?.uid === process.getuid?.();
    if (entry === undefined || !ours || Date.now() - entry.mtimeMs < ABANDONED_AFTER_MS) continue;
    if (findHolder(directory) !== null) continue;
    const postmaster = findPostmaster(join(directory, 'postgres'));
    if (postmaster !== null) await stopPostmaster(postmaster);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function migrateTemplate(connection: TestServer['connection']): Promise<void> {
  const file = join(import.meta.dirname, '../../server/platform/database/migrate.ts');
  if (!existsSync(file)) return;
  const module: { migrate: (connection: TestServer['connection']) => Promise<unknown> } = await import(pathToFileURL(file).href);
  await module.migrate(connection);
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
