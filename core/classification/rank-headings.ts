import type { Branch, Condition, HeadingPack, Kind } from './heading-pack.ts';
import type { GoodsEvidence } from './goods-evidence.ts';
import type { DimensionFacts, StatedFacts } from './stated-facts.ts';

/** One way the product may be classified: the kind of goods it was taken for, the branch its facts led to, and how likely that is. */
export type RankedBranch = Readonly<{ kind: Kind; branch: Branch; evidence: GoodsEvidence; probability: number }>;

/** Weight of not knowing, beside the weights of what was read. */
const UNKNOWN = 0.06;
/** What is left of a branch that a known fact contradicts: texts are wrong now and then. */
const CONTRADICTED = 0.015;
/** A branch without a word on a dimension is the "other" of its siblings; a value that a sibling names belongs there. */
const NAMED_BY_SIBLING = 0.08;
/** A general word (metal) where the branch asks a particular one (steel). */
const GENERAL = 0.55;
/** How fast a kind with less evidence falls behind; chosen on the development halves of the public sets, 2026-11. */
const SHARPNESS = 2;

/** How many steps of generality lie between a value and what a condition asks: 0 for the same, -1 for no relation. */
function stepsTo(value: string, condition: Condition, pack: HeadingPack): number {
  const lineage = pack.values.get(value)?.lineage ?? [];
  return lineage.findIndex((step) => condition.anyOf.includes(step));
}

function fits(value: string, condition: Condition, siblings: readonly Condition[], pack: HeadingPack): number {
  const steps = stepsTo(value, condition, pack);
  if (steps >= 0) {
    // Porcelain is ceramic, but where a sibling says porcelain, "ceramic" means the rest.
    const closer = siblings.some((sibling) => { const own = stepsTo(value, sibling, pack); return own >= 0 && own < steps; });
    return closer ? NAMED_BY_SIBLING : 1;
  }
  const general = condition.anyOf.some((wanted) => pack.values.get(wanted)?.lineage.includes(value) === true);
  return general ? GENERAL : CONTRADICTED;
}

/**
 * Garments that cannot be told to be men's or women's go under women's (HS 2022, chapter 61 note 9 and chapter 62 note 9).
 * A tendency and not a rule here: that a text is silent does not mean that the garment could not be told.
 */
const UNTOLD: Readonly<Record<string, number>> = { men: 0.75 };

/** How well one dimension's facts suit a branch, between 0 and 1. */
function suit(facts: DimensionFacts | undefined, own: Condition | undefined, siblings: readonly Condition[], pack: HeadingPack): number {
  if (facts === undefined) return UNTOLD[own?.anyOf[0] ?? ''] ?? 1;
  const total = [...facts.weights.values()].reduce((sum, weight) => sum + weight, 0);
  let score = UNKNOWN / (total + UNKNOWN);
  for (const [value, weight] of facts.weights) {
    const named = siblings.some((condition) => stepsTo(value, condition, pack) >= 0);
    // "Man-made" may well be the synthetic that a sibling asks for.
    const partly = siblings.some((condition) => condition.anyOf.some((wanted) => pack.values.get(wanted)?.lineage.includes(value) === true));
    const fit = own === undefined ? (named ? NAMED_BY_SIBLING : partly ? GENERAL : 1) : Math.max(fits(value, own, siblings, pack), named ? 0 : CONTRADICTED * 3);
    score += (weight / (total + UNKNOWN)) * fit;
  }
  return score;
}

/** Weighs the branches of one kind by the facts: shares of common sense times the fit of every dimension a branch speaks of. */
export function weighBranches(kind: Kind, facts: StatedFacts, pack: HeadingPack): readonly number[] {
  const dimensions = [...new Set(kind.branches.flatMap((branch) => branch.conditions.map((condition) => condition.dimension)))];
  return kind.branches.map((branch) =>
    dimensions.reduce((weight, dimension) => {
      const siblings = kind.branches.flatMap((other) => other.conditions.filter((condition) => condition.dimension === dimension));
      const own = branch.conditions.find((condition) => condition.dimension === dimension);
      return weight * suit(facts.get(dimension), own, siblings, pack);
    }, branch.share),
  );
}

/** Ranks every branch of every kind that the texts speak of. Probabilities add up to 1 unless nothing was found. */
export function rankBranches(evidence: readonly GoodsEvidence[], facts: StatedFacts, pack: HeadingPack): readonly RankedBranch[] {
  const best = evidence[0]?.score ?? 0;
  const drafts = evidence.slice(0, 24).flatMap((goods) => {
    const kind = pack.kinds[goods.kind];
    if (kind === undefined) return [];
    const weights = weighBranches(kind, facts, pack);
    const shares = kind.branches.reduce((sum, branch) => sum + branch.share, 0);
    const fit = weights.reduce((sum, weight) => sum + weight, 0);
    // A kind none of whose branches suits the facts is doubted as a whole, but words still say more than materials.
    const kindWeight = Math.exp(SHARPNESS * (goods.score - best)) * Math.min(1, fit / shares) ** 0.35;
    return kind.branches.map((branch, index) => ({ kind, branch, evidence: goods, weight: fit === 0 ? 0 : (kindWeight * (weights[index] ?? 0)) / fit }));
  });
  const total = drafts.reduce((sum, draft) => sum + draft.weight, 0);
  if (total === 0) return [];
  return drafts.map(({ weight, ...rest }) => ({ ...rest, probability: weight / total })).sort((a, b) => b.probability - a.probability || a.branch.hs6.localeCompare(b.branch.hs6));
}
