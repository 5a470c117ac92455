import { sql, type Kysely } from 'kysely';

/**
 * Row-level security: the second of two walls between merchants (the first is that merchant routes begin from the caller's own id).
 * `pilotage_platform` sees all; the others only what these policies name. A table without a grant does not exist for a role.
 */

const ROLES = ['pilotage_platform', 'pilotage_merchant', 'pilotage_buyer', 'pilotage_storefront'];

/** Tables whose rows belong to one merchant, with what that merchant may do to them. */
const MERCHANT_TABLES: Readonly<Record<string, string>> = {
  event: 'select, insert', notification: 'select, insert, update', invitation: 'select, update', enrolment: 'select, insert, update', export_switch: 'select, insert, update',
  product: 'select, insert, update', variant: 'select, insert, update', product_fact: 'select, insert, update', product_document: 'select, insert', product_revision: 'select, insert',
  classification: 'select, insert, update', verdict: 'select, insert, update', wording: 'select, insert, update', quote: 'select, insert, update', listing: 'select, insert, update',
  file: 'select, insert', merchant_order: 'select, update', order_line: 'select', inbound_parcel: 'select, update', claim: 'select, update', evidence: 'select, insert',
  posting: 'select', statement: 'select', api_key: 'select, insert, update',
};
const BUYER_TABLES: Readonly<Record<string, string>> = {
  checkout: 'select', '"order"': 'select', claim: 'select', file: 'select, insert', event: 'select',
};
/** Reached through the buyer's own order. */
const BUYER_ORDER_TABLES = ['order_line', 'payment', 'export_parcel', 'tracking_event', 'evidence'];
/** What every visitor may read. A quote is readable because its price is public. */
const STOREFRONT_TABLES = ['product', 'variant', 'wording', 'quote', 'verdict', 'note', 'note_product', 'author', 'merchant'];

function policies(): string {
  const statements: string[] = [];
  for (const role of ROLES) {
    statements.push(`do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$;`);
    statements.push(`grant ${role} to current_user; grant usage on schema public to ${role};`);
  }
  statements.push(`do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not in ('user', 'session', 'account', 'verification', 'rateLimit') and tablename not like 'kysely_%' loop
      execute format('alter table public.%I enable row level security', name);
      execute format('grant select, insert, update, delete on public.%I to pilotage_platform', name);
      execute format('create policy platform on public.%I to pilotage_platform using (true) with check (true)', name);
    end loop; end $$;`);
  for (const [table, rights] of Object.entries(MERCHANT_TABLES)) {
    statements.push(`grant ${rights} on ${table} to pilotage_merchant;
      create policy merchant on ${table} to pilotage_merchant using (merchant_id = current_setting('app.merchant_id')) with check (merchant_id = current_setting('app.merchant_id'));`);
  }
  statements.push(`grant select on merchant, cohort, edition, note, note_product, author, memory_entry to pilotage_merchant;
    create policy merchant on memory_entry to pilotage_merchant using (true);
    create policy merchant on merchant to pilotage_merchant using (id = current_setting('app.merchant_id'));
    create policy merchant on cohort to pilotage_merchant using (exists (select 1 from invitation i where i.cohort_id = cohort.id and i.merchant_id = current_setting('app.merchant_id')));
    create policy merchant on edition to pilotage_merchant using (state = 'published');
    create policy merchant on note to pilotage_merchant using (true);
    create policy merchant on note_product to pilotage_merchant using (true);
    create policy merchant on author to pilotage_merchant using (true);`);
  for (const [table, rights] of Object.entries(BUYER_TABLES)) {
    statements.push(`grant ${rights} on ${table} to pilotage_buyer;
      create policy buyer on ${table} to pilotage_buyer using (buyer_id = current_setting('app.buyer_id')) with check (buyer_id = current_setting('app.buyer_id'));`);
  }
  for (const table of BUYER_ORDER_TABLES) {
    statements.push(`grant select on ${table} to pilotage_buyer;
      create policy buyer on ${table} to pilotage_buyer using (exists (select 1 from "order" o where o.id = ${table}.order_id and o.buyer_id = current_setting('app.buyer_id')));`);
  }
  for (const table of STOREFRONT_TABLES) {
    statements.push(`grant select on ${table} to pilotage_storefront, pilotage_buyer;
      create policy storefront on ${table} for select to pilotage_storefront, pilotage_buyer using (true);`);
  }
  statements.push(`grant select on listing to pilotage_storefront, pilotage_buyer;
    create policy storefront on listing for select to pilotage_storefront, pilotage_buyer using (state = 'live' or current_setting('role') = 'pilotage_buyer');
    grant select, insert, update on idempotency to pilotage_merchant, pilotage_buyer;
    create policy own on idempotency to pilotage_merchant, pilotage_buyer using (actor = current_setting('app.actor')) with check (actor = current_setting('app.actor'));
    grant usage on all sequences in schema public to ${ROLES.join(', ')};
    grant select on setting to ${ROLES.join(', ')};
    create policy readable on setting for select to pilotage_merchant, pilotage_buyer, pilotage_storefront using (key = 'demo_progress');`);
  return statements.join('\n');
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(policies()).execute(db);
}
