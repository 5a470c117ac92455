import { CLAIM_KINDS } from '#core/claims/claim-policy.ts';
import { KIND_NAMES } from '#core/claims/claim-words.ts';
import type { LocalText } from '#core/market/market.ts';

/** Words for values that stand in events as codes, so that nobody reads a code in a history. */

function words(zhHans: string, zhHant: string, en: string): LocalText {
  return { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
}

const MARKET_WORDS: Readonly<Record<string, LocalText>> = { US: words('美国', '美國', 'the United States'), HK: words('香港', '香港', 'Hong Kong'), MO: words('澳门', '澳門', 'Macau') };

const OUTCOME_WORDS: Readonly<Record<string, LocalText>> = {
  '–': words('尚未审核', '尚未審核', 'not screened yet'),
  allowed: words('可以出口', '可以出口', 'allowed'),
  allowed_with_conditions: words('有条件出口', '有條件出口', 'allowed with conditions'),
  needs_facts: words('待补资料', '待補資料', 'needs a fact'),
  needs_review: words('待人工审核', '待人工審核', 'needs review'),
  blocked: words('不可出口', '不可出口', 'blocked'),
};

const TRACKING_WORDS: Readonly<Record<string, LocalText>> = {
  processing: words('处理中', '處理中', 'processing'), shipped: words('已交运', '已交運', 'shipped'), in_transit: words('运输中', '運輸中', 'in transit'), delayed: words('途中延误', '途中延誤', 'delayed'), customs_hold: words('海关查验', '海關查驗', 'held at customs'),
  customs_cleared: words('已清关', '已清關', 'customs cleared'), out_for_delivery: words('派送中', '派送中', 'out for delivery'), available_for_pickup: words('待自提', '待自取', 'ready for pickup'), failed_attempt: words('派送未成功', '派送未成功', 'delivery attempt failed'),
  delivered: words('已送达', '已送達', 'delivered'), undeliverable: words('无法派送', '無法派送', 'undeliverable'), returned_to_sender: words('已退回', '已退回', 'returned'), lost: words('丢失', '遺失', 'lost'),
};

const CLAIM_WORDS: Readonly<Record<string, LocalText>> = Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, KIND_NAMES[kind]]));

/** Which vocabulary a named value of an event kind is read in. */
const VOCABULARIES: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, LocalText>>>>>> = {
  verdict_changed: { before: OUTCOME_WORDS, after: OUTCOME_WORDS },
  listing_live: { market: MARKET_WORDS }, listing_held: { market: MARKET_WORDS }, listing_off: { market: MARKET_WORDS },
  tracking_recorded: { status: TRACKING_WORDS },
  claim_opened: { kind: CLAIM_WORDS }, claim_declined: { kind: CLAIM_WORDS }, claim_granted: { kind: CLAIM_WORDS },
};

/** A value of an event in words where there are words for it. */
export function valueInWords(eventKind: string, name: string, value: unknown): unknown {
  return typeof value === 'string' ? (VOCABULARIES[eventKind]?.[name]?.[value] ?? value) : value;
}
