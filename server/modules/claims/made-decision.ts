import { z } from 'zod';
import { idOf, localText, reasonShape } from '#contract/shapes.ts';
import { CLAIM_KINDS, PARTIES, type ClaimPolicy } from '#core/claims/claim-policy.ts';
import type { ClaimDecision } from '#core/claims/claim.ts';
import { decideClaim, declineUnsent, grantAfterReturn, ruleOnClaim, type Ruling } from '#core/claims/decide-claim.ts';
import { FINDINGS } from '#core/claims/evidence.ts';
import { CURRENCIES } from '#core/money/currency.ts';
import { ok, type Result } from '#core/result.ts';
import type { Context } from '#server/platform/operation.ts';
import type { ClaimCase, StoredClaim } from './store.ts';

/** A decision with everything it was computed from, stored beside it, so that whoever was charged can have it computed again. */

const bigint = z.string().transform((text) => BigInt(text));
const currency = z.enum(CURRENCIES);
const amount = z.object({ minor: bigint, currency });
const evidence = z.array(z.object({ id: z.string(), kind: z.string(), at: z.string(), findings: z.array(z.enum(FINDINGS)), text: localText, fileId: idOf('file').nullable() }));
const claimCase = z.object({
  claim: z.object({ kind: z.enum(CLAIM_KINDS), quantity: z.number(), openedAt: z.string(), answeredAt: z.string().nullable(), claimsBefore: z.number(), photosSeenBefore: z.number() }),
  evidence,
  line: z.object({
    quantity: z.number(), paid: amount, lineRefunded: amount, orderLeft: amount, deliveredAt: z.string().nullable(), promisedBy: z.string().nullable(), merchantEarning: amount, merchantCharged: amount,
    rate: z.object({ from: currency, to: currency, ratePpb: bigint }), disputed: z.boolean(),
  }),
});
const fault = z.object({ party: z.enum(PARTIES), sharePpm: z.number(), shown: z.array(z.enum(FINDINGS)), evidence: z.array(z.string()) });
const ruling = z.object({ grant: z.boolean(), faults: z.array(fault.omit({ shown: true })), refundPpm: bigint, goodsBack: z.boolean(), words: z.string(), by: z.string() });

const decisionInput = z.discriminatedUnion('made', [
  claimCase.extend({ made: z.literal('by_policy') }),
  claimCase.extend({ made: z.literal('by_person'), ruling }),
  z.object({ made: z.literal('goods_arrived'), code: z.string(), decision: z.object({ reasons: z.array(reasonShape), refund: amount, faults: z.array(fault.extend({ amount, charge: amount.nullable() })) }) }),
  z.object({ made: z.literal('goods_never_sent'), claimId: z.string(), currency }),
]);
type DecisionInput = z.output<typeof decisionInput>;

/** `by` is `policy`, or the name of the person. */
export type MadeDecision = Readonly<{ decision: ClaimDecision; input: unknown; by: string }>;
type Deciding = Pick<Context, 'at'>;

function inputOf({ claim, evidence: shown, line }: ClaimCase) {
  return { claim, evidence: shown, line };
}

/** What the policy says now. */
export function decideByPolicy({ at }: Deciding, found: ClaimCase): MadeDecision {
  return { decision: decideClaim(found.claim, found.evidence, found.line, found.policy, at.toISOString()), input: { made: 'by_policy', ...inputOf(found) }, by: 'policy' };
}

/** What a person rules. Fails as `ruleOnClaim`. */
export function decideByPerson({ at }: Deciding, found: ClaimCase, ruled: Ruling): Result<MadeDecision> {
  const decided = ruleOnClaim(found.claim, found.evidence, found.line, found.policy, ruled, at.toISOString());
  return decided.ok ? ok({ decision: decided.value, input: { made: 'by_person', ...inputOf(found), ruling: ruled }, by: ruled.by }) : decided;
}

/** The decision that waited for goods, now that they are here. What a finding named is in the stored words already. */
export function decideOnArrival({ at }: Deciding, row: StoredClaim, policy: ClaimPolicy, code: string): MadeDecision {
  if (row.decision === null) throw new Error(`claim ${row.id} waits for goods without a decision`);
  const { reasons, refund, faults } = row.decision;
  const before = { reasons, refund, faults: faults.map((one) => ({ party: one.party, sharePpm: one.sharePpm, evidence: one.evidence, amount: one.amount, charge: one.charge, shown: [] })) };
  return { decision: grantAfterReturn(before, policy, { code }, at.toISOString()), input: { made: 'goods_arrived', code, decision: before }, by: row.decidedBy ?? 'policy' };
}

/** The decision when the goods were asked for and never sent. */
export function decideUnsent({ at }: Deciding, row: StoredClaim, policy: ClaimPolicy): MadeDecision {
  return { decision: declineUnsent(row.id, row.currency, policy, at.toISOString()), input: { made: 'goods_never_sent', claimId: row.id, currency: row.currency }, by: 'policy' };
}

/** Computes a stored decision again. Null where a claim was decided before inputs were kept. */
export function decideAgain(stored: unknown, policy: ClaimPolicy, at: string): ClaimDecision | null {
  const input = decisionInput.safeParse(stored);
  return input.success ? again(input.data, policy, at) : null;
}

function again(input: DecisionInput, policy: ClaimPolicy, at: string): ClaimDecision | null {
  switch (input.made) {
    case 'by_policy':
      return decideClaim(input.claim, input.evidence, input.line, policy, at);
    case 'by_person': {
      const ruled = ruleOnClaim(input.claim, input.evidence, input.line, policy, input.ruling, at);
      return ruled.ok ? ruled.value : null;
    }
    case 'goods_arrived':
      return grantAfterReturn(input.decision, policy, { code: input.code }, at);
    case 'goods_never_sent':
      return declineUnsent(input.claimId, input.currency, policy, at);
  }
}
