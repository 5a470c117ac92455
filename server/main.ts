import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Server } from 'node:http';
import { Hono } from 'hono';
import { loadDemoInBackground } from '#demo/load/load-in-background.ts';
import { ROUTES } from '#contract/api.ts';
import { mountMedia } from './media.ts';
import { openMarketplace, type Marketplace } from './open-marketplace.ts';
import { answerAuth, CLIENT_ADDRESS_HEADER } from './platform/auth.ts';
import { apiOf } from './platform/http/api.ts';
import { docsPage } from './platform/http/docs-page.ts';
import { openApiOf } from './platform/http/openapi.ts';
import { openLogger } from './platform/logging.ts';
import { startJobs } from './platform/jobs.ts';
import { startOutbox } from './platform/outbox.ts';
import { explainPostgresProblem } from './platform/postgres/embedded-postgres.ts';
import { openServer } from './platform/postgres/open-server.ts';
import { mountWeb } from './web/mount.ts';
import { carrierWebhooks } from './modules/hub/carrier-webhooks.ts';
import { paymentWebhooks } from './modules/payments/webhooks.ts';
import { JOBS } from './modules/due-work/jobs.ts';
import { notifyMerchants } from './modules/accounts/notifier.ts';
import { startWebhooks } from './modules/webhooks/deliver.ts';
import { queueWebhooks } from './modules/webhooks/queue.ts';
import { openCarriers } from './providers/carriers/open-carriers.ts';

/** Serves everything from one process: API, pages, pictures, health and metrics. */

const PORT = Number(process.env['PORT'] ?? 3000);
const development = process.env['NODE_ENV'] === 'development';
/** In the demo marketplace parcels travel by themselves, unless a real carrier tells of them. */
const DEMO_CARRIER = process.env['PILOTAGE_DEMO'] === 'off' || process.env['EASYPOST_WEBHOOK_SECRET'] ? {} : { PILOTAGE_CARRIER: 'simulator' };
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Liveness, readiness, metrics and the documents of the API. */
function mountWatch(app: Hono, { system }: Marketplace): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      await system.db.selectFrom('setting').select('key').limit(1).execute();
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database not reachable' }, 503);
    }
  });
  app.get('/metrics', async (c) => c.text(await system.metrics.registry.metrics(), 200, { 'content-type': system.metrics.registry.contentType }));
  app.get('/api/v1/openapi.json', (c) => c.json(openApiOf(ROUTES)));
  app.get('/api/v1/docs', (c) => c.html(docsPage(ROUTES)));
}

async function buildApp(marketplace: Marketplace, httpServer: Server | null): Promise<Hono> {
  const { system, auth, operations } = marketplace;
  const app = new Hono();
  // Only we may say where a request came from: the sign-in limits count by it. A page's own call in process has no socket
  // and carries on what was set when the page was asked for.
  app.use(async (c, next) => {
    const env: unknown = c.env;
    if (typeof env === 'object' && env !== null && 'incoming' in env) {
      c.req.raw.headers.delete(CLIENT_ADDRESS_HEADER);
      const { address } = getConnInfo(c).remote;
      if (address !== undefined) c.req.raw.headers.set(CLIENT_ADDRESS_HEADER, address);
    }
    await next();
  });
  mountWatch(app, marketplace);
  app.on(['GET', 'POST'], '/api/auth/*', (c) => answerAuth(auth, c.req.raw));
  app.route('/', paymentWebhooks(system));
  app.route('/', carrierWebhooks(system));
  app.route('/', apiOf(system, auth, operations));
  mountMedia(app);
  const report = (error: unknown, request: Request) => system.log.error({ error, path: new URL(request.url).pathname }, 'page broke');
  await mountWeb(app, { mode: development ? 'development' : 'production', callApi: async (request) => app.fetch(request), report, ...(httpServer !== null && { httpServer }) });
  return app;
}

/** Stops in order: no new requests, then the background work, then the database. Repeated signals change nothing. */
function stopOnSignal(steps: readonly (() => Promise<unknown>)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    for (const step of steps) await step();
    say('Stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => void stop());
  }
}

async function main(): Promise<number> {
  const started = performance.now();
  const log = openLogger(process.env['LOG_LEVEL'] ?? 'warn');
  const database = await openServer({ env: process.env, log: say, httpPort: PORT });
  if (!database.ok) {
    process.stderr.write(`${explainPostgresProblem(database.problem)}\n`);
    return 1;
  }
  const marketplace = await openMarketplace({ connection: database.value.connection, log, carriers: openCarriers({ ...DEMO_CARRIER, ...process.env }) });
  let app: Hono | null = null;
  const server = createAdaptorServer({ fetch: (request, env) => (app === null ? new Response('starting', { status: 503 }) : app.fetch(request, env)) });
  app = await buildApp(marketplace, development && server instanceof Server ? server : null);
  const outbox = startOutbox(marketplace.system, [notifyMerchants, queueWebhooks]);
  const webhooks = startWebhooks(marketplace.system, development || process.env['PILOTAGE_WEBHOOKS'] === 'anywhere' ? 'anywhere' : 'public');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, resolve);
  });
  say(`Pilotage is at http://localhost:${PORT}  (ready in ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  const demo = process.env['PILOTAGE_DEMO'] === 'off' ? null : loadDemoInBackground(marketplace, say);
  // The demo tells its story with clocks of its own; ours begins where it ends.
  const jobs = startJobs(marketplace.system, JOBS, demo?.loaded);
  stopOnSignal([
    async () => server.close(), async () => demo?.stop(), () => jobs.stop(), () => outbox.stop(), () => webhooks.stop(), marketplace.close, database.value.release,
  ]);
  return 0;
}

try {
  const code = await main();
  if (code !== 0) process.exit(code);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
