import { z } from 'zod';
import { route } from './route.ts';
import { day, instant, localText, none, sourceRef } from './shapes.ts';

/** The tariff schedule as anybody may read it: every line of an edition, what is charged on top of it, and what an edition changed. */

const duty = z.object({ heading: z.string(), name: localText, ratePpm: z.number().int(), topUpToPpm: z.number().int().nullable(), from: day, to: day.nullable(), source: sourceRef });

/** A line with its own rate as printed, and the duties in force on top of it for goods made in China. */
export const tariffLine = z.object({ code: z.string(), rate: z.string(), units: z.array(z.string()), label: localText.nullable(), description: z.string().nullable(), source: sourceRef, onTop: z.array(duty) });

export const tariffEditionEntry = z.object({ name: z.string(), kind: z.enum(['shipped', 'imported', 'published']), at: instant.nullable(), lines: z.number().int(), inForce: z.boolean() });

export const listTariffLines = route({
  id: 'listTariffLines', method: 'GET', path: '/public/tariffs', audience: 'public',
  summary: 'Lines of the United States schedule: by the beginning of a code or by words, under any edition, with the duties in force on a day for goods made in China.', params: none,
  query: z.object({ edition: z.string().max(80).optional(), on: day.optional(), search: z.string().trim().max(100).optional(), after: z.string().max(12).optional(), limit: z.coerce.number().int().min(1).max(100).default(40) }), body: none,
  reply: z.object({ edition: z.string(), day, complete: z.boolean(), editions: z.array(tariffEditionEntry), total: z.number().int(), items: z.array(tariffLine), nextAfter: z.string().nullable() }), errors: ['not_found'],
});

export const listTariffChanges = route({
  id: 'listTariffChanges', method: 'GET', path: '/public/tariffs/changes', audience: 'public', summary: 'What one edition changed against another, line by line, list by list and programme by programme.', params: none,
  query: z.object({ before: z.string().max(80), after: z.string().max(80), skip: z.coerce.number().int().min(0).max(1_000_000).default(0), limit: z.coerce.number().int().min(1).max(500).default(100) }), body: none,
  reply: z.object({ before: z.string(), after: z.string(), total: z.number().int(), items: z.array(z.object({ kind: z.enum(['line_added', 'line_removed', 'rate', 'lists', 'programme']), code: z.string(), before: z.string().nullable(), after: z.string().nullable() })) }), errors: ['not_found'],
});
