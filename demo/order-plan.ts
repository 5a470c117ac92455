import type { Market } from '#core/market/market.ts';
import { demoBuyers } from './buyers.ts';
import { demoProducts } from './products/products.ts';
import type { DemoProduct } from './products/product.ts';
import { at, hashOf } from './sequence.ts';

/** What becomes of an order. `at_hub` and `in_transit` are still on their way when the demo begins. */
export type OrderFate =
  | 'delivered' | 'in_transit' | 'at_hub' | 'awaiting_shipment' | 'short_shipment' | 'overweight'
  | 'claim:damaged' | 'claim:wrong' | 'claim:missing' | 'claim:not_as_described' | 'claim:no_reason';

export type PlannedOrder = Readonly<{
  key: string;
  daysAgo: number;
  /** Hour of the day in the buyer's market, 0 to 23. */
  hour: number;
  buyerKey: string;
  market: Market;
  lines: readonly Readonly<{ productKey: string; sku: string; quantity: number }>[];
  fate: OrderFate;
}>;

/** Of a hundred old orders, so many come to each end; the rest are delivered without a word. */
const FATES: readonly (readonly [OrderFate, number])[] = [
  ['claim:damaged', 4], ['claim:wrong', 3], ['claim:missing', 2], ['claim:not_as_described', 3], ['claim:no_reason', 3], ['short_shipment', 2], ['overweight', 3],
];

/** Orders younger than this cannot have arrived yet. */
const ARRIVES_WITHIN_DAYS: Readonly<Record<Market, number>> = { US: 14, HK: 6, MO: 7 };

/**
 * Products that a market may plausibly take: nothing troubled, nothing with a fact untold or a document missing, no food or liquid to the
 * United States, no mains plug of 220 V there, and no battery that travels alone.
 */
export function orderable(product: DemoProduct, market: Market): boolean {
  const { facts } = product;
  if (product.troubled || facts.documents === undefined || facts.weightGrams === undefined || facts.battery?.kind === undefined || product.key === 'yunduo-u-pillow') return false;
  if (facts.battery.packing === 'alone' || facts.magnet === true) return false;
  if (market !== 'US') return true;
  return !product.category.startsWith('食品保健') && facts.voltage !== '220V' && (facts.liquidMl ?? 0) === 0;
}

function fateOf(daysAgo: number, market: Market, draw: number): OrderFate {
  if (daysAgo <= 1) return 'awaiting_shipment';
  if (daysAgo <= 4) return draw % 4 === 0 ? 'awaiting_shipment' : 'at_hub';
  if (daysAgo <= ARRIVES_WITHIN_DAYS[market]) return 'in_transit';
  let left = draw % 100;
  for (const [fate, share] of FATES) {
    if (left < share) return fate;
    left -= share;
  }
  return 'delivered';
}

/**
 * A plan of orders over the ninety days before the demo begins, the oldest first; the same seed gives the same plan.
 * Evenings and the last weeks are busier, as in a shop that is becoming known.
 */
export function demoOrderPlan(seed: number, count = 180): readonly PlannedOrder[] {
  const shelves: Readonly<Record<Market, readonly DemoProduct[]>> = {
    US: demoProducts.filter((product) => orderable(product, 'US')),
    HK: demoProducts.filter((product) => orderable(product, 'HK')),
    MO: demoProducts.filter((product) => orderable(product, 'MO')),
  };
  const orders = Array.from({ length: count }, (_, index): PlannedOrder => {
    const draw = (what: string) => hashOf(`${seed}:${index}:${what}`);
    const buyer = at(demoBuyers, draw('buyer'));
    const shelf = shelves[buyer.market];
    // The square of an even spread leans towards today.
    const daysAgo = Math.floor(((draw('day') % 1000) / 1000) ** 1.5 * 90);
    const lead = at(shelf, draw('product'));
    const second = draw('basket') % 4 === 0 ? at(shelf, draw('second')) : null;
    const products = second === null || second.key === lead.key ? [lead] : [lead, second];
    const lines = products.map((product) => ({ productKey: product.key, sku: at(product.variants, draw(`variant ${product.key}`)).sku, quantity: draw(`quantity ${product.key}`) % 7 === 0 ? 2 : 1 }));
    return { key: `order-${seed}-${String(index + 1).padStart(3, '0')}`, daysAgo, hour: at([8, 9, 12, 13, 18, 19, 20, 21, 21, 22, 22, 23], draw('hour')), buyerKey: buyer.key, market: buyer.market, lines, fate: fateOf(daysAgo, buyer.market, draw('fate')) };
  });
  return orders.toSorted((left, right) => right.daysAgo - left.daysAgo || left.hour - right.hour || left.key.localeCompare(right.key));
}
