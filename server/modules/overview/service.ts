import { sql } from 'kysely';
import { z } from 'zod';
import type { listMerchants as listRoute, overview } from '#contract/accounts.ts';
import { localText } from '#contract/shapes.ts';
import type { LocalText } from '#core/market/market.ts';
import { MARKETS } from '#core/market/market.ts';
import type { Context } from '#server/platform/operation.ts';

/** The marketplace at a glance, for operators. */

const reasonRow = z.object({ code: z.string(), text: localText });

async function topRefusals({ tx }: Context): Promise<z.output<typeof overview>['topRefusals']> {
  const { rows } = await sql<{ ruleId: string; text: unknown; products: bigint }>`
    select finding->>'ruleId' as rule_id, min(finding->>'message') as text, count(distinct v.product_id) as products
    from verdict v, jsonb_array_elements(v.body->'findings') finding
    where v.superseded_at is null and finding->>'outcome' = 'blocked' group by 1 order by products desc, 1 limit 8`.execute(tx);
  return rows.map((row) => {
    const { code, text } = reasonRow.parse({ code: row.ruleId, text: JSON.parse(String(row.text)) });
    return { ruleId: code, text: text satisfies LocalText, products: Number(row.products) };
  });
}

export async function computeOverview(context: Context): Promise<z.output<typeof overview>> {
  const { tx, at } = context;
  const count = (query: { n: bigint }) => Number(query.n);
  const merchants = count(await tx.selectFrom('merchant').select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow());
  const enrolled = count(await tx.selectFrom('enrolment').select((select) => select.fn.countAll<bigint>().as('n')).where('leftAt', 'is', null).executeTakeFirstOrThrow());
  const open = count(await tx.selectFrom('exportSwitch').innerJoin('enrolment', 'enrolment.merchantId', 'exportSwitch.merchantId').select((select) => select.fn.countAll<bigint>().as('n')).where('scope', '=', 'shop').where('state', '=', 'open').where('leftAt', 'is', null).executeTakeFirstOrThrow());
  const products = count(await tx.selectFrom('product').select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow());
  const listings = await tx.selectFrom('listing').select(['market', 'state', (select) => select.fn.countAll<bigint>().as('n')]).groupBy(['market', 'state']).execute();
  const since = new Date(at.getTime() - 60 * 86_400_000);
  const day = sql<string>`to_char(placed_at at time zone 'UTC', 'YYYY-MM-DD')`;
  const orders = await tx.selectFrom('order').select([day.as('day'), 'market', (select) => select.fn.countAll<bigint>().as('n')]).where('placedAt', '>=', since).groupBy([day, 'market']).orderBy('day').execute();
  const openClaims = count(await tx.selectFrom('claim').select((select) => select.fn.countAll<bigint>().as('n')).where('state', 'in', ['open', 'with_merchant']).executeTakeFirstOrThrow());
  const putAside = count(await tx.selectFrom('inboundParcel').select((select) => select.fn.countAll<bigint>().as('n')).where('state', '=', 'put_aside').executeTakeFirstOrThrow());
  const toDecide = count(await tx.selectFrom('verdict').select((select) => select.fn.countAll<bigint>().as('n')).where('outcome', '=', 'needs_review').where('supersededAt', 'is', null).executeTakeFirstOrThrow());
  const of = (market: string, state: string) => Number(listings.find((row) => row.market === market && row.state === state)?.n ?? 0n);
  return {
    merchants: { total: merchants, enrolled, open }, products, listings: MARKETS.map((market) => ({ market, live: of(market, 'live'), held: of(market, 'held'), off: of(market, 'off') })),
    orders: orders.map((row) => ({ day: row.day, market: row.market, count: Number(row.n) })), openClaims, toDecide, putAside, topRefusals: await topRefusals(context),
  };
}

type MerchantQuery = z.output<typeof listRoute.query>;

export async function listMerchants({ tx }: Context, query: MerchantQuery): Promise<z.output<typeof listRoute.reply>> {
  let select = tx
    .selectFrom('merchant')
    .leftJoin('enrolment', (join) => join.onRef('enrolment.merchantId', '=', 'merchant.id').on('enrolment.leftAt', 'is', null))
    .leftJoin('exportSwitch', (join) => join.onRef('exportSwitch.merchantId', '=', 'merchant.id').on('exportSwitch.scope', '=', 'shop'))
    .select((one) => [
      'merchant.id', 'merchant.shopName', 'merchant.kind', 'merchant.city', 'enrolment.since', 'exportSwitch.state',
      one.selectFrom('product').whereRef('product.merchantId', '=', 'merchant.id').select((count) => count.fn.countAll<bigint>().as('n')).as('products'),
      one.selectFrom('listing').whereRef('listing.merchantId', '=', 'merchant.id').where('listing.state', '=', 'live').select((count) => count.fn.countAll<bigint>().as('n')).as('live'),
    ])
    .orderBy('merchant.id')
    .limit(query.limit + 1);
  const { cursor, search } = query;
  if (cursor !== undefined) select = select.where((where) => where(where.cast<string>('merchant.id', 'text'), '>', cursor));
  if (search !== undefined && search !== '') select = select.where('merchant.shopName', 'ilike', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return {
    items: page.map((row) => ({ id: row.id, shopName: row.shopName, kind: row.kind, city: row.city, products: Number(row.products ?? 0n), enrolled: row.since !== null, open: row.since !== null && row.state === 'open', live: Number(row.live ?? 0n) })),
    nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}
