import type { LocalText } from '../market/market.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import { moveExportParcel, type ExportMove, type ExportState } from './parcel-moves.ts';

/**
 * One vocabulary for what carriers report. Each carrier's own words are mapped onto it where its events enter; customs
 * has two statuses of its own, which carriers tend to hide in sub-codes.
 */
export const TRACKING_STATUSES = [
  'processing', 'shipped', 'in_transit', 'delayed', 'customs_hold', 'customs_cleared', 'out_for_delivery', 'available_for_pickup', 'failed_attempt',
  'delivered', 'undeliverable', 'returned_to_sender', 'lost',
] as const;
export type TrackingStatus = (typeof TRACKING_STATUSES)[number];

/** What each status says to buyers and merchants. */
export const TRACKING_TEXT: Readonly<Record<TrackingStatus, LocalText>> = {
  processing: { 'zh-Hans': '已交件，等待承运商揽收', 'zh-Hant': '已交件，等待承運商攬收', en: 'Label made; waiting for the carrier' },
  shipped: { 'zh-Hans': '承运商已揽收', 'zh-Hant': '承運商已攬收', en: 'Collected by the carrier' },
  in_transit: { 'zh-Hans': '运输中', 'zh-Hant': '運輸中', en: 'On its way' },
  delayed: { 'zh-Hans': '运输途中有延误', 'zh-Hant': '運輸途中有延誤', en: 'Delayed on its way' },
  customs_hold: { 'zh-Hans': '海关查验中', 'zh-Hant': '海關查驗中', en: 'Held by customs' },
  customs_cleared: { 'zh-Hans': '已清关', 'zh-Hant': '已清關', en: 'Cleared customs' },
  out_for_delivery: { 'zh-Hans': '派送中', 'zh-Hant': '派送中', en: 'Out for delivery' },
  available_for_pickup: { 'zh-Hans': '可以自取', 'zh-Hant': '可以自取', en: 'Ready for collection' },
  failed_attempt: { 'zh-Hans': '派送未成功', 'zh-Hant': '派送未成功', en: 'Delivery was tried' },
  delivered: { 'zh-Hans': '已送达', 'zh-Hant': '已送達', en: 'Delivered' },
  undeliverable: { 'zh-Hans': '无法派送', 'zh-Hant': '無法派送', en: 'Could not be delivered' },
  returned_to_sender: { 'zh-Hans': '已退回', 'zh-Hant': '已退回', en: 'Returned to sender' },
  lost: { 'zh-Hans': '承运商确认丢失', 'zh-Hant': '承運商確認遺失', en: 'Lost by the carrier' },
};

/** The move of the export parcel that a status stands for. */
const MOVE_OF: Readonly<Record<TrackingStatus, ExportMove>> = {
  processing: 'move_on', shipped: 'move_on', in_transit: 'move_on', delayed: 'move_on', customs_hold: 'move_on', customs_cleared: 'move_on', out_for_delivery: 'move_on',
  available_for_pickup: 'move_on', failed_attempt: 'move_on', undeliverable: 'move_on', delivered: 'deliver', returned_to_sender: 'return', lost: 'lose',
};

/** The state a parcel has after a tracking event. May fail with: wrong_state (it has not left, or has come to an end). */
export function trackParcel(state: ExportState, status: TrackingStatus): Result<ExportState, Refusal<'wrong_state'>> {
  return moveExportParcel(state, MOVE_OF[status]);
}

/** Words of carriers' interfaces, as of 2026-11: AfterShip tags, EasyPost and Shippo statuses, lower case without separators. */
const CARRIER_WORDS: Readonly<Record<string, TrackingStatus>> = {
  pending: 'processing', inforeceived: 'processing', unknown: 'processing', pretransit: 'processing', accepted: 'shipped', collected: 'shipped',
  intransit: 'in_transit', transit: 'in_transit', outfordelivery: 'out_for_delivery', availableforpickup: 'available_for_pickup',
  attemptfail: 'failed_attempt', failedattempt: 'failed_attempt', delivered: 'delivered', undeliverable: 'undeliverable',
  // What carriers call an exception is mostly weather or a missed connection: the parcel still moves, later.
  exception: 'delayed', error: 'delayed',
  // The two carriers that say "failure" mean different things; what holds for both is that it did not arrive this time.
  failure: 'failed_attempt', exception004: 'customs_hold', customsdelay: 'customs_hold', customshold: 'customs_hold', customscleared: 'customs_cleared',
  returntosender: 'returned_to_sender', returned: 'returned_to_sender', returnedtosender: 'returned_to_sender', lost: 'lost',
};

/** Reads a carrier's own word, a sub-code first where it says more. May fail with: unknown_tracking_status (facts: status). */
export function readCarrierStatus(status: string, subStatus: string | null = null): Result<TrackingStatus, Refusal<'unknown_tracking_status'>> {
  for (const word of [subStatus, status]) {
    const folded = word?.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    if (folded !== undefined && Object.hasOwn(CARRIER_WORDS, folded)) {
      const known = CARRIER_WORDS[folded];
      if (known !== undefined) return ok(known);
    }
  }
  return refuse('unknown_tracking_status', { status }, 'status');
}
