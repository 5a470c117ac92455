import { sql, type Kysely } from 'kysely';

/** Tariff codes that people settled, for one product or for all of its type. A later choice for the same supersedes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table code_choice (
  id text primary key, product_id text not null references product, type_key text, hts text not null, reason text not null, by text not null, at timestamptz not null, superseded_at timestamptz
);
create unique index code_choice_product on code_choice (product_id) where type_key is null and superseded_at is null;
create unique index code_choice_type on code_choice (type_key) where type_key is not null and superseded_at is null;
alter table code_choice enable row level security;
grant select, insert, update on code_choice to pilotage_platform;
create policy platform on code_choice to pilotage_platform using (true) with check (true);
grant select on code_choice to pilotage_merchant;
create policy merchant on code_choice for select to pilotage_merchant using (true);
alter table classification add column type_key text;
create index classification_type on classification (type_key);
create index classification_doubt on classification (product_id) where hts is null;
`).execute(db);
}
