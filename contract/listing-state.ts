import { z } from 'zod';

/** live: buyers see it. held: something is missing that somebody can give. off: the switch, the stock or the rules keep it away. */
export const listingState = z.enum(['live', 'held', 'off']);
