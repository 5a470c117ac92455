import { sql, type Kysely } from 'kysely';

/** What a claim's decision was computed from, so that it can be computed again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table claim add column decision_input jsonb`.execute(db);
}
