import { compareTariffs, type TariffChange } from '#core/landed-cost/compare-tariffs.ts';
import { readListRows, type ListReading } from '#core/landed-cost/list-import.ts';
import { readSchedule, type RowProblem, type ScheduleRow } from '#core/landed-cost/schedule-rows.ts';
import type { TariffEdition } from '#core/landed-cost/tariff-edition.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { ListFiles } from './tariff-files.ts';
import { restoreTariff, storeTariff, type TariffStore } from './tariff-store.ts';

/** What is imported: the schedule's rows, the programme lists beside it, the name of the new edition and the shipped edition whose programmes it takes. */
export type TariffImport = Readonly<{ edition: string; rows: readonly ScheduleRow[]; lists: ListFiles | null; base: TariffEdition }>;

export type TariffImportReport = Readonly<{
  edition: string;
  /** False when the same edition with the same content was there already. */
  saved: boolean;
  comparedWith: string;
  rows: number;
  chapter99Rows: number;
  lines: Readonly<{ eightDigit: number; tenDigit: number }>;
  notComputable: readonly Readonly<{ rate: string; codes: readonly string[] }>[];
  problems: readonly RowProblem[];
  lists: Readonly<{ agreeing: number; added: number; contradicting: ListReading['contradicting']; withoutProgramme: ListReading['withoutProgramme']; skipped: ListFiles['skipped'] }>;
  changes: readonly TariffChange[];
}>;

const EDITION_NAME = /^[\w][\w.+-]{0,79}$/;
const NO_LISTS: ListFiles = { rows: [], skipped: [] };

function withAdded(base: TariffEdition, added: ListReading['added']): TariffEdition['lists'] {
  const lists = new Map(base.lists);
  for (const { code, list } of added) lists.set(code, [...(lists.get(code) ?? []), list]);
  return lists;
}

/**
 * Makes an edition of a published schedule and keeps it: every row read or named, rates inherited by indent, programme lists checked against the notes.
 * Running it again with the same content changes nothing. Refuses `invalid_edition`, and `edition_exists` when the name holds other content,
 * because what was decided under an edition must stay as it was.
 */
export async function importTariff(asked: TariffImport, store: TariffStore): Promise<Result<TariffImportReport>> {
  if (!EDITION_NAME.test(asked.edition)) return refuse('invalid_edition', { value: asked.edition, expected: 'letters, digits, dot, plus and dash, at most 80' }, 'edition');
  const schedule = readSchedule(asked.rows, { citation: `Harmonized Tariff Schedule of the United States, edition ${asked.edition}`, url: 'https://hts.usitc.gov', asOf: null });
  const listed = asked.lists ?? NO_LISTS;
  const reading = readListRows(listed.rows, asked.base);
  const imported: TariffEdition = {
    ...asked.base, edition: asked.edition, complete: true, lines: new Map(schedule.lines.map((line) => [line.code, line])), lists: withAdded(asked.base, reading.added),
  };
  const stored = storeTariff(imported);
  const existing = await store.find(asked.edition);
  if (existing !== null && existing.digest !== stored.digest) return refuse('edition_exists', { value: asked.edition, expected: 'a name that no other content has' }, 'edition');
  const newest = existing ?? (await store.newest());
  const before = newest === null ? asked.base : restoreTariff(newest, asked.base.lines);
  if (existing === null) await store.save(stored);
  return ok({
    edition: asked.edition,
    saved: existing === null,
    comparedWith: before.edition,
    rows: schedule.rows,
    chapter99Rows: schedule.chapter99Rows,
    lines: { eightDigit: schedule.lines.filter((line) => line.code.length === 8).length, tenDigit: schedule.lines.filter((line) => line.code.length === 10).length },
    notComputable: [...schedule.notComputable].map(([rate, codes]) => ({ rate, codes })),
    problems: schedule.problems,
    lists: { agreeing: reading.agreeing, added: reading.added.length, contradicting: reading.contradicting, withoutProgramme: reading.withoutProgramme, skipped: listed.skipped },
    changes: compareTariffs(before, imported),
  });
}
