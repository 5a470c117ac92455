import type { Market } from '../ui/shapes.ts';

/** The market a switch form names; null is the whole shop. */
export function marketIn(text: string): Market | null {
  return text === 'US' || text === 'HK' || text === 'MO' ? text : null;
}
