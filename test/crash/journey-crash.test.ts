import { expect, test } from 'vitest';
import { crashLoop } from './crash-loop.ts';

test('killed three times while journeys run, the marketplace keeps every acknowledged order and its ledger balances', async () => {
  const report = await crashLoop(3);
  expect(report).toMatchObject({ kills: 3, lost: [], ordersWithoutEvent: [], unbalanced: 0 });
}, 180_000);
