import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines, multiplyLines, type FrozenLine } from './frozen-quote.ts';
import { nextSettlementDay, payoutOnOf } from './order-calendar.ts';

const line = fc.record({ code: fc.constantFrom('goods', 'line_haul', 'duty:MFN', 'rounding'), minor: fc.bigInt(-1_000_000n, 1_000_000n) })
  .map(({ code, minor }): FrozenLine => ({ code, label: { 'zh-Hans': code, 'zh-Hant': code, en: code }, amount: { minor, currency: 'USD' }, basis: null, source: null }));
const total = (lines: readonly FrozenLine[]) => lines.reduce((sum, one) => sum + one.amount.minor, 0n);

test('lines of several pieces and several items still add up to the total, one line for each code', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ lines: fc.array(line), pieces: fc.integer({ min: 1, max: 20 }) })), (items) => {
      const merged = mergeLines(items.map((item) => multiplyLines(item.lines, item.pieces)));
      expect(total(merged)).toBe(items.reduce((sum, item) => sum + total(item.lines) * BigInt(item.pieces), 0n));
      expect(new Set(merged.map((one) => one.code)).size).toBe(merged.length);
    }),
  );
});

test('a settlement day is the 1st or the 16th, and always lies ahead', () => {
  expect(nextSettlementDay('2026-11-15')).toBe('2026-11-16');
  expect(nextSettlementDay('2026-12-16')).toBe('2027-01-01');
  expect(payoutOnOf(new Date('2026-11-27T02:00:00Z'))).toBe('2026-12-01');
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const next = nextSettlementDay(day);
      expect(next > day && ['01', '16'].includes(next.slice(8))).toBe(true);
    }),
  );
});
