import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { ok, refuse, type Result } from '#core/result.ts';
import type { NativeBinaries } from './native-binaries.ts';
import { giveTo, type ServerAccount } from './server-account.ts';

/** The major version whose files the installed programs read. */
const MAJOR_VERSION = '18';

/** The database superuser of the embedded server; the application's own roles are made by migrations. */
export const SUPERUSER = 'postgres';

const MEBIBYTE = 1024 * 1024;

/**
 * How a program is told where the cluster is. Under another account it may not be able to walk there by name (a private
 * home), so root enters the directory first and the program knows it only as the place where it already stands.
 */
export function clusterPath(clusterDirectory: string, account: ServerAccount): string {
  return account !== null && process.platform === 'linux' ? '/proc/self/cwd' : clusterDirectory;
}

/**
 * Makes the cluster unless it is there: UTF-8, one byte order on every machine, checksums on. Interrupted attempts leave
 * nothing that looks like a cluster.
 * Fails with `postgres_failed` (fact detail) or `postgres_other_version` (facts found, expected).
 */
export async function ensureCluster(
  clusterDirectory: string,
  binaries: NativeBinaries,
  account: ServerAccount,
  log: (line: string) => void,
): Promise<Result<void>> {
  const versionFile = join(clusterDirectory, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== MAJOR_VERSION) return refuse('postgres_other_version', { clusterDirectory, found, expected: MAJOR_VERSION });
    giveTo(account, clusterDirectory);
    return ok(undefined);
  }
  const draft = `${clusterDirectory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  chmodSync(draft, 0o700);
  giveTo(account, draft);
  log('Making the database');
  const made = await runInitdb(draft, binaries, account);
  if (!made.ok) return made;
  // A new name at the very end: PG_VERSION is among the first files written, so its presence alone would prove little.
  renameSync(draft, clusterDirectory);
  return ok(undefined);
}

function runInitdb(directory: string, binaries: NativeBinaries, account: ServerAccount): Promise<Result<void>> {
  const args = [
    `--pgdata=${clusterPath(directory, account)}`,
    `--username=${SUPERUSER}`,
    '--auth=trust',
    '--encoding=UTF8',
    // Byte order from PostgreSQL itself: a system library upgrade cannot silently break an index.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    // pg_trgm asks the system which characters are letters; under plain C no Chinese character is one.
    `--lc-ctype=${characterClasses()}`,
    '--lc-messages=C',
  ];
  return new Promise((resolve) => {
    const child = spawn(binaries.initdb, args, {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: undefined, TZ: 'UTC' },
      ...account,
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = `${output}${chunk.toString()}`.slice(-2_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve(refuse('postgres_failed', { detail: `initdb: ${error.message}` })));
    child.once('close', (code) => resolve(code === 0 ? ok(undefined) : refuse('postgres_failed', { detail: `initdb: ${output.trim()}` })));
  });
}

function characterClasses(): string {
  if (process.platform === 'darwin') return 'UTF-8';
  return process.platform === 'win32' ? 'C' : 'C.UTF-8';
}

/**
 * The server's settings, as postgres arguments. `durable: false` is for throw-away test clusters only: it gives up
 * surviving a power cut.
 */
export function serverSettings(durable: boolean, memoryBytes: number = totalmem()): readonly string[] {
  const settings = {
    // 60 connections serve the web pool, the workers and a console; each idle one costs about 2 MB.
    max_connections: '60',
    // A tenth of the memory, from PostgreSQL's own default up to 1 GB: the web process shares the machine.
    shared_buffers: `${Math.min(1024, Math.max(128, Math.floor(memoryBytes / 10 / MEBIBYTE)))}MB`,
    // Many small requests rather than one wide query; and containers give /dev/shm only 64 MB.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // A dead browser tab or worker must not hold locks for two hours, the kernel's default.
    tcp_keepalives_idle: '60',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
