import * as contract from '#contract/rules.ts';
import { ok } from '#core/result.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { listRules, readRuleText } from './service.ts';

export const ruleOperations: readonly Operation[] = [
  implement(contract.listRules, async (call) => ok(await listRules(call, call.query)), { as: 'platform' }),
  implement(contract.getRuleText, (call) => readRuleText(call, call.params.ruleId)),
];
