import { sql, type Kysely } from 'kysely';

/** A claim that waits for its goods is open too; what goods come back stands in `claim_return` alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table claim drop column remedy;
drop index claim_open;
create unique index claim_open on claim (order_line_id) where state in ('open', 'with_merchant', 'awaiting_return');
drop index claim_waiting;
create index claim_waiting on claim (id) where state in ('open', 'with_merchant', 'awaiting_return') or appealed_at is not null;
create index claim_buyer on claim (buyer_id, opened_at);
`).execute(db);
}
