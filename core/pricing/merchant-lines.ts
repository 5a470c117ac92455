import { divideRounded, money, type Money } from '../money/money.ts';
import { QUOTE_LABELS } from './quote-labels.ts';
import type { FeePlan } from './pricing-packs.ts';
import type { MerchantPolicy, PayoutSide, QuoteLine } from './quote-shape.ts';

const PPM = 1_000_000n;

/** The goods price in CNY and how it came about. */
export type GoodsPrice = Readonly<{ list: Money; discount: Money; net: Money; basis: string }>;

/**
 * The goods price a policy asks for: the domestic price as it is, or one that leaves the domestic price and a margin on it after the fees
 * (rounded up, so that the margin is reached). A campaign's discount is taken off it.
 */
export function goodsPrice(price: Money, policy: MerchantPolicy, feesPpm: bigint, discountPpm: bigint): GoodsPrice {
  const margin = policy.keepDomesticPrice === true ? undefined : policy.targetMarginPpm;
  const listMinor = margin === undefined ? price.minor : divideRounded(price.minor * (PPM + margin), PPM - feesPpm, 'up');
  const discountMinor = divideRounded(listMinor * discountPpm, PPM, 'half_up');
  return {
    list: money(listMinor, 'CNY'),
    discount: money(discountMinor, 'CNY'),
    net: money(listMinor - discountMinor, 'CNY'),
    basis: margin === undefined ? 'domestic price kept' : `target margin of ${margin} ppm after fees`,
  };
}

/** The merchant's lines in CNY: the goods price, less the discount, less each fee of the plan, less a share of free shipping; they add up to the payout. */
export function merchantSide(goods: GoodsPrice, plan: FeePlan, freeShippingShare: Money): PayoutSide {
  const lines: QuoteLine[] = [{ code: 'supply_price', label: QUOTE_LABELS.supply_price, amount: goods.list, basis: goods.basis, source: null, inPrice: true }];
  let payoutMinor = goods.net.minor;
  if (goods.discount.minor > 0n) {
    lines.push({ code: 'discount', label: QUOTE_LABELS.discount, amount: money(-goods.discount.minor, 'CNY'), basis: 'goods price', source: null, inPrice: true });
  }
  for (const item of plan.items) {
    const minor = divideRounded(goods.net.minor * item.ratePpm, PPM, 'half_up');
    payoutMinor -= minor;
    lines.push({ code: `fee:${item.code}`, label: item.label, amount: money(-minor, 'CNY'), basis: `${item.ratePpm} ppm of the goods price`, source: plan.source, inPrice: true });
  }
  if (freeShippingShare.minor > 0n) {
    payoutMinor -= freeShippingShare.minor;
    lines.push({ code: 'free_shipping_share', label: QUOTE_LABELS.free_shipping_share, amount: money(-freeShippingShare.minor, 'CNY'), basis: 'shipping the buyer does not pay', source: null, inPrice: true });
  }
  return { payout: money(payoutMinor, 'CNY'), lines };
}
