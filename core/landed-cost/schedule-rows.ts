import type { SourceRef } from '../decision/decision.ts';
import { parseRateText } from './rate-text.ts';
import type { TariffLine } from './tariff-edition.ts';

/** One row of the published schedule. Rows without a number only carry the hierarchy and, sometimes, the rate of what stands below them. */
export type ScheduleRow = Readonly<{ fileLine: number; number: string; indent: number; description: string; units: readonly string[]; general: string }>;

/** Something an import could not take, with the line of the file it stands on. */
export type RowProblem = Readonly<{ fileLine: number; code: string; field: string; value: string; expected: string }>;

export type ScheduleReading = Readonly<{
  lines: readonly TariffLine[];
  rows: number;
  /** Rows of chapter 99: additional duties are programmes with dates, not lines. */
  chapter99Rows: number;
  /** Printed rates that value and quantities cannot express, with the codes they stand on: these goods are refused by name, never free. */
  notComputable: ReadonlyMap<string, readonly string[]>;
  problems: readonly RowProblem[];
}>;

const NUMBER = /^\d{4}(?:\.\d{2}(?:\.\d{2}(?:\.?\d{2})?)?)?$/;

/** What stands in the place of a rate where neither the line nor a parent prints one (chapter 98: the rate is that of other provisions). */
const NO_RATE = 'no general rate printed';

type Open = Readonly<{ indent: number; description: string; general: string }>;

/** Closes what stands at the row's indent or deeper, so that the parents of the row remain. */
function parentsOf(open: readonly Open[], indent: number): Open[] {
  let kept = open.length;
  while (kept > 0 && (open[kept - 1]?.indent ?? -1) >= indent) kept -= 1;
  return open.slice(0, kept);
}

function inheritedRate(row: ScheduleRow, parents: readonly Open[]): string {
  if (row.general !== '') return row.general;
  return parents.findLast((parent) => parent.general !== '')?.general ?? '';
}

function lineOf(code: string, row: ScheduleRow, parents: readonly Open[], source: SourceRef): TariffLine {
  const words = [...parents.map((parent) => parent.description), row.description].map((text) => text.replace(/:$/, ''));
  return { code, rate: parseRateText(inheritedRate(row, parents) || NO_RATE), units: row.units, label: null, description: words.join(' > '), source };
}

/**
 * Reads the schedule's rows in their order: a line takes its own rate or that of the nearest parent by indent, a ten-digit line that
 * is alone under its eight digits stands for both. A row with a number that is no code is a problem with its place.
 */
export function readSchedule(rows: readonly ScheduleRow[], source: SourceRef): ScheduleReading {
  const lines = new Map<string, TariffLine>();
  const problems: RowProblem[] = [];
  const notComputable = new Map<string, string[]>();
  let open: Open[] = [];
  let chapter99Rows = 0;
  for (const row of rows) {
    const parents = parentsOf(open, row.indent);
    open = [...parents, { indent: row.indent, description: row.description, general: row.general }];
    if (row.number === '') continue;
    if (row.number.startsWith('99')) {
      chapter99Rows += 1;
      continue;
    }
    if (!NUMBER.test(row.number)) {
      problems.push({ fileLine: row.fileLine, code: row.number, field: 'HTS Number', value: row.number, expected: 'digits in groups such as 6109.10.00.12' });
      continue;
    }
    const code = row.number.replaceAll('.', '');
    if (code.length < 8) continue;
    const line = lineOf(code, row, parents, source);
    lines.set(code, line);
    const eight = code.slice(0, 8);
    if (lines.has(eight) && code !== eight) continue;
    lines.set(eight, { ...line, code: eight });
    if (line.rate.terms === null) notComputable.set(line.rate.text, [...(notComputable.get(line.rate.text) ?? []), eight]);
  }
  return { lines: [...lines.values()], rows: rows.length, chapter99Rows, notComputable, problems };
}
