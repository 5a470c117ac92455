import type { LocalText } from '#core/market/market.ts';
import { money, multiply } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { moneyText } from '#server/modules/orders/present-money.ts';
import type { StoredLine } from '#server/modules/orders/store.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { OpenParcel } from './receive.ts';

/** A parcel that came short is worth taking for what came: the buyer pays for that alone, the merchant is paid for that alone. */

export type ShortLine = Readonly<{ line: StoredLine; came: number }>;

/** What came of each line by the worker's count. Lines that carry one SKU share its count, the first line first; what was not counted came as declared. */
export function whatCame({ parcel, lines }: Pick<OpenParcel, 'parcel' | 'lines'>): ShortLine[] {
  const left = new Map(parcel.counts.map(({ sku, counted }) => [sku, counted]));
  return lines.map((line) => {
    const counted = left.get(line.sku);
    if (counted === undefined) return { line, came: line.quantity };
    const came = Math.min(line.quantity, counted);
    left.set(line.sku, counted - came);
    return { line, came };
  });
}

/**
 * Lowers the lines of a short parcel to what came, with their totals and payouts, so that everything after it, from customs papers to the capture,
 * reads the lower number; the ordered number stays on the line. Missing pieces do not go back into stock: nobody knows where they are.
 * Refuses `short_parcel` when nothing came at all: that parcel can only be sent back.
 */
export async function reduceToWhatCame(context: Context, open: OpenParcel, why: LocalText): Promise<Result<OpenParcel>> {
  const { tx } = context;
  const { order, parcel } = open;
  const came = whatCame(open);
  const missing = came.reduce((sum, one) => sum + one.line.quantity - one.came, 0);
  if (came.every((one) => one.came === 0)) return refuse('short_parcel', { missing });
  const lines: StoredLine[] = [];
  for (const { line, came: quantity } of came) {
    const totalMinor = multiply(line.quote.buyer.total, BigInt(quantity)).minor;
    const payoutMinor = multiply(line.quote.merchant.payout, BigInt(quantity)).minor;
    lines.push({ ...line, quantity, totalMinor, payoutMinor });
    if (quantity < line.quantity) await tx.updateTable('orderLine').set({ quantity, totalMinor, payoutMinor }).where('id', '=', line.id).execute();
  }
  const given = sumOf(open.lines, 'totalMinor') - sumOf(lines, 'totalMinor');
  await tx.updateTable('order').set((column) => ({ totalMinor: column('totalMinor', '-', given) })).where('id', '=', order.id).execute();
  await tx.updateTable('merchantOrder').set({ payoutMinor: sumOf(lines, 'payoutMinor') }).where('id', '=', open.merchantOrder.id).execute();
  await recordEvents(context, [
    { kind: 'order_short', subject: order.id, buyerId: order.buyerId, market: order.market, why, data: { missing, amount: moneyText(money(given, order.currency)) } },
    { kind: 'merchant_order_short', subject: open.merchantOrder.id, merchantId: parcel.merchantId, market: order.market, why, data: { missing, amount: moneyText(money(sumOf(open.lines, 'payoutMinor') - sumOf(lines, 'payoutMinor'), 'CNY')) } },
  ]);
  return ok({ ...open, lines, order: { ...order, totalMinor: order.totalMinor - given } });
}

function sumOf(lines: readonly StoredLine[], field: 'totalMinor' | 'payoutMinor'): bigint {
  return lines.reduce((sum, line) => sum + line[field], 0n);
}
