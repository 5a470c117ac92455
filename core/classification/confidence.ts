/**
 * How sure a first candidate is, learned from how often such a candidate proved right: a logistic curve over its share of the evidence, the strength of the words
 * that named the goods (flatter above 1, one clear noun) and the length of the title, for long titles name many things. The numbers are pack data, fitted by a command.
 */
export type ConfidenceCurve = Readonly<{ intercept: number; share: number; strength: number; strengthAboveOne: number; length: number }>;

/** What speaks for a first candidate: its share of all evidence, the strength of the words met, and how many words the title has. */
export type FirstEvidence = Readonly<{ share: number; strength: number; length: number }>;

const STRONGEST = 3;
/** What an answer "it is this one" is worth: people are wrong now and then. */
const ANSWERED = 0.95;
/** Of the doubt about the first candidate, about half falls on the others of a list of five (development halves of the public sets, 2026-11). */
const DOUBT_IN_LIST = 0.5;

function logit(share: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, share));
  return Math.log(bounded / (1 - bounded));
}

/** The evidence as the curve reads it, in the order of its numbers. */
export function curveInputs({ share, strength, length }: FirstEvidence): readonly [number, number, number, number, number] {
  const words = Math.min(STRONGEST, Math.max(0, strength));
  return [1, logit(share), words, Math.max(0, words - 1), Math.log(1 + Math.max(0, length))];
}

/** Calibrated probability that the first candidate is right, 0..1. Monotone in the share and in the strength of the words. */
export function firstConfidence(evidence: FirstEvidence, curve: ConfidenceCurve): number {
  const inputs = curveInputs(evidence);
  const weights = [curve.intercept, curve.share, curve.strength, curve.strengthAboveOne, curve.length];
  return 1 / (1 + Math.exp(-inputs.reduce((sum, input, index) => sum + input * (weights[index] ?? 0), 0)));
}

/** Confidences of a ranked list by its shares of the evidence: the first by the curve, or nearly sure where a person said so; the others share part of the doubt that is left, never more than the first. */
export function listConfidences(shares: readonly number[], evidence: Omit<FirstEvidence, 'share'>, curve: ConfidenceCurve, answered: boolean): readonly number[] {
  const first = answered ? ANSWERED : firstConfidence({ ...evidence, share: shares[0] ?? 0 }, curve);
  const rest = shares.slice(1).reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === 0 ? first : rest === 0 ? 0 : Math.min(first, ((1 - first) * DOUBT_IN_LIST * share) / rest)));
}
