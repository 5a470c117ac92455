#!/usr/bin/env node
import { runEntry } from './bootstrap.mjs';

await runEntry('cli/main.ts', process.argv.slice(2));
