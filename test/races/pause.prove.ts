import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';
import { pauseUnderLoad } from './pause.ts';
import { openRacingShop } from './shop-for-races.ts';

let served: ServedMarketplace;
beforeAll(async () => {
  served = await serveMarketplace();
});
afterAll(() => served.close());

test('fifty pauses under load: not one order accepted after its acknowledgement', async () => {
  const shop = await openRacingShop(served, 'ee55ff66-pause-proof', 5_000);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    expect(await pauseUnderLoad(served, shop, 16)).toMatchObject({ sentAfterAndAccepted: 0, committedAfter: 0 });
  }
}, 600_000);
