import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ok, refuse, type Result } from '#core/result.ts';
import { clusterPath, serverSettings, SUPERUSER } from './cluster.ts';
import { listeningSettings, makeListeningPlace, removeListeningPlace } from './listening-place.ts';
import type { NativeBinaries } from './native-binaries.ts';
import { parsePostmasterFile } from './postmaster-file.ts';
import { isPostgres, processFingerprint } from './process-identity.ts';
import type { ServerAccount } from './server-account.ts';

/** A postgres server process that accepts connections. */
export type Postmaster = Readonly<{ pid: number; host: string; port: number }>;

/** Crash recovery replays at most the write-ahead log since the last checkpoint (1 GB by default); a minute is ample. */
const READY_WITHIN_MS = 60_000;
/** Backends of a killed server notice within a second or so; until then the shared memory is taken. */
const RETRY_WITHIN_MS = 15_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

export type PostmasterInput = Readonly<{
  clusterDirectory: string;
  logFile: string;
  binaries: NativeBinaries;
  account: ServerAccount;
  durable: boolean;
  log: (line: string) => void;
}>;

/**
 * A server of an earlier, killed process that still runs on this cluster, or null. What a dead one left behind is
 * cleared: its socket directory, and a pid file that now names some other program.
 */
export async function adoptPostmaster(clusterDirectory: string): Promise<Postmaster | null> {
  const running = findPostmaster(clusterDirectory);
  if (running === null) {
    clearLeftovers(clusterDirectory);
    return null;
  }
  const deadline = Date.now() + READY_WITHIN_MS;
  while (processFingerprint(running.pid) !== null && Date.now() < deadline) {
    if (await answers(running.host, running.port)) return running;
    await sleep(50);
  }
  if (processFingerprint(running.pid) === null) clearLeftovers(clusterDirectory);
  return null;
}

/** The live server that this cluster's pid file names, or null. It may still be starting or already stopping. */
export function findPostmaster(clusterDirectory: string): Postmaster | null {
  const path = join(clusterDirectory, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const file = parsePostmasterFile(readFileSync(path, 'utf8'));
  if (file === null || !isPostgres(file.pid) || !standsIn(file.pid, clusterDirectory)) return null;
  return { pid: file.pid, host: file.host, port: file.port };
}

/** A postgres works from inside its cluster; one that stands elsewhere has only inherited the number. */
function standsIn(pid: number, clusterDirectory: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(clusterDirectory);
  } catch {
    return false;
  }
}

function clearLeftovers(clusterDirectory: string): void {
  const path = join(clusterDirectory, 'postmaster.pid');
  if (!existsSync(path)) return;
  const file = parsePostmasterFile(readFileSync(path, 'utf8'));
  if (file !== null) removeListeningPlace(file.host);
  // postgres itself removes a file whose process is gone, but believes one whose number now belongs to any program.
  rmSync(path, { force: true });
}

/**
 * Starts a server on the cluster and waits until it accepts connections.
 * Fails with `postgres_failed`: fact detail, the last lines of its log.
 */
export async function startPostmaster(input: PostmasterInput): Promise<Result<Postmaster>> {
  const place = await makeListeningPlace(input.account);
  const deadline = Date.now() + RETRY_WITHIN_MS;
  for (;;) {
    const logStart = prepareLog(input.logFile);
    const child = spawnPostmaster(input, listeningSettings(place));
    const ready = await waitUntilReady(child, place.host, place.port);
    if (ready && child.pid !== undefined) return ok({ pid: child.pid, host: place.host, port: place.port });
    const detail = readFileSync(input.logFile, 'utf8').slice(logStart).trim().slice(-2_000);
    const passing = /still in use|is another postmaster|already exists/.test(detail);
    if (!passing || Date.now() > deadline) {
      removeListeningPlace(place.host);
      return refuse('postgres_failed', { detail: detail || `could not run ${input.binaries.postgres}` });
    }
    input.log('Waiting for the rest of the killed server to leave');
    await sleep(500);
  }
}

function spawnPostmaster(input: PostmasterInput, listening: readonly string[]): ChildProcess {
  // A file, not a pipe: the server may outlive us, and must not die of a broken pipe.
  const logHandle = openSync(input.logFile, 'a');
  try {
    const child = spawn(
      input.binaries.postgres,
      ['-D', clusterPath(input.clusterDirectory, input.account), ...serverSettings(input.durable), ...listening],
      {
        cwd: input.clusterDirectory,
        stdio: ['ignore', logHandle, logHandle],
        // Its own session: Ctrl-C reaches us alone, and we stop it after the last request is answered.
        detached: true,
        env: { ...process.env, LC_ALL: undefined, TZ: 'UTC' },
        ...input.account,
      },
    );
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    closeSync(logHandle);
  }
}

/** The size of the log before this start; a log that grew past its limit is set aside once. */
function prepareLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

async function waitUntilReady(child: ChildProcess, host: string, port: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (await answers(host, port)) return true;
    await sleep(20);
  }
  if (child.pid !== undefined && child.exitCode === null) child.kill('SIGQUIT');
  return false;
}

async function answers(host: string, port: number): Promise<boolean> {
  const client = new pg.Client({ host, port, user: SUPERUSER, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Stops the server: open transactions are rolled back, everything acknowledged is on disk. Returns when it is gone. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  const gone = async (withinMs: number): Promise<boolean> => {
    const deadline = Date.now() + withinMs;
    while (processFingerprint(postmaster.pid) !== null) {
      if (Date.now() > deadline) return false;
      await sleep(10);
    }
    return true;
  };
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its emergency exit with recovery at the next start.
  signal(postmaster.pid, 'SIGINT');
  if (!(await gone(30_000))) {
    signal(postmaster.pid, 'SIGQUIT');
    await gone(5_000);
  }
  removeListeningPlace(postmaster.host);
}

/** Sends a signal unless the number has passed on to another program. */
export function signal(pid: number, name: NodeJS.Signals): void {
  if (!isPostgres(pid)) return;
  try {
    process.kill(pid, name);
  } catch {
    // Gone between the look and the signal.
  }
}
