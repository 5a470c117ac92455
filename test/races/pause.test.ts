import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { pauseUnderLoad } from './pause.ts';
import { openRacingShop } from './shop-for-races.ts';

let served: ServedMarketplace;
beforeAll(async () => {
  served = await serveMarketplace();
});
afterAll(() => served.close());

test('no order is accepted after a pause was acknowledged, with buyers placing orders all the while', async () => {
  const shop = await openRacingShop(served, 'cc33dd44-pause', 500);
  let accepted = 0;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const result = await pauseUnderLoad(served, shop, 12);
    accepted += result.accepted;
    expect(result).toMatchObject({ sentAfterAndAccepted: 0, committedAfter: 0 });
  }
  // A race in which nobody ever got through before the pause would prove nothing.
  expect(accepted).toBeGreaterThan(0);
}, 120_000);
