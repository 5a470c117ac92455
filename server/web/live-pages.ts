import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { Pages } from './page-handler.ts';

type NodeRequest = Readonly<{ incoming: IncomingMessage; outgoing: ServerResponse }>;

/** Compiles pages and assets on request, with hot updates in the browser. Development only. */
export async function loadLivePages(app: Hono, httpServer?: Server): Promise<() => Promise<Pages>> {
  const { createServer } = await import('vite');
  const stopListeners = new Set(process.listeners('SIGTERM'));
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, ...(httpServer && { hmr: { server: httpServer } }) },
  });
  // The compiler exits the process on SIGTERM before the database could be stopped; stopping is the server's own business.
  for (const listener of process.listeners('SIGTERM')) if (!stopListeners.has(listener)) process.removeListener('SIGTERM', listener);

  app.use('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next();
    const { incoming, outgoing }: NodeRequest = c.env as NodeRequest;
    const taken = await new Promise<boolean>((resolve) => {
      outgoing.once('close', () => resolve(true));
      vite.middlewares(incoming, outgoing, () => resolve(false));
    });
    return taken ? RESPONSE_ALREADY_SENT : next();
  });
  return async () => (await vite.ssrLoadModule('virtual:react-router/server-build')) as Pages;
}
