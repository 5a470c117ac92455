import { serve } from '@hono/node-server';
import { apiAppOf } from '#server/api-app.ts';
import { openMarketplace } from '#server/open-marketplace.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';

/** The API in a process of its own, on the data directory of PILOTAGE_DATA, so that whoever measures it does not slow it down. */
const port = Number(process.env['PORT']);
const database = await openServer({ env: process.env, log: () => undefined, httpPort: port });
if (!database.ok) throw new Error(JSON.stringify(database.problem));
const marketplace = await openMarketplace({ connection: database.value.connection });
serve({ fetch: apiAppOf(marketplace).fetch, port, hostname: '127.0.0.1' }, () => process.stdout.write('ready\n'));
process.once('SIGTERM', async () => {
  await marketplace.close();
  await database.value.release();
  process.exit(0);
});
