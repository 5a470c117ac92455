import { JOBS } from '#server/modules/due-work/jobs.ts';
import { runJob } from '#server/platform/jobs.ts';
import type { Trade } from '#test/trade/fixture.ts';

/** Does what the clock brings, as the minute's round would; answers what was done, by count. */
export async function doDueWork({ marketplace }: Trade): Promise<Readonly<Record<string, number>>> {
  const did: Record<string, number> = {};
  for (const job of JOBS) Object.assign(did, await runJob(marketplace.system, job));
  return did;
}
