import { whyMerchant, whyOperator } from '#contract/accounts.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { explainWhy } from './service.ts';

export const whyOperations: readonly Operation[] = [
  implement(whyMerchant, (call) => explainWhy(call, call.params.id)),
  implement(whyOperator, (call) => explainWhy(call, call.params.id)),
];
