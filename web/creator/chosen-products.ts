import type { z } from 'zod';
import type { searchCreatorProducts } from '#contract/notes.ts';

/** A product a note may show. */
export type Choosable = z.output<typeof searchCreatorProducts.reply>['items'][number];

/** What is being searched and what was chosen so far. Both live in the address, so choosing works without script. */
export type Choice = Readonly<{ search: string; ids: readonly string[] }>;

export function readChoice(asked: URLSearchParams): Choice {
  return { search: asked.get('q') ?? '', ids: (asked.get('products') ?? '').split(',').filter((id) => id !== '') };
}

/** The address with one product more, or with it taken away again. */
export function addressWith({ search, ids }: Choice, id: string): string {
  const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
  return `?${new URLSearchParams({ ...(search !== '' && { q: search }), products: next.join(',') })}`;
}
