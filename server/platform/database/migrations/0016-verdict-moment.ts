import { sql, type Kysely } from 'kysely';

/** Finds the verdicts and products of the last minutes: those that were being made while an edition of the rules was published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index verdict_at on verdict (at) where superseded_at is null; create index product_updated on product (updated_at);').execute(db);
}
