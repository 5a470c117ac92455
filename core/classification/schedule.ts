import { tokenize } from './terms.ts';

/** One line of a national schedule, eight or ten digits; `path` is its own text after those of its parents. */
export type ScheduleLine = Readonly<{ code: string; path: readonly string[]; dutyPpm: number | null }>;

/** A schedule made ready for classification: its lines by their first six digits, and the words of each six-digit heading. */
export type Schedule = Readonly<{
  edition: string;
  /** Whether every line of the nation is in it. A starter schedule gives national digits where it can and rules no heading out. */
  complete: boolean;
  lines: ReadonlyMap<string, readonly ScheduleLine[]>;
  /** The six-digit headings under each four digits. */
  headings: ReadonlyMap<string, readonly string[]>;
  /** Word to the headings that use it, with how much the use counts (own words more than those of the chapter's heading). */
  words: ReadonlyMap<string, readonly Readonly<{ hs6: string; weight: number }>[]>;
  /** How telling a word is: rare words tell more. */
  rarity: ReadonlyMap<string, number>;
  /** Sum of the weights of a heading's words, so that a heading that lists everything does not answer to everything. */
  mass: ReadonlyMap<string, number>;
}>;

/** Words of tariff grammar, not of goods. */
const GRAMMAR: ReadonlySet<string> = new Set('other not of or and the a an in for with than thereof whether their to by on but over from no more put up including valued each containing per described subheading heading chapter note statistical kg cm mm percent weight specified elsewhere which such being under at least exceeding like similar article part product kind used'.split(' '));

function contentWords(text: string): readonly string[] {
  return tokenize(text).map((token) => token.text).filter((word) => word.length > 1 && !GRAMMAR.has(word) && !/^\d/.test(word));
}

/** Indexes a schedule's lines. Headings 98 and 99 are no goods and are left out. */
export function buildSchedule(edition: string, lines: readonly ScheduleLine[], complete = true): Schedule {
  const byHeading = Map.groupBy(lines.filter((line) => line.code < '98'), (line) => line.code.slice(0, 6));
  const words = new Map<string, { hs6: string; weight: number }[]>();
  const mass = new Map<string, number>();
  for (const [hs6, own] of byHeading) {
    const uses = wordUses(own);
    mass.set(hs6, [...uses.values()].reduce((sum, weight) => sum + weight, 0));
    for (const [word, weight] of uses) words.set(word, [...(words.get(word) ?? []), { hs6, weight }]);
  }
  const rarity = new Map([...words].map(([word, uses]) => [word, Math.log(1 + byHeading.size / uses.length)]));
  const headings = Map.groupBy(byHeading.keys(), (hs6) => hs6.slice(0, 4));
  return { edition, complete, lines: byHeading, headings, words, rarity, mass };
}

/** The words of a heading: those of its four-digit parent count little more than half, those of single national lines half. */
function wordUses(lines: readonly ScheduleLine[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const line of lines) {
    line.path.forEach((text, depth) => {
      const weight = depth === 0 ? 0.6 : depth === 1 ? 1 : 0.5;
      for (const word of contentWords(text)) uses.set(word, Math.max(uses.get(word) ?? 0, weight));
    });
  }
  return uses;
}

/** Headings whose own text answers the words of a product, best first, scored 0..1 by the share of the product's telling words they hold. */
export function matchScheduleText(title: string, schedule: Schedule, top: number): readonly Readonly<{ hs6: string; score: number }>[] {
  const asked = [...new Set(contentWords(title))].map((word, index, all) => ({ word, weight: (schedule.rarity.get(word) ?? 6) * (index === all.length - 1 ? 1.3 : 1) }));
  const wanted = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (wanted === 0) return [];
  const scores = new Map<string, number>();
  for (const { word, weight } of asked) {
    for (const use of schedule.words.get(word) ?? []) scores.set(use.hs6, (scores.get(use.hs6) ?? 0) + weight * use.weight);
  }
  return [...scores]
    .map(([hs6, score]) => ({ hs6, score: score / wanted / (1 + (schedule.mass.get(hs6) ?? 0) / 60) }))
    .sort((a, b) => b.score - a.score || a.hs6.localeCompare(b.hs6))
    .slice(0, top);
}
