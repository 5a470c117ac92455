import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computeDuty } from '#core/landed-cost/duty.ts';
import type { Programme } from '#core/landed-cost/tariff-edition.ts';
import { MARKETS } from '#core/market/market.ts';
import { loadPricingPacks } from '#server/platform/packs/pricing.ts';
import { loadTariff } from '#server/platform/packs/tariffs.ts';

const tariff = loadTariff();
const packs = loadPricingPacks();

describe('the starter schedule', () => {
  const lines = [...tariff.lines.values()];

  test('holds the consumer lines of a lifestyle marketplace, at least 600 of them in 45 chapters', () => {
    expect(lines.length).toBeGreaterThan(600);
    expect(new Set(lines.map((line) => line.code.slice(0, 2))).size).toBeGreaterThanOrEqual(45);
  });

  test('names every line in three languages, no two lines of a chapter alike', () => {
    const nameless = lines.filter(({ label }) => label === null || [label['zh-Hans'], label['zh-Hant'], label.en].includes(''));
    expect(nameless.map((line) => line.code)).toEqual([]);
    const names = lines.map((line) => `${line.code.slice(0, 2)} ${line.label?.en}`);
    expect(names.length - new Set(names).size).toBe(0);
  });

  test('can compute nearly all of its rates, and keeps the text of the others', () => {
    const without = lines.filter((line) => line.rate.terms === null);
    expect(without.length / lines.length).toBeLessThan(0.05);
    for (const line of without) expect(line.rate.text).not.toBe('');
  });
});

describe('the programmes', () => {
  test('name their source, and never end before they begin', () => {
    expect(tariff.programmes.filter((row) => row.source.citation === '' || (row.to !== null && row.from > row.to)).map((row) => row.heading)).toEqual([]);
  });

  test('of one heading and list never overlap', () => {
    const overlaps = (left: Programme, right: Programme) =>
      left !== right && left.heading === right.heading && left.list === right.list && left.state === right.state
      && left.from <= (right.to ?? '9999-12-31') && right.from <= (left.to ?? '9999-12-31');
    expect(tariff.programmes.filter((left) => tariff.programmes.some((right) => overlaps(left, right))).map((row) => row.heading)).toEqual([]);
  });

  test('find every list they name', () => {
    const listed = new Set([...tariff.lists.values()].flat());
    const named = tariff.programmes.flatMap((row) => [...(row.list === null ? [] : [row.list]), ...row.exemptLists]);
    expect(named.filter((list) => !listed.has(list))).toEqual([]);
  });

  test('place no line on two lists of Section 301 but where the four-year review replaced one', () => {
    const groups = new Map(tariff.programmes.filter((row) => row.group === 'S301' && row.code !== 'S301-4YR').flatMap((row) => (row.list === null ? [] : [[row.list, row.code] as const])));
    const twice = [...tariff.lists].filter(([code, lists]) => !tariff.splits.has(code) && new Set(lists.flatMap((list) => groups.get(list) ?? [])).size > 1);
    expect(twice).toEqual([]);
  });
});

describe('the pricing packs', () => {
  test.each(MARKETS)('%s has a policy, a line for plain goods and one for a built-in battery', (market) => {
    expect(packs.policies.some((row) => row.market === market && row.category === null)).toBe(true);
    expect(packs.lines.some((line) => line.market === market)).toBe(true);
    expect(packs.lines.some((line) => line.market === market && line.carries.battery !== 'none')).toBe(true);
  });

  test('hold 15 % and 5 % as one plan of several', () => {
    const plan = packs.feePlans.find((row) => row.plan === 'cross-border-2026');
    expect(plan?.items.map((item) => item.ratePpm)).toEqual([150_000n, 50_000n]);
    expect(packs.feePlans.length).toBeGreaterThan(2);
  });

  test('name the source of every row', () => {
    const rows = [...packs.feePlans, ...packs.handling, ...packs.lines, ...packs.rates, ...packs.policies, ...packs.overseas];
    expect(rows.filter((row) => row.source.citation === '')).toEqual([]);
  });
});

const facts = join(process.env['PILOTAGE_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'facts/tariffs-taxes-logistics.md');
const DAYS = ['2025-01-15', '2025-04-20', '2025-06-15', '2025-12-01', '2026-01-15', '2026-03-15', '2026-05-15', '2026-08-15'] as const;

describe.skipIf(!existsSync(facts))('the catalogue table of the landed-cost facts, section 5 (skipped where the shared facts are absent)', () => {
  const rows = existsSync(facts) ? [...readFileSync(facts, 'utf8').matchAll(/^\| (\d{4}\.\d\d\.\d\d) \| (.*) \|$/gm)] : [];

  test.each(rows.map((row) => [row[1] ?? '', (row[2] ?? '').split(' | ')] as const))('%s has the total rate of every one of its eight days', (hts, cells) => {
    const rates = DAYS.map((at) => {
      const duty = computeDuty({ market: 'US', at, hts, origin: 'CN', value: { minor: 10_000_000n, currency: 'USD' }, mode: 'entry' }, tariff);
      return duty.ok ? Number(duty.value.total.minor) / 100_000 : duty.problem.code;
    });
    expect(rates).toEqual(cells.slice(3, 11).map(Number));
  });

  test('all 83 lines are there', () => {
    expect(rows.length).toBe(83);
  });
});
