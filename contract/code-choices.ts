import { z } from 'zod';
import { classification } from './classification.ts';
import { route } from './route.ts';
import { idOf, instant, none, pageOf, pageQuery } from './shapes.ts';

/** Products whose tariff code the words leave in doubt, and what people settled. */

/** The code that is in force for it, if there is one, and how many products share its doubt. */
export const doubtfulProduct = z.object({
  productId: idOf('product'), title: z.string(), description: z.string().nullable(), attributes: z.record(z.string(), z.string()), category: z.string().nullable(), image: z.string().nullable(), shopName: z.string(),
  classification, ofType: z.number().int(), held: z.number().int(), since: instant,
});
const hts = z.string().transform((text) => text.replaceAll(/[.\s]/g, '')).pipe(z.string().regex(/^\d{8}(\d{2})?$/, 'expected eight or ten digits, such as 6307.90.98 or 6307.90.98.91'));

export const listDoubtfulProducts = route({
  id: 'listDoubtfulProducts', method: 'GET', path: '/operator/classifications', audience: 'operator', summary: 'Products without a sure tariff code, those that hold most listings first, with candidates, reasons and the one question.', params: none,
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(40) }), body: none, reply: z.object({ total: z.number().int(), items: z.array(doubtfulProduct) }),
});
export const chooseCode = route({
  id: 'chooseCode', method: 'POST', path: '/operator/classifications/choice', audience: 'operator',
  summary: 'Settles the code of a product, or of every product of its type, with a reason. What rested on the doubt is decided again at once.', params: none, query: none,
  body: z.object({ productId: idOf('product'), hts, forType: z.boolean().default(false), reason: z.string().trim().min(3, 'say why, so that others can judge it').max(500) }),
  reply: z.object({ choiceId: idOf('codeChoice'), products: z.number().int(), changed: z.number().int() }), idempotent: true, errors: ['not_found', 'unknown_code'],
});
export const codeChoice = z.object({ id: idOf('codeChoice'), productId: idOf('product'), title: z.string(), typeKey: z.string().nullable(), hts: z.string(), reason: z.string(), by: z.string(), at: instant, superseded: z.boolean() });
export const listCodeChoices = route({ id: 'listCodeChoices', method: 'GET', path: '/operator/classifications/choices', audience: 'operator', summary: 'What people settled, newest first.', params: none, query: pageQuery, body: none, reply: pageOf(codeChoice) });
