import { fingerprint } from '../decision/fingerprint.ts';
import type { Reason } from '../decision/decision.ts';
import type { Currency } from '../money/currency.ts';
import { zero, type Money } from '../money/money.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import { claimAmount, claimedEarning, type Claim, type ClaimDecision, type ClaimedLine, type ClaimOutcome } from './claim.ts';
import type { ClaimPolicy, KindTerms, Party } from './claim-policy.ts';
import { answerFirst, evidenceMissing, faultReason, goodsArrived, goodsBackFirst, granted, needsPerson, notCompensated, notDeliveredYet, notSentBack, nothingLeft, ruledBy, stillOnItsWay, tooMany, windowOver } from './claim-reasons.ts';
import type { Evidence, Finding } from './evidence.ts';
import { attributeFault, shareRefund, type Fault, type FaultShare } from './fault.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** An instant `milliseconds` after another, as an ISO text. */
function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

type Parts = Readonly<{ outcome: ClaimOutcome; reasons: readonly Reason[]; refund?: Money; faults?: readonly FaultShare[]; asked?: readonly Finding[]; answerDue?: string }>;

/**
 * Decides a claim by the policy the order was placed under. Declined, with the policy's words: kinds that are not
 * compensated, claims outside their window, more pieces than bought, nothing left to refund. Waiting: for the buyer's
 * evidence, for the merchant's answer (larger claims that it would bear a part of), for a person (evidence that
 * disagrees, many claims). Otherwise granted, each party bearing what evidence shows; what nobody can prove, the
 * marketplace bears.
 */
export function decideClaim(claim: Claim, evidence: readonly Evidence[], line: ClaimedLine, policy: ClaimPolicy, at: string): ClaimDecision {
  const inputsHash = fingerprint({ claim, evidence, line, policy, at });
  const parts = decideParts(claim, evidence, line, policy, at);
  return { edition: policy.edition, at, inputsHash, refund: zero(line.paid.currency), faults: [], asked: [], answerDue: null, ...parts };
}

function decideParts(claim: Claim, evidence: readonly Evidence[], line: ClaimedLine, policy: ClaimPolicy, at: string): Parts {
  const terms = policy.kinds[claim.kind];
  if (terms === undefined) return { outcome: 'declined', reasons: [notCompensated(claim, policy)] };
  const shown = new Set(evidence.flatMap((one) => one.findings));
  const barred = claim.quantity > line.quantity ? tooMany(claim, line.quantity, policy) : barredByTime(claim, line, terms, policy, shown);
  if (barred) return { outcome: 'declined', reasons: [barred] };
  const asked = terms.evidence.filter((finding) => !shown.has(finding));
  if (asked.length > 0) return { outcome: 'needs_evidence', reasons: [evidenceMissing(asked, policy)], asked };
  const refund = claimAmount(claim, line, terms.refundPpm);
  if (refund.minor === 0n) return { outcome: 'declined', reasons: [nothingLeft(policy)] };
  return settle(claim, line, policy, at, { refund, evidence, shown });
}

/** Why time bars a claim, or null. The window of goods runs from delivery, that of a missing parcel from its promised date; what the carrier gave up need not be waited for. */
function barredByTime(claim: Claim, line: ClaimedLine, terms: KindTerms, policy: ClaimPolicy, shown: ReadonlySet<Finding>): Reason | null {
  if (claim.kind === 'not_delivered') {
    if (line.deliveredAt !== null || shown.has('carrier_lost') || shown.has('carrier_returned')) return null;
    const from = line.promisedBy === null ? null : later(line.promisedBy, terms.windowDays * DAY_MS);
    return from === null || Date.parse(claim.openedAt) < Date.parse(from) ? stillOnItsWay(from, policy) : null;
  }
  if (line.deliveredAt === null) return notDeliveredYet(policy);
  const until = later(line.deliveredAt, terms.windowDays * DAY_MS);
  return Date.parse(claim.openedAt) > Date.parse(until) ? windowOver(claim, policy, until) : null;
}

type Case = Readonly<{ refund: Money; evidence: readonly Evidence[]; shown: ReadonlySet<Finding> }>;

/** A claim that stands: who bears it, and whether it is decided now or waits for the merchant or a person. */
function settle(claim: Claim, line: ClaimedLine, policy: ClaimPolicy, at: string, { refund, evidence, shown }: Case): Parts {
  const faults = attributeFault(claim.kind, evidence, policy);
  const proposal = { refund, faults: shareRefund(refund, faults, { earning: claimedEarning(claim, line), rate: line.rate }) };
  const why = [granted(claim, policy, refund), ...faults.map((fault) => faultReason(fault, policy))];
  const review = reviewReason(claim, line, policy, shown);
  if (review) return { ...proposal, outcome: 'needs_review', reasons: [review, ...why] };
  const due = later(claim.openedAt, policy.answerHours * HOUR_MS);
  const mayAnswer = faults.some((fault) => fault.party === 'merchant') && claim.answeredAt === null && refund.minor > policy.decideAtOnceUpToMinor && Date.parse(at) < Date.parse(due);
  if (mayAnswer) return { ...proposal, outcome: 'needs_answer', reasons: [answerFirst(due, policy), ...why], answerDue: due };
  if (policy.kinds[claim.kind]?.goodsBack === true && policy.returns !== null) return { ...proposal, outcome: 'needs_return', reasons: [goodsBackFirst(policy), ...why] };
  return { ...proposal, outcome: 'granted', reasons: why };
}

