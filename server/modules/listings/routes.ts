import * as contract from '#contract/listings.ts';
import { ok } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { listVerdicts, readLiveHistory } from './live-history.ts';
import { previewPayout, previewPayouts } from './payout-previews.ts';
import { compareStock } from './stock-choice.ts';
import { computeReadiness } from './readiness.ts';
import { previewProduct, readProductListings } from './read-listings.ts';

export const listingOperations: readonly Operation[] = [
  implement(contract.getProductListings, (call) => readProductListings(call, call.params.productId)),
  implement(contract.previewMarket, (call) => previewProduct(call, call.params.productId, call.params.market)),
  implement(contract.previewPayout, (call) => previewPayout(call, call.params.productId, call.params.market)),
  implement(contract.previewPayouts, async (call) => ok(await previewPayouts(call, merchantOf(call), call.query.limit))),
  implement(contract.compareStock, (call) => compareStock(call, call.params.productId, call.params.market, call.query)),
  implement(contract.getReadiness, async (call) => ok(await computeReadiness(call, merchantOf(call)))),
  implement(contract.getLiveHistory, async (call) => ok(await readLiveHistory(call, { ...call.query, merchantId: merchantOf(call) }))),
  implement(contract.getMarketplaceLiveHistory, async (call) => ok(await readLiveHistory(call, call.query))),
  implement(contract.listVerdicts, (call) => listVerdicts(call, call.params.productId)),
];
