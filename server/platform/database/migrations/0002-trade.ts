import { sql, type Kysely } from 'kysely';

/** Checkouts, orders, parcels, claims and the ledger. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table checkout (
  id text primary key, buyer_id text not null references buyer, market text not null, locale text not null, state text not null check (state in ('open', 'ordered', 'expired')),
  items jsonb not null, lines jsonb not null, total_minor bigint not null, currency text not null, policy_edition text not null, note_id text references note,
  at timestamptz not null, valid_until timestamptz not null, order_id text
);
create table "order" (
  id text primary key, checkout_id text not null unique references checkout, buyer_id text not null references buyer, market text not null, locale text not null, state text not null,
  email text not null, address jsonb not null, lines jsonb not null, total_minor bigint not null check (total_minor >= 0), currency text not null, policy_edition text not null,
  promised_by timestamptz, placed_at timestamptz not null, delivered_at timestamptz, note_id text references note
);
create index order_buyer on "order" (buyer_id, id desc);
create table merchant_order (
  id text primary key, order_id text not null references "order", merchant_id text not null references merchant, market text not null, state text not null, ship_by timestamptz not null,
  carrier text, tracking_number text, shipped_at timestamptz, payout_minor bigint not null, placed_at timestamptz not null, hub_note jsonb
);
create index merchant_order_merchant on merchant_order (merchant_id, id desc);
create index merchant_order_order on merchant_order (order_id);
-- Everything a placed order needs is frozen here: nothing on it re-reads live prices, rules or classifications.
create table order_line (
  id text primary key, order_id text not null references "order", merchant_order_id text not null references merchant_order, merchant_id text not null references merchant,
  listing_id text not null references listing, product_id text not null references product, variant_id text not null references variant, quote_id text not null references quote,
  verdict_id text, sku text not null, title text not null, title_original text not null, options jsonb not null, image text, quantity integer not null check (quantity > 0),
  total_minor bigint not null, currency text not null, payout_minor bigint not null, quote jsonb not null, hts text, weight_grams integer
);
create index order_line_order on order_line (order_id);
create index order_line_merchant_order on order_line (merchant_order_id);
create table payment (
  id text primary key, order_id text not null unique references "order", provider text not null, reference text not null, state text not null,
  authorised_minor bigint not null, captured_minor bigint not null default 0, refunded_minor bigint not null default 0, currency text not null, at timestamptz not null,
  check (captured_minor <= authorised_minor), check (refunded_minor <= captured_minor)
);
create table inbound_parcel (
  id text primary key, code text not null unique, merchant_order_id text not null unique references merchant_order, order_id text not null references "order", merchant_id text not null references merchant,
  state text not null, measured jsonb, counts jsonb not null default '[]', photos jsonb not null default '[]', reasons jsonb not null default '[]', expected_since timestamptz not null, received_at timestamptz
);
create index inbound_parcel_state on inbound_parcel (state, id);
create table export_parcel (
  id text primary key, code text not null unique, order_id text not null unique references "order", market text not null, state text not null, measured jsonb not null, line jsonb not null,
  tracking_number text not null, packed_at timestamptz not null, handed_over_at timestamptz, delivered_at timestamptz
);
create table tracking_event (
  id text primary key, export_parcel_id text not null references export_parcel, order_id text not null references "order", at timestamptz not null, status text not null, place text, source text not null
);
create index tracking_event_order on tracking_event (order_id, at);

create table claim (
  id text primary key, order_id text not null references "order", order_line_id text not null references order_line, buyer_id text not null references buyer, merchant_id text not null references merchant,
  market text not null, kind text not null, quantity integer not null check (quantity > 0), description text not null, photos jsonb not null, state text not null, decision jsonb, policy_edition text not null,
  refund_minor bigint, currency text not null, opened_at timestamptz not null, answer_due timestamptz, merchant_answer text, decided_at timestamptz, decided_by text
);
create index claim_merchant on claim (merchant_id, id desc);
create index claim_order on claim (order_id);
create table evidence (
  id text primary key, order_id text not null references "order", merchant_id text references merchant, claim_id text references claim, kind text not null, text jsonb not null, file_id text references file,
  data jsonb not null default '{}', at timestamptz not null
);
create index evidence_order on evidence (order_id);

create table ledger_transaction (
  id text primary key, at timestamptz not null, kind text not null, text jsonb not null, event_id text, order_id text references "order", claim_id text references claim, statement_id text, linked_id text
);
create table posting (
  id text primary key, transaction_id text not null references ledger_transaction, account text not null, currency text not null, amount_minor bigint not null check (amount_minor <> 0),
  merchant_id text references merchant, code text not null, evidence jsonb not null default '[]', at timestamptz not null, statement_id text
);
create index posting_account on posting (account, currency);
create index posting_merchant on posting (merchant_id, statement_id);
create table balance (account text not null, currency text not null, amount_minor bigint not null, primary key (account, currency));
create table statement (
  id text primary key, merchant_id text not null references merchant, from_day date not null, to_day date not null, state text not null check (state in ('due', 'paid', 'carried')),
  opening_minor bigint not null, payout_minor bigint not null, payout_on date not null, paid_at timestamptz, body jsonb not null, at timestamptz not null, unique (merchant_id, to_day)
);

-- The ledger is append-only: a correction is a new posting.
create function refuse_change() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$;
create trigger ledger_transaction_append_only before update or delete on ledger_transaction for each row execute function refuse_change();
create function refuse_posting_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'statement_id') <> (to_jsonb(old) - 'statement_id') or old.statement_id is not null then raise exception 'posting is append-only'; end if;
  return new;
end $$;
create trigger posting_append_only before update or delete on posting for each row execute function refuse_posting_change();
create trigger event_append_only before update or delete on event for each row execute function refuse_change();

-- Every transaction balances in every currency by the time it commits.
create function check_balanced() returns trigger language plpgsql as $$
begin
  if exists (select 1 from posting where transaction_id = new.transaction_id group by currency having sum(amount_minor) <> 0) then
    raise exception 'ledger transaction % does not balance', new.transaction_id;
  end if;
  return null;
end $$;
create constraint trigger posting_balanced after insert on posting deferrable initially deferred for each row execute function check_balanced();
`).execute(db);
}
