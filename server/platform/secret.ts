import { sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { Db } from './database/connection.ts';
import { newSecret } from './http/identity.ts';

/** The secret that signs sessions: made at the first start and kept with the data, so that sessions outlive a restart. */
export async function loadAuthSecret(db: Db): Promise<string> {
  await db.insertInto('setting').values({ key: 'auth_secret', value: canonicalJson(newSecret('')) }).onConflict((conflict) => conflict.column('key').doNothing()).execute();
  const row = await db.selectFrom('setting').select(sql<unknown>`value`.as('value')).where('key', '=', 'auth_secret').executeTakeFirstOrThrow();
  return z.string().min(32).parse(row.value);
}
