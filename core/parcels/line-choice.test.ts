import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money.ts';
import type { CarrierLine } from '../pricing/pricing-packs.ts';
import { arrivesBy } from './arrival.ts';
import { decideLine, joinContents, type PackedParcel } from './line-choice.ts';

const SOURCE = { citation: 'test', url: null, asOf: null };
const line = (code: string, more: Partial<CarrierLine> = {}): CarrierLine => ({
  code, name: { 'zh-Hans': code, 'zh-Hant': code, en: code }, market: 'US', firstGrams: 0n, firstMinor: 0n, perKgMinor: 9_000n, perParcelMinor: 2_000n, stepGrams: 1n, minimumGrams: 50n, divisor: 8_000n, volumeRule: 'greater',
  maximumGrams: 30_000n, longestMm: 1_200n, girthMm: 2_743n, valueLimitMinor: 250_000n, cutOff: '16:00', days: [5, 8], carries: { battery: 'in_equipment', liquid: false, powder: false }, clearance: 'informal', from: '2025-01-01', to: null, source: SOURCE, ...more,
});
const SLOW = line('slow', { perKgMinor: 7_000n, days: [8, 15] });
const MIDDLE = line('middle');
const FAST = line('fast', { perKgMinor: 20_000n, days: [3, 5], valueLimitMinor: null });
const LINES = [SLOW, MIDDLE, FAST];

/** Monday morning at the hub. */
const AT = '2026-09-07T02:00:00.000Z';
const later = (days: number) => new Date(Date.parse(AT) + days * 86_400_000).toISOString();
const packed = (more: Partial<PackedParcel> = {}): PackedParcel => ({
  market: 'US', contents: { battery: 'none', liquid: false, powder: false }, parcel: { grams: 800n, lengthMm: 200n, widthMm: 150n, heightMm: 100n }, value: money(4_000n, 'USD'), promisedBy: null, ...more,
});
const choose = (more: Partial<PackedParcel> = {}, at = AT) => decideLine(packed(more), LINES, 'test', at);

describe('the line of a parcel', () => {
  test('is the cheapest that may carry it, with what each other would have cost', () => {
    const decision = choose();
    expect(decision).toMatchObject({ outcome: 'chosen', line: { code: 'slow' }, reasons: [{ code: 'cheapest_in_time' }] });
    expect(decision.others.map((one) => [one.code, one.why.en.startsWith('dearer by CNY')])).toEqual([['middle', true], ['fast', true]]);
  });

  test('is never one that arrives after the promised day while another is in time', () => {
    const decision = choose({ promisedBy: later(12) });
    expect(decision.line?.code).toBe('middle');
    expect(decision.others.find((one) => one.code === 'slow')?.why.en).toContain('after the promised');
  });

  test('is the fastest where none is in time, and says that it is late', () => {
    expect(choose({ promisedBy: later(2) })).toMatchObject({ line: { code: 'fast' }, reasons: [{ code: 'fastest_but_late' }] });
  });

  test('leaves a day later after the cut-off', () => {
    const evening = '2026-09-07T08:01:00.000Z';
    expect(arrivesBy('2026-09-07T08:00:00.000Z', MIDDLE)).toBe(new Date(Date.parse('2026-09-07T08:00:00.000Z') + 11.2 * 86_400_000).toISOString());
    expect(arrivesBy(evening, MIDDLE)).toBe(new Date(Date.parse(evening) + 12.2 * 86_400_000).toISOString());
  });

  test.each([
    ['battery', { contents: { battery: 'alone', liquid: false, powder: false } }, 'does not carry such batteries'],
    ['liquid', { contents: { battery: 'none', liquid: true, powder: false } }, 'does not carry liquids'],
    ['powder', { contents: { battery: 'none', liquid: false, powder: true } }, 'does not carry powders'],
    ['weight', { parcel: { grams: 30_001n, lengthMm: 200n, widthMm: 150n, heightMm: 100n } }, 'heavier than its 30000 g'],
    ['length', { parcel: { grams: 800n, lengthMm: 1_201n, widthMm: 150n, heightMm: 100n } }, 'longer than its 1200 mm'],
    ['girth', { parcel: { grams: 800n, lengthMm: 1_000n, widthMm: 500n, heightMm: 400n } }, 'length and girth beyond its 2743 mm'],
  ] as const)('does not exist for what no line takes: %s, said of each line', (_what, more, words) => {
    const decision = choose(more);
    expect(decision).toMatchObject({ outcome: 'no_lawful_line', line: null });
    expect(decision.others.map((one) => one.why.en)).toEqual([words, words, words]);
  });

  test('may carry no more than its value limit', () => {
    const decision = choose({ value: money(250_001n, 'USD') });
    expect(decision.line?.code).toBe('fast');
    expect(decision.others[0]?.why.en).toBe('worth more than its limit of USD 2500.00');
  });

  test('knows the strictest of what lies together', () => {
    expect(joinContents([{ battery: 'in_equipment' }, { battery: 'alone', liquid: true }, {}])).toEqual({ battery: 'alone', liquid: true, powder: false });
  });
});

test('no parcel of any kind goes by a line that may not carry it, nor by a dearer one than need be', () => {
  const anyParcel = fc.record({
    contents: fc.record({ battery: fc.constantFrom('none' as const, 'in_equipment' as const, 'alone' as const), liquid: fc.boolean(), powder: fc.boolean() }),
    parcel: fc.record({ grams: fc.bigInt({ min: 1n, max: 40_000n }), lengthMm: fc.bigInt({ min: 10n, max: 1_400n }), widthMm: fc.bigInt({ min: 10n, max: 900n }), heightMm: fc.bigInt({ min: 10n, max: 900n }) }),
    value: fc.bigInt({ min: 0n, max: 400_000n }).map((minor) => money(minor, 'USD')), promisedBy: fc.option(fc.integer({ min: 1, max: 30 }).map(later), { nil: null }),
  });
  const fitsBy = (one: CarrierLine, { contents, parcel, value }: PackedParcel) => {
    const sides = [parcel.lengthMm ?? 0n, parcel.widthMm ?? 0n, parcel.heightMm ?? 0n].toSorted((a, b) => Number(b - a));
    const [a = 0n, b = 0n, c = 0n] = sides;
    return (contents.battery === 'none' || contents.battery === 'in_equipment') && !contents.liquid && !contents.powder && parcel.grams <= one.maximumGrams && a <= one.longestMm && a + 2n * (b + c) <= (one.girthMm ?? a + 2n * (b + c)) && value.minor <= (one.valueLimitMinor ?? value.minor);
  };
  fc.assert(fc.property(anyParcel, (any) => {
    const parcel = packed(any);
    const decision = decideLine(parcel, LINES, 'test', AT);
    const lawful = LINES.filter((one) => fitsBy(one, parcel));
    expect(decision.outcome === 'chosen').toBe(lawful.length > 0);
    if (decision.line === null) return;
    const { code, cost, arrivesBy: arrives } = decision.line;
    expect(lawful.map((one) => one.code)).toContain(code);
    const inTime = (day: string) => parcel.promisedBy === null || day <= parcel.promisedBy;
    const rivals = decision.others.filter((other) => other.cost !== null && inTime(arrives) && inTime(arrivesBy(AT, LINES.find((one) => one.code === other.code) ?? MIDDLE)));
    expect(rivals.filter((other) => (other.cost?.minor ?? 0n) < cost.minor)).toEqual([]);
  }));
});
