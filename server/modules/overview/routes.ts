import { getOverview, listMerchants as listMerchantsRoute } from '#contract/accounts.ts';
import { ok } from '#core/result.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { computeOverview, listMerchants } from './service.ts';

export const overviewOperations: readonly Operation[] = [
  implement(getOverview, async (call) => ok(await computeOverview(call))),
  implement(listMerchantsRoute, async (call) => ok(await listMerchants(call, call.query))),
];
