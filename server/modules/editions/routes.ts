import * as contract from '#contract/editions.ts';
import { ok, refuse } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Call, type Operation } from '#server/platform/operation.ts';
import { replayEdition } from './replay.ts';
import { draftRules, editRules, lintRules } from './rule-drafts.ts';
import { publishRules, widenEdition, withdrawEdition } from './rule-publishing.ts';
import { draftEdition, impactOf, listEditions, listProgrammes, previewEdition, publishEdition, readEdition } from './service.ts';

export const editionOperations: readonly Operation[] = [
  implement(contract.listEditions, async (call) => ok(await listEditions(call))),
  implement(contract.getEdition, (call) => readEdition(call, call.params.editionId)),
  implement(contract.draftEdition, (call) => draftEdition(call, call.body)),
  implement(contract.previewEdition, (call) => previewEdition(call, call.params.editionId)),
  implement(contract.listTariffProgrammes, async (call) => ok({ items: await listProgrammes(call) })),
  implement(contract.runTariffScenario, (call) => impactOf(call, call.body.changes, 'scenario', merchantOf(call))),
  implement(contract.publishEdition, publish),
  implement(contract.lintRules, async (call) => ok(await lintRules(call, call.body.text))),
  implement(contract.draftRules, (call) => draftRules(call, call.body)),
  implement(contract.editRules, (call) => editRules(call, call.params.editionId, call.body)),
  implement(contract.replayEdition, (call) => replayEdition(call, call.params.editionId, call.body.sharePpm, call.body.again)),
  implement(contract.widenEdition, (call) => widenEdition(call, call.params.editionId, call.body.sharePpm)),
  implement(contract.withdrawEdition, (call) => withdrawEdition(call, call.params.editionId)),
];

/** Rules may go to a share of merchants first; tariffs are the same for everybody. */
async function publish(call: Call<typeof contract.publishEdition>) {
  const { editionId } = call.params;
  const row = await call.tx.selectFrom('edition').select('kind').where('id', '=', editionId).executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'edition' });
  return row.kind === 'rules' ? publishRules(call, editionId, call.body.sharePpm) : publishEdition(call, editionId);
}
