import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getLedgerProof } from '#contract/statements.ts';
import { openStage } from '#demo/load/stage.ts';
import { OPERATOR } from '#test/trade/fixture.ts';
import { openMarketplace } from '#server/open-marketplace.ts';
import { openServer } from '#server/platform/postgres/open-server.ts';

/** A demo that was killed on the way is the demo that was not. */

const NOW = '2026-11-20T04:00:00Z';
const KILL_AFTER_MS = [6_000, 14_000];

function start(data: string): ChildProcess {
  return spawn(process.execPath, ['test/crash/demo-process.ts'], { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, PILOTAGE_DATA: data, DATABASE_URL: '', DEMO_NOW: NOW }, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Starts the load again and again, killing it every few seconds until it ends by itself; answers how often it was killed. */
async function loadKilled(data: string, kills: number): Promise<number> {
  for (let killed = 0; ; killed += 1) {
    const child = start(data);
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const [least = 0, most = 0] = KILL_AFTER_MS;
    const code = killed < kills ? await Promise.race([gone, pause(least + Math.random() * (most - least))]) : await gone;
    if (code !== undefined) {
      if (code !== 0) throw new Error(`the load ended with ${code}`);
      return killed;
    }
    child.kill('SIGKILL');
    await gone;
  }
}

/** Everything that can be told of a loaded demo in a few lines: how many rows of each kind, what is left on the shelves, what stands on each account. */
async function summaryOf(data: string): Promise<Record<string, unknown>> {
  const database = await openServer({ env: { PILOTAGE_DATA: data }, log: () => undefined, httpPort: 1 });
  if (!database.ok) throw new Error(JSON.stringify(database.problem));
  const marketplace = await openMarketplace({ connection: database.value.connection });
  try {
    const { db } = marketplace.system;
    const counted = ['merchant', 'product', 'variant', 'note', 'listing', '"order"', 'payment', 'merchant_order', 'inbound_parcel', 'export_parcel', 'claim', 'statement', 'ledger_transaction', 'posting', 'event'];
    const rows = await Promise.all(counted.map(async (table) => [table, (await sql<{ count: string }>`select count(*)::text as count from ${sql.raw(table)}`.execute(db)).rows[0]?.count] as const));
    const { rows: stock } = await sql<{ sum: string }>`select sum(stock)::text as sum from variant`.execute(db);
    const { rows: states } = await sql<{ state: string; count: string }>`select state, count(*)::text as count from "order" group by state order by state`.execute(db);
    const proof = await openStage(marketplace).run(OPERATOR, getLedgerProof, {}, new Date(NOW), 'proof');
    return { ...Object.fromEntries(rows), stock: stock[0]?.sum, states, accounts: proof.accounts, balanced: proof.balanced };
  } finally {
    await marketplace.close();
    await database.value.release();
  }
}

test('a demo load killed six times half-way ends as one that nobody disturbed', async () => {
  const [calm, killed] = [mkdtempSync(join(tmpdir(), 'pilotage-demo-')), mkdtempSync(join(tmpdir(), 'pilotage-demo-'))];
  try {
    expect(await loadKilled(calm, 0)).toBe(0);
    expect(await loadKilled(killed, 6)).toBeGreaterThan(2);
    const summary = await summaryOf(calm);
    expect(summary['balanced']).toBe(true);
    expect(await summaryOf(killed)).toEqual(summary);
  } finally {
    for (const folder of [calm, killed]) rmSync(folder, { recursive: true, force: true });
  }
}, 1_200_000);
