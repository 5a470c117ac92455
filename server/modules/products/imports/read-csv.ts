import { parse, CsvError } from 'csv-parse/sync';
import { z } from 'zod';

/** One row by its column names, with the line of the file it begins on. */
export type CsvRow = Readonly<{ line: number; cells: Readonly<Record<string, string>> }>;

const parsedRows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }));

/** Reads a CSV with a header line. A file that is no CSV at all is one error that names the line. */
export function readCsv(text: string): Readonly<{ ok: true; rows: CsvRow[] }> | Readonly<{ ok: false; line: number; message: string }> {
  try {
    const raw: unknown = parse(text, { bom: true, columns: (header: string[]) => header.map((name) => name.trim()), info: true, relax_column_count: true, skip_empty_lines: true });
    // csv-parse counts the line a record ends on; a quoted cell may hold line breaks.
    return { ok: true, rows: parsedRows.parse(raw).map(({ info, record }) => ({ line: info.lines - Object.values(record).join('').split('\n').length + 1, cells: record })) };
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, line: typeof error['lines'] === 'number' ? error['lines'] : 1, message: error.message };
    throw error;
  }
}

/** The first of several column names that has text; exports name the same thing differently by generation. */
export function cell(row: CsvRow, ...names: readonly string[]): string {
  for (const name of names) {
    const text = row.cells[name]?.trim();
    if (text !== undefined && text !== '') return text;
  }
  return '';
}
