import { sql, type Kysely } from 'kysely';

/** Who takes part, what they sell, what was decided about it, and the record of everything that happens. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table setting (key text primary key, value jsonb not null);

create table merchant (
  id text primary key, shop_name text not null, person_name text not null, city text not null, kind text not null,
  story text, signals jsonb not null default '{}', joined_at timestamptz not null
);
create table author (
  id text primary key, name text not null, avatar text not null, place text not null, market text, user_id text unique
);
create table buyer (
  id text primary key, user_id text unique, guest_token_hash text unique, name text, email text, market text, created_at timestamptz not null
);
-- One account, one kind: what an account may do follows from this row alone.
create table principal (
  user_id text primary key, kind text not null check (kind in ('merchant', 'operator', 'hub', 'creator', 'buyer')),
  name text not null, email text not null, merchant_id text references merchant, member_role text check (member_role in ('owner', 'staff')),
  author_id text references author, buyer_id text references buyer,
  check ((kind = 'merchant') = (merchant_id is not null and member_role is not null))
);
create table api_key (
  id text primary key, hash text not null unique, hint text not null, name text not null, user_id text not null references principal,
  merchant_id text references merchant, created_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz
);

-- The outbox, the audit log and the history that merchants read are one table. tx orders readers past rows still being written.
create table event (
  seq bigint generated always as identity primary key, id text not null unique, tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null, actor_kind text not null, actor_id text not null, actor_name text not null, kind text not null, subject text not null,
  merchant_id text references merchant, market text, buyer_id text references buyer, data jsonb not null default '{}', why jsonb
);
create index event_subject on event (subject, seq desc);
create index event_merchant on event (merchant_id, seq desc);
create index event_outbox on event (tx, seq);
create table outbox_cursor (consumer text primary key, tx xid8 not null, seq bigint not null);
create table idempotency (
  actor text not null, key text not null, route text not null, request_hash text not null, reply jsonb, at timestamptz not null,
  primary key (actor, key)
);
create table notification (
  id text primary key, merchant_id text not null references merchant, event_id text not null, at timestamptz not null, text jsonb not null, path text, read_at timestamptz,
  unique (merchant_id, event_id)
);
create index notification_merchant on notification (merchant_id, at desc);

create table cohort (
  id text primary key, name text not null, markets text[] not null, policy jsonb not null, fee_plan text not null,
  state text not null check (state in ('open', 'closed')), opened_at timestamptz not null, closes_at timestamptz, opened_by text not null
);
create table invitation (
  id text primary key, cohort_id text not null references cohort, merchant_id text not null references merchant,
  state text not null check (state in ('sent', 'accepted', 'declined', 'withdrawn')), score integer not null, reasons jsonb not null,
  sent_at timestamptz not null, answered_at timestamptz, unique (cohort_id, merchant_id)
);
create index invitation_merchant on invitation (merchant_id);
-- Checkout shares this row, a pause locks it: an order is never accepted after a pause was acknowledged.
create table enrolment (
  merchant_id text primary key references merchant, cohort_id text not null references cohort, since timestamptz not null, left_at timestamptz
);
create table export_switch (
  merchant_id text not null references merchant, scope text not null check (scope in ('shop', 'market', 'product', 'product_market')),
  market text not null default '', product_id text not null default '', state text not null check (state in ('open', 'paused')),
  since timestamptz not null, by text not null, reason text, primary key (merchant_id, scope, market, product_id)
);

create table product (
  id text primary key, merchant_id text not null references merchant, source_id text not null, revision integer not null, title text not null, description text,
  category text, brand text, origin_country text, attributes jsonb not null default '{}', facts jsonb not null default '{}', images jsonb not null default '[]',
  keep_domestic_price boolean not null default false, floor_minor bigint check (floor_minor >= 0), content_hash text not null,
  created_at timestamptz not null, updated_at timestamptz not null, unique (merchant_id, source_id)
);
create index product_merchant on product (merchant_id, id);
create table variant (
  id text primary key, product_id text not null references product, merchant_id text not null references merchant, sku text not null, options jsonb not null default '{}',
  price_minor bigint check (price_minor > 0), stock integer not null check (stock >= 0), position integer not null, unique (product_id, sku)
);
-- A fact somebody gave, above what the import said: the hub's scale and the merchant's word.
create table product_fact (
  product_id text not null references product, merchant_id text not null references merchant, fact text not null, value jsonb not null,
  source text not null check (source in ('merchant', 'hub')), at timestamptz not null, by text not null, primary key (product_id, fact, source)
);
create table product_document (
  id text primary key, product_id text not null references product, merchant_id text not null references merchant, kind text not null, number text, expires date,
  file_id text, at timestamptz not null
);
create index product_document_product on product_document (product_id);
-- What decisions read, as it was: replay starts from here.
create table product_revision (
  product_id text not null references product, revision integer not null, merchant_id text not null references merchant, body jsonb not null, at timestamptz not null,
  primary key (product_id, revision)
);
create table classification (
  product_id text primary key references product, merchant_id text not null references merchant, revision integer not null, hs6 text, hts text,
  confidence_ppm integer, body jsonb not null, by text not null, at timestamptz not null
);
create table verdict (
  id text primary key, product_id text not null references product, merchant_id text not null references merchant, revision integer not null, market text not null,
  outcome text not null, body jsonb not null, edition text not null, inputs_hash text not null, at timestamptz not null, superseded_at timestamptz
);
create unique index verdict_current on verdict (product_id, market) where superseded_at is null;
create table wording (
  id text primary key, product_id text not null references product, merchant_id text not null references merchant, revision integer not null, market text not null, locale text not null,
  status text not null, input jsonb not null, body jsonb not null, edition text not null, inputs_hash text not null, at timestamptz not null, superseded_at timestamptz
);
create unique index wording_current on wording (product_id, market, locale) where superseded_at is null;
create table quote (
  id text primary key, product_id text not null references product, variant_id text not null references variant, merchant_id text not null references merchant, revision integer not null, market text not null,
  outcome text not null, input jsonb not null, body jsonb not null, total_minor bigint, currency text not null, payout_minor bigint, edition text not null, inputs_hash text not null,
  at timestamptz not null, valid_until timestamptz, superseded_at timestamptz
);
create unique index quote_current on quote (variant_id, market) where superseded_at is null;
create index quote_product on quote (product_id, market);
create table listing (
  id text primary key, product_id text not null references product, merchant_id text not null references merchant, market text not null,
  state text not null check (state in ('live', 'held', 'off')), reasons jsonb not null, since timestamptz not null, decided_at timestamptz not null, verdict_id text, quote_id text,
  title text not null, category text, image text, price_minor bigint, currency text not null, unique (product_id, market)
);
create index listing_live on listing (market, id) where state = 'live';
create index listing_merchant on listing (merchant_id, market, state);

-- What a person approved once is never translated again: exact source text to approved target text.
create table memory_entry (
  locale text not null, source_hash text not null, source text not null, target text not null, by text not null, at timestamptz not null, primary key (locale, source_hash)
);
create table edition (
  id text primary key, kind text not null, name text not null unique, base text not null, state text not null check (state in ('draft', 'published', 'withdrawn')),
  changes jsonb not null, note text not null, drafted_by text not null, drafted_at timestamptz not null, published_at timestamptz
);

create table note (
  id text primary key, author_id text not null references author, title text not null, body text not null, tags jsonb not null, scene text not null, language text not null,
  cover text not null, published_at timestamptz not null, reads bigint not null default 0
);
create index note_published on note (published_at desc, id);
create table note_product (note_id text not null references note, product_id text not null references product, position integer not null, primary key (note_id, product_id));
create index note_product_product on note_product (product_id);
create table file (
  id text primary key, media_type text not null, bytes bytea not null, sha256 text not null, owner text not null, merchant_id text references merchant, buyer_id text references buyer, at timestamptz not null
);
`).execute(db);
}
