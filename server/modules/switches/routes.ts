import { getSwitches, setSwitch } from '#contract/switches.ts';
import { ok } from '#core/result.ts';
import { refreshProducts, refreshShop } from '#server/modules/listings/service.ts';
import { merchantOf } from '#server/platform/merchant-of.ts';
import { implement, type Operation } from '#server/platform/operation.ts';
import { getBoard, turnSwitch } from './service.ts';

export const switchOperations: readonly Operation[] = [
  implement(getSwitches, async (call) => ok(await getBoard(call, merchantOf(call)))),
  implement(setSwitch, async (call) => {
    const merchantId = merchantOf(call);
    const turned = await turnSwitch(call, merchantId, call.body);
    if (!turned.ok) return turned;
    const opened = call.body.state === 'open';
    const cause = opened
      ? { 'zh-Hans': '打开了出口开关', 'zh-Hant': '打開了出口開關', en: 'The export switch was opened' }
      : { 'zh-Hans': '暂停了出口开关', 'zh-Hant': '暫停了出口開關', en: 'The export switch was paused' };
    if (call.body.productId === null) await refreshShop(call, merchantId, cause);
    else await refreshProducts(call, [call.body.productId], cause);
    return ok(await getBoard(call, merchantId));
  }),
];
