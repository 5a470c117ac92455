import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findHolder, lockDataDirectory } from './data-directory-lock.ts';
import { processFingerprint } from './process-identity.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pilotage-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function leaveLock(holder: object): void {
  writeFileSync(join(directory, 'holder.json'), JSON.stringify({ since: '2026-11-23T00:00:00Z', port: 3000, command: 'x', ...holder }));
}

test('a held directory is refused with its holder, and free again after the release', () => {
  const lock = lockDataDirectory(directory, 3000);
  expect(lock.ok).toBe(true);
  expect(lockDataDirectory(directory, 3001)).toMatchObject({ ok: false, problem: { facts: { pid: process.pid, port: 3000 } } });
  expect(findHolder(directory)?.pid).toBe(process.pid);
  if (lock.ok) lock.value.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('the lock of a process that is gone is taken over', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  leaveLock({ pid: gone, fingerprint: 'boot/1' });
  expect(findHolder(directory)).toBeNull();
  expect(lockDataDirectory(directory, null).ok).toBe(true);
});

test('a number that meanwhile belongs to another process holds nothing', () => {
  leaveLock({ pid: process.pid, fingerprint: `${processFingerprint(process.pid)}-earlier` });
  expect(lockDataDirectory(directory, null).ok).toBe(true);
});

test('a lock file torn by a power cut holds nothing, whatever it contains', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      writeFileSync(join(directory, 'holder.json'), text);
      const lock = lockDataDirectory(directory, null);
      expect(lock.ok).toBe(true);
      if (lock.ok) lock.value.release();
    }),
    { numRuns: 50 },
  );
});
