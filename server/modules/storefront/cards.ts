import { z } from 'zod';
import type { listingCard, noteCard } from '#contract/storefront.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { ListingLocale, Market } from '#core/market/market.ts';
import type { Tx } from '#server/platform/database/connection.ts';

export type ListingCard = z.output<typeof listingCard>;
export type NoteCard = z.output<typeof noteCard>;

const title = z.looseObject({ title: z.string() });
const tags = z.array(z.string());

/** Listing rows joined with what a card shows. Cards are only ever made of live listings. */
export function cardQuery(tx: Tx, market: Market, locale: ListingLocale) {
  return tx
    .selectFrom('listing')
    .innerJoin('merchant', 'merchant.id', 'listing.merchantId')
    .leftJoin('wording', (join) => join.onRef('wording.productId', '=', 'listing.productId').on('wording.market', '=', market).on('wording.locale', '=', locale).on('wording.supersededAt', 'is', null))
    .innerJoin('product', 'product.id', 'listing.productId')
    .select((select) => [
      'listing.id', 'listing.productId', 'listing.title', 'listing.image', 'listing.priceMinor', 'listing.currency', 'listing.category', 'merchant.shopName', 'wording.body as wording', 'product.title as originalTitle',
      select.selectFrom('variant').whereRef('variant.productId', '=', 'listing.productId').select((sum) => sum.fn.sum<bigint>('stock').as('stock')).as('stock'),
    ])
    .where('listing.market', '=', market)
    .where('listing.state', '=', 'live');
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cardQuery>['execute']>>[number];

export function presentCard(row: CardRow, locale: ListingLocale): ListingCard {
  const worded = row.wording === null ? row.title : title.parse(row.wording).title;
  return {
    id: row.id, title: locale === 'zh-Hans' ? row.originalTitle : worded, image: row.image, price: { minor: (row.priceMinor ?? 0n).toString(), currency: row.currency }, shopName: row.shopName, category: row.category,
    inStock: Number(row.stock ?? 0n) > 0,
  };
}

type NoteRow = Readonly<{ id: IdOf<'note'>; title: string; cover: string; language: string; scene: string; tags: unknown; publishedAt: Date; authorName: string; avatar: string; place: string }>;

/** Notes with the live listings they show. */
export async function presentNotes(tx: Tx, rows: readonly NoteRow[], market: Market, locale: ListingLocale): Promise<NoteCard[]> {
  if (rows.length === 0) return [];
  const shown = await cardQuery(tx, market, locale)
    .innerJoin('noteProduct', 'noteProduct.productId', 'listing.productId')
    .select(['noteProduct.noteId', 'noteProduct.position'])
    .where('noteProduct.noteId', 'in', rows.map((row) => row.id))
    .orderBy('noteProduct.position')
    .execute();
  return rows.map((row) => ({
    id: row.id, title: row.title, cover: row.cover, author: { name: row.authorName, avatar: row.avatar, place: row.place }, language: row.language, scene: row.scene, tags: tags.parse(row.tags),
    products: shown.filter((one) => one.noteId === row.id).map((one) => presentCard(one, locale)), publishedAt: row.publishedAt.toISOString(),
  }));
}

/** Notes that show something live in a market, with their authors. */
export function noteQuery(tx: Tx, market: Market) {
  return tx
    .selectFrom('note')
    .innerJoin('author', 'author.id', 'note.authorId')
    .select(['note.id', 'note.title', 'note.body', 'note.cover', 'note.language', 'note.scene', 'note.tags', 'note.publishedAt', 'author.name as authorName', 'author.avatar', 'author.place'])
    .where(({ exists, selectFrom }) => exists(
      selectFrom('noteProduct').innerJoin('listing', 'listing.productId', 'noteProduct.productId').select('listing.id').whereRef('noteProduct.noteId', '=', 'note.id').where('listing.market', '=', market).where('listing.state', '=', 'live'),
    ));
}
