import { useState } from 'react';
import { useFetcher } from 'react-router';

type Page<Item> = Readonly<{ items: readonly Item[]; nextCursor: string | null }>;

/**
 * Pages of a list one below the other. The first came with the screen; `more(address)` fetches another from the same loader
 * and appends it. `pageOf` finds the page in what that loader returns. A new first page (another filter) starts over.
 */
export function useAppendedPages<Data, Item>(first: Page<Item>, pageOf: (data: Data) => Page<Item>) {
  const fetcher = useFetcher<Data>();
  const [kept, setKept] = useState<Readonly<{ first: Page<Item>; pages: readonly Page<Item>[]; taken: unknown }>>({ first, pages: [], taken: undefined });
  const data: unknown = fetcher.data;
  const arrived = fetcher.data !== undefined && data !== kept.taken ? pageOf(fetcher.data as Data) : null;
  if (kept.first !== first) setKept({ first, pages: [], taken: data });
  else if (arrived !== null) setKept({ first, pages: [...kept.pages, arrived], taken: data });
  const all = [first, ...(kept.first === first ? kept.pages : [])];
  return { items: all.flatMap((page) => page.items), nextCursor: all.at(-1)?.nextCursor ?? null, loading: fetcher.state !== 'idle', more: (address: string) => void fetcher.load(address) };
}
