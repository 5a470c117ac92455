import { z } from 'zod';
import { route } from './route.ts';
import { idOf, market, none, reasonShape } from './shapes.ts';

/** The export switch: one for the shop; others narrow it to a market or a product. */

export const switchState = z.enum(['open', 'paused']);
export const exportSwitch = z.object({
  scope: z.enum(['shop', 'market', 'product', 'product_market']),
  market: market.nullable(), productId: idOf('product').nullable(),
  state: switchState, since: z.string(), by: z.string(), reason: z.string().nullable(),
});

const marketCount = z.object({
  market, enrolled: z.boolean(), open: z.boolean(), products: z.number().int(), live: z.number().int(), held: z.number().int(), off: z.number().int(), reasons: z.array(reasonShape),
});
export const switchBoard = z.object({ shop: exportSwitch.nullable(), switches: z.array(exportSwitch), markets: z.array(marketCount), preparing: z.number().int() });

export const getSwitches = route({
  id: 'getSwitches', method: 'GET', path: '/merchant/switches', audience: 'merchant',
  summary: 'The shop switch, the narrower ones, and how many listings are live in each market.', params: none, query: none, body: none, reply: switchBoard,
});
export const setSwitch = route({
  id: 'setSwitch', method: 'PUT', path: '/merchant/switches', audience: 'merchant',
  summary: 'Opens or pauses export for the shop, a market, a product, or a product in a market. Takes effect at once.',
  params: none, query: none,
  body: z.object({ market: market.nullable().default(null), productId: idOf('product').nullable().default(null), state: switchState, reason: z.string().max(200).nullish() }),
  reply: switchBoard, errors: ['not_enrolled', 'not_found'],
});
