/**
 * How sure a first candidate is, learned from how often such a candidate proved right: a logistic curve over its share of the evidence and
 * the strength of the words that named the goods (flatter above 1, one clear noun in the title).
 * Fitted 2026-11-24 on the development halves of the three public sets, with and without a schedule; fitted on one half of the rows
 * and tried on the other, stated and actual differ by 0.03 to 0.07 on average over all sets; by set up to 0.10, and 0.20 for rulings, where it is too modest.
 */
const CURVE = { intercept: -1.735, share: 0.285, strength: 1.548, strengthAboveOne: -1.235 } as const;
const STRONGEST = 2.5;
/** What an answer "it is this one" is worth: people are wrong now and then. */
const ANSWERED = 0.95;
/** Of the doubt about the first candidate, about half falls on the others of a list of five (same sets and date). */
const DOUBT_IN_LIST = 0.5;

function logit(share: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, share));
  return Math.log(bounded / (1 - bounded));
}

/** Calibrated probability that the first candidate is right, 0..1. Monotone in the share and in the strength of the words. */
export function firstConfidence(share: number, strength: number, answered: boolean): number {
  if (answered) return ANSWERED;
  const words = Math.min(STRONGEST, Math.max(0, strength));
  const score = CURVE.intercept + CURVE.share * logit(share) + CURVE.strength * words + CURVE.strengthAboveOne * Math.max(0, words - 1);
  return 1 / (1 + Math.exp(-score));
}

/** Confidences of a ranked list by its shares of the evidence: the first by the curve, the others share part of the doubt that is left, never more than the first. */
export function listConfidences(shares: readonly number[], strength: number, answered: boolean): readonly number[] {
  const first = firstConfidence(shares[0] ?? 0, strength, answered);
  const rest = shares.slice(1).reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === 0 ? first : rest === 0 ? 0 : Math.min(first, ((1 - first) * DOUBT_IN_LIST * share) / rest)));
}
