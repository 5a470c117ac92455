import * as contract from '#contract/claims.ts';
import { ok, type Result } from '#core/result.ts';
import { buyerOf, merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Context, type Operation } from '#server/platform/operation.ts';
import { getClaim, getClaimFor, listClaims, listMerchantClaims } from './list-claims.ts';
import { presentClaim, type ClaimShape, type Viewer } from './present.ts';
import { listReturns, receiveReturn, sendReturn } from './returns.ts';
import { overturnClaim, ruleClaim, upholdClaim } from './rule.ts';
import { answerClaim, appealClaim, openClaim } from './service.ts';
import { loadClaim, type StoredClaim } from './store.ts';

/** The claim as it stands after a command, read back. */
async function shown(context: Context, changed: Result<StoredClaim>, viewer: Viewer): Promise<Result<ClaimShape>> {
  if (!changed.ok) return changed;
  const row = await loadClaim(context.tx, changed.value.id);
  if (row === null) throw new Error(`claim ${changed.value.id} is gone within its own transaction`);
  return ok(await presentClaim(context, row, viewer));
}

/** Opening and answering decide by the order, its payment and the ledger, which belong to the marketplace: it acts for buyer and merchant there. */
export const claimOperations: readonly Operation[] = [
  implement(contract.openClaim, async (call) => shown(call, await openClaim(call, buyerOf(call), call.body), 'buyer'), { as: 'platform' }),
  implement(contract.getMyClaim, (call) => getClaimFor(call, call.params.claimId, 'buyer', buyerOf(call))),
  implement(contract.listMerchantClaims, async (call) => ok(await listMerchantClaims(call, merchantOf(call), call.query))),
  implement(contract.getMerchantClaim, (call) => getClaimFor(call, call.params.claimId, 'merchant', merchantOf(call))),
  implement(contract.answerClaim, async (call) => shown(call, await answerClaim(call, merchantOf(call), call.params.claimId, call.body), 'merchant'), { as: 'platform' }),
  implement(contract.listClaims, async (call) => ok(await listClaims(call, call.query))),
  implement(contract.getClaim, (call) => getClaim(call, call.params.claimId)),
  implement(contract.decideClaim, async (call) => shown(call, await ruleClaim(call, call.params.claimId, call.body), 'operator')),
  implement(contract.overturnClaim, async (call) => shown(call, await overturnClaim(call, call.params.claimId, call.body), 'operator')),
  implement(contract.upholdClaim, async (call) => shown(call, await upholdClaim(call, call.params.claimId, call.body.reason), 'operator')),
  implement(contract.appealClaim, async (call) => shown(call, await appealClaim(call, merchantOf(call), call.params.claimId, call.body), 'merchant'), { as: 'platform' }),
  implement(contract.sendReturn, async (call) => shown(call, await sendReturn(call, buyerOf(call), call.params.claimId, call.body), 'buyer'), { as: 'platform' }),
  implement(contract.listReturns, async (call) => ok(await listReturns(call))),
  implement(contract.receiveReturn, async (call) => {
    const received = await receiveReturn(call, call.params.code, call.body);
    return received.ok ? ok({ claimId: received.value.id, state: received.value.state }) : received;
  }),
];
