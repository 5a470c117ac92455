import * as contract from '#contract/orders.ts';
import { ok } from '#core/result.ts';
import { buyerOf, merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { printMerchantLabel, printWaitingLabels } from './merchant-label.ts';
import { getMerchantOrder, listMerchantOrders, shipMerchantOrder } from './merchant-orders.ts';
import { declineMerchantOrder } from './decline.ts';
import { changeAddress } from './change-address.ts';
import { cancelOrder, cancelOrderFor } from './end-order.ts';
import { getBuyerOrder, getOrder, listBuyerOrders, listOrders } from './service.ts';

export const orderOperations: readonly Operation[] = [
  implement(contract.listMyOrders, async (call) => ok(await listBuyerOrders(call, buyerOf(call), call.query))),
  // Whether it can still be cancelled depends on merchant orders, which no buyer may read: the marketplace reads them for the buyer.
  implement(contract.getMyOrder, (call) => getBuyerOrder(call, buyerOf(call), call.params.orderId), { as: 'platform' }),
  implement(contract.cancelMyOrder, (call) => cancelOrder(call, buyerOf(call), call.params.orderId, call.body.reason), { as: 'platform' }),
  implement(contract.changeMyAddress, (call) => changeAddress(call, buyerOf(call), call.params.orderId, call.body), { as: 'platform' }),
  implement(contract.cancelOrder, (call) => cancelOrderFor(call, call.params.orderId, call.body.reason)),
  implement(contract.listOrders, async (call) => ok(await listOrders(call, call.query))),
  implement(contract.getOrder, (call) => getOrder(call, call.params.orderId)),
  implement(contract.listMerchantOrders, async (call) => ok(await listMerchantOrders(call, merchantOf(call), call.query))),
  implement(contract.getMerchantOrder, (call) => getMerchantOrder(call, merchantOf(call), call.params.merchantOrderId)),
  implement(contract.getMerchantLabel, (call) => printMerchantLabel(call, merchantOf(call), call.params.merchantOrderId)),
  implement(contract.getMerchantLabels, (call) => printWaitingLabels(call, merchantOf(call), call.query.format)),
  // The buyer's order moves with it, which no merchant may write: the marketplace does it for the shop.
  implement(contract.declineMerchantOrder, (call) => declineMerchantOrder(call, merchantOf(call), call.params.merchantOrderId, call.body.reason), { as: 'platform' }),
  implement(contract.shipMerchantOrder, (call) => shipMerchantOrder(call, merchantOf(call), call.params.merchantOrderId, call.body)),
];
