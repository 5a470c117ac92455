import { sql } from 'kysely';
import { z } from 'zod';
import { classification as classificationShape } from '#contract/classification.ts';
import type { chooseCode as chooseRoute, listCodeChoices as choicesRoute, listDoubtfulProducts as listRoute } from '#contract/code-choices.ts';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { beforeCursor, cutPage } from '#server/modules/orders/store.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** The desk where a person settles what the words leave in doubt: a wrong but valid code is worse than a wait. */

type Doubts = z.output<typeof listRoute.reply>;

const strings = z.record(z.string(), z.string());
const stringList = z.array(z.string());

/** Products that have no sure code, those whose doubt holds most listings first. */
export async function listDoubts({ tx }: Context, limit: number): Promise<Doubts> {
  const { rows } = await sql<{ id: ProductId; title: string; description: string | null; attributes: unknown; category: string | null; images: unknown; shopName: string; body: unknown; ofType: number; held: number; since: Date; total: number }>`
    select p.id, p.title, p.description, p.attributes, p.category, p.images, m.shop_name as "shopName", c.body, c.at as since, count(*) over ()::int as total,
      (select count(*)::int from classification t where t.type_key = c.type_key and t.hts is null) as "ofType",
      (select count(*)::int from classification t join listing l on l.product_id = t.product_id and l.state = 'held' where t.type_key = c.type_key and t.hts is null) as held
    from classification c join product p on p.id = c.product_id join merchant m on m.id = p.merchant_id
    where c.hts is null and (c.type_key is null or p.id = (select min(t.product_id) from classification t where t.type_key = c.type_key and t.hts is null))
    order by held desc, p.id limit ${limit}`.execute(tx);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map((row) => ({
      productId: row.id, title: row.title, description: row.description, attributes: strings.parse(row.attributes), category: row.category, image: stringList.parse(row.images)[0] ?? null, shopName: row.shopName,
      classification: classificationShape.parse(row.body), ofType: Math.max(1, row.ofType), held: row.held, since: row.since.toISOString(),
    })),
  };
}

/** Settles a code. It must be one that the schedule in force holds. Fails with `not_found`, `unknown_code`. */
export async function chooseCode(context: Context, asked: z.output<typeof chooseRoute.body>): Promise<Result<z.output<typeof chooseRoute.reply>>> {
  const { tx, at, ids, actor, system } = context;
  const { productId, hts, reason, forType } = asked;
  const found = await tx.selectFrom('classification').select(['typeKey', 'merchantId']).where('productId', '=', productId).executeTakeFirst();
  if (found === undefined || (forType && found.typeKey === null)) return refuse('not_found', { what: 'product' }, 'productId');
  const { packs } = await currentPricing(tx, system.packs);
  const { lines } = packs.tariff;
  if (!lines.has(hts) && !lines.has(hts.slice(0, 8))) return refuse('unknown_code', { hts, edition: packs.tariff.edition }, 'hts');
  const typeKey = forType ? found.typeKey : null;
  const same = tx.updateTable('codeChoice').set({ supersededAt: at }).where('supersededAt', 'is', null);
  await (typeKey === null ? same.where('productId', '=', productId).where('typeKey', 'is', null) : same.where('typeKey', '=', typeKey)).execute();
  const id: IdOf<'codeChoice'> = ids.next('codeChoice', at);
  await tx.insertInto('codeChoice').values({ id, productId, typeKey, hts, reason, by: actor.name, at }).execute();
  const touched = typeKey === null ? [productId] : (await tx.selectFrom('classification').select('productId').where('typeKey', '=', typeKey).orderBy('productId').execute()).map((row) => row.productId);
  await recordEvent(context, { kind: 'code_chosen', subject: productId, merchantId: found.merchantId, data: { hts, reason } });
  const { changed } = await refreshProducts(context, touched, SETTLED);
  return ok({ choiceId: id, products: touched.length, changed });
}

const SETTLED: LocalText = { 'zh-Hans': '归类已确定', 'zh-Hant': '歸類已確定', en: 'Its tariff code was settled' };

/** What people settled, newest first. */
export async function listChoices({ tx }: Context, query: z.output<typeof choicesRoute.query>): Promise<z.output<typeof choicesRoute.reply>> {
  const rows = await tx.selectFrom('codeChoice').innerJoin('product', 'product.id', 'codeChoice.productId').selectAll('codeChoice').select('product.title').where(beforeCursor('codeChoice.id', query.cursor)).orderBy('codeChoice.id', 'desc').limit(query.limit + 1).execute();
  const { page, nextCursor } = cutPage(rows, query.limit);
  return { nextCursor, items: page.map((row) => ({ id: row.id, productId: row.productId, title: row.title, typeKey: row.typeKey, hts: row.hts, reason: row.reason, by: row.by, at: row.at.toISOString(), superseded: row.supersededAt !== null })) };
}
