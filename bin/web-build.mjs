import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, root, runStep } from './bootstrap.mjs';

/** Everything the built pages are made from. */
const SOURCES = ['web', 'contract', 'core', 'vite.config.ts', 'react-router.config.ts', 'package-lock.json'];

/** Carries the moment a finished build began, so that a file changed while it ran counts as newer. */
const STAMP = join(root, 'build/built');

/** Builds the pages unless the last build is newer than everything it was made from. */
export async function ensureWebBuilt() {
  const built = statSync(STAMP, { throwIfNoEntry: false });
  if (built !== undefined && newestChange(SOURCES.map((name) => join(root, name))) <= built.mtimeMs) return;
  const startedAt = new Date();
  const tool = join(root, 'node_modules/@react-router/dev/bin.cjs');
  await runStep('Building the pages', findNode(), [tool, 'build'], { ...process.env, NODE_ENV: 'production' });
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(STAMP, '');
  utimesSync(STAMP, startedAt, startedAt);
}

/** The latest change under these paths in milliseconds; a folder's own time tells of files that were removed. */
function newestChange(paths) {
  return paths.reduce((newest, path) => {
    if (!existsSync(path)) return newest;
    const entry = statSync(path);
    const inside = entry.isDirectory() ? newestChange(readdirSync(path).map((name) => join(path, name))) : 0;
    return Math.max(newest, entry.mtimeMs, inside);
  }, 0);
}
