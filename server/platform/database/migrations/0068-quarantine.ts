import { sql, type Kysely } from 'kysely';

/** Who settles what lies in quarantine, until when, and when that time was over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table inbound_parcel add column aside_owner text, add column aside_due timestamptz, add column aside_overdue_at timestamptz;
create index inbound_parcel_aside on inbound_parcel (aside_due) where state = 'put_aside';
`).execute(db);
}
