import { z } from 'zod';
import { route } from './route.ts';
import { listingLocale, none } from './shapes.ts';

/** The translation memory: what a person approved for an exact source text, used wherever that text stands. */
export const rememberTranslations = route({
  id: 'rememberTranslations', method: 'POST', path: '/operator/translations', audience: 'operator', summary: 'Approves translations of exact source texts. Pages that hold such a text are rewritten at once.',
  params: none, query: none,
  body: z.object({ locale: listingLocale, entries: z.array(z.object({ source: z.string().min(1).max(20_000), target: z.string().trim().min(1).max(20_000) })).min(1).max(500) }),
  reply: z.object({ remembered: z.number().int(), pages: z.number().int() }),
});
