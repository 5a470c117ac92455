import type { Currency } from '../money/currency.ts';
import type { LocalText } from '../market/market.ts';
import { money, type Money } from '../money/money.ts';
import { reconcileLines, type DifferenceClass } from '../pricing/reconcile-lines.ts';

/**
 * A statement beside the payout previews its orders were placed under: order by order and line by line, each difference
 * with its class. What was previewed plus every difference is what the statement states.
 */

/** Besides the classes of two prices: what came after the sale, for which there is no preview. */
export type StatementClass = DifferenceClass | 'claim' | 'chargeback' | 'reversal';

export type PreviewLine = Readonly<{ code: string; label: LocalText; amount: Money }>;
/** The preview frozen on a merchant's part of an order: all its lines, and how many pieces they are for. */
export type OrderPreview = Readonly<{ orderId: string; pieces: number; lines: readonly PreviewLine[] }>;
export type StatedLine = Readonly<{ orderId: string | null; code: string; label: LocalText; amount: Money }>;

export type ReconciledStatementLine = Readonly<{ code: string; label: LocalText; previewed: Money | null; stated: Money | null; difference: Money; class: StatementClass }>;
export type ReconciledOrder = Readonly<{ orderId: string | null; lines: readonly ReconciledStatementLine[]; previewed: Money; stated: Money }>;
export type Reconciliation = Readonly<{ orders: readonly ReconciledOrder[]; previewed: Money; stated: Money; differences: readonly Readonly<{ class: StatementClass; amount: Money }>[] }>;

/** What an earned supply is called on a statement; previews split it into price and discount. */
const GOODS = 'goods';

/** A preview's line under the code the ledger posts it with. */
export function postedCode(code: string): string {
  if (code === 'supply_price' || code === 'discount') return GOODS;
  return code.replace(/^fee:/, '');
}

function classOf(code: string, found: DifferenceClass, difference: Money): StatementClass {
  if (code !== 'claim' && code !== 'chargeback') return found;
  return difference.minor > 0n ? 'reversal' : code;
}

/** Reconciles stated lines, all of one currency. An order's preview counts where the statement states its goods: it was earned in that period. */
export function reconcileStatement(stated: readonly StatedLine[], previews: readonly OrderPreview[], currency: Currency): Reconciliation {
  const orderIds = [...new Set(stated.map((line) => line.orderId))];
  const orders = orderIds.map((orderId) => reconcileOrder(orderId, stated.filter((line) => line.orderId === orderId), previews.find((one) => one.orderId === orderId) ?? null, currency));
  const differences = new Map<StatementClass, bigint>();
  for (const line of orders.flatMap((order) => order.lines)) if (line.difference.minor !== 0n) differences.set(line.class, (differences.get(line.class) ?? 0n) + line.difference.minor);
  return {
    orders, previewed: total(orders.map((order) => order.previewed), currency), stated: total(orders.map((order) => order.stated), currency),
    differences: [...differences].map(([kind, minor]) => ({ class: kind, amount: money(minor, currency) })),
  };
}

function reconcileOrder(orderId: string | null, stated: readonly StatedLine[], preview: OrderPreview | null, currency: Currency): ReconciledOrder {
  const earned = stated.some((line) => line.code === GOODS);
  const previewed = earned && preview !== null ? preview.lines.map((line) => ({ ...line, code: postedCode(line.code) })) : [];
  // A charge and its reversal in one period stay two lines: summed they would hide each other.
  const key = (line: StatedLine) => (line.amount.minor > 0n && (line.code === 'claim' || line.code === 'chargeback') ? `${line.code}+` : line.code);
  const lines = reconcileLines(previewed, stated.map((line) => ({ code: key(line), amount: line.amount })), BigInt(preview?.pieces ?? 1));
  return {
    orderId, previewed: total(previewed.map((line) => line.amount), currency), stated: total(stated.map((line) => line.amount), currency),
    lines: lines.map((line) => {
      const code = line.code.replace(/\+$/, '');
      const label = stated.find((one) => key(one) === line.code)?.label ?? previewed.find((one) => one.code === code)?.label ?? { 'zh-Hans': code, 'zh-Hant': code, en: code };
      return { ...line, code, label, class: classOf(code, line.class, line.difference) };
    }),
  };
}

function total(amounts: readonly Money[], currency: Currency): Money {
  return money(amounts.reduce((sum, one) => sum + one.minor, 0n), currency);
}
