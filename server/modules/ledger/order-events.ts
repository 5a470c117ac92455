import type { BuyerLine, ExportFeesCharged, FrozenRates, OrderCaptured } from '#core/ledger/ledger-event.ts';
import type { ExchangeRate } from '#core/money/exchange.ts';
import { divideRounded, negate, sum, type Money } from '#core/money/money.ts';
import type { Market } from '#core/market/market.ts';
import { rateOn } from '#core/pricing/market-terms.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import { mergeLines, multiplyLines, type FrozenLine } from '#server/modules/orders/frozen-quote.ts';
import type { StoredLine, StoredOrder } from '#server/modules/orders/store.ts';

/** The business events of an order, made of what its lines froze. Pure: the same lines give the same events. */

const PPB_SQUARED = 1_000_000_000_000_000_000n;

/** Whom a line of the buyer's price is for: the merchants' goods, customs, the carriers, the state, or the marketplace. */
const PURPOSES: Readonly<Record<string, BuyerLine['purpose']>> = { goods: 'goods', domestic_leg: 'freight', line_haul: 'freight', sales_tax: 'tax' };

function purposeOf(code: string): BuyerLine['purpose'] {
  if (code.startsWith('duty:') || code.startsWith('import_fee:')) return 'duty';
  return PURPOSES[code] ?? 'fee';
}

/** Lines of what merchants receive that are not fees: what the goods earn. */
const SUPPLY: ReadonlySet<string> = new Set(['supply_price', 'discount']);

/**
 * The rate an order's goods are exchanged at: the frozen one turned round. Prices carry the spread as a line of its own,
 * so the goods are exchanged at the middle rate and nothing is hidden in the rate.
 */
export function frozenRate(lines: readonly StoredLine[]): ExchangeRate {
  const [first] = lines;
  if (first === undefined) throw new Error('an order has at least one line');
  return { from: first.currency, to: 'CNY', ratePpb: divideRounded(PPB_SQUARED, first.quote.exchange.ratePpb, 'half_up') };
}

/**
 * The middle rate of the day a payment is captured on. Only the marketplace's own position is entered at it: buyer and
 * merchants were promised the rate of their order, and what moved since is the marketplace's gain or loss, by itself.
 */
export function middleRate(packs: PricingPacks, market: Market, at: Date): ExchangeRate {
  const row = rateOn(packs.rates, market, at.toISOString().slice(0, 10));
  if (row === null) throw new Error(`no rate for ${market} is on file`);
  return { from: row.to, to: 'CNY', ratePpb: divideRounded(PPB_SQUARED, row.ratePpb, 'half_up') };
}

function merchantTotals(lines: readonly StoredLine[], merchantId: string): FrozenLine[] {
  return mergeLines(lines.filter((line) => line.merchantId === merchantId).map((line) => multiplyLines(line.quote.merchant.lines, line.quantity)));
}

/** The payment of these lines was taken. */
export function orderCaptured(order: StoredOrder, lines: readonly StoredLine[], { provider, total, captureMiddle }: Readonly<{ provider: string; total: Money; captureMiddle: ExchangeRate }>): OrderCaptured {
  const rate = frozenRate(lines);
  const rates: FrozenRates = { customer: rate, middle: rate };
  const buyer = mergeLines(lines.map((line) => multiplyLines(line.quote.buyer.lines, line.quantity)));
  return {
    type: 'order_captured', orderId: order.id, provider, total, rates, captureMiddle,
    lines: buyer.map((line) => ({ code: line.code, amount: line.amount, purpose: purposeOf(line.code) })),
    merchants: merchantIds(lines).map((merchantId) => ({ merchantId, supply: sum(merchantTotals(lines, merchantId).filter((line) => SUPPLY.has(line.code)).map((line) => line.amount), 'CNY') })),
  };
}

/** The fees that fall due with it, one event for each merchant; the quote each fee was shown in is its evidence. */
export function feesCharged(order: StoredOrder, lines: readonly StoredLine[]): ExportFeesCharged[] {
  return merchantIds(lines).map((merchantId) => ({
    type: 'export_fees_charged', orderId: order.id, merchantId,
    fees: merchantTotals(lines, merchantId)
      .filter((line) => !SUPPLY.has(line.code))
      .map((line) => ({ code: line.code.replace(/^fee:/, ''), label: line.label, amount: negate(line.amount), evidence: [...new Set(lines.filter((one) => one.merchantId === merchantId).map((one) => one.quoteId))] })),
  }));
}

function merchantIds(lines: readonly StoredLine[]): string[] {
  return [...new Set(lines.map((line) => line.merchantId))].sort();
}
