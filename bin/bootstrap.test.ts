import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPostmaster } from '#server/platform/postgres/postmaster.ts';
import { processFingerprint } from '#server/platform/postgres/process-identity.ts';

const LAUNCH = join(import.meta.dirname, 'fixtures/launch.mjs');
const WRITER = 'server/platform/postgres/fixtures/write-numbers.ts';
/** Where Linux distributions put the machine's own Node; it may be an old one, which is what makes it worth a try. */
const NODES = [process.execPath, '/usr/bin/node'].filter((node) => existsSync(node));

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pilotage-launch-'));
  chmodSync(home, 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

type Launched = Readonly<{ child: ChildProcess; output: () => string; closed: Promise<number | null> }>;

function launch(node: string): Launched {
  const child = spawn(node, [LAUNCH, WRITER, join(home, 'data'), 'hold'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, closed: new Promise((resolve) => child.once('close', resolve)) };
}

async function until(happened: () => boolean, what: () => string): Promise<void> {
  for (let turn = 0; turn < 1_500; turn += 1) {
    if (happened()) return;
    await sleep(10);
  }
  throw new Error(`did not happen: ${what()}`);
}

async function launchReady(node: string): Promise<Launched & { postgres: number }> {
  const launched = launch(node);
  await until(() => launched.output().includes('"ready":true'), launched.output);
  const postmaster = findPostmaster(join(home, 'data/postgres'));
  if (postmaster === null) throw new Error('no server runs');
  return { ...launched, postgres: postmaster.pid };
}

describe.each(NODES)('launched by %s', (node) => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the program in order: exit code 0 and no postgres left', async (signal) => {
    const { child, closed, postgres } = await launchReady(node);
    child.kill(signal);
    expect(await closed).toBe(0);
    expect(processFingerprint(postgres)).toBeNull();
  });

  test('the exit code of the program is the exit code of the launcher', async () => {
    const first = await launchReady(node);
    const second = launch(node);
    expect(await second.closed).toBe(1);
    expect(second.output()).toMatch(/in use by process \d+ on port 4321/);
    first.child.kill('SIGTERM');
    expect(await first.closed).toBe(0);
  });
});

test('when the process that launched us is killed outright, the program still stops its database in order', async () => {
  // The shell stands for npm: it gets kill -9 and cannot pass anything on.
  const shell = spawn('/bin/sh', ['-c', `${process.execPath} ${LAUNCH} ${WRITER} ${join(home, 'data')} hold; true`], {
    stdio: 'ignore',
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  await until(() => findPostmaster(join(home, 'data/postgres')) !== null, () => 'the server starts');
  const postgres = findPostmaster(join(home, 'data/postgres'))?.pid ?? 0;
  await sleep(1_000);
  shell.kill('SIGKILL');
  await until(() => processFingerprint(postgres) === null, () => 'the server stops');
  expect(findPostmaster(join(home, 'data/postgres'))).toBeNull();
});
