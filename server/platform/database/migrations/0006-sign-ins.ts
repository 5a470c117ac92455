import { sql, type Kysely } from 'kysely';

/** Lets the platform's role write a sign-in in the transaction that makes its account; what is secret of it stays unreadable. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
grant insert on "user", "account" to pilotage_platform;
grant select ("id", "email") on "user" to pilotage_platform;
`).execute(db);
}
