import type { ListEntry } from './edition-index.ts';
import type { TariffEdition } from './tariff-edition.ts';

/** One row of a programme list as published: a code under a chapter 99 heading. */
export type ListRow = Readonly<{ file: string; fileLine: number; code: string; list: string; heading: string }>;

export type ListReading = Readonly<{
  added: readonly ListEntry[];
  /** Rows that say what the edition already holds. */
  agreeing: number;
  /** Rows that contradict the notes the edition was read from; they are reported and not taken. */
  contradicting: readonly ListRow[];
  /** Rows of a heading for which the edition has no programme, so that no rate or date is known. */
  withoutProgramme: readonly ListRow[];
}>;

/**
 * Compares published programme lists with the lists of an edition. Compiled lists often put one line under several headings
 * (the suspended list 4B beside the real one, whole lines where the note names suffixes), and adding them up would charge a duty twice.
 * So a line that one list of the group already names keeps its place; a line that none names joins the heading of the smallest priority.
 */
export function readListRows(rows: readonly ListRow[], edition: TariffEdition): ListReading {
  const programmes = new Map(edition.programmes.map((row) => [row.heading, row]));
  const groupOf = new Map(edition.programmes.flatMap((row) => (row.list === null ? [] : [[row.list, row.group] as const])));
  const placed = new Map<string, { entry: ListEntry; priority: number }>();
  const contradicting: ListRow[] = [];
  const withoutProgramme: ListRow[] = [];
  let agreeing = 0;
  for (const row of rows) {
    const programme = programmes.get(row.heading);
    if (programme === undefined) {
      withoutProgramme.push(row);
      continue;
    }
    const here = edition.lists.get(row.code) ?? [];
    const suffixes = row.code.length === 8 && edition.splits.has(row.code);
    if (here.includes(row.heading)) agreeing += 1;
    else if (suffixes || here.some((list) => groupOf.get(list) === programme.group)) contradicting.push(row);
    else {
      const key = `${programme.group} ${row.code}`;
      const rival = placed.get(key);
      if (rival === undefined || programme.priority < rival.priority) {
        placed.set(key, { entry: { list: row.heading, code: row.code, eightDigitOnly: false }, priority: programme.priority });
      }
    }
  }
  return { added: [...placed.values()].map(({ entry }) => entry), agreeing, contradicting, withoutProgramme };
}
