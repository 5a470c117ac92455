import { sql, type Kysely } from 'kysely';

/** Tables whose rows the platform alone may touch. */
const PLATFORM_TABLES = ['payment_attempt', 'provider_event', 'dispute', 'merchant_hold', 'claim_share', 'photo_print', 'claim_return', 'daily_close'];

/** Payments that take their time, disputes, holds, proven shares of claims, prints of photos, returns, and the days that were closed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
-- A payment whose buyer still answers to the bank. The order waits in it, so that whoever hears first, checkout or webhook, can place it.
create table payment_attempt (
  checkout_id text primary key references checkout, buyer_id text not null references buyer, provider text not null, reference text not null,
  state text not null check (state in ('pending', 'ordered', 'failed', 'expired')), tries integer not null default 1, amount_minor bigint not null, currency text not null, request jsonb not null, challenge_url text not null,
  reason text, at timestamptz not null, expires_at timestamptz not null, unique (provider, reference)
);
create index payment_attempt_pending on payment_attempt (expires_at) where state = 'pending';
-- What providers told us, once each however often they tell it.
create table provider_event (
  provider text not null, id text not null, kind text not null, reference text, occurred_at timestamptz not null, received_at timestamptz not null, outcome text not null, primary key (provider, id)
);
create index payment_reference on payment (provider, reference);
create table dispute (
  id text primary key, order_id text not null references "order", provider text not null, reference text not null, reason text not null, amount_minor bigint not null check (amount_minor > 0), currency text not null,
  state text not null check (state in ('open', 'won', 'lost')), answer_due timestamptz, opened_at timestamptz not null, closed_at timestamptz, decision jsonb, unique (provider, reference)
);
create index dispute_order on dispute (order_id);
-- Money of a merchant that waits, why, and until when at the latest. It stays the merchant's: nothing is posted.
create table merchant_hold (
  id text primary key, merchant_id text not null references merchant, order_id text references "order", cause text not null, code text not null, reason jsonb not null,
  amount_minor bigint not null check (amount_minor > 0), placed_at timestamptz not null, ends_on date not null, released_at timestamptz, release_reason jsonb, unique (merchant_id, cause)
);
create index merchant_hold_active on merchant_hold (merchant_id) where released_at is null;

alter table ledger_transaction add column dispute_id text references dispute, add column reverses_id text unique references ledger_transaction;
create index ledger_transaction_claim on ledger_transaction (claim_id) where claim_id is not null;

-- Who bears which part of a claim or a lost dispute, by what evidence. The limits stand here too, so that no path around core can charge more.
create table claim_share (
  cause text not null, round integer not null, party text not null check (party in ('merchant', 'hub', 'carrier', 'platform')), order_id text not null references "order", merchant_id text references merchant,
  share_ppm integer not null check (share_ppm between 0 and 1000000), refund_minor bigint not null check (refund_minor > 0), amount_minor bigint not null, currency text not null,
  charge_minor bigint not null default 0 check (charge_minor >= 0), rate_ppb bigint not null check (rate_ppb > 0), evidence jsonb not null, at timestamptz not null,
  unique nulls not distinct (cause, round, party, merchant_id),
  constraint share_is_proven check (party <> 'merchant' or jsonb_array_length(evidence) > 0),
  constraint share_within_refund check (amount_minor >= 0 and amount_minor <= (refund_minor * share_ppm + 999999) / 1000000),
  constraint charge_within_share check (charge_minor <= (amount_minor * rate_ppb + 999999999) / 1000000000),
  constraint only_merchants_are_charged check (party = 'merchant' or charge_minor = 0)
);

-- Nothing is taken from a merchant without evidence that is on file, never more than the proven share, never more than the order was to earn.
create function check_merchant_charge() returns trigger language plpgsql as $$
declare subject record; charged bigint; earned bigint;
begin
  if new.merchant_id is null or new.amount_minor <= 0 or new.code = 'payout' then return new; end if;
  if jsonb_array_length(new.evidence) = 0 then raise exception 'no_evidence: % would be debited % without evidence', new.merchant_id, new.amount_minor; end if;
  if new.code not in ('claim', 'chargeback') then return new; end if;
  select t.order_id, coalesce(t.claim_id, t.dispute_id) as cause into subject from ledger_transaction t where t.id = new.transaction_id;
  if exists (select 1 from jsonb_array_elements_text(new.evidence) e where not exists (select 1 from evidence v where v.id = e and v.order_id = subject.order_id)) then
    raise exception 'no_evidence: a charge on order % names evidence that is not on its file', subject.order_id;
  end if;
  if not exists (select 1 from claim_share s where s.cause = subject.cause and s.party = 'merchant' and s.merchant_id = new.merchant_id and s.charge_minor >= new.amount_minor) then
    raise exception 'charge_exceeds_share: % is not a proven share of %', new.amount_minor, subject.cause;
  end if;
  select coalesce(sum(p.amount_minor), 0) into charged from posting p join ledger_transaction t on t.id = p.transaction_id
    where t.order_id = subject.order_id and p.merchant_id = new.merchant_id and p.code in ('claim', 'chargeback');
  select coalesce(sum(m.payout_minor), 0) into earned from merchant_order m where m.order_id = subject.order_id and m.merchant_id = new.merchant_id;
  if charged + new.amount_minor > greatest(earned, 0) then
    raise exception 'charge_exceeds_order: % would be charged % of the % it earns with order %', new.merchant_id, charged + new.amount_minor, earned, subject.order_id;
  end if;
  return new;
end $$;
create trigger posting_merchant_charge before insert on posting for each row execute function check_merchant_charge();

-- A photo seen before, by what it looks like: 64 bits of brightness differences.
create table photo_print (file_id text not null references file, claim_id text not null references claim, owner text not null, print bit(64) not null, at timestamptz not null, primary key (file_id, claim_id));

alter table claim add column flags jsonb not null default '[]', add column review_due timestamptz, add column remedy text, add column round integer not null default 0,
  add column appeal text, add column appealed_at timestamptz, add column appeal_until timestamptz, add column overdue_at timestamptz;
create index claim_waiting on claim (coalesce(answer_due, review_due)) where state in ('open', 'with_merchant') or appealed_at is not null;
-- Goods that come back are pooled at the hub and re-enter China free of duty within six months of their export.
create table claim_return (
  claim_id text primary key references claim, code text not null unique, state text not null check (state in ('asked', 'sent', 'received', 'lapsed')), send_by timestamptz not null, duty_free_until timestamptz not null,
  carrier text, tracking_number text, asked_at timestamptz not null, sent_at timestamptz, received_at timestamptz
);

-- A closed day: what it held, and a hash over that and the day before, so that no day can be rewritten unseen.
create table daily_close (
  day date primary key, closed_at timestamptz not null, transactions integer not null, postings integer not null, balances jsonb not null, positions jsonb not null, content_hash text not null, previous_hash text not null, hash text not null
);
create trigger daily_close_append_only before update or delete on daily_close for each row execute function refuse_change();
create trigger claim_share_append_only before update or delete on claim_share for each row execute function refuse_change();
create function refuse_closed_day() returns trigger language plpgsql as $$
begin
  if exists (select 1 from daily_close where day >= (new.at at time zone 'Asia/Shanghai')::date) then raise exception 'the day of % is closed', new.at; end if;
  return new;
end $$;
create trigger ledger_transaction_open_day before insert on ledger_transaction for each row execute function refuse_closed_day();

${PLATFORM_TABLES.map((table) => `alter table ${table} enable row level security;
grant select, insert, update, delete on ${table} to pilotage_platform;
create policy platform on ${table} to pilotage_platform using (true) with check (true);`).join('\n')}
grant select on merchant_hold to pilotage_merchant;
create policy merchant on merchant_hold to pilotage_merchant using (merchant_id = current_setting('app.merchant_id'));
grant select on payment_attempt to pilotage_buyer;
create policy buyer on payment_attempt to pilotage_buyer using (buyer_id = current_setting('app.buyer_id'));
grant select on claim_return to pilotage_buyer, pilotage_merchant;
create policy buyer on claim_return to pilotage_buyer using (exists (select 1 from claim c where c.id = claim_id and c.buyer_id = current_setting('app.buyer_id')));
create policy merchant on claim_return to pilotage_merchant using (exists (select 1 from claim c where c.id = claim_id and c.merchant_id = current_setting('app.merchant_id')));
`).execute(db);
}
