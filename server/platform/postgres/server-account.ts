import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ok, refuse, type Result } from '#core/result.ts';

/** The system account postgres runs under; null means ours. */
export type ServerAccount = Readonly<{ uid: number; gid: number }> | null;

/** The overflow account of Linux, where /etc/passwd does not name `nobody`. */
const OVERFLOW_ID = 65_534;

/**
 * Chooses the account. postgres refuses to run as root, so root lends it the account that already owns the cluster, or
 * else `nobody`. Anyone else runs it as themselves, and must own an existing cluster.
 * Fails with `data_directory_not_ours`: facts directory, ownerUid, ourUid.
 */
export function chooseAccount(clusterDirectory: string): Result<ServerAccount> {
  const ourUid = process.getuid?.();
  if (ourUid === undefined) return ok(null);
  const owner = statSync(clusterDirectory, { throwIfNoEntry: false });
  if (ourUid !== 0) {
    return owner === undefined || owner.uid === ourUid
      ? ok(null)
      : refuse('data_directory_not_ours', { directory: clusterDirectory, ownerUid: owner.uid, ourUid });
  }
  return ok(owner === undefined || owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid });
}

function nobody(): { uid: number; gid: number } {
  try {
    const row = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).find((fields) => fields[0] === 'nobody');
    const [uid, gid] = [Number(row?.[2]), Number(row?.[3])];
    if (Number.isSafeInteger(uid) && Number.isSafeInteger(gid) && uid > 0) return { uid, gid };
  } catch {
    // Minimal containers have no /etc/passwd.
  }
  return { uid: OVERFLOW_ID, gid: OVERFLOW_ID };
}

/** Gives a whole directory tree to the account. Links are given themselves, never what they point to. */
export function giveTo(account: ServerAccount, path: string): void {
  if (account === null) return;
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(account, join(path, name));
}

/** Whether any account may walk to this path: every directory on the way lets others pass. */
export function isOpenToAll(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
