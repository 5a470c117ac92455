import type { z } from 'zod';
import * as contract from '#contract/money.ts';
import type { listDisputes as listRoute } from '#contract/money.ts';
import { isMarket } from '#core/market/market.ts';
import { CURRENCIES } from '#core/money/currency.ts';
import { money } from '#core/money/money.ts';
import { PARTIES } from '#core/claims/claim-policy.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { z as shape } from 'zod';
import { closeBooks, presentCloses, verifyBooks } from '#server/modules/ledger/daily-close.ts';
import { listHolds, placeOperatorHold, releaseOperatorHold } from '#server/modules/holds/list-holds.ts';
import { lockPayment } from '#server/modules/orders/payments.ts';
import { presentMinor, presentMoney } from '#server/modules/orders/present-money.ts';
import { beforeCursor, cutPage, loadOrder } from '#server/modules/orders/store.ts';
import { implement, type Context, type Operation } from '#server/platform/operation.ts';
import { testPayments } from '#server/providers/payments/test-provider.ts';
import { takeDispute } from './disputes.ts';

/** Disputes as operators read them, and the test bank that makes them. */

type Page = z.output<typeof listRoute.reply>;

const bigText = shape.string().transform((text) => BigInt(text));
const storedMoney = shape.object({ minor: bigText, currency: shape.enum(CURRENCIES) });
const storedDecision = shape.looseObject({ shares: shape.array(shape.looseObject({ merchantId: shape.string(), faults: shape.array(shape.looseObject({ party: shape.enum(PARTIES), amount: storedMoney, charge: storedMoney.nullable(), evidence: shape.array(shape.string()) })) })) });

async function listDisputes({ tx }: Context, query: Readonly<{ cursor?: string | undefined; limit: number }>): Promise<Page> {
  const rows = await tx.selectFrom('dispute').innerJoin('order', 'order.id', 'dispute.orderId').selectAll('dispute').select('order.market').where(beforeCursor('dispute.id', query.cursor)).orderBy('dispute.id', 'desc').limit(query.limit + 1).execute();
  const { page, nextCursor } = cutPage(rows, query.limit);
  const shops = new Map((await tx.selectFrom('merchant').select(['id', 'shopName']).execute()).map((row) => [String(row.id), row.shopName]));
  const counts = page.length === 0 ? [] : await tx.selectFrom('evidence').select(['orderId', (select) => select.fn.countAll<bigint>().as('n')]).where('orderId', 'in', page.map((row) => row.orderId)).groupBy('orderId').execute();
  const items = page.map((row): Page['items'][number] => {
    const decision = row.decision === null ? null : storedDecision.parse(row.decision);
    if (!isMarket(row.market)) throw new Error(`order ${row.orderId} is in an unknown market`);
    return {
      id: row.id, orderId: row.orderId, market: row.market, provider: row.provider, reference: row.reference, reason: row.reason, amount: presentMinor(row.amountMinor, row.currency), state: row.state, simulated: row.provider === testPayments.name,
      answerDue: row.answerDue?.toISOString() ?? null, openedAt: row.openedAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null, evidence: Number(counts.find((one) => one.orderId === row.orderId)?.n ?? 0n),
      shares: (decision?.shares ?? []).flatMap((part) => part.faults.map((fault) => ({ party: fault.party, shopName: fault.party === 'merchant' ? (shops.get(part.merchantId) ?? null) : null, amount: presentMoney(fault.amount), charge: fault.charge === null ? null : presentMoney(fault.charge), evidence: fault.evidence }))),
    };
  });
  return { items, nextCursor };
}

/** The test bank disputes a payment or decides on it, exactly as a webhook of it would. Fails with `not_found`, `wrong_state`. */
async function simulateDispute(context: Context, orderId: Parameters<typeof loadOrder>[1], reason: string, outcome: 'won' | 'lost' | null): Promise<Result<{ outcome: string }>> {
  const order = await loadOrder(context.tx, orderId, 'update');
  if (order === null) return refuse('not_found', { what: 'order' });
  const payment = await lockPayment(context.tx, orderId);
  if (payment.provider !== testPayments.name) return refuse('wrong_state', { state: payment.provider, move: 'simulate' });
  const told = { reference: `dp_${payment.reference}`, reason, amount: money(payment.capturedMinor, payment.currency), answerDue: new Date(context.at.getTime() + 7 * 86_400_000).toISOString(), outcome };
  const came = await takeDispute(context, payment, told);
  return came === 'not_captured' || came === 'known' ? refuse('wrong_state', { state: payment.state, move: 'dispute' }) : ok({ outcome: came });
}

export const moneyOperations: readonly Operation[] = [
  implement(contract.listHolds, async (call) => ok(await listHolds(call, call.query))),
  implement(contract.placeHold, (call) => placeOperatorHold(call, call.body)),
  implement(contract.releaseHold, (call) => releaseOperatorHold(call, call.params.holdId, call.body.reason)),
  implement(contract.listDisputes, async (call) => ok(await listDisputes(call, call.query))),
  implement(contract.simulateDispute, (call) => simulateDispute(call, call.params.orderId, call.body.reason, call.body.outcome ?? null)),
  implement(contract.listDailyCloses, async (call) => ok(await presentCloses(call, call.query))),
  implement(contract.closeBooks, (call) => closeBooks(call, call.body.through)),
  implement(contract.verifyDailyCloses, async (call) => ok(await verifyBooks(call))),
];
