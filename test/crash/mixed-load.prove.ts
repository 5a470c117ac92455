import { expect, test } from 'vitest';
import { embeddedCrashServer, systemCrashServer } from './crash-server.ts';
import { killAgainAndAgain } from './killing.ts';

const tell = (line: string) => process.stdout.write(`  ${line}\n`);

test('killed a hundred times under a mixed load on the embedded server, nothing answered is lost and nothing happens twice', async () => {
  const report = await killAgainAndAgain(await embeddedCrashServer(), 100, tell);
  expect(report).toMatchObject({ kills: 100, databaseKills: 50, wrong: [] });
  expect(report.orders).toBeGreaterThan(50);
}, 3_600_000);

test('and a hundred times more on the system’s own PostgreSQL', async ({ skip }) => {
  const server = await systemCrashServer();
  if (server === null) return skip('no PostgreSQL programs in /usr/lib/postgresql');
  const report = await killAgainAndAgain(server, 100, tell);
  expect(report).toMatchObject({ kills: 100, databaseKills: 50, wrong: [] });
  expect(report.orders).toBeGreaterThan(50);
}, 3_600_000);
