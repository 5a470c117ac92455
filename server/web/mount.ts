import type { Server } from 'node:http';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { loadBuiltPages } from './built-pages.ts';
import { loadLivePages } from './live-pages.ts';
import { answerPage } from './page-handler.ts';

/** A form with its photos or its import file: what the API takes at most, and the words around it. */
const FORM_BYTES_MAX = 42 * 1024 * 1024;

export type MountOptions = Readonly<{
  mode: 'production' | 'development';
  /** Answers `/api/v1/…` in-process, exactly as over HTTP. */
  callApi: (request: Request) => Promise<Response>;
  /** Where an unexpected error of a page is recorded; standard error when absent. */
  report?: (error: unknown, request: Request) => void;
  /** Development only: carries hot updates over the same port; without it they use a port of their own. */
  httpServer?: Server;
}>;

/**
 * Mounts the pages on the app, after every other route: whatever no API route took is a page or an asset.
 * Production serves `build/` (made by `npm run build`; throws when it is missing), development compiles on request.
 */
export async function mountWeb(app: Hono, { mode, callApi, report = reportToStandardError, httpServer }: MountOptions): Promise<void> {
  const loadPages = mode === 'production' ? await loadBuiltPages(app) : await loadLivePages(app, httpServer);
  // Read whole by a form's action, before anything can ask how large it is.
  app.use('*', bodyLimit({ maxSize: FORM_BYTES_MAX }));
  app.all('*', async (c) => answerPage(await loadPages(), { request: c.req.raw, mode, callApi, report }));
}

function reportToStandardError(error: unknown, request: Request): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${request.method} ${new URL(request.url).pathname}: ${text}\n`);
}
