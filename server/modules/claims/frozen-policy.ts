import type { z } from 'zod';
import type { claimPolicyShape } from '#contract/storefront.ts';
import { FINDING_NAMES } from '#core/claims/claim-words.ts';
import { CLAIM_KINDS, claimPolicyFor, type ClaimPolicy } from '#core/claims/claim-policy.ts';
import { describePolicy } from '#core/claims/describe-policy.ts';
import type { Market } from '#core/market/market.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadClaimPolicies } from '#server/platform/packs/claim-policies.ts';

/** The claim policy a checkout froze: later editions never reach an order that was placed before them. */

const NAME = /^claims-/;

/** The policy of an edition as it stood for a market at a moment. A missing edition is a bug: editions are never removed. */
export function frozenPolicy({ system }: Pick<Context, 'system'>, edition: string, market: Market, at: Date): ClaimPolicy {
  const current = system.packs.claimPolicies;
  const pack = current.edition === edition ? current : loadClaimPolicies({ edition: edition.replace(NAME, '') });
  const policy = claimPolicyFor(pack, market, at.toISOString());
  if (!policy.ok) throw new Error(`claim policy ${edition} does not cover ${market} at ${at.toISOString()}`);
  return policy.value;
}

/** The edition that a checkout made now freezes. */
export function currentPolicyEdition({ system }: Pick<Context, 'system'>): string {
  return system.packs.claimPolicies.edition;
}

/** A policy in the words the buyer sees before paying and on the order. */
export function presentPolicy(policy: ClaimPolicy): z.output<typeof claimPolicyShape> {
  const { edition, summary, points } = describePolicy(policy);
  return {
    edition, summary, points: points.map(({ code, text }) => ({ code, text })), answerHours: policy.answerHours, reviewHours: policy.reviewHours, decideAtOnceUpToMinor: policy.decideAtOnceUpToMinor.toString(),
    kinds: CLAIM_KINDS.flatMap((kind) => {
      const terms = policy.kinds[kind];
      return terms === undefined ? [] : [{ kind, windowDays: terms.windowDays, evidence: terms.evidence.map((finding) => FINDING_NAMES[finding]), refundPpm: Number(terms.refundPpm), goodsBack: terms.goodsBack }];
    }),
  };
}
