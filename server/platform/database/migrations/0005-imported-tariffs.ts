import { sql, type Kysely } from 'kysely';

/** Whole schedules as published by the authority, compressed; operators' editions are changes on top of one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table imported_tariff (edition text primary key, digest text not null, content bytea not null, imported_at timestamptz not null);
alter table imported_tariff enable row level security;
grant select, insert on imported_tariff to pilotage_platform;
create policy platform on imported_tariff to pilotage_platform using (true) with check (true);
grant select on imported_tariff to pilotage_merchant;
create policy merchant on imported_tariff to pilotage_merchant using (true);
`).execute(db);
}
