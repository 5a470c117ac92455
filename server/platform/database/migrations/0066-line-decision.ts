import { sql, type Kysely } from 'kysely';

/** What the line of an export parcel was chosen from, so that the choice can be computed again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table export_parcel add column line_input jsonb`.execute(db);
}
