import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import { explainPostgresProblem } from '#server/platform/postgres/embedded-postgres.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';
import type { Console, ExitCode } from './command.ts';

/**
 * Runs a command on the marketplace's database: that of a running server, of DATABASE_URL, or the embedded one started
 * for as long as the command runs. Exit 1 with the reason when the database cannot be had.
 */
export async function withMarketplace(console: Console, work: (marketplace: Marketplace) => Promise<ExitCode>): Promise<ExitCode> {
  const database = await openServer({ env: process.env, log: (line) => console.err(line) });
  if (!database.ok) {
    console.err(explainPostgresProblem(database.problem));
    return 1;
  }
  const marketplace = await openMarketplace({ connection: database.value.connection, poolMax: 6 });
  try {
    return await work(marketplace);
  } finally {
    await marketplace.close();
    await database.value.release();
  }
}
