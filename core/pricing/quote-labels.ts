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
  bulk_shipment: { 'zh-Hans': '整批货运固定费', 'zh-Hant': '整批貨運固定費', en: 'Share of the bulk shipment' },
  bulk_freight: { 'zh-Hans': '整批运费', 'zh-Hant': '整批運費', en: 'Bulk freight' },
  duty: { 'zh-Hans': '整批进口关税', 'zh-Hant': '整批進口關稅', en: 'Duty on the shipment' },
  import_fees: { 'zh-Hans': '整批清关费', 'zh-Hant': '整批清關費', en: 'Customs fees of the shipment' },
  receiving: { 'zh-Hans': '海外仓收货', 'zh-Hant': '海外倉收貨', en: 'Receiving at the warehouse abroad' },
  storage: { 'zh-Hans': '海外仓储', 'zh-Hant': '海外倉儲', en: 'Storage abroad' },
  last_mile: { 'zh-Hans': '当地派送', 'zh-Hant': '當地派送', en: 'Local delivery' },
  unsold: { 'zh-Hans': '滞销预留', 'zh-Hant': '滯銷預留', en: 'What is never sold' },
  capital: { 'zh-Hans': '资金占用', 'zh-Hant': '資金佔用', en: 'Money tied up' },
  supply_price: { 'zh-Hans': '供货价', 'zh-Hant': '供貨價', en: 'Goods price' },
} as const satisfies Record<string, LocalText>;

export type QuoteLabel = keyof typeof QUOTE_LABELS;
