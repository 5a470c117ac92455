import * as contract from '#contract/tariffs.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { listChanges, listLines } from './service.ts';

export const tariffOperations: readonly Operation[] = [
  implement(contract.listTariffLines, (call) => listLines(call, call.query), { as: 'platform' }),
  implement(contract.listTariffChanges, (call) => listChanges(call, call.query), { as: 'platform' }),
];
