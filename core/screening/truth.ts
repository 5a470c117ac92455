/** Three-valued truth (Kleene). Numbers, because conditions are evaluated hundreds of thousands of times a second. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

/** A fact that is known answers plainly. */
export function truthOf(known: boolean): Truth {
  return known ? TRUE : FALSE;
}

export function negate(truth: Truth): Truth {
  if (truth === UNKNOWN) return UNKNOWN;
  return truth === TRUE ? FALSE : TRUE;
}
