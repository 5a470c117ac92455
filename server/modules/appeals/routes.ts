import * as contract from '#contract/appeals.ts';
import { ok } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { decideReview, listReviews, listRulings, presentOutcomes } from './reviews.ts';
import { withdrawRuling } from './rulings.ts';
import { decideAppeal, listAppeals, openAppeal, readAppeal, withdrawAppeal } from './service.ts';

export const appealOperations: readonly Operation[] = [
  implement(contract.openAppeal, (call) => openAppeal(call, merchantOf(call), call.body)),
  implement(contract.listAppeals, async (call) => ok(await listAppeals(call, call.query))),
  implement(contract.getAppeal, (call) => readAppeal(call, call.params.appealId)),
  implement(contract.withdrawAppeal, (call) => withdrawAppeal(call, call.params.appealId)),
  implement(contract.listReviews, async (call) => ok(await listReviews(call, call.query))),
  implement(contract.listDecidedAppeals, async (call) => ok(await listAppeals(call, call.query))),
  implement(contract.decideAppeal, (call) => decideAppeal(call, call.params.appealId, call.body)),
  implement(contract.decideReview, (call) => decideReview(call, call.body)),
  implement(contract.listRulings, async (call) => ok(await listRulings(call, call.query))),
  implement(contract.withdrawRuling, async (call) => {
    const withdrawn = await withdrawRuling(call, call.params.rulingId);
    return withdrawn.ok ? ok({ outcomes: await presentOutcomes(call, withdrawn.value) }) : withdrawn;
  }),
];
