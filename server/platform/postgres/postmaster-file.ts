/** What a running postgres writes about itself into its cluster (`postmaster.pid`, one fact a line, PostgreSQL 18). */
export type PostmasterFile = Readonly<{
  pid: number;
  port: number;
  /** Where it listens: a socket directory, or else a host name. */
  host: string;
  status: string;
}>;

/** Reads `postmaster.pid`. Null when it is incomplete: a server that is just starting writes it in steps. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // The socket directory is empty on systems without one; the address may be `*`.
  const host = lines[4] || lines[5] || '';
  if (!Number.isSafeInteger(pid) || pid <= 0 || !Number.isSafeInteger(port) || port <= 0 || host === '') return null;
  return { pid, port, host, status: lines[7] ?? '' };
}
