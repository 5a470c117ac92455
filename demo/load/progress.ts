import type { z } from 'zod';
import { demoProgress } from '#contract/session.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { Db } from '#server/platform/database/connection.ts';

export type DemoProgress = z.output<typeof demoProgress.reply>;

/** What the loader last said of itself, or null when it never ran. */
export async function readProgress(db: Db): Promise<DemoProgress | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'demo_progress').executeTakeFirst();
  return row === undefined ? null : demoProgress.reply.parse(row.value);
}

export async function writeProgress(db: Db, progress: DemoProgress): Promise<void> {
  const value = canonicalJson(progress);
  await db.insertInto('setting').values({ key: 'demo_progress', value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
}

/** The moment the story ends: when the demo was first asked for. Kept, so that a load that was cut off goes on with the same story. */
export async function anchorOf(db: Db, now: Date): Promise<Date> {
  const value = canonicalJson(now.toISOString());
  await db.insertInto('setting').values({ key: 'demo_anchor', value }).onConflict((conflict) => conflict.column('key').doNothing()).execute();
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'demo_anchor').executeTakeFirstOrThrow();
  return new Date(String(row.value));
}
