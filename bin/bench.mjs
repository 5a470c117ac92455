#!/usr/bin/env node
import { runEntry } from './bootstrap.mjs';

await runEntry('bench/main.ts', process.argv.slice(2), { env: { NODE_ENV: 'production' } });
