import type { z } from 'zod';
import { demoAccounts, demoProgress } from '#contract/session.ts';
import type { Context } from '#server/platform/operation.ts';

/** What the demo loader wrote down about itself. Absent outside the demo. */

const accounts = demoAccounts.reply.shape.accounts;
const progress = demoProgress.reply;

async function loadSetting<Shape extends z.ZodType>({ tx }: Context, key: string, shape: Shape): Promise<z.output<Shape> | null> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : shape.parse(row.value);
}

export async function loadDemoAccounts(context: Context): Promise<z.output<typeof accounts>> {
  return (await loadSetting(context, 'demo_accounts', accounts)) ?? [];
}

export async function loadDemoProgress(context: Context): Promise<z.output<typeof progress>> {
  return (await loadSetting(context, 'demo_progress', progress)) ?? { loading: false, step: '', done: 0, total: 0 };
}
