import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ok, type Refusal, type Result } from '#core/result.ts';
import { ensureCluster, SUPERUSER } from './cluster.ts';
import { findHolder, lockDataDirectory, type DataDirectoryLock } from './data-directory-lock.ts';
import { removeListeningPlace } from './listening-place.ts';
import { findNativeBinaries } from './native-binaries.ts';
import { adoptPostmaster, findPostmaster, signal, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts';
import { chooseAccount } from './server-account.ts';

/** How to reach the database: `host` is a socket directory, or a loopback address on Windows. */
export type PostgresConnection = Readonly<{ host: string; port: number; user: string; database: string }>;

export type EmbeddedPostgres = Readonly<{
  connection: PostgresConnection;
  /** Stops the server and frees the data directory; calling it again waits for the same stop. */
  stop: () => Promise<void>;
}>;

export type EmbeddedPostgresInput = Readonly<{
  /** The directory of everything Pilotage stores; the cluster is its `postgres` folder. */
  dataDirectory: string;
  /** Receives one calm line for each thing that takes time. */
  log: (line: string) => void;
  /** The port we serve pages on, told to whoever finds the directory held. */
  httpPort?: number;
  /** False only for throw-away test data: trades surviving a power cut for speed. */
  durable?: boolean;
}>;

const DATABASE = 'pilotage';
/** A stopping server needs well under a second; an interrupted launcher is noticed within one. */
const HOLDER_LEAVES_WITHIN_MS = 3_000;

/**
 * Starts the PostgreSQL server that came with the installation, on a data directory of our own, or takes over one that
 * a killed process left running. The data directory is held until `stop`.
 * Fails with `data_directory_held`, `data_directory_not_ours`, `postgres_missing`, `postgres_other_version`,
 * `postgres_failed`; `explainPostgresProblem` puts them in words.
 */
export async function startEmbeddedPostgres(input: EmbeddedPostgresInput): Promise<Result<EmbeddedPostgres>> {
  const dataDirectory = resolve(input.dataDirectory);
  const lock = await lockPatiently(dataDirectory, input);
  if (!lock.ok) return lock;
  try {
    const postmaster = await runPostmaster(dataDirectory, input);
    if (!postmaster.ok) {
      lock.value.release();
      return postmaster;
    }
    await ensureDatabase(postmaster.value);
    return ok(handle(postmaster.value, lock.value));
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

/** The connection of the server that another process of ours runs on this data directory, or null. */
export function findRunningPostgres(dataDirectory: string): PostgresConnection | null {
  if (findHolder(dataDirectory) === null) return null;
  const postmaster = findPostmaster(join(resolve(dataDirectory), 'postgres'));
  return postmaster === null ? null : connectionTo(postmaster);
}

/** Says in words what `startEmbeddedPostgres` refused, and what to do. */
export function explainPostgresProblem(problem: Refusal): string {
  const facts = problem.facts ?? {};
  switch (problem.code) {
    case 'data_directory_held': {
      const port = facts['port'] === null ? '' : ` on port ${facts['port']}`;
      return `The data directory ${facts['dataDirectory']} is in use by process ${facts['pid']}${port}, since ${facts['since']} (${facts['command']}). Stop it, or set PILOTAGE_DATA to another directory.`;
    }
    case 'data_directory_not_ours':
      return `The database in ${facts['directory']} belongs to user ${facts['ownerUid']}, but this is user ${facts['ourUid']}. Start as that user, or set PILOTAGE_DATA to another directory.`;
    case 'postgres_missing':
      return `No PostgreSQL for ${facts['platform']} is installed. Run npm install again with optional packages, or set DATABASE_URL to a server of your own.`;
    case 'postgres_other_version':
      return `The database in ${facts['clusterDirectory']} was written by PostgreSQL ${facts['found']}; this installation reads ${facts['expected']}. Set PILOTAGE_DATA to another directory.`;
    default:
      return `PostgreSQL did not start: ${facts['detail'] ?? problem.code}`;
  }
}

/** A holder that was just told to stop, or a short command, is gone in a moment: waits for it before refusing. */
async function lockPatiently(dataDirectory: string, input: EmbeddedPostgresInput): Promise<Result<DataDirectoryLock>> {
  const deadline = Date.now() + HOLDER_LEAVES_WITHIN_MS;
  for (;;) {
    const lock = lockDataDirectory(dataDirectory, input.httpPort ?? null);
    if (lock.ok || Date.now() >= deadline) return lock;
    await sleep(100);
  }
}

async function runPostmaster(dataDirectory: string, input: EmbeddedPostgresInput): Promise<Result<Postmaster>> {
  const clusterDirectory = join(dataDirectory, 'postgres');
  const account = chooseAccount(clusterDirectory);
  if (!account.ok) return account;
  const adopted = await adoptPostmaster(clusterDirectory);
  if (adopted !== null) {
    input.log('Taking over the database that an interrupted run left open');
    return ok(adopted);
  }
  const binaries = findNativeBinaries(account.value);
  if (!binaries.ok) return binaries;
  const cluster = await ensureCluster(clusterDirectory, binaries.value, account.value, input.log);
  if (!cluster.ok) return cluster;
  return startPostmaster({
    clusterDirectory,
    logFile: join(dataDirectory, 'postgres.log'),
    binaries: binaries.value,
    account: account.value,
    durable: input.durable ?? true,
    log: input.log,
  });
}

function handle(postmaster: Postmaster, lock: DataDirectoryLock): EmbeddedPostgres {
  // The last resort for an exit that forgot to stop: it cannot wait, but the server still shuts down in order.
  const atExit = (): void => {
    signal(postmaster.pid, 'SIGINT');
    removeListeningPlace(postmaster.host);
  };
  process.once('exit', atExit);
  let stopping: Promise<void> | undefined;
  const stopOnce = async (): Promise<void> => {
    await stopPostmaster(postmaster);
    process.removeListener('exit', atExit);
    lock.release();
  };
  return {
    connection: connectionTo(postmaster),
    stop: () => {
      stopping ??= stopOnce();
      return stopping;
    },
  };
}

function connectionTo(postmaster: Postmaster): PostgresConnection {
  return { host: postmaster.host, port: postmaster.port, user: SUPERUSER, database: DATABASE };
}

async function ensureDatabase(postmaster: Postmaster): Promise<void> {
  const client = new pg.Client({ ...connectionTo(postmaster), database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
}
