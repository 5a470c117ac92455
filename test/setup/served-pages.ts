import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { castStaff, DEMO_PASSWORD } from '#demo/load/accounts.ts';
import { apiAppOf } from '#server/api-app.ts';
import { mountMedia } from '#server/media.ts';
import { openMarketplace } from '#server/open-marketplace.ts';
import { openLogger } from '#server/platform/logging.ts';
import { mountWeb } from '#server/web/mount.ts';
import { createTestDatabase } from './test-database.ts';
import type { ServedMarketplace } from './served-marketplace.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the pages as `npm start` would: when there are none, or when a source is newer than they are. */
function ensureBuilt(): void {
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', "import { ensureWebBuilt } from './bin/web-build.mjs'; await ensureWebBuilt();"], { cwd: ROOT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the pages do not build: ${done.stderr}`);
}

/** A marketplace with its pages, on a database of its own, over a real socket: what a browser sees. */
export async function servePages(): Promise<ServedMarketplace> {
  ensureBuilt();
  const database = await createTestDatabase();
  const marketplace = await openMarketplace({ connection: database.connection, migrated: true, log: openLogger('error') });
  const cast = await castStaff(marketplace);
  const app = new Hono();
  app.route('/', apiAppOf(marketplace));
  mountMedia(app);
  await mountWeb(app, { mode: 'production', callApi: async (request) => app.fetch(request) });
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve({ server: listening, port: info.port }));
  });
  const login = (email: string | null) => ({ email: email ?? '', password: DEMO_PASSWORD });
  return {
    marketplace, origin: `http://127.0.0.1:${port}`, transport: (request) => fetch(request),
    staff: { operator: login(cast.operator.email), hub: login(cast.hub.email), creator: login(cast.creator.email) },
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await marketplace.close();
      await database.drop();
    },
  };
}
