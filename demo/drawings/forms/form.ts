import type { Paint } from '../paint.ts';

/**
 * How one kind of thing is drawn, on the square of `shapes.ts`. `stance` says whether it stands on the floor
 * (with a shadow of half-width `shadow`) or is laid flat or hung (with a shadow all around).
 */
export type Form = Readonly<{ stance: 'standing' | 'flat'; shadow: number; art: (paint: Paint) => string }>;

export function standing(shadow: number, art: Form['art']): Form {
  return { stance: 'standing', shadow, art };
}

export function flat(art: Form['art']): Form {
  return { stance: 'flat', shadow: 0, art };
}
