import { expect, test } from 'vitest';
import { loadPacks } from '#server/platform/packs/packs.ts';
import { sendMany } from './many-parcels.ts';

test('ten thousand parcels: stated days hold at the stated probability, no unlawful parcel leaves, the cost is within 3 % of the optimum', () => {
  const seed = Number(process.env['PILOTAGE_SEED'] ?? Date.now() % 1_000_000);
  const tally = sendMany(12_000, seed, loadPacks());
  const share = (count: number) => (100 * count) / tally.sent;
  process.stdout.write(`  seed ${seed}: ${tally.sent} sent, ${tally.noLine} without a line, ${tally.ownBox} in their own box; by the median day ${share(tally.byMedian).toFixed(1)} %, by the nine-in-ten day ${share(tally.byNinetieth).toFixed(1)} %, lost ${share(tally.lost).toFixed(2)} %, returned ${share(tally.returned).toFixed(2)} %; cost ${((100 * Number(tally.cost)) / Number(tally.optimum) - 100).toFixed(2)} % above the optimum, ${tally.overThreePercent} parcels more than 3 %\n`);
  expect(tally.sent).toBeGreaterThanOrEqual(8_000);
  expect(tally.unlawful).toBe(0);
  expect(Math.abs(share(tally.byMedian) - 50)).toBeLessThanOrEqual(2);
  expect(Math.abs(share(tally.byNinetieth) - 90)).toBeLessThanOrEqual(2);
  expect(Number(tally.cost) / Number(tally.optimum)).toBeLessThan(1.03);
});
