import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, evidenceOfFirst } from '#core/classification/classify.ts';
import { calibrationError, fitCurve, reliability, statedByFolds, type Judged, type ReliabilityBin } from '#core/classification/fit-confidence.ts';
import type { Schedule } from '#core/classification/schedule.ts';
import { loadHeadingPack } from '#server/platform/packs/headings.ts';
import { marketplaceProducts, postalItems, PUBLIC_SETS_PRESENT, publishedSchedule, rulings, type Labelled } from '#test/classification/public-sets.ts';
import { reliabilityPlot } from './reliability-plot.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDS = 5;

/** The sets, and from which row on the odd ones were never read while the pack's words were written; every ruling was. */
const SETS = [
  { name: 'postal items, Chinese', rows: () => postalItems('zh_hans'), unreadFrom: 60 },
  { name: 'postal items, English', rows: () => postalItems('en'), unreadFrom: 60 },
  { name: 'marketplace titles', rows: marketplaceProducts, unreadFrom: 3 },
  { name: 'rulings', rows: rulings, unreadFrom: null },
] as const;

type Counted = Readonly<{ name: string; rows: number; first: number; five: number; judged: readonly Judged[] }>;

/** Rows nobody read, where there are such: what is said of them is what will be said of new goods. */
function unread(rows: readonly Labelled[], from: number | null): readonly Labelled[] {
  return from === null ? rows : rows.filter((_row, index) => index >= from && index % 2 === 1);
}

function countSet(name: string, rows: readonly Labelled[], schedule: Schedule): Counted {
  const pack = loadHeadingPack();
  const judged = rows.flatMap(({ product, code }): Judged[] => {
    const first = evidenceOfFirst(product, pack, schedule);
    return first === null ? [] : [{ evidence: first.evidence, right: first.hs6 === code.slice(0, 6), weight: 1 / rows.length }];
  });
  const five = rows.filter(({ product, code }) => classify(product, pack, { schedule }).candidates.some(({ hs6 }) => hs6 === code.slice(0, 6))).length;
  return { name, rows: rows.length, first: judged.filter(({ right }) => right).length, five, judged };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function tableOf(bins: readonly ReliabilityBin[]): string {
  return bins.map(({ stated, actual, rows }) => `${stated.toFixed(2)} said, ${actual.toFixed(2)} true (${rows})`).join('; ');
}

type SetCurve = Readonly<{ name: string; bins: readonly ReliabilityBin[] }>;

/** The page of docs/ that tells these figures. */
function pageOf(sets: readonly Counted[], curves: readonly SetCurve[], all: readonly ReliabilityBin[]): string {
  const rows = sets.map((set, index) => `| ${set.name} | ${set.rows} | ${percent(set.first, set.rows)} | ${percent(set.five, set.rows)} | ${calibrationError(curves[index]?.bins ?? []).toFixed(3)} |`);
  const bins = all.map(({ from, rows: size, stated, actual }) => `| ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} | ${size} | ${stated.toFixed(2)} | ${actual.toFixed(2)} |`);
  return `# How often the classification is right, and how sure it says it is

Written by \`PILOTAGE_FIT=write npm run bench -- classification\`, with the packs and the published schedule of the United States. Of the postal and marketplace sets only rows nobody read while the pack's words were written are counted, the ones to expect of new goods; every ruling was read, so that set flatters. \`npm test -- test/classification/measured.test.ts\` prints the figures over all rows, and with the packs alone.

| set | rows | HS6 right first | right among five | confidence off by |
|---|---|---|---|---|
${rows.join('\n')}

The confidence of a row is what a curve says that was fitted on the other four fifths of the rows, every set counting the same; off by is the mean distance between said and true over tenths. Over all sets it is ${calibrationError(all).toFixed(3)}. The curve that ships (\`packs/headings/confidence.json\`) is fitted on all of these rows.

![Confidence said against how often it was right](classification-reliability.svg)

| said | rows | said on average | right |
|---|---|---|---|
${bins.join('\n')}
`;
}

/**
 * How often the classification is right on public labelled goods and how close the confidence it says is to that: over rows nobody read, each told what a curve
 * fitted on the other four fifths says. With `PILOTAGE_FIT=write` the curve fitted on all of these rows goes into the pack and the plot into docs/.
 */
export function run(): void {
  if (!PUBLIC_SETS_PRESENT) {
    process.stdout.write('  skipped: the public sets are not beside the repository\n');
    return;
  }
  const schedule = publishedSchedule();
  const sets = SETS.map(({ name, rows, unreadFrom }) => countSet(name, unread(rows(), unreadFrom), schedule));
  const judged = sets.flatMap((set) => set.judged.map((row) => ({ ...row, set: set.name })));
  const said = statedByFolds(judged, FOLDS).map((row, index) => ({ ...row, set: judged[index]?.set ?? '' }));
  const curves = sets.map((set) => ({ name: set.name, bins: reliability(said.filter((row) => row.set === set.name)) }));
  sets.forEach((set, index) => {
    const bins = curves[index]?.bins ?? [];
    process.stdout.write(`  ${set.name}: ${set.rows} rows, first ${percent(set.first, set.rows)}, among five ${percent(set.five, set.rows)}, confidence off by ${calibrationError(bins).toFixed(3)}\n    ${tableOf(bins)}\n`);
  });
  const all = reliability(said);
  process.stdout.write(`  all sets: confidence off by ${calibrationError(all).toFixed(3)}\n    ${tableOf(all)}\n`);
  const curve = fitCurve(judged);
  process.stdout.write(`  curve on all of them: ${JSON.stringify(curve)}\n`);
  if (process.env['PILOTAGE_FIT'] !== 'write') return;
  const source = `Fitted by PILOTAGE_FIT=write npm run bench -- classification on ${judged.length} rows of the public sets that nobody read while the words were written (every ruling was read)`;
  writeFileSync(join(ROOT, 'packs/headings/confidence.json'), `${JSON.stringify({ source, curve }, null, 2)}\n`);
  writeFileSync(join(ROOT, 'docs/classification.md'), pageOf(sets, curves, all));
  writeFileSync(join(ROOT, 'docs/classification-reliability.svg'), reliabilityPlot([{ name: 'all sets', bins: all }, ...curves]));
}
