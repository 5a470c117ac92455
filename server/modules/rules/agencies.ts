import type { LocalText } from '#core/market/market.ts';

/** Who stands behind a rule, read off its id: the pack names its files and ids by authority. */

export type Agency = Readonly<{ key: string; name: LocalText }>;

/** The first that matches counts; the last of a market takes what is left. */
const AGENCIES: readonly (readonly [pattern: RegExp, key: string, zhHans: string, zhHant: string, en: string])[] = [
  [/^TXT-MP-/, 'marketplace', '平台规定', '平台規定', 'The marketplace'],
  [/^TXT-/, 'wording', '商品页文案', '商品頁文案', 'Wording of the page'],
  [/^(?:CN|HK|MO|US)-(?:DG|POST|DOT)-/, 'transport', '危险品与运输', '危險品與運輸', 'Dangerous goods and transport'],
  [/^CN-/, 'cn-export', '中国出口管理', '中國出口管理', 'Leaving China'],
  [/^US-CPSC-/, 'us-cpsc', '消费品安全委员会 CPSC', '消費品安全委員會 CPSC', 'CPSC, consumer products'],
  [/^US-FDA-(?:FOOD|SUPP|IF|PET|ENTRY|FCM)-/, 'us-fda-food', 'FDA 食品', 'FDA 食品', 'FDA, food'],
  [/^US-FDA-COSM-/, 'us-fda-cosmetics', 'FDA 化妆品', 'FDA 化妝品', 'FDA, cosmetics'],
  [/^US-FDA-/, 'us-fda-health', 'FDA 药品与器械', 'FDA 藥品與器械', 'FDA, drugs and devices'],
  [/^US-(?:FCC|DOE|ELEC|BAT)-/, 'us-electronics', '通信与能效 FCC、DOE', '通訊與能效 FCC、DOE', 'FCC and DOE, electronics'],
  [/^US-(?:FTC|LAW)-/, 'us-ftc', '联邦贸易委员会 FTC', '聯邦貿易委員會 FTC', 'FTC, labels and claims'],
  [/^US-(?:CBP|TRADE)-/, 'us-customs', '海关 CBP', '海關 CBP', 'CBP, customs'],
  [/^US-(?:APHIS|FWS?|LACEY|USDA)-/, 'us-nature', '农业与野生动植物', '農業與野生動植物', 'Agriculture and wildlife'],
  [/^US-(?:EPA|CA|ST)-/, 'us-environment', '环保与各州', '環保與各州', 'Environment and states'],
  [/^US-/, 'us-other', '其他禁限', '其他禁限', 'Other prohibitions'],
  [/^HK-(?:FOOD|CM|PHARM|DCO|MD|COSM|CBD|PEST|UMA|ASP)-/, 'hk-health', '食物、药物与健康', '食物、藥物與健康', 'Food, medicine and health'],
  [/^HK-(?:CGS|TOY|ELEC|ENERGY|RADIO|VOC|PLAS|MERC|UAV)-/, 'hk-goods', '商品安全与环保', '商品安全與環保', 'Safety of goods and environment'],
  [/^HK-/, 'hk-trade', '贸易、版权与禁限', '貿易、版權與禁限', 'Trade, rights and prohibitions'],
  [/^MO-(?:FOOD|PHARM|TCM|MDEV|HEALTH|DRUG|EXC)-/, 'mo-health', '食品、药物与消费税', '食品、藥物與消費稅', 'Food, medicine and excise'],
  [/^MO-(?:PLAS|SAFE|ELEC|RADIO|ECIG|CONS)-/, 'mo-goods', '商品安全与环保', '商品安全與環保', 'Safety of goods and environment'],
  [/^MO-/, 'mo-trade', '贸易与禁限', '貿易與禁限', 'Trade and prohibitions'],
];

const OTHER: Agency = { key: 'other', name: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' } };

/** The authority of a rule. */
export function agencyOf(ruleId: string): Agency {
  const found = AGENCIES.find(([pattern]) => pattern.test(ruleId));
  return found === undefined ? OTHER : { key: found[1], name: { 'zh-Hans': found[2], 'zh-Hant': found[3], en: found[4] } };
}
