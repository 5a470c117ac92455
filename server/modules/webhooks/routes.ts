import * as contract from '#contract/webhooks.ts';
import { ok } from '#core/result.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { createWebhook, endWebhook, listDeliveries, listWebhooks, resendEvent, testWebhook } from './service.ts';

export const webhookOperations: readonly Operation[] = [
  implement(contract.createMerchantWebhook, (call) => createWebhook(call, merchantOf(call), call.body)),
  implement(contract.listMerchantWebhooks, async (call) => ok(await listWebhooks(call, merchantOf(call)))),
  implement(contract.endMerchantWebhook, (call) => endWebhook(call, merchantOf(call), call.params.webhookId)),
  implement(contract.listMerchantDeliveries, (call) => listDeliveries(call, merchantOf(call), call.params.webhookId, call.query)),
  implement(contract.testMerchantWebhook, (call) => testWebhook(call, merchantOf(call), call.params.webhookId)),
  implement(contract.resendMerchantEvent, (call) => resendEvent(call, merchantOf(call), call.params.webhookId, call.params.eventId)),
  implement(contract.createOperatorWebhook, (call) => createWebhook(call, null, call.body)),
  implement(contract.listOperatorWebhooks, async (call) => ok(await listWebhooks(call, null))),
  implement(contract.endOperatorWebhook, (call) => endWebhook(call, null, call.params.webhookId)),
  implement(contract.listOperatorDeliveries, (call) => listDeliveries(call, null, call.params.webhookId, call.query)),
  implement(contract.testOperatorWebhook, (call) => testWebhook(call, null, call.params.webhookId)),
  implement(contract.resendOperatorEvent, (call) => resendEvent(call, null, call.params.webhookId, call.params.eventId)),
];
