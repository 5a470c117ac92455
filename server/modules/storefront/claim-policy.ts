import type { z } from 'zod';
import type { claimPolicyShape } from '#contract/storefront.ts';
import { claimPolicyFor } from '#core/claims/claim-policy.ts';
import type { Market } from '#core/market/market.ts';
import { presentPolicy } from '#server/modules/claims/frozen-policy.ts';
import type { Context } from '#server/platform/operation.ts';

/** The claim policy of a market today, in plain words: the same words that a decision uses later. */
export function claimPolicyOf({ system, at }: Pick<Context, 'system' | 'at'>, market: Market): z.output<typeof claimPolicyShape> {
  const policy = claimPolicyFor(system.packs.claimPolicies, market, at.toISOString());
  if (!policy.ok) throw new Error(`no claim policy covers ${market} on ${at.toISOString()}`);
  return presentPolicy(policy.value);
}
