import type { z } from 'zod';
import type { decideClaim as decideRoute, overturnClaim as overturnRoute } from '#contract/claims.ts';
import { PARTY_NAMES } from '#core/claims/claim-words.ts';
import { PARTIES, type ClaimPolicy, type Party } from '#core/claims/claim-policy.ts';
import type { RuledFault, Ruling } from '#core/claims/decide-claim.ts';
import { evidenceShowing } from '#core/claims/evidence.ts';
import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { decideByPerson, type MadeDecision } from './made-decision.ts';
import { carryOut, reverseAndBear } from './settle.ts';
import { isWaiting, loadCase, loadClaim, type ClaimCase, type StoredClaim } from './store.ts';

/** Claims as a person rules them: for the first time, or anew after an appeal. */

type Said = z.output<typeof decideRoute.body>;

const WHOLE_PPM = 1_000_000;

/** A person grants or declines; the amount is the policy's or a part of it. Fails with `not_found`, `wrong_state`, `no_evidence`, `shares_incomplete`. */
export async function ruleClaim(context: Context, id: IdOf<'claim'>, said: Said): Promise<Result<StoredClaim>> {
  const opened = await openFor(context, id, 'decide', isWaiting);
  if (!opened.ok) return opened;
  const { row, claimCase } = opened.value;
  const decision = rule(context, row, claimCase, said);
  return decision.ok ? carryOut(context, row, claimCase, decision.value) : decision;
}

/**
 * Decides a settled claim anew. What it charged is turned round in full by new postings and borne as ruled now; the buyer
 * keeps what was refunded. A declined claim can be granted. Fails as `ruleClaim`.
 */
export async function overturnClaim(context: Context, id: IdOf<'claim'>, said: z.output<typeof overturnRoute.body>): Promise<Result<StoredClaim>> {
  const opened = await openFor(context, id, 'overturn', (claim) => claim.state === 'refunded' || claim.state === 'overturned' || claim.state === 'declined');
  if (!opened.ok) return opened;
  const { row, claimCase } = opened.value;
  if (row.state === 'declined') {
    const granted = rule(context, row, claimCase, { ...said, grant: true });
    return granted.ok ? carryOut(context, { ...row, round: row.round + 1 }, claimCase, granted.value) : granted;
  }
  // What was refunded is the claim's amount now: the ruling is about who bears it.
  const again = rule(context, row, withRefundBack(row, claimCase), { ...said, grant: true, refundPercent: undefined, goodsBack: false });
  return again.ok ? reverseAndBear(context, row, claimCase, again.value) : again;
}

/** Leaves an appealed decision as it is, and says why. Fails with `not_found`, `wrong_state`. */
export async function upholdClaim(context: Context, id: IdOf<'claim'>, reason: string): Promise<Result<StoredClaim>> {
  const opened = await openFor(context, id, 'uphold', (claim) => claim.appealedAt !== null);
  if (!opened.ok) return opened;
  const { row } = opened.value;
  await context.tx.updateTable('claim').set({ appealedAt: null, reviewDue: null, overdueAt: null }).where('id', '=', id).execute();
  await recordEvents(context, [{ kind: 'claim_upheld', subject: id, merchantId: row.merchantId, market: row.market, why: { 'zh-Hans': reason, 'zh-Hant': reason, en: reason } }]);
  return ok({ ...row, appealedAt: null });
}

/** The case as it stood before this claim's own refund. */
function withRefundBack(row: StoredClaim, claimCase: ClaimCase): ClaimCase {
  const { line } = claimCase;
  return { ...claimCase, line: { ...line, orderLeft: { ...line.orderLeft, minor: line.orderLeft.minor + (row.refundMinor ?? 0n) } } };
}

/** A claim with its case; the order is locked first, as everywhere. */
async function openFor(context: Context, id: IdOf<'claim'>, move: string, fits: (claim: StoredClaim) => boolean): Promise<Result<{ row: StoredClaim; claimCase: ClaimCase }>> {
  const found = await loadClaim(context.tx, id);
  if (found === null) return refuse('not_found', { what: 'claim' });
  const claimCase = await loadCase(context, found);
  const row = await loadClaim(context.tx, id);
  if (row === null || !fits(row)) return refuse('wrong_state', { state: row?.state ?? 'gone', move });
  return ok({ row, claimCase });
}

function rule(context: Context, row: StoredClaim, claimCase: ClaimCase, said: Said): Result<MadeDecision> {
  const { policy } = claimCase;
  const ruling: Ruling = {
    grant: said.grant, faults: said.grant ? faultsSaid(said, row, claimCase, policy) : [], refundPpm: BigInt(said.refundPercent ?? 100) * 10_000n, goodsBack: said.goodsBack, words: said.reason, by: context.actor.name,
  };
  const decided = decideByPerson(context, claimCase, ruling);
  if (decided.ok || decided.problem.code !== 'no_evidence') return decided;
  const party = PARTIES.find((one) => one === decided.problem.facts?.['party']) ?? 'merchant';
  return refuse('no_evidence', { party: context.locale === 'en' ? party : PARTY_NAMES[party][context.locale] }, 'fault');
}

function faultsSaid(said: Said, row: StoredClaim, claimCase: ClaimCase, policy: ClaimPolicy): RuledFault[] {
  const shares = said.shares ?? [{ party: said.fault, percent: 100 }];
  return shares.map(({ party, percent }) => ({ party, sharePpm: (WHOLE_PPM / 100) * percent, evidence: proofAgainst(party, row, claimCase, policy) }));
}

/**
 * What on file speaks against a party: evidence that shows what the policy's fault rules for this kind name, and the
 * hub's written notes, which only a person can read.
 */
function proofAgainst(party: Party, row: StoredClaim, { evidence }: ClaimCase, policy: ClaimPolicy): string[] {
  const named = (policy.faults[row.kind] ?? []).filter((one) => (one.shares[party] ?? 0) > 0).flatMap((one) => one.when);
  const shown = new Set(evidenceShowing(evidence, named));
  const isNote = (kind: string) => kind === 'hub_note' && (party === 'merchant' || party === 'hub');
  return evidence.filter((one) => shown.has(one.id) || isNote(one.kind)).map((one) => one.id);
}
