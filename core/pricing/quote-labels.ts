import type { LocalText } from '../market/market.ts';

/** Words of the lines that are not named by a pack. */
export const QUOTE_LABELS = {
  goods: { 'zh-Hans': '商品', 'zh-Hant': '商品', en: 'Goods' },
  discount: { 'zh-Hans': '活动优惠', 'zh-Hant': '活動優惠', en: 'Campaign discount' },
  domestic_leg: { 'zh-Hans': '国内段运费', 'zh-Hant': '國內段運費', en: 'Domestic leg to the hub' },
  hub_handling: { 'zh-Hans': '集运仓操作', 'zh-Hant': '集運倉操作', en: 'Hub handling' },
  line_haul: { 'zh-Hans': '国际运费', 'zh-Hant': '國際運費', en: 'International shipping' },
  exchange_spread: { 'zh-Hans': '汇兑差价', 'zh-Hant': '匯兌差價', en: 'Exchange spread' },
  payment_fee: { 'zh-Hans': '支付手续费', 'zh-Hant': '支付手續費', en: 'Payment fee' },
  free_shipping: { 'zh-Hans': '满额免运费', 'zh-Hant': '滿額免運費', en: 'Free shipping' },
  free_shipping_share: { 'zh-Hans': '免运费分担', 'zh-Hant': '免運費分擔', en: 'Share of free shipping' },
  sales_tax: { 'zh-Hans': '销售税', 'zh-Hant': '銷售稅', en: 'Sales tax' },
  rounding: { 'zh-Hans': '定价取整', 'zh-Hant': '定價取整', en: 'Price rounding' },
  supply_price: { 'zh-Hans': '供货价', 'zh-Hant': '供貨價', en: 'Goods price' },
} as const satisfies Record<string, LocalText>;

export type QuoteLabel = keyof typeof QUOTE_LABELS;
