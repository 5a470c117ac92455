import { z } from 'zod';
import { route } from './route.ts';
import { idOf, market, none, pageOf, pageQuery } from './shapes.ts';

/** Notes of creators. A note shows products; readers of a market see it when it shows something live there. */

const noteBody = z.object({
  title: z.string().trim().min(2).max(120), body: z.string().trim().min(10).max(5_000), tags: z.array(z.string().trim().min(1).max(30)).max(12),
  scene: z.string().trim().max(40), language: z.enum(['zh-Hans', 'zh-Hant', 'en']), productIds: z.array(idOf('product')).min(1).max(6), cover: z.string().max(300),
});
export const myNote = noteBody.extend({ id: idOf('note'), publishedAt: z.string(), liveIn: z.array(market), reads: z.number().int(), orders: z.number().int() });

export const publishNote = route({
  id: 'publishNote', method: 'POST', path: '/creator/notes', audience: 'creator', summary: 'Publishes a note that shows products.',
  params: none, query: none, body: noteBody, reply: myNote, errors: ['not_found'],
});
export const listMyNotes = route({
  id: 'listMyNotes', method: 'GET', path: '/creator/notes', audience: 'creator', summary: 'My notes, where they show, and what came of them.',
  params: none, query: pageQuery, body: none, reply: pageOf(myNote),
});
export const searchCreatorProducts = route({
  id: 'searchCreatorProducts', method: 'GET', path: '/creator/products', audience: 'creator', summary: 'Products that are live somewhere and can be shown in a note.',
  params: none, query: z.object({ search: z.string().max(100).default(''), market: market.optional() }), body: none,
  reply: z.object({ items: z.array(z.object({ id: idOf('product'), title: z.string(), image: z.string().nullable(), markets: z.array(market) })) }),
});
