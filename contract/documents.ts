import { z } from 'zod';
import { route } from './route.ts';
import { day, idOf, instant, localText, market, none } from './shapes.ts';

/** The shop's drawer of documents: each put on file once, for one product, several, or all of them. */

const title = z.object({ id: idOf('product'), title: z.string() });

/** What a document does for the products it covers, found by deciding each with and without it. */
export const documentEffect = z.object({
  /** Products that this document alone opens to some market. */
  opens: z.number().int(),
  /** Products for which it is one of the things that are missing; something else still is. */
  helps: z.number().int(),
  covers: z.number().int(),
  markets: z.array(z.object({ market, opens: z.number().int() })),
  products: z.array(title.extend({ markets: z.array(market) })),
});

const text = (most: number) => z.string().trim().max(most).transform((written) => (written === '' ? null : written)).nullish();

/** Which products a document covers: all of the shop, those whose verdict asks for this kind, or the ones named. */
export const coverage = z.discriminatedUnion('cover', [
  z.object({ cover: z.literal('all') }),
  z.object({ cover: z.literal('asked') }),
  z.object({ cover: z.literal('named'), productIds: z.array(idOf('product')).min(1).max(1_000) }),
]);

const particulars = z.object({
  kind: z.string().min(1).max(60), number: z.string().trim().min(1).max(200), laboratory: text(200), batch: text(200), expires: day.nullish(), fileId: idOf('file').nullish(),
});

export const documentState = z.enum(['valid', 'expiring', 'expired', 'removed']);

export const document = z.object({
  id: idOf('document'), kind: z.string(), name: localText, number: z.string().nullable(), laboratory: z.string().nullable(), batch: z.string().nullable(), expires: z.string().nullable(),
  daysLeft: z.number().int().nullable(), state: documentState, coversAll: z.boolean(), fileId: idOf('file').nullable(), at: instant, replacedBy: idOf('document').nullable(), effect: documentEffect,
});

export const documentKind = z.object({ kind: z.string(), name: localText, askedBy: z.number().int() });

const documentParams = z.object({ documentId: idOf('document') });

export const listDocuments = route({
  id: 'listDocuments', method: 'GET', path: '/merchant/documents', audience: 'merchant', summary: 'My documents, those that expire first on top, each with what rests on it; and the kinds my products ask for.',
  params: none, query: none, body: none, reply: z.object({ items: z.array(document), kinds: z.array(documentKind) }),
});
export const getDocument = route({
  id: 'getDocument', method: 'GET', path: '/merchant/documents/{documentId}', audience: 'merchant', summary: 'One document with the products that rest on it.', params: documentParams, query: none, body: none, reply: document, errors: ['not_found'],
});
export const foreseeDocument = route({
  id: 'foreseeDocument', method: 'POST', path: '/merchant/documents/preview', audience: 'merchant', command: false, summary: 'What a document would open, before it is put on file. Nothing is stored.',
  params: none, query: none, body: z.object({ kind: z.string().min(1).max(60), expires: day.nullish(), coverage }), reply: documentEffect, errors: ['not_found', 'unknown_document_kind'],
});
export const putDocument = route({
  id: 'putDocument', method: 'POST', path: '/merchant/documents', audience: 'merchant', summary: 'Puts a document on file. Every verdict that reads it is decided again at once.',
  params: none, query: none, body: particulars.extend({ coverage }), reply: z.object({ document, effect: documentEffect }), idempotent: true, errors: ['not_found', 'unknown_document_kind'],
});
export const coverProducts = route({
  id: 'coverProducts', method: 'PUT', path: '/merchant/documents/{documentId}/coverage', audience: 'merchant', summary: 'Changes which products a document covers.', params: documentParams, query: none,
  body: z.object({ coverage }), reply: document, errors: ['not_found', 'wrong_state'],
});
export const replaceDocument = route({
  id: 'replaceDocument', method: 'POST', path: '/merchant/documents/{documentId}/replacement', audience: 'merchant', summary: 'Puts a newer document of the same kind in the place of this one, for the same products.', params: documentParams, query: none,
  body: particulars.omit({ kind: true }), reply: z.object({ document, effect: documentEffect }), idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const removeDocument = route({
  id: 'removeDocument', method: 'DELETE', path: '/merchant/documents/{documentId}', audience: 'merchant', summary: 'Takes a document off file. What rested on it alone is closed, with that as its cause.', params: documentParams, query: none, body: none,
  reply: z.object({ document, closed: z.number().int() }), errors: ['not_found', 'wrong_state'],
});
