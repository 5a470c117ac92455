import { setTimeout as pause } from 'node:timers/promises';
import { STAFF } from './crash-loop.ts';
import type { CrashServer } from './crash-server.ts';
import { inspect, untold } from './inspection.ts';
import { startMixedLoad } from './mixed-load.ts';

export type KillingReport = Readonly<{ kills: number; databaseKills: number; orders: number; claims: number; answered: number; wrong: readonly string[] }>;

/** How long the people work between a restart and the next kill, at most: a kill falls at any moment of a command. */
const WORK_MS_MAX = 2_500;
const REPEATED = 15;

/**
 * Kills the server again and again under a mixed load, every other time the database with it. After each restart every
 * answered command must stand as it was answered, nothing may have happened twice, and the books must balance.
 */
export async function killAgainAndAgain(server: CrashServer, kills: number, tell: (line: string) => void = () => undefined): Promise<KillingReport> {
  const wrong: string[] = [];
  let databaseKills = 0;
  await server.start();
  const load = await startMixedLoad(server.origin, STAFF);
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await pause(100 + Math.random() * WORK_MS_MAX);
      const withDatabase = kill % 2 === 0;
      databaseKills += withDatabase ? 1 : 0;
      await server.kill(withDatabase);
      await server.start();
      wrong.push(...(await inspect(server, load)), ...(await load.repeat(REPEATED)));
      if (kill % 10 === 0) tell(`${kill} kills, ${load.orders.size} orders, ${load.claims.size} claims, ${load.answered()} commands answered, ${wrong.length} wrong, ${load.troubles.length} troubles ${load.troubles.at(-1) ?? ''}`);
    }
    await load.stop();
    await pause(2_000);
    wrong.push(...load.troubles, ...(await inspect(server, load)), ...(await untold(server)));
  } finally {
    await load.stop();
    await server.remove();
  }
  return { kills, databaseKills, orders: load.orders.size, claims: load.claims.size, answered: load.answered(), wrong: [...new Set(wrong)] };
}
