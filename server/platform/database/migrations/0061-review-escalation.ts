import { sql, type Kysely } from 'kysely';

/** A product whose review nobody answered in time, by when it was escalated; what begins to wait later waits anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table review_escalation (
  product_id text primary key references product, escalated_at timestamptz not null, due_at timestamptz not null
);
alter table review_escalation enable row level security;
grant select, insert, update, delete on review_escalation to pilotage_platform;
create policy platform on review_escalation to pilotage_platform using (true) with check (true);
`).execute(db);
}
