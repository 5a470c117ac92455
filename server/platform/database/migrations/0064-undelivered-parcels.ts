import { sql, type Kysely } from 'kysely';

/** Parcels that a carrier gave up are looked for once a minute, among all that ever left. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index export_parcel_undelivered on export_parcel (order_id) where state in ('lost', 'returned')`.execute(db);
}
