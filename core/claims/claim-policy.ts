import type { SourceRef } from '../decision/decision.ts';
import type { LocalText, Market } from '../market/market.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import type { Finding } from './evidence.ts';

/** What a buyer can claim. Only what is wrong with the goods or the delivery is compensated, unless a market's law says more. */
export const CLAIM_KINDS = ['damaged', 'wrong', 'missing', 'not_as_described', 'defective', 'not_delivered', 'no_reason'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Who can be at fault. */
export const PARTIES = ['merchant', 'hub', 'carrier', 'platform'] as const;
export type Party = (typeof PARTIES)[number];

/** The terms of one kind of claim. */
export type KindTerms = Readonly<{
  /** Days from delivery within which it must be opened; for `not_delivered`, days after the promised date from which it can be. */
  windowDays: number;
  /** What the buyer must show. */
  evidence: readonly Finding[];
  /** Share of what was paid for the claimed pieces that is refunded, in parts per million. */
  refundPpm: bigint;
  /** Set where the law of the market, not the marketplace, grants it. */
  right: string | null;
  /** True where the goods come back to the hub before the refund. */
  goodsBack: boolean;
}>;

/** When all of `when` is shown by evidence, the fault lies so (parts per million, together a million). The first rule that holds wins. */
export type FaultRule = Readonly<{ when: readonly Finding[]; shares: Readonly<Partial<Record<Party, number>>> }>;

/** A right that the law of the market gives whatever this policy says. */
export type StatutoryRight = Readonly<{ code: string; text: LocalText; source: SourceRef }>;

/** The policy of one market from one day on. It is frozen on every order and shown before payment. */
export type ClaimPolicy = Readonly<{
  edition: string;
  market: Market;
  from: string;
  to: string | null;
  source: SourceRef;
  /** A kind that is not named is not compensated. */
  kinds: Readonly<Partial<Record<ClaimKind, KindTerms>>>;
  rights: readonly StatutoryRight[];
  faults: Readonly<Partial<Record<ClaimKind, readonly FaultRule[]>>>;
  /** Clear claims up to this refund (minor units of the market's currency) are decided at once. */
  decideAtOnceUpToMinor: bigint;
  /** Hours a merchant has to answer before a larger claim is decided. */
  answerHours: number;
  /** Hours within which a person answers. */
  reviewHours: number;
  /** Days a merchant has to appeal a charge. */
  appealDays: number;
  /** Days a buyer has to send goods back, and the months after export within which they re-enter China free of duty. Null where nothing comes back. */
  returns: Readonly<{ sendWithinDays: number; dutyFreeMonths: number }> | null;
  /** A buyer with at least this many claims in 90 days is looked at by a person; never declined for it. */
  reviewFromClaims: number;
}>;

/** All policies on file, as an edition ships them. */
export type ClaimPolicyPack = Readonly<{ edition: string; policies: readonly ClaimPolicy[] }>;

/** The policy of a market on a day (YYYY-MM-DD or an instant). May fail with: no_claim_policy (facts: market, at). */
export function claimPolicyFor(pack: ClaimPolicyPack, market: Market, at: string): Result<ClaimPolicy, Refusal<'no_claim_policy'>> {
  const day = at.slice(0, 10);
  const policy = pack.policies.find((one) => one.market === market && one.from <= day && (one.to === null || day < one.to));
  return policy ? ok(policy) : refuse('no_claim_policy', { market, at });
}
