import { sql, type Kysely } from 'kysely';

/** How many pieces of a line were ordered; `quantity` is what is sold, which is fewer where a parcel came short. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table order_line add column ordered_quantity integer;
update order_line set ordered_quantity = quantity;
alter table order_line drop constraint order_line_quantity_check;
alter table order_line alter column ordered_quantity set not null, add check (ordered_quantity > 0), add check (quantity between 0 and ordered_quantity);
`).execute(db);
}
