import type { z } from 'zod';
import type { statement } from '#contract/statements.ts';
import { isId, type MerchantId } from '#core/ids/id.ts';
import { reconcileStatement, type OrderPreview, type Reconciliation } from '#core/ledger/reconcile-statement.ts';
import { money } from '#core/money/money.ts';
import { loadLines } from '#server/modules/orders/store.ts';
import { mergeLines, multiplyLines } from '#server/modules/orders/frozen-quote.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { StatementShape } from './present.ts';
import { STATEMENT_CURRENCY } from './store.ts';

/** A statement beside the payout previews that its orders froze. */

export type StatementWithPreview = z.output<typeof statement>;

/** The previews of a merchant's part of orders, as they were shown when the orders were placed. */
async function loadPreviews(tx: Tx, merchantId: MerchantId, orderIds: readonly string[]): Promise<OrderPreview[]> {
  const ids = orderIds.filter((id) => isId('order', id));
  const lines = (await loadLines(tx, { orderIds: ids })).filter((line) => line.merchantId === merchantId);
  return [...Map.groupBy(lines, (line) => line.orderId)].map(([orderId, own]) => ({
    orderId, pieces: own.reduce((sum, line) => sum + line.quantity, 0), lines: mergeLines(own.map((line) => multiplyLines(line.quote.merchant.lines, line.quantity))).map(({ code, label, amount }) => ({ code, label, amount })),
  }));
}

/** Reconciles a statement line by line with what was promised. */
export async function withReconciliation(tx: Tx, drawn: StatementShape): Promise<StatementWithPreview> {
  const stated = drawn.lines.map((line) => ({ orderId: line.orderId, code: line.code, label: line.label, amount: money(BigInt(line.amount.minor), line.amount.currency) }));
  const previews = await loadPreviews(tx, drawn.merchantId, [...new Set(stated.flatMap((line) => (line.orderId === null ? [] : [line.orderId])))]);
  return { ...drawn, reconciliation: presentReconciliation(reconcileStatement(stated, previews, STATEMENT_CURRENCY)) };
}

function presentReconciliation({ orders, previewed, stated, differences }: Reconciliation): StatementWithPreview['reconciliation'] {
  return {
    previewed: presentMoney(previewed), stated: presentMoney(stated), differences: differences.map((one) => ({ class: one.class, amount: presentMoney(one.amount) })),
    orders: orders.map((order) => ({
      orderId: order.orderId !== null && isId('order', order.orderId) ? order.orderId : null, previewed: presentMoney(order.previewed), stated: presentMoney(order.stated),
      lines: order.lines.map((line) => ({ code: line.code, label: line.label, class: line.class, previewed: line.previewed === null ? null : presentMoney(line.previewed), stated: line.stated === null ? null : presentMoney(line.stated), difference: presentMoney(line.difference) })),
    })),
  };
}
