import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { explainPostgresProblem, findRunningPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { isPostgres, processFingerprint } from './process-identity.ts';
import { isOpenToAll } from './server-account.ts';

const WRITER = join(import.meta.dirname, 'fixtures/write-numbers.ts');
const IS_ROOT = process.getuid?.() === 0;
/** `daemon` in every Linux; initdb wants an account that has a name. */
const ORDINARY_USER = 1;

const factShape = z.object({
  log: z.string().optional(),
  ready: z.boolean().optional(),
  committed: z.number().optional(),
  connection: z.object({ host: z.string(), port: z.number(), user: z.string(), database: z.string() }).optional(),
});
type Fact = z.infer<typeof factShape>;

type Account = Readonly<{ uid: number; gid: number }>;

/** A writer in a process of its own, which can be killed. */
function startWriter(dataDirectory: string, mode: 'write' | 'hold' = 'write', account?: Account) {
  const child = spawn(process.execPath, [WRITER, dataDirectory, mode], { stdio: ['ignore', 'pipe', 'pipe'], ...account });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const facts: Fact[] = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => facts.push(factShape.parse(JSON.parse(line))));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return {
    child,
    lastPromised: () => facts.reduce((last, fact) => Math.max(last, fact.committed ?? 0), 0),
    end: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return closed;
    },
    until: async (seen: (fact: Fact) => boolean): Promise<Fact> => {
      for (let turn = 0; turn < 2_000 && child.exitCode === null; turn += 1) {
        const fact = facts.find(seen);
        if (fact !== undefined) return fact;
        await sleep(10);
      }
      throw new Error(`the writer did not get there: ${errors}`);
    },
  };
}

let home: string;
let data: string;
const open: EmbeddedPostgres[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pilotage-ground-'));
  chmodSync(home, 0o755);
  data = join(home, 'data');
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.stop()));
  const left = findPostmaster(join(data, 'postgres'));
  if (left !== null) await stopPostmaster(left);
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory: data, log: () => {} });
  if (!server.ok) throw new Error(explainPostgresProblem(server.problem));
  open.push(server.value);
  return server.value;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    const answer = await client.query({ text: sql, rowMode: 'array' });
    return answer.rows[0]?.[0];
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  test('keeps what was written, stops without leaving a process or a socket, and starts again', async () => {
    const first = await start();
    await ask(first, 'create table kept as select 42 as answer');
    const postmaster = findPostmaster(join(data, 'postgres'));
    await first.stop();
    expect(processFingerprint(postmaster?.pid ?? process.pid)).toBeNull();
    expect(existsSync(first.connection.host)).toBe(false);
    const second = await start();
    expect(await ask(second, 'select answer from kept')).toBe(42);
  });

  test('syncs to disk, and takes Chinese characters for letters', async () => {
    const server = await start();
    expect(await ask(server, "select current_setting('fsync') || current_setting('synchronous_commit')")).toBe('onon');
    await ask(server, 'create extension pg_trgm');
    expect(await ask(server, "select similarity('便携旅行枕', '便携枕') > 0.2")).toBe(true);
  });

  test('works in a directory whose name is longer than a socket path may be', async () => {
    data = join(home, 'd'.repeat(120), 'data');
    expect(await ask(await start(), 'select 1')).toBe(1);
  });
});

describe('after kill -9', () => {
  test('of our process: the next start takes over the orphaned server, and every promised number is there', async () => {
    const writer = startWriter(data);
    await writer.until((fact) => (fact.committed ?? 0) >= 50);
    const orphan = findPostmaster(join(data, 'postgres'));
    await writer.end('SIGKILL');
    const server = await start();
    expect(findPostmaster(join(data, 'postgres'))?.pid).toBe(orphan?.pid);
    expect(Number(await ask(server, 'select max(value) from number'))).toBeGreaterThanOrEqual(writer.lastPromised());
    await server.stop();
    expect(processFingerprint(orphan?.pid ?? process.pid)).toBeNull();
  });

  test('of our process and of the server: the next start recovers, and every promised number is there', async () => {
    for (const round of [1, 2, 3]) {
      const writer = startWriter(data);
      await writer.until((fact) => (fact.committed ?? 0) >= round * 20);
      const postmaster = findPostmaster(join(data, 'postgres'));
      if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL');
      await writer.end('SIGKILL');
      const server = await start();
      const [count, last] = [await ask(server, 'select count(*) from number'), await ask(server, 'select max(value) from number')];
      expect(count, 'no gaps').toBe(last);
      expect(Number(last)).toBeGreaterThanOrEqual(writer.lastPromised());
      await server.stop();
    }
  }, 60_000);

  test('a pid file that by now names some other program neither stops the start nor harms that program', async () => {
    const server = await start();
    await server.stop();
    const bystander = spawn('sleep', ['60']);
    const file = join(data, 'postgres/postmaster.pid');
    writeFileSync(file, `${bystander.pid}\n${join(data, 'postgres')}\n1790000000\n5432\n${server.connection.host}\n\n 1 1\nready\n`);
    if (IS_ROOT) chownSync(file, statSync(join(data, 'postgres')).uid, statSync(join(data, 'postgres')).gid);
    expect(await ask(await start(), 'select 1')).toBe(1);
    expect(bystander.exitCode).toBeNull();
    bystander.kill();
  });
});

