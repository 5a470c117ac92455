import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Pages } from './page-handler.ts';

const BUILD = join(dirname(fileURLToPath(import.meta.url)), '../../build');

/** Names under `/assets/` carry a hash of their content, so a browser may keep them for good. */
const FOREVER = 'public, max-age=31536000, immutable';
/** Icons and the like keep their name when they change. */
const AN_HOUR = 'public, max-age=3600';

/** Serves the built assets from disk, precompressed, and loads the built pages once. */
export async function loadBuiltPages(app: Hono): Promise<() => Promise<Pages>> {
  const entry = join(BUILD, 'server/index.js');
  if (!existsSync(entry)) throw new Error(`the pages are not built: ${entry} is missing (run "npm run build")`);
  const root = relative(process.cwd(), join(BUILD, 'client')) || '.';
  const assets = (cacheControl: string) =>
    serveStatic({ root, precompressed: true, onFound: (_path: string, c: Context) => c.header('Cache-Control', cacheControl) });
  app.get('/assets/*', assets(FOREVER), (c) => c.text('not found', 404));
  // A file of web/public has a dot in its name; no page has.
  app.get('/:file{[^/]+\\.[a-z0-9]+}', assets(AN_HOUR));
  app.use('*', compress());
  // The build describes itself: its own types come from the same React Router that wrote it.
  const pages: Pages = await import(pathToFileURL(entry).href);
  return async () => pages;
}