/** Why a person looks first. Nothing here ever declines a claim. */
function reviewReason(claim: Claim, line: ClaimedLine, policy: ClaimPolicy, shown: ReadonlySet<Finding>): Reason | null {
  if (line.disputed) return needsPerson('dispute_open', policy);
  if (claim.photosSeenBefore > 0) return needsPerson('photo_seen_before', policy);
  if (shown.has('merchant_counter')) return needsPerson('counter_evidence', policy);
  if (claim.kind === 'not_delivered' && (line.deliveredAt !== null || shown.has('carrier_delivered'))) return needsPerson('tracking_says_delivered', policy);
  if (claim.kind === 'not_delivered' && shown.has('carrier_returned')) return needsPerson('returned_to_sender', policy);
  return claim.claimsBefore >= policy.reviewFromClaims ? needsPerson('many_claims', policy) : null;
}

/** A party's part in a ruling: parts per million, together a million, and the ids of the evidence it rests on. */
export type RuledFault = Readonly<{ party: Party; sharePpm: number; evidence: readonly string[] }>;

/**
 * What a person decided: grant or decline, who is at fault for how much, and why, in that person's words. `refundPpm` is
 * how much of the policy's amount is granted; with `goodsBack` the goods return before the refund.
 */
export type Ruling = Readonly<{ grant: boolean; faults: readonly RuledFault[]; refundPpm: bigint; goodsBack: boolean; words: string; by: string }>;

/**
 * A claim as a person rules it: for cases that wait for one, and to overturn an earlier decision. The amount is the
 * policy's or a part of it. May fail with: no_evidence (a merchant is never charged on a word alone; every id must be on
 * file), shares_incomplete (they are not a million together).
 */
export function ruleOnClaim(claim: Claim, evidence: readonly Evidence[], line: ClaimedLine, policy: ClaimPolicy, ruling: Ruling, at: string): Result<ClaimDecision, Refusal<'no_evidence' | 'quantity_too_large' | 'shares_incomplete'>> {
  if (claim.quantity > line.quantity) return refuse('quantity_too_large', { claimed: claim.quantity, ordered: line.quantity }, 'quantity');
  const onFile = new Set(evidence.map((one) => one.id));
  const ruled = ruling.grant ? ruling.faults.filter((fault) => fault.sharePpm > 0) : [];
  const unproven = ruled.flatMap((fault) => fault.evidence.filter((id) => !onFile.has(id)).map((id) => ({ party: fault.party, id })))[0];
  const wordOnly = ruled.find((fault) => fault.party === 'merchant' && fault.evidence.length === 0);
  if (unproven !== undefined || wordOnly !== undefined) return refuse('no_evidence', { party: unproven?.party ?? 'merchant', evidence: unproven?.id ?? null }, 'evidence');
  const stated = { edition: policy.edition, at, inputsHash: fingerprint({ claim, evidence, line, policy, ruling, at }), asked: [], answerDue: null };
  const words = ruledBy(ruling.words, ruling.by, policy);
  if (!ruling.grant) return ok({ ...stated, outcome: 'declined', reasons: [words], refund: zero(line.paid.currency), faults: [] });
  if (ruled.reduce((sum, fault) => sum + fault.sharePpm, 0) !== 1_000_000) return refuse('shares_incomplete', { sumPpm: ruled.reduce((sum, fault) => sum + fault.sharePpm, 0) }, 'shares');
  const terms = policy.kinds[claim.kind]?.refundPpm ?? 1_000_000n;
  const refund = claimAmount(claim, line, (terms * ruling.refundPpm) / 1_000_000n);
  const faults = shareRefund(refund, ruled.map((fault): Fault => ({ ...fault, shown: [] })), { earning: claimedEarning(claim, line), rate: line.rate });
  const goodsBack = ruling.goodsBack && policy.returns !== null;
  return ok({ ...stated, outcome: goodsBack ? 'needs_return' : 'granted', reasons: [words, ...(goodsBack ? [goodsBackFirst(policy)] : []), granted(claim, policy, refund), ...faults.map((fault) => faultReason(fault, policy))], refund, faults });
}

/** What becomes of a decision that waited for the goods, now that they are at the hub. */
export function grantAfterReturn(decision: Pick<ClaimDecision, 'reasons' | 'refund' | 'faults'>, policy: ClaimPolicy, inputs: Readonly<{ code: string }>, at: string): ClaimDecision {
  return { edition: policy.edition, at, inputsHash: fingerprint({ decision, inputs, at }), outcome: 'granted', reasons: [goodsArrived(policy), ...decision.reasons], refund: decision.refund, faults: decision.faults, asked: [], answerDue: null };
}

/** A decision that waited for goods which were never sent in time. */
export function declineUnsent(claimId: string, currency: Currency, policy: ClaimPolicy, at: string): ClaimDecision {
  return { edition: policy.edition, at, inputsHash: fingerprint({ claimId, at }), outcome: 'declined', reasons: [notSentBack(policy)], refund: zero(currency), faults: [], asked: [], answerDue: null };
}
