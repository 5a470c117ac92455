import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstConfidence, listConfidences, type ConfidenceCurve } from './confidence.ts';

const curve: ConfidenceCurve = { intercept: -0.4, share: 0.5, strength: 0.9, strengthAboveOne: -0.45, length: -0.4 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const strength = fc.double({ min: 0, max: 4, noNaN: true });

test('more evidence never makes the first candidate less sure', () => {
  fc.assert(fc.property(share, share, strength, strength, (a, b, weak, strong) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const [less, more] = weak < strong ? [weak, strong] : [strong, weak];
    expect(firstConfidence({ share: high, strength: more, length: 4 }, curve)).toBeGreaterThanOrEqual(firstConfidence({ share: low, strength: less, length: 4 }, curve));
  }));
});

test('confidences stay between 0 and 1, fall down the list and never claim more than one right answer', () => {
  fc.assert(fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), strength, (shares, words) => {
    const sorted = shares.toSorted((a, b) => b - a);
    const confidences = listConfidences(sorted, { strength: words, length: 4 }, curve, false);
    confidences.forEach((confidence, index) => {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(confidences[index - 1] ?? 1);
    });
    expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
  }));
});
