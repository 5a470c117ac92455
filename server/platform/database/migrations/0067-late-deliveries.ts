import { sql, type Kysely } from 'kysely';

/** When a buyer was told that the promised day has passed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table "order" add column delay_told_at timestamptz;
create index order_under_way on "order" (promised_by) where state = 'exported' and delay_told_at is null;
`).execute(db);
}
