import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ok, refuse, type Result } from '#core/result.ts';
import { processFingerprint } from './process-identity.ts';

/** Who holds a data directory, in words that help to find them. */
const holderShape = z.object({
  pid: z.int().positive(),
  fingerprint: z.string(),
  since: z.string(),
  port: z.int().nullable(),
  command: z.string(),
});
export type Holder = z.infer<typeof holderShape>;

export type DataDirectoryLock = Readonly<{ release: () => void }>;

const LOCK_NAME = 'holder.json';

/**
 * Takes the data directory for this process, until `release` or its death. `port` is the one it serves on, for whoever
 * is refused later. A lock whose process is gone (kill -9, power cut, reused number) is taken over.
 * Fails with `data_directory_held`: facts pid, since, port, command.
 */
export function lockDataDirectory(
  dataDirectory: string,
  port: number | null,
): Result<DataDirectoryLock> {
  mkdirSync(dataDirectory, { recursive: true });
  const path = join(dataDirectory, LOCK_NAME);
  const mine: Holder = {
    pid: process.pid,
    fingerprint: processFingerprint(process.pid) ?? 'unknown',
    since: new Date().toISOString(),
    port,
    command: process.argv.slice(1).join(' '),
  };
  const text = `${JSON.stringify(mine, null, 2)}\n`;
  // Ends: each turn either takes the lock, is refused, or removes one dead holder.
  for (;;) {
    if (linkNew(path, text)) return ok({ release: () => releaseOwn(path, text) });
    const found = readText(path);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder !== null && holdsStill(holder)) {
      const { pid, since, port: heldPort, command } = holder;
      return refuse('data_directory_held', { dataDirectory, pid, since, port: heldPort, command });
    }
    removeStale(path, found);
  }
}

/** Who holds the data directory now, or null. */
export function findHolder(dataDirectory: string): Holder | null {
  const text = readText(join(dataDirectory, LOCK_NAME));
  const holder = text === null ? null : parseHolder(text);
  return holder !== null && holdsStill(holder) ? holder : null;
}

function holdsStill(holder: Holder): boolean {
  return processFingerprint(holder.pid) === holder.fingerprint;
}

/** Creates the file with its whole content at once; a reader never sees half a lock. */
function linkNew(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead holder's file. Moved aside first: if a faster starter replaced it meanwhile, theirs is put back. */
function removeStale(path: string, judged: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readText(aside);
  if (moved !== null && moved !== judged) linkNew(path, moved);
  rmSync(aside, { force: true });
}

function releaseOwn(path: string, text: string): void {
  if (readText(path) === text) rmSync(path, { force: true });
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderShape.parse(JSON.parse(text));
  } catch {
    // A file torn by a power cut names nobody, so it holds nothing.
    return null;
  }
}
