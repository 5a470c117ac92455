import type { LocalText } from '../market/market.ts';
import type { ClaimKind, Party } from './claim-policy.ts';
import type { Finding } from './evidence.ts';

/** What each kind of claim is called. */
export const KIND_NAMES: Readonly<Record<ClaimKind, LocalText>> = {
  damaged: { 'zh-Hans': '收到时已损坏', 'zh-Hant': '收到時已損壞', en: 'Arrived damaged' },
  wrong: { 'zh-Hans': '发错商品', 'zh-Hant': '發錯商品', en: 'Wrong item' },
  missing: { 'zh-Hans': '少件', 'zh-Hant': '少件', en: 'Something missing' },
  not_as_described: { 'zh-Hans': '与描述不符', 'zh-Hant': '與描述不符', en: 'Not as described' },
  defective: { 'zh-Hans': '质量问题', 'zh-Hant': '品質問題', en: 'Defective' },
  not_delivered: { 'zh-Hans': '没有收到', 'zh-Hant': '沒有收到', en: 'Not delivered' },
  no_reason: { 'zh-Hans': '无理由退货', 'zh-Hant': '無理由退貨', en: 'Changed my mind' },
};

/** What each party is called. */
export const PARTY_NAMES: Readonly<Record<Party, LocalText>> = {
  merchant: { 'zh-Hans': '商家', 'zh-Hant': '商家', en: 'the merchant' },
  hub: { 'zh-Hans': '集运仓', 'zh-Hant': '集運倉', en: 'the hub' },
  carrier: { 'zh-Hans': '承运商', 'zh-Hant': '承運商', en: 'the carrier' },
  platform: { 'zh-Hans': '平台', 'zh-Hant': '平台', en: 'the marketplace' },
};

/** How each finding is said in a sentence or asked for. */
export const FINDING_NAMES: Readonly<Record<Finding, LocalText>> = {
  buyer_photo: { 'zh-Hans': '照片', 'zh-Hant': '照片', en: 'a photo' },
  merchant_counter: { 'zh-Hans': '商家的反证', 'zh-Hant': '商家的反證', en: 'the merchant’s counter-evidence' },
  received_intact: { 'zh-Hans': '入仓时完好', 'zh-Hant': '入倉時完好', en: 'intact when it reached the hub' },
  received_damaged: { 'zh-Hans': '入仓时已损坏', 'zh-Hant': '入倉時已損壞', en: 'damaged when it reached the hub' },
  received_matching: { 'zh-Hans': '入仓时商品相符', 'zh-Hant': '入倉時商品相符', en: 'the right item when it reached the hub' },
  received_wrong: { 'zh-Hans': '入仓时商品不符', 'zh-Hant': '入倉時商品不符', en: 'the wrong item when it reached the hub' },
  received_complete: { 'zh-Hans': '入仓时数量齐全', 'zh-Hant': '入倉時數量齊全', en: 'complete when it reached the hub' },
  received_short: { 'zh-Hans': '入仓时数量不足', 'zh-Hant': '入倉時數量不足', en: 'short when it reached the hub' },
  packed_whole: { 'zh-Hans': '打包时完好齐全', 'zh-Hant': '打包時完好齊全', en: 'packed whole' },
  handed_over: { 'zh-Hans': '已交给承运商', 'zh-Hant': '已交給承運商', en: 'handed over to the carrier' },
  carrier_damage: { 'zh-Hans': '承运商记录了损坏', 'zh-Hant': '承運商記錄了損壞', en: 'damage recorded by the carrier' },
  carrier_lost: { 'zh-Hans': '承运商确认丢失', 'zh-Hant': '承運商確認遺失', en: 'loss recorded by the carrier' },
  carrier_returned: { 'zh-Hans': '承运商记录已退回', 'zh-Hant': '承運商記錄已退回', en: 'return to sender recorded by the carrier' },
  carrier_delivered: { 'zh-Hans': '承运商记录已送达', 'zh-Hant': '承運商記錄已送達', en: 'delivery recorded by the carrier' },
  return_received: { 'zh-Hans': '退回的商品已收到', 'zh-Hant': '退回的商品已收到', en: 'the goods came back' },
  wording_wrong: { 'zh-Hans': '商品页文案有误', 'zh-Hant': '商品頁文案有誤', en: 'a mistake in the page’s wording' },
};

/** Joins texts into one list, with each language's own comma. */
export function joinTexts(texts: readonly LocalText[]): LocalText {
  return {
    'zh-Hans': texts.map((text) => text['zh-Hans']).join('、'),
    'zh-Hant': texts.map((text) => text['zh-Hant']).join('、'),
    en: texts.map((text) => text.en).join(', '),
  };
}
