import { MARKETS, type Market } from '#core/market/market.ts';
import { screenMarkets } from '#core/screening/screen.ts';
import type { Finding } from '#core/screening/verdict.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { readRealTitles, REAL_TITLES_PRESENT, type RealTitle } from './real-titles.ts';

/** What the rules say of every real title: outcomes by market, findings by rule, and on request a sample to read by hand. */

const AT = '2026-11-23';
type Found = Readonly<{ real: RealTitle; market: Market; finding: Finding }>;

export function run(): void {
  if (!REAL_TITLES_PRESENT) return print('  the real titles are not beside the repository: nothing to report');
  const pack = loadRulePack();
  const titles = readRealTitles();
  const outcomes = new Map<string, number>();
  const byRule = new Map<string, Found[]>();
  for (const real of titles) {
    for (const verdict of screenMarkets(real.product, MARKETS, AT, pack)) {
      const key = `${real.set.padEnd(12)} ${verdict.market} ${verdict.outcome}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
      for (const finding of verdict.findings) byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), { real, market: verdict.market, finding }]);
    }
  }
  print(`  ${titles.length.toLocaleString('en')} titles, edition ${pack.edition}, ${MARKETS.join(', ')} on ${AT}`);
  for (const [key, count] of [...outcomes].toSorted()) print(`  ${String(count).padStart(6)}  ${key}`);
  print(`  findings by rule (${byRule.size} of ${pack.rules.length} rules say something)`);
  for (const [ruleId, found] of [...byRule].toSorted(([, one], [, other]) => other.length - one.length)) print(`  ${String(found.length).padStart(6)}  ${ruleId.padEnd(20)} ${tally(found)}`);
  const size = Number(process.env['PILOTAGE_SAMPLE'] ?? 0);
  if (size > 0) for (const found of sampleOf(byRule, size, Number(process.env['PILOTAGE_SEED'] ?? 1))) print(sampleLine(found));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tally(found: readonly Found[]): string {
  const counts = Map.groupBy(found, ({ finding }) => finding.outcome);
  return [...counts].map(([outcome, group]) => `${outcome} ${group.length}`).join(', ');
}

/** The same number from every rule as far as it has so many, so that a rule that speaks rarely is read too. */
function sampleOf(byRule: ReadonlyMap<string, readonly Found[]>, size: number, seed: number): Found[] {
  const random = generator(seed);
  const piles = [...byRule].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => shuffled(found, random));
  const sample: Found[] = [];
  for (let round = 0; sample.length < size && piles.some((pile) => pile.length > round); round += 1) {
    for (const pile of piles) {
      const found = pile[round];
      if (found !== undefined && sample.length < size) sample.push(found);
    }
  }
  return sample.toSorted((one, other) => (one.finding.ruleId < other.finding.ruleId ? -1 : 1));
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values.map((value) => ({ value, key: random() })).toSorted((one, other) => one.key - other.key).map(({ value }) => value);
}

/** Mulberry32: a small generator whose numbers are the same everywhere, so that a sample can be drawn again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sampleLine({ real, market, finding }: Found): string {
  const words = finding.because.map(({ fact, value, span }) => `${fact}=${span?.text ?? String(value)}`).join(' ');
  return [finding.ruleId, market, finding.outcome, real.product.category ?? '-', real.product.title, words].join('\t');
}
