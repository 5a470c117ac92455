import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { Currency } from '#core/money/currency.ts';
import { outcomeUnder, touchedRules } from '#core/screening/touched.ts';
import { isOpen } from '#core/screening/verdict.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { loadRevision } from '#server/modules/products/store.ts';
import type { Context } from '#server/platform/operation.ts';
import type { ShiftOf } from './touched-products.ts';

/** Orders of the last 90 days as they would have gone under a draft: each product as it was when it was bought. */

const DAYS = 90;

export type OrderTally = Readonly<{ orders: number; amounts: readonly Readonly<{ currency: Currency; minor: bigint }>[]; seen: number; cursor: IdOf<'orderLine'> | null }>;

function lines({ tx, at }: Context) {
  const since = new Date(at.getTime() - DAYS * 86_400_000);
  return tx.selectFrom('orderLine').innerJoin('merchantOrder', 'merchantOrder.id', 'orderLine.merchantOrderId').where('merchantOrder.placedAt', '>=', since).where('merchantOrder.placedAt', '<=', at);
}

export async function countOrderLines(context: Context): Promise<number> {
  const row = await lines(context).select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Which of the next order lines the draft would have refused, and what they came to. */
export async function replayOrders(context: Context, shiftOf: ShiftOf, rulesOf: (merchantId: MerchantId) => Promise<RulePack>, cursor: IdOf<'orderLine'> | null, limit: number): Promise<OrderTally> {
  let select = lines(context).select(['orderLine.id', 'orderLine.verdictId', 'orderLine.merchantId', 'orderLine.totalMinor', 'orderLine.currency', 'merchantOrder.placedAt']).orderBy('orderLine.id').limit(limit);
  if (cursor !== null) select = select.where('orderLine.id', '>', cursor);
  const rows = await select.execute();
  const refused = new Map<string, boolean>();
  const amounts = new Map<Currency, bigint>();
  let orders = 0;
  for (const row of rows) {
    if (row.verdictId === null) continue;
    const day = row.placedAt.toISOString().slice(0, 10);
    const key = `${row.verdictId} ${day}`;
    if (!refused.has(key)) refused.set(key, await isRefused(context, row.verdictId, row.merchantId, day, shiftOf, rulesOf));
    if (refused.get(key) !== true) continue;
    orders += 1;
    amounts.set(row.currency, (amounts.get(row.currency) ?? 0n) + row.totalMinor);
  }
  return { orders, amounts: [...amounts].map(([currency, minor]) => ({ currency, minor })), seen: rows.length, cursor: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

async function isRefused({ tx }: Context, verdictId: string, merchantId: MerchantId, day: string, shiftOf: ShiftOf, rulesOf: (merchantId: MerchantId) => Promise<RulePack>): Promise<boolean> {
  const shift = await shiftOf(merchantId);
  if (shift === null) return false;
  const verdict = await tx.selectFrom('verdict').select(['productId', 'revision', 'market']).where((where) => where(where.cast<string>('id', 'text'), '=', verdictId)).executeTakeFirst();
  const product = verdict === undefined ? null : await loadRevision(tx, verdict.productId, verdict.revision);
  if (verdict === undefined || product === null) return false;
  if (touchedRules(product, [verdict.market], { ...shift.before, day }, { ...shift.after, day }).length === 0) return false;
  return !isOpen(outcomeUnder(product, verdict.market, { rules: await rulesOf(merchantId), day }));
}
