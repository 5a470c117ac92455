import { loadDemo } from '#demo/load/load-demo.ts';
import { openMarketplace } from '#server/open-marketplace.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';

/** Loads the demo in a process of its own, as of DEMO_NOW, and says when it is all there: the one that gets killed. */
const database = await openServer({ env: process.env, log: () => undefined, httpPort: 1 });
if (!database.ok) throw new Error(JSON.stringify(database.problem));
const marketplace = await openMarketplace({ connection: database.value.connection });
await loadDemo(marketplace, { now: new Date(process.env['DEMO_NOW'] ?? '') });
await marketplace.close();
await database.value.release();
