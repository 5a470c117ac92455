import { expect, test } from 'vitest';
import { loadPacks } from '#server/platform/packs/packs.ts';
import { sendMany } from './many-parcels.ts';

test('a thousand parcels: none by a line that may not carry it, and cartons and lines together cost within 3 % of the cheapest there is', () => {
  const tally = sendMany(1_000, 20_261_127, loadPacks());
  expect(tally.sent).toBeGreaterThan(700);
  expect(tally.unlawful).toBe(0);
  expect(Number(tally.cost) / Number(tally.optimum)).toBeLessThan(1.03);
});
