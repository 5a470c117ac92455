import { sql, type Kysely } from 'kysely';

/** Where programs are told of events, and each event's way there. A merchant sees its own; operators see all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create table webhook (
  id text primary key,
  merchant_id text references merchant (id),
  url text not null,
  kinds text[] not null,
  secret text not null,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('removed', 'gone')),
  check ((ended_at is null) = (end_reason is null))
);
create index webhook_standing on webhook (merchant_id) where ended_at is null;

create table webhook_delivery (
  webhook_id text not null references webhook (id),
  event_id text not null references event (id),
  merchant_id text references merchant (id),
  state text not null check (state in ('waiting', 'delivered', 'failed', 'dropped')),
  attempts integer not null default 0,
  next_at timestamptz,
  status integer,
  detail text,
  delivered_at timestamptz,
  primary key (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';

alter table webhook enable row level security;
alter table webhook_delivery enable row level security;
grant select, insert, update on webhook, webhook_delivery to pilotage_platform, pilotage_merchant;
create policy platform on webhook to pilotage_platform using (true) with check (true);
create policy platform on webhook_delivery to pilotage_platform using (true) with check (true);
create policy merchant on webhook to pilotage_merchant using (merchant_id = current_setting('app.merchant_id')) with check (merchant_id = current_setting('app.merchant_id'));
create policy merchant on webhook_delivery to pilotage_merchant using (merchant_id = current_setting('app.merchant_id')) with check (merchant_id = current_setting('app.merchant_id'));
`).execute(db);
}
