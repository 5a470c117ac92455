import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Converter } from 'opencc-js';
import { z } from 'zod';
import { buildHeadingPack, type KindRow, type MaterialRow, type NameRow, type NounRow, type QuestionRow, type RowWords, type ValueRow } from '#core/classification/build-heading-pack.ts';
import type { ConfidenceCurve } from '#core/classification/confidence.ts';
import type { HeadingPack } from '#core/classification/heading-pack.ts';
import { buildSchedule, type Schedule } from '#core/classification/schedule.ts';
import type { TariffEdition } from '#core/landed-cost/tariff-edition.ts';

const DIRECTORY = join(import.meta.dirname, '../../../packs/headings');
const NOUNS = join(import.meta.dirname, '../../../packs/terms/nouns');

const about = z.object({ edition: z.string(), source: z.string() });
const kindRow = z.tuple([z.string()]).rest(z.string());
const valueRow = z.object({ value: z.string().min(1), dimension: z.string().min(1), parent: z.string(), strength: z.coerce.number().positive(), zh: z.string(), en: z.string() });
const questionRow = z.object({ dimension: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) });
const nameRow = z.object({ of: z.string().min(1), zh: z.string(), en: z.string() });
const confidenceCurve = z.object({ curve: z.object({ intercept: z.number(), share: z.number(), strength: z.number(), strengthAboveOne: z.number(), length: z.number() }) });
const materialRow = z.object({ group: z.string().min(1), hs6: z.string(), when: z.string() });

/** Merchants in Hong Kong and Macau write Traditional characters; the packs are kept in Simplified ones. */
const toTraditional = Converter({ from: 'cn', to: 'hk' });

function split(words: string): readonly string[] {
  return words.split(';').map((word) => word.trim()).filter((word) => word !== '');
}

function rowWords(zh: string, en: string): RowWords {
  return { 'zh-Hans': split(zh), 'zh-Hant': split(toTraditional(zh)), en: split(en) };
}

function readRows<Shape extends z.ZodType>(name: string, shape: Shape): readonly Readonly<{ row: z.output<Shape>; place: string }>[] {
  const rows: unknown[] = parse(readFileSync(join(DIRECTORY, name)), { columns: true, bom: true });
  return rows.map((row, index) => ({ row: shape.parse(row), place: `${name}:${index + 2}` }));
}

/** The kinds files are ragged: a row without words continues the goods above it. */
function readKinds(): readonly KindRow[] {
  const names = readdirSync(join(DIRECTORY, 'kinds')).filter((name) => name.endsWith('.csv')).sort();
  return names.flatMap((name) => {
    const rows: unknown[] = parse(readFileSync(join(DIRECTORY, 'kinds', name)), { relax_column_count: true, from_line: 2, bom: true });
    return rows.map((row, index) => {
      const [hs6, when = '', zh = '', en = ''] = kindRow.parse(row);
      return { hs6, when, words: zh === '' && en === '' ? null : rowWords(zh, en), place: `kinds/${name}:${index + 2}` };
    });
  });
}

function readValues(): readonly ValueRow[] {
  return readRows('facts.csv', valueRow).map(({ row, place }) => ({ ...row, place, words: rowWords(row.zh, row.en) }));
}

function readQuestions(): readonly QuestionRow[] {
  return readRows('dimensions.csv', questionRow).map(({ row }) => ({ dimension: row.dimension, ask: { 'zh-Hans': row.zh, 'zh-Hant': toTraditional(row.zh), en: row.en } }));
}

function readNames(): readonly NameRow[] {
  return readRows('other-names.csv', nameRow).map(({ row, place }) => ({ of: row.of, words: rowWords(row.zh, row.en), place }));
}

function readMaterials(): readonly MaterialRow[] {
  return readRows('by-material.csv', materialRow).map(({ row, place }) => ({ ...row, place }));
}

/** The termbase's nouns for goods; of several English words the first is the one it prefers. */
function readNouns(): readonly NounRow[] {
  const names = readdirSync(NOUNS).filter((name) => /^product\..*\.tsv$/.test(name)).sort();
  return names.flatMap((name) => readFileSync(join(NOUNS, name), 'utf8').split('\n').slice(1).flatMap((line) => {
    const [zh = '', en = ''] = line.split('\t');
    const words = en.split('|').map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
    return zh === '' || words.length === 0 ? [] : [{ chinese: [...new Set([zh, toTraditional(zh)])], en: words.slice(0, 1) }];
  }));
}

function readCurve(): ConfidenceCurve {
  return confidenceCurve.parse(JSON.parse(readFileSync(join(DIRECTORY, 'confidence.json'), 'utf8'))).curve;
}

let loaded: HeadingPack | undefined;

/** The heading pack that ships with the product, read once. Throws, naming file, line and expectation, when it is broken. */
export function loadHeadingPack(): HeadingPack {
  if (loaded !== undefined) return loaded;
  const edition = about.parse(JSON.parse(readFileSync(join(DIRECTORY, 'edition.json'), 'utf8')));
  const pack = buildHeadingPack({ ...edition, kinds: readKinds(), names: readNames(), values: readValues(), questions: readQuestions(), materials: readMaterials(), confidence: readCurve(), nouns: readNouns() });
  if (!pack.ok) {
    const { place, value, expected } = pack.problem.facts ?? {};
    throw new Error(`packs/headings/${String(place)}: ${pack.problem.field ?? ''} is "${String(value)}", expected ${String(expected)}`);
  }
  loaded = pack.value;
  return loaded;
}

/** A schedule to classify by, from a tariff edition: its own text where an import brought it, our label otherwise. */
export function scheduleOf(tariff: TariffEdition): Schedule {
  const lines = [...tariff.lines.values()].map((line) => ({
    code: line.code,
    path: (line.description ?? line.label?.en ?? '').split(' > '),
    dutyPpm: line.rate.terms === null ? null : Number(line.rate.terms.ratePpm),
  }));
  return buildSchedule(tariff.edition, lines, tariff.complete);
}
