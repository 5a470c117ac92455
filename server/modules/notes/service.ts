import { z } from 'zod';
import type { myNote, publishNote as publishRoute, searchCreatorProducts } from '#contract/notes.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';

/** Notes of creators. A note shows products; where it shows follows from where they are live. */

export type MyNote = z.output<typeof myNote>;

const tags = z.array(z.string());

/** The author a creator route begins from. */
export function authorOf({ actor }: Pick<Context, 'actor'>): IdOf<'author'> {
  if (actor.authorId === null) throw new Error('a creator route was reached without an author');
  return actor.authorId;
}

async function presentMyNotes(tx: Tx, ids: readonly IdOf<'note'>[]): Promise<MyNote[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('note').selectAll().where('id', 'in', ids).orderBy('id', 'desc').execute();
  const shown = await tx.selectFrom('noteProduct').leftJoin('listing', (join) => join.onRef('listing.productId', '=', 'noteProduct.productId').on('listing.state', '=', 'live')).select(['noteProduct.noteId', 'noteProduct.productId', 'listing.market']).where('noteProduct.noteId', 'in', ids).orderBy('noteProduct.position').execute();
  const orders = await tx.selectFrom('order').select(['noteId', (count) => count.fn.countAll<bigint>().as('n')]).where('noteId', 'in', ids).where('state', '!=', 'cancelled').groupBy('noteId').execute();
  return rows.map((row) => {
    const own = shown.filter((one) => one.noteId === row.id);
    return {
      id: row.id, title: row.title, body: row.body, tags: tags.parse(row.tags), scene: row.scene, language: z.enum(['zh-Hans', 'zh-Hant', 'en']).parse(row.language), cover: row.cover, productIds: [...new Set(own.map((one) => one.productId))],
      publishedAt: row.publishedAt.toISOString(), liveIn: [...new Set(own.flatMap((one) => (one.market === null ? [] : [one.market])))], reads: Number(row.reads), orders: Number(orders.find((one) => one.noteId === row.id)?.n ?? 0n),
    };
  });
}

/** Fails with `not_found` when a product does not exist. */
export async function publishNote(context: Context, authorId: IdOf<'author'>, input: z.output<typeof publishRoute.body>): Promise<Result<MyNote>> {
  const { tx, at, ids } = context;
  const productIds = [...new Set(input.productIds)];
  const known = await tx.selectFrom('product').select('id').where('id', 'in', productIds).execute();
  if (known.length !== productIds.length) return refuse('not_found', { what: 'product' }, 'productIds');
  const id = ids.next('note', at);
  await tx.insertInto('note').values({ id, authorId, title: input.title, body: input.body, tags: canonicalJson(input.tags), scene: input.scene, language: input.language, cover: input.cover, publishedAt: at }).execute();
  await tx.insertInto('noteProduct').values(productIds.map((productId, position) => ({ noteId: id, productId, position }))).execute();
  await recordEvent(context, { kind: 'note_published', subject: id, data: { title: input.title, products: productIds } });
  const [note] = await presentMyNotes(tx, [id]);
  return note === undefined ? refuse('not_found', { what: 'note' }) : ok(note);
}

export async function listMyNotes({ tx }: Context, authorId: IdOf<'author'>, query: Readonly<{ cursor?: string | undefined; limit: number }>): Promise<{ items: MyNote[]; nextCursor: string | null }> {
  let select = tx.selectFrom('note').select('id').where('authorId', '=', authorId).orderBy('id', 'desc').limit(query.limit + 1);
  const { cursor } = query;
  if (cursor !== undefined) select = select.where((where) => where(where.cast<string>('id', 'text'), '<', cursor));
  const found = (await select.execute()).map((row) => row.id);
  const page = found.slice(0, query.limit);
  return { items: await presentMyNotes(tx, page), nextCursor: found.length > query.limit ? (page.at(-1) ?? null) : null };
}

/** Products that are live somewhere, by words of their Chinese title. */
export async function searchProducts({ tx }: Context, query: z.output<typeof searchCreatorProducts.query>): Promise<z.output<typeof searchCreatorProducts.reply>> {
  let select = tx.selectFrom('product').innerJoin('listing', 'listing.productId', 'product.id').select(['product.id', 'product.title', 'product.images', 'listing.market']).where('listing.state', '=', 'live').orderBy('product.id', 'desc').limit(120);
  if (query.search !== '') select = select.where('product.title', 'ilike', `%${query.search.replaceAll(/[\\%_]/g, '\\$&')}%`);
  if (query.market !== undefined) select = select.where('listing.market', '=', query.market);
  const rows = await select.execute();
  const byId = Map.groupBy(rows, (row) => row.id);
  return { items: [...byId].map(([id, own]) => ({ id, title: own[0]?.title ?? '', image: z.array(z.string()).parse(own[0]?.images)[0] ?? null, markets: own.map((one) => one.market) })) };
}
