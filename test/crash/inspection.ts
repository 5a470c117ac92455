import type pg from 'pg';
import type { CrashServer } from './crash-server.ts';
import type { MixedLoad } from './mixed-load.ts';

/** What must hold of the stored rows at any moment, however often the server was killed. Each claim counts what contradicts it. */
const CLAIMS: Readonly<Record<string, string>> = {
  'an order without exactly one placed event': `select o.id from "order" o where (select count(*) from event e where e.subject = o.id and e.kind = 'order_placed') <> 1`,
  'an order without exactly one payment': `select o.id from "order" o where (select count(*) from payment p where p.order_id = o.id) <> 1`,
  'a payment without its event': `select p.id from payment p where (select count(*) from event e where e.subject = p.order_id and e.kind = 'payment_authorised') <> 1`,
  'two orders of one checkout': `select checkout_id from "order" group by checkout_id having count(*) > 1`,
  'a checkout that disagrees with its order': `select c.id from checkout c left join "order" o on o.checkout_id = c.id where (c.order_id is null) <> (o.id is null)`,
  'a payment captured twice or without its postings': `select p.id from payment p where (select count(*) from ledger_transaction t where t.order_id = p.order_id and t.kind = 'order_captured') <> case when p.captured_minor > 0 then 1 else 0 end`,
  'a capture that differs from what the ledger received': `select p.id from payment p where p.captured_minor <> coalesce((select sum(x.amount_minor) from posting x join ledger_transaction t on t.id = x.transaction_id where t.order_id = p.order_id and t.kind = 'order_captured' and x.code = 'captured'), 0)`,
  'refunds that differ from the claims they were for': `select p.id from payment p where p.refunded_minor <> coalesce((select sum(c.refund_minor) from claim c where c.order_id = p.order_id and c.state = 'refunded'), 0)`,
  'a claim refunded twice in the ledger': `select claim_id from ledger_transaction where kind = 'claim_refunded' group by claim_id having count(*) > 1`,
  'a statement paid twice': `select statement_id from ledger_transaction where kind = 'payout_paid' group by statement_id having count(*) > 1`,
  'a transaction that does not balance': `select transaction_id from posting group by transaction_id, currency having sum(amount_minor) <> 0`,
  'a balance that differs from its postings': `select coalesce(b.account, p.account) from balance b full join (select account, currency, sum(amount_minor) as minor from posting group by 1, 2) p using (account, currency) where coalesce(b.amount_minor, 0) <> coalesce(p.minor, 0)`,
  'an export parcel without its order': `select x.id from export_parcel x left join "order" o on o.id = x.order_id where o.id is null`,
  'an order packed twice': `select order_id from export_parcel group by order_id having count(*) > 1`,
  'an event told twice': `select event_id from notification group by merchant_id, event_id having count(*) > 1`,
};

/** Everything found wrong, in words; empty when all holds. One snapshot is read, so people may go on working meanwhile. */
export async function inspect(server: CrashServer, load: MixedLoad): Promise<readonly string[]> {
  // What was answered before the snapshot must be in it.
  const orders = [...load.orders];
  const claims = [...load.claims];
  const imported = [...load.imported];
  return server.look(async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const wrong: string[] = [];
    for (const [claim, contradiction] of Object.entries(CLAIMS)) {
      const { rows } = await client.query<Record<string, unknown>>(contradiction);
      if (rows.length > 0) wrong.push(`${claim}: ${rows.slice(0, 3).map((row) => Object.values(row).join(' ')).join(', ')}`);
    }
    wrong.push(...(await missing(client, 'order', orders)), ...(await missing(client, 'claim', claims)));
    wrong.push(...(await wrongImports(client, imported)), ...(await wrongStock(client, load)));
    await client.query('commit');
    return wrong;
  });
}

async function missing(client: pg.Client, table: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select wanted.id from unnest($1::text[]) as wanted(id) left join "${table}" t on t.id = wanted.id where t.id is null`, [ids]);
  return rows.map(({ id }) => `lost ${table} ${id}`);
}

async function wrongImports(client: pg.Client, sourceIds: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; found: string }>(`select wanted.id, count(p.id)::text as found from unnest($1::text[]) as wanted(id) left join product p on p.source_id = wanted.id group by wanted.id having count(p.id) <> 1`, [sourceIds]);
  return rows.map(({ id, found }) => `imported product ${id} is there ${found} times`);
}

/** Every piece is in stock or in an order. */
async function wrongStock(client: pg.Client, { shop }: MixedLoad): Promise<string[]> {
  const { rows } = await client.query<{ stock: string; sold: string }>(`select v.stock::text, coalesce((select sum(l.quantity) from order_line l where l.variant_id = v.id), 0)::text as sold from variant v where v.id = $1`, [shop.variantId]);
  const [row] = rows;
  if (row === undefined) return ['the variant for sale is gone'];
  return Number(row.stock) + Number(row.sold) === shop.stock ? [] : [`${row.stock} in stock and ${row.sold} sold are not ${shop.stock}`];
}

/** Events a merchant is told of that no notification was written for. Asked when nothing works any more and the outbox has had its time. */
export async function untold(server: CrashServer): Promise<readonly string[]> {
  return server.look(async (client) => {
    const { rows } = await client.query<{ id: string }>(`select e.id from event e where e.merchant_id is not null and e.kind in ('merchant_order_created', 'parcel_accepted', 'claim_opened', 'claim_granted', 'statement_closed') and not exists (select 1 from notification n where n.event_id = e.id)`);
    return rows.map(({ id }) => `nobody was told of event ${id}`);
  });
}
