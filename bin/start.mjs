#!/usr/bin/env node
import { ensureInstalled, runEntry } from './bootstrap.mjs';
import { ensureWebBuilt } from './web-build.mjs';

const args = process.argv.slice(2);
const live = args.includes('--dev');

await ensureInstalled();
// In development the pages are compiled as they are asked for.
if (!live) await ensureWebBuilt();
await runEntry('server/main.ts', args, { env: { NODE_ENV: live ? 'development' : 'production' } });
