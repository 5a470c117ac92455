import type { Reason } from '../decision/decision.ts';
import { candidateFact, newcomerReason, noPlaceReason, refundsReason, refundsUnknownReason, scoreReason, signReason } from './selection-reasons.ts';
import { SIGNS, scoreCandidate, signPpm, type Candidate, type Lift, type SelectionPolicy, type Sign } from './selection-policy.ts';

/** A candidate with its points, whether it was picked, and why: each sign, and for those left out what would change it. */
export type Scored<Kind extends Candidate = Candidate> = Readonly<{ candidate: Kind; merchantId: string; score: number; picked: boolean; reasons: readonly Reason[] }>;
export type Selection<Kind extends Candidate = Candidate> = Readonly<{ picked: readonly Scored<Kind>[]; notPicked: readonly Scored<Kind>[] }>;

type Ranked<Kind extends Candidate> = Readonly<{ candidate: Kind; score: number }>;

/**
 * Picks the merchants of a cohort. Among those within the refund limit who reach the minimum, the places go by points;
 * on equal points to whoever has sold less, then by id. Both lists come in that order.
 */
export function selectMerchants<Kind extends Candidate>(candidates: readonly Kind[], policy: SelectionPolicy): Selection<Kind> {
  const ranked = candidates.map((candidate) => ({ candidate, score: scoreCandidate(candidate, policy) })).sort(byRank);
  const qualified = ranked.filter((one) => withinRefunds(one.candidate, policy) && one.score >= policy.minimumScore);
  const chosen = new Set(qualified.slice(0, policy.places).map((one) => one.candidate));
  const lastScore = qualified[policy.places - 1]?.score ?? policy.minimumScore;
  return {
    picked: ranked.filter((one) => chosen.has(one.candidate)).map((one) => explainPicked(one, policy)),
    notPicked: ranked.filter((one) => !chosen.has(one.candidate)).map((one) => explainNotPicked(one, policy, lastScore)),
  };
}

function byRank(left: Ranked<Candidate>, right: Ranked<Candidate>): number {
  if (left.score !== right.score) return right.score - left.score;
  if (left.candidate.domesticOrders !== right.candidate.domesticOrders) return left.candidate.domesticOrders - right.candidate.domesticOrders;
  return left.candidate.merchantId < right.candidate.merchantId ? -1 : 1;
}

function withinRefunds(candidate: Candidate, policy: SelectionPolicy): boolean {
  return candidate.refundsPpm === null || candidate.refundsPpm <= policy.refundsPpmMax;
}

/** The signs a policy weighs that show in this candidate, the heaviest contribution first. */
function shownSigns(candidate: Candidate, policy: SelectionPolicy): readonly Sign[] {
  const contribution = (sign: Sign): number => (signPpm(candidate, sign) ?? 0) * policy.weights[sign];
  return SIGNS.filter((sign) => contribution(sign) > 0).sort((left, right) => contribution(right) - contribution(left));
}

function explainPicked<Kind extends Candidate>({ candidate, score }: Ranked<Kind>, policy: SelectionPolicy): Scored<Kind> {
  const reasons = [
    scoreReason(candidate, score, policy.minimumScore),
    ...shownSigns(candidate, policy).map((sign) => signReason(candidate, sign)),
    candidate.refundsPpm === null ? refundsUnknownReason() : refundsReason(candidate.refundsPpm, policy.refundsPpmMax),
    ...(candidate.domesticOrders === 0 ? [newcomerReason(candidate)] : []),
  ];
  return { candidate, merchantId: candidate.merchantId, score, picked: true, reasons };
}

function explainNotPicked<Kind extends Candidate>({ candidate, score }: Ranked<Kind>, policy: SelectionPolicy, lastScore: number): Scored<Kind> {
  const reasons: Reason[] = [];
  if (candidate.refundsPpm !== null && !withinRefunds(candidate, policy)) reasons.push(refundsReason(candidate.refundsPpm, policy.refundsPpmMax));
  if (score < policy.minimumScore) reasons.push(scoreReason(candidate, score, policy.minimumScore, whatWouldChange(candidate, policy)));
  if (reasons.length === 0) reasons.push(noPlaceReason(score, lastScore, policy.places));
  reasons.push(...shownSigns(candidate, policy).map((sign) => signReason(candidate, sign)));
  return { candidate, merchantId: candidate.merchantId, score, picked: false, reasons };
}

/** The single sign that would lift a candidate most, or null when none would. */
export function whatWouldChange(candidate: Candidate, policy: SelectionPolicy): Lift | null {
  const now = scoreCandidate(candidate, policy);
  const lifts = SIGNS.map((sign) => ({ sign, score: scoreCandidate({ ...candidate, ...candidateFact(sign) }, policy) }));
  return lifts.reduce<Lift | null>((soFar, lift) => (lift.score > (soFar?.score ?? now) ? lift : soFar), null);
}
