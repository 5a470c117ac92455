import { curveInputs, firstConfidence, type ConfidenceCurve, type FirstEvidence } from './confidence.ts';

/** A first candidate of goods whose code is known, whether it was right, and what the row counts (rows of a small set count more, so that no set drowns another). */
export type Judged = Readonly<{ evidence: FirstEvidence; right: boolean; weight: number }>;

/** One bin of a reliability table: what was said on average and how often it was right. */
export type ReliabilityBin = Readonly<{ from: number; rows: number; stated: number; actual: number }>;

const STEPS = 400;
/** Pulls numbers that the rows do not speak of towards zero. */
const RIDGE = 1e-3;
const STEP = 0.5;

/** Fits the curve by gradient ascent on the weighted log-likelihood, each input scaled to its spread; slopes that would make more evidence less sure are kept at zero. */
export function fitCurve(rows: readonly Judged[]): ConfidenceCurve {
  const inputs = rows.map(({ evidence }) => curveInputs(evidence));
  const scale = [0, 1, 2, 3, 4].map((at) => Math.max(1e-6, Math.sqrt(inputs.reduce((sum, input) => sum + (input[at] ?? 0) ** 2, 0) / Math.max(1, rows.length))));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  let weights: readonly number[] = [0, 0, 0, 0, 0];
  for (let step = 0; step < STEPS * 10; step += 1) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    rows.forEach(({ right, weight }, row) => {
      const scaled = scale.map((size, at) => (inputs[row]?.[at] ?? 0) / size);
      const said = 1 / (1 + Math.exp(-scaled.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)));
      scaled.forEach((input, at) => { gradient[at] = (gradient[at] ?? 0) + (weight / total) * (Number(right) - said) * input; });
    });
    weights = heldMonotone(weights.map((weight, at) => weight + STEP * (gradient[at] ?? 0)), scale);
  }
  const [intercept = 0, share = 0, strength = 0, strengthAboveOne = 0, length = 0] = weights.map((weight, at) => Math.round((1000 * weight) / (scale[at] ?? 1)) / 1000);
  return { intercept, share, strength, strengthAboveOne, length };
}

function heldMonotone(weights: readonly number[], scale: readonly number[]): readonly number[] {
  const [intercept = 0, share = 0, strength = 0, above = 0, length = 0] = weights;
  const slope = Math.max(0, strength);
  const leastAbove = (-slope / (scale[2] ?? 1)) * (scale[3] ?? 1);
  return [intercept, Math.max(0, share), slope, Math.max(leastAbove, above), length];
}

/** Said against true in tenths. */
export function reliability(rows: readonly Readonly<{ stated: number; right: boolean }>[]): readonly ReliabilityBin[] {
  return [...Map.groupBy(rows, ({ stated }) => Math.min(9, Math.floor(stated * 10)))].sort(([a], [b]) => a - b).map(([tenth, inside]) => ({
    from: tenth / 10,
    rows: inside.length,
    stated: inside.reduce((sum, { stated }) => sum + stated, 0) / inside.length,
    actual: inside.filter(({ right }) => right).length / inside.length,
  }));
}

/** How far what is said lies from what is true, on average over the rows (expected calibration error). */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  return rows === 0 ? 0 : bins.reduce((sum, { rows: size, stated, actual }) => sum + size * Math.abs(stated - actual), 0) / rows;
}

/** What each row would have been told by a curve fitted on the other folds only. */
export function statedByFolds(rows: readonly Judged[], folds: number): readonly Readonly<{ stated: number; right: boolean }>[] {
  const curves = Array.from({ length: folds }, (_none, fold) => fitCurve(rows.filter((_row, index) => index % folds !== fold)));
  return rows.flatMap(({ evidence, right }, index) => {
    const curve = curves[index % folds];
    return curve === undefined ? [] : [{ stated: firstConfidence(evidence, curve), right }];
  });
}
