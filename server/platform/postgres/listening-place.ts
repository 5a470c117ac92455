import { chmodSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { giveTo, isOpenToAll, type ServerAccount } from './server-account.ts';

/** Where the server listens: a private socket directory, or a loopback port where there are no Unix sockets. */
export type ListeningPlace = Readonly<{ host: string; port: number; socket: boolean }>;

const DIRECTORY_PREFIX = 'pilotage-pg-';

/** The kernel's limit for a socket path is 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432` and six random letters are ours. */
const LONGEST_PARENT_BYTES = 103 - Buffer.byteLength(`/${DIRECTORY_PREFIX}XXXXXX/.s.PGSQL.5432`);

/** Makes a new place that only the server's account (and root) may enter, under a name nobody could have prepared. */
export async function makeListeningPlace(account: ServerAccount): Promise<ListeningPlace> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort(), socket: false };
  const fits = (parent: string): boolean =>
    Buffer.byteLength(parent) <= LONGEST_PARENT_BYTES && (account === null || isOpenToAll(parent));
  const parent = fits(tmpdir()) ? tmpdir() : '/tmp';
  const host = mkdtempSync(join(parent, DIRECTORY_PREFIX));
  chmodSync(host, 0o700);
  giveTo(account, host);
  // The port is only a part of the socket's name here; every directory has its own 5432.
  return { host, port: 5432, socket: true };
}

/** The server arguments that make it listen there and nowhere else. */
export function listeningSettings(place: ListeningPlace): readonly string[] {
  return place.socket
    ? ['-k', place.host, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700', '-p', String(place.port)]
    : ['-c', `listen_addresses=${place.host}`, '-p', String(place.port)];
}

/** Removes a socket directory of ours that its server left behind; anything else is left alone. */
export function removeListeningPlace(host: string): void {
  if (!basename(host).startsWith(DIRECTORY_PREFIX)) return;
  const entry = lstatSync(host, { throwIfNoEntry: false });
  if (entry?.isDirectory() === true) rmSync(host, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
