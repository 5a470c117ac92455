import { expect, test } from 'vitest';
import { crashLoop } from './crash-loop.ts';

test('killed twenty times while journeys run, the marketplace keeps every acknowledged order and its ledger balances', async () => {
  const report = await crashLoop(20);
  expect(report).toMatchObject({ kills: 20, lost: [], ordersWithoutEvent: [], unbalanced: 0 });
  // Kills that all fell before the first order would prove nothing.
  expect(report.acknowledged).toBeGreaterThan(3);
}, 900_000);
