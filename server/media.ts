import type { Hono } from 'hono';
import { demoAuthors, demoNotes, demoProducts } from '#demo/catalogue.ts';
import { drawAvatar } from '#demo/drawings/avatar.ts';
import { drawProduct } from '#demo/drawings/draw.ts';
import { drawNoteCover } from '#demo/drawings/note-cover.ts';

/** Pictures of the demo marketplace, drawn when asked for: nothing is stored, and an address always draws the same. */

const CACHE = 'public, max-age=604800';

export function mountMedia(app: Hono): void {
  const products = new Map(demoProducts.map((product) => [product.key, product]));
  const notes = new Map(demoNotes.map((note) => [note.key, note]));
  const authors = new Set(demoAuthors.map((author) => author.key));
  const answer = (svg: string | null): Response => (svg === null ? new Response('no such picture', { status: 404 }) : new Response(svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': CACHE, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } }));
  app.get('/media/products/:key/:file', (c) => {
    const drawing = products.get(c.req.param('key'))?.drawings[Number.parseInt(c.req.param('file'), 10) - 1];
    return answer(drawing === undefined ? null : drawProduct(drawing));
  });
  app.get('/media/notes/:file', (c) => {
    const note = notes.get(c.req.param('file').replace(/\.svg$/, ''));
    return answer(note === undefined ? null : drawNoteCover(note.cover));
  });
  app.get('/media/avatars/:file', (c) => {
    const key = c.req.param('file').replace(/\.svg$/, '');
    return answer(authors.has(key) ? drawAvatar(key) : null);
  });
}
