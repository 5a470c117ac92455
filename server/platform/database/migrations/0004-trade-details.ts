import { sql, type Kysely } from 'kysely';

/** What the trade modules turned out to need: tracking numbers in a row, the merchant's own option words on an order line, one open claim on a line at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
create sequence tracking_serial minvalue 1 maxvalue 99999999 cycle;
grant usage on sequence tracking_serial to pilotage_platform;
alter table order_line add column options_original jsonb not null default '{}';
create unique index claim_open on claim (order_line_id) where state in ('open', 'with_merchant');
create unique index export_parcel_tracking on export_parcel (tracking_number);
create index merchant_order_tracking on merchant_order (tracking_number) where tracking_number is not null;
create index posting_transaction on posting (transaction_id);
create index ledger_transaction_order on ledger_transaction (order_id);
`).execute(db);
}
