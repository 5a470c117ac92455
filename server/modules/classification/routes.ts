import * as contract from '#contract/code-choices.ts';
import { ok } from '#core/result.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { chooseCode, listChoices, listDoubts } from './service.ts';

export const classificationOperations: readonly Operation[] = [
  implement(contract.listDoubtfulProducts, async (call) => ok(await listDoubts(call, call.query.limit))),
  implement(contract.chooseCode, (call) => chooseCode(call, call.body)),
  implement(contract.listCodeChoices, async (call) => ok(await listChoices(call, call.query))),
];
