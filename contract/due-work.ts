import { z } from 'zod';
import { route } from './route.ts';
import { none } from './shapes.ts';

/** What the clock does by itself; an operator may have it done now. */

export const runDueWork = route({
  id: 'runDueWork', method: 'POST', path: '/operator/due-work', audience: 'operator', summary: 'Does what is due now and would be done within the minute anyway: rules that begin or end, documents that expire, appeals and claims that are overdue, payments nobody answered, statements and books of days that ended.',
  params: none, query: none, body: none, reply: z.object({ items: z.array(z.object({ name: z.string(), did: z.record(z.string(), z.number().int()) })) }),
});
