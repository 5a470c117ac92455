import { expect, test } from 'vitest';
import { runModel } from './run.ts';

test('random commands on orders, claims, disputes and statements leave ledger and states as a simple model keeps them', async () => {
  const run = await runModel(60);
  for (const [what, times] of Object.entries(run)) expect([what, times > 0]).toEqual([what, true]);
}, 240_000);
