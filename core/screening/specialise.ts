import type { Market } from '../market/market.ts';
import type { Category } from '../product/product.ts';
import type { Condition, Kind } from './rule-pack.ts';

/** A condition, or its plain answer where market and category already settle it. */
export type Settled = Condition | boolean;

/** A place on the shelf: what is known of a product before it is read. Kinds are settled once for each place. */
export type Place = Readonly<{ market: Market; category: Category | null; kind: (name: string) => Settled }>;

/** A place with its kinds, each settled when first asked for. Kinds may name kinds. */
export function placeOf(market: Market, category: Category | null, kinds: readonly Kind[]): Place {
  const settled = new Map<string, Settled>();
  const place: Place = {
    market,
    category,
    kind: (name) => {
      const held = settled.get(name);
      if (held !== undefined) return held;
      const when = kinds.find((kind) => kind.name === name)?.when;
      const answer = when === undefined ? false : settle(when, place);
      settled.set(name, answer);
      return answer;
    },
  };
  return place;
}

/**
 * What is left of a condition once market and category are known: most rules shrink to a few words, many to nothing.
 * It has the same truth there for every product, unknown included (Kleene's “all” is false with one false part, “any” true with one true part).
 */
export function settle(condition: Condition, place: Place): Settled {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const decisive = condition.op === 'any';
      const parts = condition.of.map((part) => settle(part, place));
      if (parts.includes(decisive)) return decisive;
      const open = parts.filter((part) => typeof part !== 'boolean');
      if (open.length === 0) return !decisive;
      return open.length === 1 && open[0] !== undefined ? open[0] : { op: condition.op, of: open };
    }
    case 'not': {
      const inner = settle(condition.of, place);
      return typeof inner === 'boolean' ? !inner : { op: 'not', of: inner };
    }
    case 'is': {
      if (condition.kinds.some((name) => place.kind(name) === true)) return true;
      const open = condition.kinds.filter((name) => place.kind(name) !== false);
      return open.length === 0 ? false : { op: 'is', kinds: open };
    }
    case 'category':
      return place.category !== null && condition.categories.includes(place.category);
    case 'market':
      return condition.markets.includes(place.market);
    default:
      return condition;
  }
}
