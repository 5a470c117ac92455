import { compareTariffs } from './compare-tariffs.ts';
import { listsOf } from './list-membership.ts';
import { namesOrigin, type Programme, type TariffEdition } from './tariff-edition.ts';

/** Goods as far as a tariff can touch them. */
export type TariffGoods = Readonly<{ hts: string; origin: string }>;

/**
 * Which goods a new edition can change the duty of: those whose line or list membership changed, and those that a changed programme names.
 * Publishing re-quotes only these. Never misses goods that changed; may name some whose amount stays the same.
 */
export function touchedBy(before: TariffEdition, after: TariffEdition): (goods: TariffGoods) => boolean {
  const changes = compareTariffs(before, after);
  const codes = new Set(changes.flatMap((change) => (change.kind === 'programme' ? [] : [change.code])));
  const headings = new Set(changes.flatMap((change) => (change.kind === 'programme' ? [change.code.split(' ', 1)[0] ?? ''] : [])));
  const programmes = [...before.programmes, ...after.programmes].filter((row) => headings.has(row.heading));
  return ({ hts, origin }) => {
    for (const length of [4, 6, 8, 10]) if (codes.has(hts.slice(0, length))) return true;
    const lists = listsOf(after, hts);
    const earlier = listsOf(before, hts);
    const reaches = (row: Programme, named: readonly string[]) => (row.list === null || named.includes(row.list)) && !row.exemptLists.some((list) => named.includes(list));
    return programmes.some((row) => namesOrigin(row, origin) && (reaches(row, lists) || reaches(row, earlier)));
  };
}
