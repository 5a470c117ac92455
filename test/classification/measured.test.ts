import { describe, expect, test } from 'vitest';
import { classify } from '#core/classification/classify.ts';
import { calibrationError, reliability } from '#core/classification/fit-confidence.ts';
import type { Schedule } from '#core/classification/schedule.ts';
import { loadHeadingPack } from '#server/platform/packs/headings.ts';
import { marketplaceProducts, postalItems, PUBLIC_SETS_PRESENT, publishedSchedule, rulings, type Labelled } from './public-sets.ts';

/**
 * How often the classification is right on public labelled goods. Which rows were read while the pack's words were written: those of an even index
 * of the postal and marketplace sets, the first few of both besides (`readFromStart`), and every ruling. `unread` is the figure over the others, the one to expect of new goods;
 * the rulings have none and theirs flatters. Weights were chosen on all rows; the confidence curve on the rows never read (and all rulings), and its error is told over those. The floors hold what was reached, not what is aimed at.
 */
type Measured = Readonly<{ first: number; five: number; unread: number | null; unreadFive: number | null; national: number; afterQuestion: number; calibrationError: number; curve: string }>;

const pack = loadHeadingPack();
const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10;

/** Answers the one question as somebody who knows the code would; "none of these" changes nothing. */
function afterAnswer({ code, product }: Labelled, schedule: Schedule | null): string | undefined {
  const before = classify(product, pack, { schedule });
  const option = before.question?.options.find((entry) => entry.value !== 'none' && entry.leadsTo.includes(code.slice(0, 6)));
  if (before.question === null || option === undefined) return before.candidates[0]?.hs6;
  return classify(product, pack, { schedule, answers: { [before.question.id]: option.value } }).candidates[0]?.hs6;
}

function measure(rows: readonly Labelled[], schedule: Schedule | null, readFromStart: number | null): Measured {
  const results = rows.map((row) => {
    const { candidates } = classify(row.product, pack, { schedule });
    const hs6 = row.code.slice(0, 6);
    const national = row.code.length === 10 ? candidates[0]?.hts10 : candidates[0]?.hts8;
    return { first: candidates[0]?.hs6 === hs6, five: candidates.some((candidate) => candidate.hs6 === hs6), national: national === row.code, answered: afterAnswer(row, schedule) === hs6, confidence: candidates[0]?.confidence ?? 0 };
  });
  const share = (some: readonly (typeof results)[number][], holds: (result: (typeof results)[number]) => boolean): number => percent(some.filter(holds).length, some.length);
  const unread = results.filter((_result, index) => readFromStart === null || (index >= readFromStart && index % 2 === 1));
  const bins = reliability(unread.map(({ confidence, first }) => ({ stated: confidence, right: first })));
  return {
    first: share(results, (result) => result.first),
    five: share(results, (result) => result.five),
    unread: readFromStart === null ? null : share(unread, (result) => result.first),
    unreadFive: readFromStart === null ? null : share(unread, (result) => result.five),
    national: share(results, (result) => result.national),
    afterQuestion: share(results, (result) => result.answered),
    calibrationError: calibrationError(bins),
    curve: bins.map(({ rows: size, stated, actual }) => `${stated.toFixed(2)}→${actual.toFixed(2)} (${size})`).join('  '),
  };
}

const SETS = [
  { name: 'postal items, Chinese', rows: () => postalItems('zh_hans'), readFromStart: 60, floor: { first: 66, five: 81, national: 0 } },
  { name: 'postal items, English', rows: () => postalItems('en'), readFromStart: 60, floor: { first: 57, five: 79, national: 0 } },
  { name: 'marketplace titles', rows: marketplaceProducts, readFromStart: 3, floor: { first: 45, five: 70, national: 20 } },
  { name: 'rulings', rows: rulings, readFromStart: null, floor: { first: 68, five: 85, national: 44 } },
] as const;

describe.skipIf(!PUBLIC_SETS_PRESENT)('measured on public sets (skipped where they are not present)', () => {
  const schedule = PUBLIC_SETS_PRESENT ? publishedSchedule() : null;

  test.each(SETS)('$name: right first and among five as often as before, and a truthful answer gains ten points', ({ name, rows, readFromStart, floor }) => {
    const alone = measure(rows(), null, readFromStart);
    const whole = measure(rows(), schedule, readFromStart);
    for (const [label, figures] of [['packs alone', alone], ['with the schedule', whole]] as const) {
      process.stdout.write(`${name}, ${label}: HS6 first ${figures.first} % (rows never read: ${figures.unread ?? 'none'}), among five ${figures.five} % (${figures.unreadFive ?? 'none'}), national ${figures.national} %, after the question ${figures.afterQuestion} %, confidence off by ${figures.calibrationError.toFixed(3)}\n  ${figures.curve}\n`);
    }
    expect(whole.first).toBeGreaterThanOrEqual(floor.first);
    expect(whole.five).toBeGreaterThanOrEqual(floor.five);
    expect(whole.national).toBeGreaterThanOrEqual(floor.national);
    expect(whole.afterQuestion).toBeGreaterThanOrEqual(whole.first + 10);
    expect(whole.calibrationError).toBeLessThanOrEqual(0.18);
  });

  test('every heading of the pack stands in the published schedule', () => {
    const unknown = [...pack.headings.values()].flatMap((under) => [...under.keys()]).filter((hs6) => schedule?.lines.has(hs6) !== true);
    expect(unknown).toEqual([]);
  });
});
