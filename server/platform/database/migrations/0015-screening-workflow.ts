import { sql, type Kysely } from 'kysely';

/**
 * A shop's drawer of documents, appeals and reviewers' rulings, and editions of rules with their replays.
 * What stood in `product_document` becomes a document of the shop, linked to that product.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table document (
  id text primary key, merchant_id text not null references merchant, kind text not null, number text, laboratory text, batch text, expires date, file_id text references file,
  covers_all boolean not null default false, at timestamptz not null, by text not null, warned_days integer, expired_at timestamptz, removed_at timestamptz, replaced_by text references document
);
create index document_merchant on document (merchant_id, id desc);
create index document_expiry on document (expires) where removed_at is null;
create table document_product (
  document_id text not null references document, product_id text not null references product, merchant_id text not null references merchant, primary key (document_id, product_id)
);
create index document_product_product on document_product (product_id);
insert into document (id, merchant_id, kind, number, expires, file_id, at, by)
  select d.id, d.merchant_id, d.kind, d.number, d.expires, f.id, d.at, d.merchant_id from product_document d left join file f on f.id = d.file_id;
insert into document_product (document_id, product_id, merchant_id) select id, product_id, merchant_id from product_document;
drop table product_document;

create table appeal (
  id text primary key, merchant_id text not null references merchant, product_id text not null references product, market text not null, rule_id text not null, verdict_id text not null references verdict,
  words text not null, fact jsonb, document_id text references document, state text not null check (state in ('open', 'escalated', 'settled', 'decided', 'withdrawn')),
  opened_at timestamptz not null, opened_by text not null, due_at timestamptz not null, escalated_at timestamptz,
  decision text check (decision in ('upheld', 'accepted_once', 'whitelisted', 'rule_edit')), reason text, decided_at timestamptz, decided_by text, edition_id text references edition,
  check ((state = 'decided') = (decision is not null and reason is not null and decided_at is not null))
);
create index appeal_merchant on appeal (merchant_id, id desc);
create index appeal_waiting on appeal (due_at) where state in ('open', 'escalated');
-- One appeal at a time on what one rule says about one product.
create unique index appeal_open on appeal (product_id, rule_id) where state in ('open', 'escalated');
create table ruling (
  id text primary key, merchant_id text not null references merchant, product_id text not null references product, rule_id text not null, says text not null check (says in ('accept', 'refuse')),
  basis text, reason text not null, appeal_id text references appeal, at timestamptz not null, by text not null, withdrawn_at timestamptz
);
create index ruling_product on ruling (product_id) where withdrawn_at is null;

alter table edition add column text text, add column share_ppm integer not null default 1000000 check (share_ppm between 0 and 1000000), add column withdrawn_at timestamptz;
create function refuse_edition_change() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' or row(new.kind, new.name, new.base, new.changes, new.text) is distinct from row(old.kind, old.name, old.base, old.changes, old.text) or new.state = 'draft' then
    raise exception 'edition % is published and does not change', old.name;
  end if;
  return new;
end $$;
create trigger edition_immutable before update or delete on edition for each row execute function refuse_edition_change();
create table edition_replay (
  id text primary key, edition_id text not null references edition, base text not null, text_hash text not null, share_ppm integer not null, state text not null check (state in ('running', 'done')),
  done integer not null, total integer not null, cursor text, result jsonb not null, started_at timestamptz not null, finished_at timestamptz
);
create index edition_replay_edition on edition_replay (edition_id, id desc);

create index event_listing on event (at) where kind in ('listing_live', 'listing_held', 'listing_off');
create index verdict_review on verdict (at) where superseded_at is null and outcome = 'needs_review';
${security()}
`).execute(db);
}

const MERCHANT_TABLES: Readonly<Record<string, string>> = { document: 'select, insert, update', document_product: 'select, insert, delete', appeal: 'select, insert, update', ruling: 'select' };

function security(): string {
  const platform = [...Object.keys(MERCHANT_TABLES), 'edition_replay'].map((table) => `
alter table ${table} enable row level security;
grant select, insert, update, delete on ${table} to pilotage_platform;
create policy platform on ${table} to pilotage_platform using (true) with check (true);`);
  const merchant = Object.entries(MERCHANT_TABLES).map(([table, rights]) => `
grant ${rights} on ${table} to pilotage_merchant;
create policy merchant on ${table} to pilotage_merchant using (merchant_id = current_setting('app.merchant_id')) with check (merchant_id = current_setting('app.merchant_id'));`);
  // A merchant's verdict may rest on an edition that was taken back since: its reasons stay readable.
  return [...platform, ...merchant, `
drop policy merchant on edition;
create policy merchant on edition to pilotage_merchant using (state <> 'draft');`].join('\n');
}
