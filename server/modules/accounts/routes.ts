import * as contract from '#contract/accounts.ts';
import { addMember as addMemberRoute, listMembers as listMembersRoute, removeMember as removeMemberRoute } from '#contract/members.ts';
import { demoAccounts, demoProgress, getSession, registerMerchant } from '#contract/session.ts';
import { ok, refuse } from '#core/result.ts';
import { loadHistory } from '#server/modules/history/service.ts';
import type { Auth } from '#server/platform/auth.ts';
import { recordEvent } from '#server/platform/events.ts';
import { buyerOf, merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { loadDemoAccounts, loadDemoProgress } from './demo-accounts.ts';
import { readEvidenceFile, readFile, readHubFile, storeFile } from './files.ts';
import { addMember, listMembers, removeMember } from './members.ts';
import { listNotifications, readNotifications } from './notifications.ts';
import { loadSession, registerShop } from './sessions.ts';

/** Sessions, keys, files, notifications and history. */
export function accountOperations(auth: Auth): Operation[] {
  return [
    implement(getSession, async (call) => ok(await loadSession(call)), { as: 'platform' }),
    implement(registerMerchant, (call) => registerShop(call, auth, call.body), { as: 'platform' }),
    implement(demoAccounts, async (call) => ok({ accounts: await loadDemoAccounts(call) }), { as: 'platform' }),
    implement(demoProgress, async (call) => ok(await loadDemoProgress(call)), { as: 'platform' }),
    ...keyOperations(),
    ...memberOperations(auth),
    ...fileOperations(),
    implement(contract.listNotifications, async (call) => ok(await listNotifications(call, call.query))),
    implement(contract.readNotifications, async (call) => ok(await readNotifications(call))),
    implement(contract.listMerchantHistory, async ({ tx, query }) => ok(await loadHistory(tx, { ...query, ...(query.subject !== undefined && { subjects: [query.subject] }) }))),
    implement(contract.listHistory, async ({ tx, query }) => ok(await loadHistory(tx, { ...query, ...(query.subject !== undefined && { subjects: [query.subject] }) }))),
  ];
}

function memberOperations(auth: Auth): Operation[] {
  return [
    implement(listMembersRoute, async (call) => ok(await listMembers(call, merchantOf(call))), { as: 'platform' }),
    implement(addMemberRoute, (call) => addMember(call, auth, merchantOf(call), call.body), { as: 'platform' }),
    implement(removeMemberRoute, (call) => removeMember(call, merchantOf(call), call.params.userId), { as: 'platform' }),
  ];
}

function keyOperations(): Operation[] {
  return [
    implement(contract.createMerchantKey, async (call) => {
      if (call.actor.memberRole !== 'owner') return refuse('wrong_audience');
      const created = await createApiKey(call, call.body.name);
      if (created.ok) await recordEvent(call, { kind: 'api_key_created', subject: created.value.key.id, merchantId: call.actor.merchantId, data: { name: call.body.name } });
      return created;
    }, { as: 'platform' }),
    implement(contract.createOperatorKey, async (call) => {
      const created = await createApiKey(call, call.body.name);
      if (created.ok) await recordEvent(call, { kind: 'api_key_created', subject: created.value.key.id, data: { name: call.body.name } });
      return created;
    }),
    implement(contract.listMerchantKeys, async (call) => ok(await listApiKeys(call, merchantOf(call)))),
    implement(contract.listOperatorKeys, async (call) => ok(await listApiKeys(call, null))),
    implement(contract.revokeOperatorKey, (call) => revokeApiKey(call, null, call.params.apiKeyId)),
    implement(contract.revokeMerchantKey, (call) => revokeApiKey(call, merchantOf(call), call.params.apiKeyId)),
  ];
}

function fileOperations(): Operation[] {
  return [
    implement(contract.uploadBuyerFile, (call) => storeFile(call, call.body, { merchantId: null, buyerId: buyerOf(call) })),
    implement(contract.uploadMerchantFile, (call) => storeFile(call, call.body, { merchantId: merchantOf(call), buyerId: null })),
    implement(contract.uploadHubFile, (call) => storeFile(call, call.body, { merchantId: null, buyerId: null })),
    implement(contract.getBuyerFile, (call) => readFile(call, call.params.fileId)),
    implement(contract.getMerchantFile, (call) => readEvidenceFile(call, call.params.fileId), { as: 'platform' }),
    implement(contract.getHubFile, (call) => readHubFile(call, call.params.fileId)),
    implement(contract.getOperatorFile, (call) => readFile(call, call.params.fileId)),
  ];
}