describe('a second start on the same directory', () => {
  test('is refused and says which process holds it, since when and on which port', async () => {
    const holder = startWriter(data, 'hold');
    const { connection } = await holder.until((fact) => fact.ready === true);
    const refused = await startEmbeddedPostgres({ dataDirectory: data, log: () => {} });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'data_directory_held', facts: { pid: holder.child.pid, port: 4321 } } });
    const words = refused.ok ? '' : explainPostgresProblem(refused.problem);
    expect(words).toMatch(new RegExp(`process ${holder.child.pid} on port 4321, since 20\\d\\d-`));
    expect(findRunningPostgres(data)).toEqual(connection);
    expect(await holder.end('SIGINT')).toBe(0);
    expect(findRunningPostgres(data)).toBeNull();
  });

  test('of many starts at the same moment, after a crash, exactly one gets it', async () => {
    const crashed = startWriter(data, 'hold');
    await crashed.until((fact) => fact.ready === true);
    await crashed.end('SIGKILL');
    const writers = Array.from({ length: 4 }, () => startWriter(data, 'hold'));
    const outcomes = await Promise.all(writers.map((writer) => writer.until((fact) => fact.ready === true).then(() => true, () => false)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    await Promise.all(writers.map((writer) => writer.child.exitCode ?? writer.end('SIGTERM')));
  });

  test('waits for a holder that is just leaving', async () => {
    const holder = startWriter(data, 'hold');
    await holder.until((fact) => fact.ready === true);
    holder.child.kill('SIGTERM');
    expect(await ask(await start(), 'select 1')).toBe(1);
  });
});

describe.skipIf(!IS_ROOT)('accounts (needs root to change them)', () => {
  test('root lends the server an account without rights, even where that account could not walk to the data', async () => {
    chmodSync(home, 0o700);
    const server = await start();
    const postmaster = findPostmaster(join(data, 'postgres'));
    expect(isPostgres(postmaster?.pid ?? 0)).toBe(true);
    const status = readFileSync(`/proc/${postmaster?.pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t(?!0\b)/m);
    expect(status).toMatch(/^CapEff:\t0+$/m);
    await server.stop();
    expect(await ask(await start(), 'select 1')).toBe(1);
  });

});

const reason = !IS_ROOT ? 'needs root to change accounts' : isOpenToAll(import.meta.dirname) ? null : 'this repository is in a private home';

describe.skipIf(reason !== null)(`an ordinary user${reason === null ? '' : ` (${reason})`}`, () => {
  test('runs it as themselves, and root later keeps it theirs', async () => {
    mkdirSync(data);
    chownSync(data, ORDINARY_USER, ORDINARY_USER);
    const writer = startWriter(data, 'hold', { uid: ORDINARY_USER, gid: ORDINARY_USER });
    await writer.until((fact) => fact.ready === true);
    expect(await writer.end('SIGINT')).toBe(0);
    const server = await start();
    await server.stop();
    expect(statSync(join(data, 'postgres')).uid).toBe(ORDINARY_USER);
    const again = startWriter(data, 'hold', { uid: ORDINARY_USER, gid: ORDINARY_USER });
    await again.until((fact) => fact.ready === true);
    expect(await again.end('SIGTERM')).toBe(0);
  });

  test('is told whose database it is when it is not theirs', async () => {
    const server = await start();
    await server.stop();
    chownSync(data, ORDINARY_USER, ORDINARY_USER);
    const writer = startWriter(data, 'hold', { uid: ORDINARY_USER, gid: ORDINARY_USER });
    await expect(writer.until((fact) => fact.ready === true)).rejects.toThrow(/belongs to user \d+, but this is user 1\b/);
  });
});
