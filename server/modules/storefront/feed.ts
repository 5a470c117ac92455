import { sql } from 'kysely';
import type { z } from 'zod';
import type { getFeed, getNote, listListings } from '#contract/storefront.ts';
import { isId, type IdOf } from '#core/ids/id.ts';
import type { ListingLocale, Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';
import { cardQuery, noteQuery, presentCard, presentNotes } from './cards.ts';

type FeedQuery = z.output<typeof getFeed.query>;

/** Languages a reader of a page language reads notes in first. */
const READS: Readonly<Record<ListingLocale, readonly string[]>> = { 'en-US': ['en'], 'zh-Hant-HK': ['zh-Hant', 'zh-Hans'], 'zh-Hant-MO': ['zh-Hant', 'zh-Hans'], 'zh-Hans': ['zh-Hans', 'zh-Hant'], 'pt-MO': ['en', 'zh-Hant'] };

/** `rank:seconds:id` of the last note shown. */
function parseCursor(cursor: string | undefined): { rank: number; at: Date; id: IdOf<'note'> } | null {
  const [rank, at, id] = cursor?.split(':') ?? [];
  if (rank === undefined || at === undefined || id === undefined || !isId('note', id) || !/^\d$/.test(rank) || !/^\d{1,15}$/.test(at)) return null;
  return { rank: Number(rank), at: new Date(Number(at)), id };
}

/** Notes that show something live in this market: those in the reader's languages first, then the newest. */
export async function readFeed({ tx }: Context, market: Market, locale: ListingLocale, query: FeedQuery): Promise<z.output<typeof getFeed.reply>> {
  const languages = READS[locale];
  const rank = sql<number>`coalesce(array_position(${sql.val(languages)}::text[], note.language), 9)`;
  let select = noteQuery(tx, market).select(rank.as('rank')).orderBy(rank).orderBy('note.publishedAt', 'desc').orderBy('note.id', 'desc').limit(query.limit + 1);
  if (query.scene !== undefined) select = select.where('note.scene', '=', query.scene);
  if (query.category !== undefined) {
    const category = query.category;
    select = select.where(({ exists, selectFrom }) => exists(selectFrom('noteProduct').innerJoin('listing', 'listing.productId', 'noteProduct.productId').select('listing.id').whereRef('noteProduct.noteId', '=', 'note.id').where('listing.market', '=', market).where('listing.state', '=', 'live').where('listing.category', '=', category)));
  }
  const after = parseCursor(query.cursor);
  if (after !== null) select = select.where(sql<boolean>`(${rank}, -extract(epoch from note.published_at), note.id) > (${after.rank}, ${-after.at.getTime() / 1000}::numeric, ${after.id}) or (${rank} = ${after.rank} and note.published_at < ${after.at})`);
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const scenes = await noteQuery(tx, market).clearSelect().select('note.scene').groupBy('note.scene').orderBy((count) => count.fn.countAll(), 'desc').limit(16).execute();
  return { items: await presentNotes(tx, page, market, locale), nextCursor: rows.length > query.limit && last !== undefined ? `${last.rank}:${last.publishedAt.getTime()}:${last.id}` : null, scenes: scenes.map((row) => row.scene) };
}

/** One note, and more of the same scene. Fails with `not_found`. */
export async function readNote({ tx }: Context, market: Market, locale: ListingLocale, id: IdOf<'note'>): Promise<Result<z.output<typeof getNote.reply>>> {
  const row = await noteQuery(tx, market).where('note.id', '=', id).executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'note' });
  const more = await noteQuery(tx, market).where('note.scene', '=', row.scene).where('note.id', '!=', id).orderBy('note.publishedAt', 'desc').limit(4).execute();
  const [card] = await presentNotes(tx, [row], market, locale);
  if (card === undefined) return refuse('not_found', { what: 'note' });
  return ok({ ...card, body: row.body, more: await presentNotes(tx, more, market, locale) });
}

/** Live listings by id, newest last; `search` looks in the words of the page and of the original. */
export async function readListings({ tx }: Context, market: Market, locale: ListingLocale, query: z.output<typeof listListings.query>): Promise<z.output<typeof listListings.reply>> {
  let select = cardQuery(tx, market, locale).orderBy('listing.id').limit(query.limit + 1);
  const { cursor, category, search } = query;
  if (cursor !== undefined) select = select.where((where) => where(where.cast<string>('listing.id', 'text'), '>', cursor));
  if (category !== undefined) select = select.where('listing.category', '=', category);
  if (search !== undefined && search.trim() !== '') {
    const pattern = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    select = select.where((where) => where.or([where('product.title', 'ilike', pattern), where('listing.title', 'ilike', pattern), where(sql<string>`wording.body->>'title'`, 'ilike', pattern)]));
  }
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  const categories = await tx.selectFrom('listing').select(['category', (count) => count.fn.countAll<bigint>().as('n')]).where('market', '=', market).where('state', '=', 'live').groupBy('category').orderBy('n', 'desc').execute();
  return {
    items: page.map((row) => presentCard(row, locale)), nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
    categories: categories.flatMap((row) => (row.category === null ? [] : [{ name: row.category, count: Number(row.n) }])),
  };
}
