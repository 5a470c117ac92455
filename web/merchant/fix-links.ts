import type { HrefOfFix } from '../ui/reason-list.tsx';
import type { Market } from '../ui/shapes.ts';

/** Where a fix of a product is made: documents in the drawer, with the one asked for already named; the rest on its own page; switches on the home screen. */
export function hrefOfFixIn(market: Market, productId: string): HrefOfFix {
  return ({ kind, target }) => {
    switch (kind) {
      case 'add_document':
        return `/merchant/documents?${new URLSearchParams({ ...(target !== null && { kind: target }), product: productId })}#put`;
      case 'give_fact':
        return target === null ? '#question' : `?${new URLSearchParams({ market, give: target })}#give`;
      case 'edit_text':
        return '#edit';
      case 'change_switch':
        return '/merchant';
      default:
        return null;
    }
  };
}
