import { sql, type Kysely } from 'kysely';

/** When a shop was reminded of a supply order that is due, and told that it is late. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table merchant_order add column reminded_at timestamptz, add column late_at timestamptz;
create index merchant_order_due on merchant_order (ship_by) where state = 'awaiting_shipment';
`).execute(db);
}
