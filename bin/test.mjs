#!/usr/bin/env node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled, findNode, root, runAttached } from './bootstrap.mjs';
import { testTotals } from './test-totals.mjs';
import { ensureWebBuilt } from './web-build.mjs';

const prove = process.argv.includes('--prove');
const args = process.argv.slice(2).filter((argument) => argument !== '--prove');

// The last line is what scripts read, also when the tests were never reached.
let totals = testTotals(null, 1);
process.once('exit', () => console.log(totals.line));

await ensureInstalled();
// Browser tests open the built pages; a run of chosen files builds nothing, so that one test stays quick.
if (args.length === 0) await ensureWebBuilt();

const folder = mkdtempSync(join(tmpdir(), 'pilotage-report-'));
const reportFile = join(folder, 'report.json');
const node = findNode();
const exitCode = await runAttached(
  node,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...args],
  {
    ...process.env,
    PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    ...(prove ? { PILOTAGE_TEST_KIND: 'prove' } : {}),
  },
);
totals = testTotals(readReport(), exitCode);
rmSync(folder, { recursive: true, force: true });
process.exitCode = totals.failed > 0 ? 1 : exitCode;

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return null;
  }
}
