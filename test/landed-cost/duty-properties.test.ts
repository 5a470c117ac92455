import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { computeDuty } from '#core/landed-cost/duty.ts';
import type { DutyQuery } from '#core/landed-cost/duty-query.ts';
import { loadTariff } from '#server/platform/packs/tariffs.ts';

const tariff = loadTariff();
const CODES = [...tariff.lines.values()].filter((line) => line.rate.terms !== null).map((line) => line.code);

const query: fc.Arbitrary<DutyQuery> = fc.record({
  market: fc.constant('US' as const),
  at: fc.constantFrom('2025-01-15', '2025-04-09', '2025-04-20', '2025-06-15', '2025-12-01', '2026-01-15', '2026-02-23', '2026-02-24', '2026-03-15', '2026-04-06', '2026-05-15', '2026-07-23', '2026-07-24', '2026-08-15'),
  hts: fc.constantFrom(...CODES),
  origin: fc.constantFrom('CN', 'HK', 'MO'),
  value: fc.bigInt({ min: 0n, max: 100_000_000n }).map((minor) => ({ minor, currency: 'USD' as const })),
  quantities: fc.constant(Object.fromEntries(['no', 'kg', 'l', 'prs', 'm2', 'pfl', 'carat', 'bbl', 'thousand', 'kg_sugars', 'm', 'thousand_pins', 'jewel'].map((unit) => [unit, 1_000_000n]))),
  mode: fc.constant('entry' as const),
});

function dutyOf(asked: DutyQuery) {
  const answer = computeDuty(asked, tariff);
  if (!answer.ok) throw new Error(`${asked.hts}: ${canonicalJson(answer.problem)}`);
  return answer.value;
}

test('the layers of a line add up to its total', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const duty = dutyOf(asked);
      expect(duty.layers.reduce((soFar, layer) => soFar + layer.amount.minor, 0n)).toBe(duty.total.minor);
    }),
    { numRuns: 1_000 },
  );
});

test('duty never falls when the value rises, and no layer falls by more than the cent that rounding shares out', () => {
  fc.assert(
    fc.property(query, fc.bigInt({ min: 0n, max: 1_000_000n }), (asked, more) => {
      const lower = dutyOf(asked);
      const higher = dutyOf({ ...asked, value: { ...asked.value, minor: asked.value.minor + more } });
      expect(higher.total.minor).toBeGreaterThanOrEqual(lower.total.minor);
      for (const layer of lower.layers) {
        const same = higher.layers.find((other) => other.heading === layer.heading);
        expect((same?.amount.minor ?? 0n) + 1n).toBeGreaterThanOrEqual(layer.amount.minor);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('an answer is recomputed to the byte', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(canonicalJson(dutyOf(asked))).toBe(canonicalJson(dutyOf({ ...asked })));
    }),
    { numRuns: 200 },
  );
});

test('goods of China never pay less than goods of Hong Kong', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(dutyOf({ ...asked, origin: 'CN' }).total.minor).toBeGreaterThanOrEqual(dutyOf({ ...asked, origin: 'HK' }).total.minor);
    }),
    { numRuns: 300 },
  );
});

test('at most one row of Section 301 lists and one of Section 232 is charged', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const codes = dutyOf(asked).layers.map((layer) => layer.code);
      expect(codes.filter((code) => /^S301-(L|4)/.test(code)).length).toBeLessThanOrEqual(1);
      expect(codes.filter((code) => code.startsWith('S232')).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
