import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Result } from '#core/result.ts';
import { importSchedule } from '#server/modules/editions/import-schedule.ts';
import { importTariff, type TariffImportReport } from '#server/platform/packs/tariff-import.ts';
import { readListFiles, readScheduleFile } from '#server/platform/packs/tariff-files.ts';
import { folderTariffStore } from '#server/platform/packs/tariff-store.ts';
import { loadTariff } from '#server/platform/packs/tariffs.ts';
import { UsageError, type Command, type Console, type ExitCode } from '../command.ts';
import { printLine } from '../json-lines.ts';
import { withMarketplace } from '../open-command-marketplace.ts';
import { refusedLine } from './duty.ts';

/** Differences printed before the rest is only counted; `--json` prints them all. */
const SHOWN_CHANGES = 40;

function countKinds(report: TariffImportReport): string {
  const counts = new Map<string, number>();
  for (const change of report.changes) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
  return counts.size === 0 ? 'nothing' : [...counts].map(([kind, count]) => `${kind.replaceAll('_', ' ')} ${count}`).join(', ');
}

function printReport(report: TariffImportReport, console: Console): void {
  const { lists } = report;
  console.out(`${report.edition}: ${report.saved ? 'saved' : 'already there, nothing changed'}; ${report.rows} rows read, ${report.lines.eightDigit} eight-digit and ${report.lines.tenDigit} ten-digit lines, ${report.chapter99Rows} rows of chapter 99`);
  console.out(`rates that need a person: ${report.notComputable.length} texts on ${report.notComputable.reduce((sum, row) => sum + row.codes.length, 0)} lines`);
  for (const row of report.notComputable) console.out(`  ${row.rate}: ${row.codes.join(' ')}`);
  for (const problem of report.problems) console.out(`  line ${problem.fileLine}, ${problem.code}: ${problem.field} "${problem.value}", expected ${problem.expected}`);
  console.out(`lists: ${lists.agreeing} rows agree with the notes, ${lists.added} added, ${lists.contradicting.length} contradict them and were not taken, ${lists.withoutProgramme.length} without a programme, ${lists.skipped.length} skipped`);
  for (const row of lists.skipped) console.out(`  ${row.file}: ${row.because}`);
  console.out(`changed against ${report.comparedWith}: ${countKinds(report)}`);
  for (const change of report.changes.slice(0, SHOWN_CHANGES)) console.out(`  ${change.kind} ${change.code}: ${change.before ?? '(none)'} -> ${change.after ?? '(none)'}`);
}

async function runImport(args: readonly string[], console: Console): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { in: { type: 'string' }, edition: { type: 'string' }, lists: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.in === undefined) throw new UsageError('--in FILE is missing');
  if (values.edition === undefined) throw new UsageError('--edition NAME is missing');
  for (const path of [values.in, values.lists]) if (path !== undefined && !existsSync(path)) throw new UsageError(`${path} does not exist`);
  const rows = readScheduleFile(values.in);
  const lists = values.lists === undefined ? null : readListFiles(values.lists);
  if (!rows.ok) return answer(rows, values.json === true, console);
  const asked = { edition: values.edition, rows: rows.value, lists, base: loadTariff() };
  if (values.data !== undefined) return answer(await importTariff(asked, folderTariffStore(values.data)), values.json === true, console);
  return withMarketplace(console, async ({ system }) => answer(await importSchedule(system, asked), values.json === true, console));
}

function answer(report: Result<TariffImportReport>, json: boolean, console: Console): ExitCode {
  if (!report.ok) {
    const { field, message } = refusedLine(report.problem);
    console.err(`${field ?? '(file)'}: ${message}`);
    return 1;
  }
  if (json) console.out(printLine(report.value));
  else printReport(report.value, console);
  return 0;
}

export const tariffsCommand: Command = {
  name: 'tariffs',
  summary: 'Import a published tariff schedule as a new edition',
  usage: 'tariffs import --in FILE --edition NAME [--lists DIR] [--data DIR] [--json]',
  run: async (args, console) => {
    const [action, ...rest] = args;
    if (action !== 'import') throw new UsageError(`got "${action ?? ''}", expected import`);
    return runImport(rest, console);
  },
};
