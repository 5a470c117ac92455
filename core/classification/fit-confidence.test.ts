import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstConfidence } from './confidence.ts';
import { calibrationError, fitCurve, reliability, statedByFolds, type Judged } from './fit-confidence.ts';

/** Rows of which the given share is right, whatever speaks for them. */
function rowsRight(share: number, count = 200): readonly Judged[] {
  return Array.from({ length: count }, (_none, index) => ({ evidence: { share: 0.6, strength: 1, length: 4 }, right: index < count * share, weight: 1 }));
}

describe('the confidence curve', () => {
  test('says what proved true', () => {
    for (const share of [0.2, 0.5, 0.8]) expect(firstConfidence({ share: 0.6, strength: 1, length: 4 }, fitCurve(rowsRight(share)))).toBeCloseTo(share, 1);
  });

  test('a row that counts double pulls twice as much', () => {
    const heavy = rowsRight(0.5).map((row) => ({ ...row, weight: row.right ? 2 : 1 }));
    expect(firstConfidence({ share: 0.6, strength: 1, length: 4 }, fitCurve(heavy))).toBeCloseTo(2 / 3, 1);
  });

  test('never learns that more evidence is less sure, whatever the rows say', () => {
    const row = fc.record({ evidence: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), strength: fc.double({ min: 0, max: 3, noNaN: true }), length: fc.nat(40) }), right: fc.boolean(), weight: fc.constant(1) });
    fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
      const curve = fitCurve(rows);
      expect(curve.share).toBeGreaterThanOrEqual(0);
      expect(curve.strength).toBeGreaterThanOrEqual(0);
      expect(curve.strength + curve.strengthAboveOne).toBeGreaterThanOrEqual(-0.002);
    }), { numRuns: 20 });
  });
});

test('the error is the mean distance between said and true', () => {
  expect(calibrationError(reliability([{ stated: 0.9, right: true }, { stated: 0.9, right: false }]))).toBeCloseTo(0.4);
  expect(calibrationError(reliability([]))).toBe(0);
});

test('a row is told by a curve that never saw it', () => {
  const [first, ...others] = statedByFolds([{ evidence: { share: 0.6, strength: 1, length: 4 }, right: true, weight: 1 }, ...rowsRight(0, 3)], 2);
  expect(first?.stated).toBeLessThan(0.3);
  expect(others).toHaveLength(3);
});
