import type { Market } from '../market/market.ts';

/** Shelves of each market's bay at the hub. Set by the hub, 2026-11-27. */
export const SHELVES = 40;

/**
 * The shelf where everything of an order waits until it is packed: one for all its parcels, so that whoever packs walks once. Named by the market's bay; the
 * last characters of an id are random, so orders spread evenly.
 */
export function shelfOf(orderId: string, market: Market): string {
  let sum = 0;
  for (const character of orderId.slice(-8)) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return `${market}-${String((sum % SHELVES) + 1).padStart(2, '0')}`;
}
