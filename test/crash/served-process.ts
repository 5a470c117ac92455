import { serve } from '@hono/node-server';
import { castStaff } from '#demo/load/accounts.ts';
import { apiAppOf } from '#server/api-app.ts';
import { notifyMerchants } from '#server/modules/accounts/notifier.ts';
import { openMarketplace } from '#server/open-marketplace.ts';
import { startOutbox } from '#server/platform/outbox.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';

/** A whole server in a process of its own, on the data directory of PILOTAGE_DATA or the server of DATABASE_URL: the one that gets killed. */
const port = Number(process.env['PORT']);
const database = await openServer({ env: process.env, log: () => undefined, httpPort: port });
if (!database.ok) throw new Error(JSON.stringify(database.problem));
const marketplace = await openMarketplace({ connection: database.value.connection });
await castStaff(marketplace);
startOutbox(marketplace.system, [notifyMerchants]);
serve({ fetch: apiAppOf(marketplace).fetch, port, hostname: '127.0.0.1' }, () => process.stdout.write('ready\n'));
