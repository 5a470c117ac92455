import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { indexLists, type ListEntry } from '#core/landed-cost/edition-index.ts';
import { parseRateText } from '#core/landed-cost/rate-text.ts';
import type { TariffEdition, TariffLine } from '#core/landed-cost/tariff-edition.ts';
import { readStoredTariff, restoreTariff } from './tariff-store.ts';
import { editionFile, exciseRow, programmeRow, rulesFile } from './tariff-shapes.ts';

/** Where the packs that ship with the product lie. */
export const PACKS_DIRECTORY = join(import.meta.dirname, '../../../packs');

export function readJson<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const lineRow = z.object({ code: z.string(), rate: z.string(), units: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

/** Reads the starter schedule: code, rate as printed, units, our own label in three languages. */
function readLines(directory: string, source: TariffLine['source']): ReadonlyMap<string, TariffLine> {
  const path = join(directory, 'lines.csv');
  const rows = z.array(lineRow).parse(parse(readFileSync(path), { columns: true, bom: true }));
  return new Map(
    rows.map((row) => {
      const code = row.code.replaceAll('.', '');
      const label = { 'zh-Hans': row['zh-Hans'], 'zh-Hant': row['zh-Hant'], en: row.en };
      return [code, { code, rate: parseRateText(row.rate), units: row.units.split(' ').filter((unit) => unit !== '').map((unit) => unit.replaceAll('_', ' ')), label, description: null, source }];
    }),
  );
}

/** Reads one list a file: the name is the heading, `#` begins a remark, a `*` marks a code that only answers eight-digit questions. */
export function readLists(directory: string): readonly ListEntry[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const list = name.slice(0, -'.txt'.length);
      const text = readFileSync(join(directory, name), 'utf8');
      const codes = text.split('\n').filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' ').filter((code) => code !== ''));
      return codes.map((code) => ({ list, code: code.replace('*', '').replaceAll('.', ''), eightDigitOnly: code.endsWith('*') }));
    });
}

/** The edition that ships with the product: a starter schedule of consumer lines, every programme, and the excise of the free ports. */
export function readShippedTariff(directory: string = join(PACKS_DIRECTORY, 'tariffs')): TariffEdition {
  const us = join(directory, 'us');
  const about = readJson(join(us, 'edition.json'), editionFile);
  const rules = readJson(join(us, 'rules.json'), rulesFile);
  return {
    edition: about.edition,
    coversFrom: about.coversFrom,
    sourcesThrough: about.sourcesThrough,
    complete: about.complete,
    lines: readLines(us, about.linesSource),
    ...indexLists(readLists(join(us, 'lists'))),
    programmes: readJson(join(us, 'programmes.json'), z.array(programmeRow)),
    ...rules,
    excise: readJson(join(directory, 'hk-mo-excise.json'), z.array(exciseRow)),
  };
}

let shipped: TariffEdition | undefined;

/** Thrown when a folder holds no such edition: the caller named one that does not exist. */
export class NoSuchTariff extends Error {}

/**
 * The tariff edition to compute with: the one that ships with the product, or one imported into `directory`
 * (the newest there, or the one named). Editions are immutable, so the shipped one is read once.
 */
export function loadTariff(options: Readonly<{ edition?: string | undefined; directory?: string | undefined }> = {}): TariffEdition {
  shipped ??= readShippedTariff();
  if (options.directory === undefined) return shipped;
  const stored = readStoredTariff(options.directory, options.edition);
  if (stored === null) throw new NoSuchTariff(`${options.directory} holds no tariff edition${options.edition === undefined ? '' : ` named "${options.edition}"`}; import one with "tariffs import --data"`);
  return restoreTariff(stored, shipped.lines);
}
