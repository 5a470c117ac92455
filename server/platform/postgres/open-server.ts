import { join } from 'node:path';
import { ok, type Result } from '#core/result.ts';
import { findRunningPostgres, startEmbeddedPostgres, type PostgresConnection } from './embedded-postgres.ts';

/** The database a program works on, and how it lets go of it. */
export type OpenServer = Readonly<{
  connection: PostgresConnection | Readonly<{ connectionString: string }>;
  /** Stops the server if this program started it; does nothing to one that belongs to somebody else. */
  release: () => Promise<void>;
}>;

export type OpenServerInput = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  log: (line: string) => void;
  /** The port a server program serves on. A command has none, and shares the database of a server that runs. */
  httpPort?: number;
}>;

/** Where everything is stored: PILOTAGE_DATA, or `.pilotage` in the repository. */
export function chooseDataDirectory(env: OpenServerInput['env']): string {
  return env['PILOTAGE_DATA'] || join(import.meta.dirname, '../../../.pilotage');
}

/**
 * The server of DATABASE_URL; else, for a command, the embedded one that another program of ours already runs on the
 * data directory; else the embedded one, started. Fails as `startEmbeddedPostgres` does.
 */
export async function openServer({ env, log, httpPort }: OpenServerInput): Promise<Result<OpenServer>> {
  const connectionString = env['DATABASE_URL'];
  if (connectionString) return ok({ connection: { connectionString }, release: async () => {} });
  const dataDirectory = chooseDataDirectory(env);
  const running = httpPort === undefined ? findRunningPostgres(dataDirectory) : null;
  if (running !== null) return ok({ connection: running, release: async () => {} });
  const started = await startEmbeddedPostgres({ dataDirectory, log, ...(httpPort === undefined ? {} : { httpPort }) });
  return started.ok ? ok({ connection: started.value.connection, release: started.value.stop }) : started;
}
