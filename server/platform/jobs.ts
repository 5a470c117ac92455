import { sql } from 'kysely';
import { SYSTEM_ACTOR } from './actor.ts';
import { transact } from './database/transact.ts';
import type { Context } from './operation.ts';
import type { System } from './system.ts';

/** Work that the clock brings. A job does what is due at the moment it is given and nothing twice; what it did is counted by name. */
export type Job = Readonly<{ name: string; run: (context: Context) => Promise<Readonly<Record<string, number>>> }>;

const PAUSE_MS = 60_000;

/** Runs a job in a transaction of its own; null when another process is at it. */
export async function runJob(system: System, job: Job): Promise<Readonly<Record<string, number>> | null> {
  return transact(system.db, 'platform', SYSTEM_ACTOR, async (tx) => {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtext(${`job ${job.name}`})) as taken`.execute(tx);
    if (rows[0]?.taken !== true) return null;
    return job.run({ tx, at: system.clock(), actor: SYSTEM_ACTOR, locale: 'en', system, ids: system.ids, requestId: `job-${job.name}` });
  });
}

/** Runs every job once a minute until stopped, the first time once `after` is settled. A job that breaks is logged and tried again. */
export function startJobs(system: System, jobs: readonly Job[], after: Promise<unknown> = Promise.resolve()): Readonly<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const round = async () => {
    for (const job of jobs) {
      if (stopping.signal.aborted) return;
      try {
        const did = await runJob(system, job);
        const worked = did !== null && Object.values(did).some((count) => count > 0);
        system.metrics.jobs.inc({ job: job.name, outcome: worked ? 'did' : 'nothing_due' });
        if (worked) system.log.info({ job: job.name, ...did }, 'job');
      } catch (error) {
        system.metrics.jobs.inc({ job: job.name, outcome: 'broke' });
        if (!stopping.signal.aborted) system.log.error({ job: job.name, error }, 'job broke');
      }
    }
  };
  const pause = () => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    stopping.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true }));
  const loop = (async () => {
    await Promise.race([after, stopped]);
    while (!stopping.signal.aborted) {
      await round();
      await pause();
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
