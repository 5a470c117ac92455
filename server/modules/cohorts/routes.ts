import * as contract from '#contract/cohorts.ts';
import { ok } from '#core/result.ts';
import { refreshShop } from '#server/modules/listings/service.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { answerInvitation, getCohort, getEnrolment, openCohort, previewCohort, setTakingPart } from './service.ts';
import { feePlanText, loadCohorts, loadInvitations } from './store.ts';

export const cohortOperations: readonly Operation[] = [
  implement(contract.previewCohort, async (call) => ok(await previewCohort(call, call.body.policy))),
  implement(contract.openCohort, (call) => openCohort(call, call.body)),
  implement(contract.listFeePlans, async ({ system }) => {
    const { feePlans } = system.packs.pricing;
    return ok({ items: feePlans.map(({ plan }) => ({ plan, text: feePlanText(feePlans, plan) })) });
  }),
  implement(contract.listCohorts, async ({ tx }) => ok({ items: await loadCohorts(tx) })),
  implement(contract.getCohort, (call) => getCohort(call, call.params.cohortId)),
  implement(contract.listMyInvitations, async ({ tx, system }) => ok({ items: await loadInvitations(tx, system.packs.pricing.feePlans) })),
  implement(contract.answerInvitation, async (call) => {
    const merchantId = merchantOf(call);
    const answered = await answerInvitation(call, merchantId, call.params.invitationId, call.body.accept);
    if (answered.ok && call.body.accept) await refreshShop(call, merchantId, { 'zh-Hans': '加入出口计划', 'zh-Hant': '加入出口計劃', en: 'The shop joined managed export' });
    return answered;
  }),
  implement(contract.getEnrolment, async (call) => ok(await getEnrolment(call, merchantOf(call)))),
  implement(contract.leaveProgramme, async (call) => {
    const left = await setTakingPart(call, merchantOf(call), false, call.body.reason);
    if (left.ok) await refreshShop(call, merchantOf(call), { 'zh-Hans': '店铺退出出口计划', 'zh-Hant': '店舖退出出口計劃', en: 'The shop left managed export' });
    return left;
  }),
  implement(contract.rejoinProgramme, async (call) => {
    const back = await setTakingPart(call, merchantOf(call), true);
    if (back.ok) await refreshShop(call, merchantOf(call), { 'zh-Hans': '店铺重新加入出口计划', 'zh-Hant': '店舖重新加入出口計劃', en: 'The shop came back to managed export' });
    return back;
  }),
];
