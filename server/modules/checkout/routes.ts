import * as contract from '#contract/checkout.ts';
import { buyerOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { answerChallenge, completePayment, placeOrder } from './place-order.ts';
import { getCheckout, startCheckout } from './service.ts';

/** Prices and stock are the merchants', so checkout acts for the buyer under the marketplace's own role. */
export const checkoutOperations: readonly Operation[] = [
  implement(contract.startCheckout, (call) => startCheckout(call, buyerOf(call), call.body), { as: 'platform' }),
  implement(contract.getCheckout, (call) => getCheckout(call, buyerOf(call), call.params.checkoutId)),
  implement(contract.placeOrder, (call) => placeOrder(call, buyerOf(call), call.params.checkoutId, call.body), { as: 'platform' }),
  implement(contract.completePayment, (call) => completePayment(call, buyerOf(call), call.params.checkoutId), { as: 'platform' }),
  implement(contract.answerTestChallenge, (call) => answerChallenge(call, buyerOf(call), call.params.checkoutId, call.body.approve), { as: 'platform' }),
];
