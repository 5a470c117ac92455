import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findRunningPostgres } from '#server/platform/postgres/embedded-postgres.ts';

/** A marketplace in real processes that can be killed at any moment and started again: the server, and the PostgreSQL it works on. */
export type CrashServer = Readonly<{
  origin: string;
  /** Starts what is not running and answers when requests are taken. */
  start: () => Promise<void>;
  /** SIGKILL to the server, and to the postmaster too when asked, as when a machine goes down. */
  kill: (withDatabase: boolean) => Promise<void>;
  /** One connection for looking at what is really stored. */
  look: <Value>(work: (client: pg.Client) => Promise<Value>) => Promise<Value>;
  remove: () => Promise<void>;
}>;

type Cluster = Readonly<{ env: Record<string, string>; start: () => void; kill: () => void; connection: () => pg.ClientConfig }>;

/** On the embedded server, which the killed process itself started, and which the next one adopts or recovers. */
export async function embeddedCrashServer(): Promise<CrashServer> {
  const data = mkdtempSync(join(tmpdir(), 'pilotage-crash-'));
  const cluster: Cluster = {
    env: { PILOTAGE_DATA: data, DATABASE_URL: '' },
    start: () => undefined,
    kill: () => killPostmaster(join(data, 'postgres')),
    connection: () => findRunningPostgres(data) ?? {},
  };
  return crashServer(cluster, data);
}

/** On the system's own PostgreSQL programs with durable commits, or null where there are none. */
export async function systemCrashServer(): Promise<CrashServer | null> {
  const programs = systemPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-crash-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const asOwner = ownerOf(folder);
  run(asOwner(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '--encoding=UTF8', '--locale=C.UTF-8']));
  const cluster: Cluster = {
    env: { PILOTAGE_DATA: folder, DATABASE_URL: `postgresql://postgres@/postgres?host=${encodeURIComponent(folder)}&port=5432` },
    // Backends of a killed postmaster may still be leaving; until they are gone a new one refuses to start.
    start: () => retry(() => run(asOwner(join(programs, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-s', '-w', 'start', '-o', `-k ${folder} -c listen_addresses= -c max_connections=100`]))),
    kill: () => killPostmaster(data),
    connection: () => ({ host: folder, port: 5432, user: 'postgres', database: 'postgres' }),
  };
  return crashServer(cluster, folder);
}

function systemPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'postgres'))) ?? null;
}

type Command = Readonly<{ program: string; args: readonly string[] }>;

/** PostgreSQL refuses root: root lends it the account that Debian made for it. */
function ownerOf(folder: string): (program: string, args: readonly string[]) => Command {
  if (process.getuid?.() !== 0) return (program, args) => ({ program, args });
  run({ program: 'chown', args: ['-R', 'postgres:', folder] });
  return (program, args) => ({ program: 'runuser', args: ['-u', 'postgres', '--', program, ...args] });
}

function run({ program, args }: Command): void {
  const done = spawnSync(program, [...args], { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (done.status !== 0) throw new Error(`${program} ${args[0] ?? ''}: ${done.stderr}`);
}

function retry(attempt: () => void): void {
  for (let left = 40; ; left -= 1) {
    try {
      return attempt();
    } catch (error) {
      if (left === 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
}

/** The postmaster's own pid stands on the first line of its pid file. */
function killPostmaster(cluster: string): void {
  try {
    process.kill(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  } catch {
    // Gone already: the process that held it took it along.
  }
}

async function crashServer(cluster: Cluster, folder: string): Promise<CrashServer> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  let databaseStands = false;
  const kill = async (withDatabase: boolean) => {
    if (withDatabase) {
      cluster.kill();
      databaseStands = false;
    }
    if (child === null) return;
    const gone = child.exitCode === null ? new Promise((resolve) => child?.once('exit', resolve)) : null;
    child.kill('SIGKILL');
    await gone;
    child = null;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    start: async () => {
      if (!databaseStands) cluster.start();
      databaseStands = true;
      child = await startProcess(cluster.env, port);
    },
    kill,
    look: async (work) => {
      const client = new pg.Client(cluster.connection());
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    remove: async () => {
      await kill(true);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function startProcess(env: Record<string, string>, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/crash/served-process.ts'], { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`server did not start (${code}): ${complaint}`)));
  });
  return child;
}
