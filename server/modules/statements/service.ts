import type { z } from 'zod';
import type { getBalance } from '#contract/statements.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { sum } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { nextSettlementDay, payoutOnOf, shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { presentMinor, presentMoney } from '#server/modules/orders/present-money.ts';
import { beforeCursor, type PageQuery } from '#server/modules/orders/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { activeHolds } from '#server/modules/holds/service.ts';
import { presentStatement, presentStatementHold, presentStatementLine, presentStatementSummary, type StatementSummary } from './present.ts';
import { withReconciliation, type StatementWithPreview } from './reconcile.ts';
import { loadStatement, loadUnsettled, STATEMENT_CURRENCY } from './store.ts';

/** Statements as merchants and operators read them, and what a merchant is owed today. */

type Page = Readonly<{ items: StatementSummary[]; nextCursor: string | null }>;

/** Statements, newest first; of one merchant or of all. */
export async function listStatements({ tx }: Context, query: PageQuery, merchantId?: MerchantId): Promise<Page> {
  let select = tx.selectFrom('statement').innerJoin('merchant', 'merchant.id', 'statement.merchantId').selectAll('statement').select('merchant.shopName').where(beforeCursor('statement.id', query.cursor)).orderBy('statement.id', 'desc').limit(query.limit + 1);
  if (merchantId !== undefined) select = select.where('statement.merchantId', '=', merchantId);
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return { items: page.map(presentStatementSummary), nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}

/** One of the merchant's own statements, beside its previews. Fails with `not_found`. */
export async function getOwnStatement({ tx }: Context, merchantId: MerchantId, id: IdOf<'statement'>): Promise<Result<StatementWithPreview>> {
  const row = await loadStatement(tx, id);
  return row === null || row.merchantId !== merchantId ? refuse('not_found', { what: 'statement' }) : ok(await withReconciliation(tx, presentStatement(row)));
}

/** Any statement, beside its previews. Fails with `not_found`. */
export async function getStatement({ tx }: Context, id: IdOf<'statement'>): Promise<Result<StatementWithPreview>> {
  const row = await loadStatement(tx, id);
  return row === null ? refuse('not_found', { what: 'statement' }) : ok(await withReconciliation(tx, presentStatement(row)));
}

const NOT_YET_EARNED = ['with_merchant', 'at_hub'] as const;

/** What is on the merchant's account and on no statement, what open orders will add, and when the next payout comes. */
export async function loadBalance({ tx, at }: Context, merchantId: MerchantId): Promise<z.output<typeof getBalance.reply>> {
  // The account's own total, not the open lines alone: a statement that was carried over still counts.
  const owed = await tx.selectFrom('posting').select((select) => select.fn.sum<string | null>('amountMinor').as('sum')).where('merchantId', '=', merchantId).executeTakeFirstOrThrow();
  const balanceMinor = -BigInt(owed.sum ?? '0');
  const { lines } = await loadUnsettled(tx, merchantId, new Date(at.getTime() + 1));
  const coming = await tx
    .selectFrom('merchantOrder')
    .innerJoin('order', 'order.id', 'merchantOrder.orderId')
    .select(['merchantOrder.payoutMinor', 'merchantOrder.shipBy'])
    .where('merchantOrder.merchantId', '=', merchantId)
    .where('merchantOrder.state', '!=', 'cancelled')
    .where('order.state', 'in', NOT_YET_EARNED)
    .orderBy('merchantOrder.shipBy')
    .execute();
  const [first] = coming;
  const today = shanghaiDay(at);
  const holds = await activeHolds(tx, merchantId, today);
  const heldMinor = holds.reduce((sum, one) => sum + one.amountMinor, 0n);
  const availableMinor = balanceMinor - heldMinor;
  return {
    balance: presentMinor(balanceMinor, STATEMENT_CURRENCY),
    onTheWay: presentMoney(sum(coming.map((one) => ({ minor: one.payoutMinor, currency: STATEMENT_CURRENCY })), STATEMENT_CURRENCY)),
    nextPayoutOn: balanceMinor > 0n ? nextSettlementDay(shanghaiDay(at)) : first === undefined ? null : payoutOnOf(first.shipBy),
    lines: lines.map(presentStatementLine), held: presentMinor(heldMinor, STATEMENT_CURRENCY), available: presentMinor(availableMinor > 0n ? availableMinor : 0n, STATEMENT_CURRENCY), holds: holds.map(presentStatementHold),
    calendar: calendarOf(nextSettlementDay(today), availableMinor, coming),
  };
}

type Coming = Readonly<{ payoutMinor: bigint; shipBy: Date }>;

/** Payout days with what each pays: the next one what is free on the account (or owed to it), each one what its orders will have earned by then. */
function calendarOf(next: string, availableMinor: bigint, coming: readonly Coming[]): z.output<typeof getBalance.reply>['calendar'] {
  const days = new Map<string, { minor: bigint; orders: number }>(availableMinor === 0n ? [] : [[next, { minor: availableMinor, orders: 0 }]]);
  for (const one of coming) {
    const planned = payoutOnOf(one.shipBy);
    // An order that is late is paid on the next day there is.
    const on = planned < next ? next : planned;
    const before = days.get(on) ?? { minor: 0n, orders: 0 };
    days.set(on, { minor: before.minor + one.payoutMinor, orders: before.orders + 1 });
  }
  return [...days].sort(([left], [right]) => (left < right ? -1 : 1)).map(([on, { minor, orders }]) => ({ on, amount: presentMinor(minor, STATEMENT_CURRENCY), orders }));
}
