import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { TariffEdition } from '#core/landed-cost/tariff-edition.ts';
import { parseRateText } from '#core/landed-cost/rate-text.ts';
import { exciseRow, programmeRow, rulesFile, sourceShape } from './tariff-shapes.ts';

/** Where imported editions are kept: a folder here, a table where a server plugs its own in. Editions are immutable; `digest` tells two contents apart. */
export type TariffStore = Readonly<{
  newest: () => Promise<StoredTariff | null>;
  find: (edition: string) => Promise<StoredTariff | null>;
  save: (stored: StoredTariff) => Promise<void>;
}>;

/** An edition as it is stored: its text is the whole edition, so that a later version of the shipped packs changes nothing in it. */
export type StoredTariff = Readonly<{ edition: string; digest: string; text: string }>;

const lists = z.array(z.tuple([z.string(), z.array(z.string())]));
const storedShape = z.object({
  edition: z.string(),
  coversFrom: z.iso.date(),
  sourcesThrough: z.iso.date(),
  complete: z.boolean(),
  linesSource: sourceShape,
  lines: z.array(z.tuple([z.string(), z.string(), z.array(z.string()), z.string().nullable()])),
  lists,
  splits: lists,
  programmes: z.array(programmeRow),
  rules: rulesFile,
  excise: z.array(exciseRow),
});

function plainJson(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? field.toString() : field));
}

/** Writes an edition as text. Lines of one edition share the source of its schedule; labels are the product's own words and are added when read. */
export function storeTariff(tariff: TariffEdition): StoredTariff {
  const [firstLine] = tariff.lines.values();
  const text = plainJson({
    edition: tariff.edition,
    coversFrom: tariff.coversFrom,
    sourcesThrough: tariff.sourcesThrough,
    complete: tariff.complete,
    linesSource: firstLine?.source ?? { citation: tariff.edition, url: null, asOf: null },
    lines: [...tariff.lines.values()].map((line) => [line.code, line.rate.text, line.units, line.description]),
    lists: [...tariff.lists],
    splits: [...tariff.splits],
    programmes: tariff.programmes,
    rules: { exemptions: tariff.exemptions, postal: tariff.postal, entryFees: tariff.entryFees, caseScopes: tariff.caseScopes, cautions: tariff.cautions },
    excise: tariff.excise,
  });
  return { edition: tariff.edition, digest: createHash('sha256').update(text).digest('hex'), text };
}

/** Reads a stored edition back; `labels` are the shipped lines, whose words are lent to the same codes. */
export function restoreTariff(stored: StoredTariff, labels: TariffEdition['lines']): TariffEdition {
  const parsed = storedShape.parse(JSON.parse(stored.text));
  const { linesSource: source, rules, lines, ...rest } = parsed;
  return {
    ...rest,
    ...rules,
    lines: new Map(lines.map(([code, rate, units, description]) => [code, { code, rate: parseRateText(rate), units, description, label: labels.get(code)?.label ?? null, source }])),
    lists: new Map(parsed.lists),
    splits: new Map(parsed.splits),
  };
}

const indexShape = z.array(z.object({ edition: z.string(), file: z.string(), digest: z.string() }));
type IndexEntry = z.output<typeof indexShape>[number];

function readIndex(folder: string): readonly IndexEntry[] {
  const path = join(folder, 'index.json');
  return existsSync(path) ? indexShape.parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

function readEntry(folder: string, entry: IndexEntry): StoredTariff {
  return { edition: entry.edition, digest: entry.digest, text: gunzipSync(readFileSync(join(folder, entry.file))).toString('utf8') };
}

/** Reads the newest edition of a folder, or the one named; null when there is none. */
export function readStoredTariff(directory: string, edition?: string): StoredTariff | null {
  const folder = join(directory, 'tariffs');
  const index = readIndex(folder);
  const entry = edition === undefined ? index.at(-1) : index.find((row) => row.edition === edition);
  return entry === undefined ? null : readEntry(folder, entry);
}

/** Writes beside and renames, so that a reader never sees half a file. */
function replaceFile(path: string, bytes: string | Uint8Array): void {
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

/** Keeps editions in `directory`/tariffs: one gzip file each, and an index in the order they came. */
export function folderTariffStore(directory: string): TariffStore {
  const folder = join(directory, 'tariffs');
  return {
    newest: async () => readStoredTariff(directory),
    find: async (edition) => readStoredTariff(directory, edition),
    save: async (stored) => {
      mkdirSync(folder, { recursive: true });
      const file = `${stored.edition}.json.gz`;
      replaceFile(join(folder, file), gzipSync(stored.text));
      const others = readIndex(folder).filter((row) => row.edition !== stored.edition);
      replaceFile(join(folder, 'index.json'), `${JSON.stringify([...others, { edition: stored.edition, file, digest: stored.digest }], null, 1)}\n`);
    },
  };
}
