import { runDueWork } from '#contract/due-work.ts';
import { ok } from '#core/result.ts';
import { SYSTEM_ACTOR } from '#server/platform/actor.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { JOBS } from './jobs.ts';

export const dueWorkOperations: readonly Operation[] = [
  implement(runDueWork, async (call) => {
    const items: { name: string; did: Record<string, number> }[] = [];
    // The clock did it, whoever asked it to hurry.
    for (const job of JOBS) items.push({ name: job.name, did: { ...(await job.run({ ...call, actor: SYSTEM_ACTOR })) } });
    return ok({ items });
  }),
];
