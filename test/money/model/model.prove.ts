import { expect, test } from 'vitest';
import { runModel } from './run.ts';

/** Each begins on an empty marketplace: a ledger that grew for hours would be proved slowly, not better. */
const MARKETPLACES = 25;

test('two thousand sequences of random commands agree with the model after every command', async () => {
  let sequences = 0;
  for (let round = 0; round < MARKETPLACES; round += 1) {
    const run = await runModel(80);
    sequences += run.sequences;
    process.stdout.write(`  ${JSON.stringify(run)}\n`);
  }
  expect(sequences).toBe(2_000);
}, 3_600_000);
