import { expect, test } from 'vitest';
import { embeddedCrashServer } from './crash-server.ts';
import { killAgainAndAgain } from './killing.ts';

test('killed four times under a mixed load, the database twice with it, nothing answered is lost and nothing happens twice', async () => {
  const report = await killAgainAndAgain(await embeddedCrashServer(), 4);
  expect(report).toMatchObject({ kills: 4, databaseKills: 2, wrong: [] });
  expect(report.answered).toBeGreaterThan(10);
}, 240_000);
