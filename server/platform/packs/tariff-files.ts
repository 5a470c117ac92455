import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ListRow } from '#core/landed-cost/list-import.ts';
import type { ScheduleRow } from '#core/landed-cost/schedule-rows.ts';
import { ok, refuse, type Result } from '#core/result.ts';

/** Bytes that begin every gzip file (RFC 1952). */
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** A file's text, unpacked when it is gzip, without a byte order mark. */
function readText(path: string): string {
  const bytes = readFileSync(path);
  const plain = bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1] ? gunzipSync(bytes) : bytes;
  return plain.toString('utf8').replace(/^\uFEFF/, '');
}

/** Units stand as a JSON array in a cell of the CSV, as an array in the JSON; strays such as `"\n"` occur and are dropped. */
function readUnits(cell: unknown): readonly string[] {
  const listed: unknown = typeof cell === 'string' && cell.startsWith('[') ? tryJson(cell) : cell;
  if (!Array.isArray(listed)) return [];
  return listed.filter((unit): unit is string => typeof unit === 'string').map((unit) => unit.trim()).filter((unit) => unit !== '' && unit !== ',');
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const csvRow = z.object({ 'HTS Number': z.string(), Indent: z.string().regex(/^\d+$/), Description: z.string(), 'Unit of Quantity': z.string(), 'General Rate of Duty': z.string() });
const jsonRow = z.looseObject({
  htsno: z.string().nullish(), indent: z.union([z.string().regex(/^\d+$/), z.number().int().min(0)]), description: z.string(), units: z.array(z.string()).nullish(), general: z.string().nullish(),
});
const listCells = z.looseObject({ list: z.string().min(1), ch99_code: z.string().regex(/^99\d{2}\.\d{2}\.\d{2}$/) });

/** Names the field, the value and the expectation of a row that does not have the published shape. */
function badRow(fileLine: number, issue: z.core.$ZodIssue | undefined): Result<never> {
  return refuse('invalid_row', { line: fileLine, expected: issue?.message ?? 'a row of the published schedule' }, issue?.path.map(String).join('.') ?? 'row');
}

function readCsvRows(text: string): Result<readonly ScheduleRow[]> {
  const rows: ScheduleRow[] = [];
  const records = z.array(z.object({ record: z.unknown(), info: z.object({ lines: z.number() }) })).parse(parse(text, { columns: true, info: true, relax_column_count: true }));
  for (const { record, info } of records) {
    const cells = csvRow.safeParse(record);
    if (!cells.success) return badRow(info.lines, cells.error.issues[0]);
    const { data } = cells;
    rows.push({
      fileLine: info.lines, number: data['HTS Number'].trim(), indent: Number(data.Indent), description: data.Description.trim(),
      units: readUnits(data['Unit of Quantity']), general: data['General Rate of Duty'].trim(),
    });
  }
  return ok(rows);
}

function readJsonRows(text: string): Result<readonly ScheduleRow[]> {
  const listed = tryJson(text);
  if (!Array.isArray(listed)) return refuse('invalid_file', { expected: 'a JSON array of schedule rows' }, 'in');
  const rows: ScheduleRow[] = [];
  for (const [index, record] of listed.entries()) {
    const cells = jsonRow.safeParse(record);
    if (!cells.success) return badRow(index + 1, cells.error.issues[0]);
    const { data } = cells;
    rows.push({
      fileLine: index + 1, number: (data.htsno ?? '').trim(), indent: Number(data.indent), description: data.description.trim(), units: readUnits(data.units ?? []), general: (data.general ?? '').trim(),
    });
  }
  return ok(rows);
}

/** Reads the schedule as the USITC publishes it: CSV or JSON, gzip or not. Refuses `invalid_row` with its line, and `invalid_file`. */
export function readScheduleFile(path: string): Result<readonly ScheduleRow[]> {
  const text = readText(path);
  return text.trimStart().startsWith('[') ? readJsonRows(text) : readCsvRows(text);
}

export type ListFiles = Readonly<{ rows: readonly ListRow[]; skipped: readonly Readonly<{ file: string; because: string }>[] }>;

/** Reads every CSV of a folder that has a code (hts8 or hts10), a list and a chapter 99 heading; other files are skipped by name. */
export function readListFiles(directory: string): ListFiles {
  const rows: ListRow[] = [];
  const skipped: { file: string; because: string }[] = [];
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.csv')).sort()) {
    const records: unknown = parse(readText(join(directory, file)), { columns: true, comment: '#', comment_no_infix: true, relax_column_count: true });
    const listed = z.array(z.record(z.string(), z.string())).parse(records);
    const [first] = listed;
    const column = first === undefined ? undefined : ['hts10', 'hts8'].find((name) => name in first);
    if (first === undefined || column === undefined || !('list' in first) || !('ch99_code' in first)) {
      skipped.push({ file, because: 'expected the columns hts8 or hts10, list and ch99_code' });
      continue;
    }
    for (const [index, record] of listed.entries()) {
      const cells = listCells.safeParse(record);
      const code = (record[column] ?? '').replaceAll('.', '');
      if (cells.success && /^\d{4,10}$/.test(code)) rows.push({ file, fileLine: index + 2, code, list: cells.data.list, heading: cells.data.ch99_code });
      else skipped.push({ file: `${file}:${index + 2}`, because: `"${record[column] ?? ''}" under "${record['ch99_code'] ?? ''}": expected a code and a heading such as 9903.88.03` });
    }
  }
  return { rows, skipped };
}
