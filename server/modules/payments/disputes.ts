import type { Selectable } from 'kysely';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { shareChargeback, type DisputedPart } from '#core/claims/chargeback.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { RefundShare } from '#core/ledger/ledger-event.ts';
import type { LocalText } from '#core/market/market.ts';
import { money } from '#core/money/money.ts';
import { disputePayment, loseDispute, winDispute } from '#core/orders/payment.ts';
import type { Result } from '#core/result.ts';
import { frozenPolicy } from '#server/modules/claims/frozen-policy.ts';
import { loadOrderEvidence } from '#server/modules/claims/store.ts';
import { recordShares } from '#server/modules/claims/shares.ts';
import { placeHold, releaseHoldsOf } from '#server/modules/holds/service.ts';
import { frozenRate } from '#server/modules/ledger/order-events.ts';
import { recordLedger } from '#server/modules/ledger/service.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { lockPayment, paymentOf, writePayment, type PaymentRow } from '#server/modules/orders/payments.ts';
import { moneyText } from '#server/modules/orders/present-money.ts';
import { loadLines, loadMerchantOrders, loadOrder, type StoredOrder } from '#server/modules/orders/store.ts';
import type { DisputeTable } from '#server/platform/database/money-tables.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { ProviderEvent } from '#server/providers/payments/provider.ts';

/** Disputes: a bank takes a payment back, and later keeps it or gives it back. Opened and closed may be told twice or in either order. */

export type DisputeRow = Selectable<DisputeTable>;
type Told = NonNullable<ProviderEvent['dispute']>;

/** Banks decide within about this many days; a hold for a dispute ends then at the latest. https://docs.stripe.com/disputes/how-disputes-work (2026-11-27) */
const DISPUTE_DAYS = 90;
const DAY_MS = 86_400_000;

/** What a provider told of a dispute on a payment. Answers what came of it in a word. */
export async function takeDispute(context: Context, payment: PaymentRow, told: Told): Promise<string> {
  const { tx } = context;
  // The order first, then its payment: as everywhere.
  const order = await loadOrder(tx, payment.orderId, 'update');
  if (order === null) throw new Error(`payment ${payment.id} has no order`);
  const known = await tx.selectFrom('dispute').selectAll().where('provider', '=', payment.provider).where('reference', '=', told.reference).executeTakeFirst();
  const dispute = known ?? (await openDispute(context, order, payment, told));
  if (dispute === null) return 'not_captured';
  if (told.outcome === null) return known === undefined ? 'opened' : 'known';
  if (dispute.state !== 'open') return 'known';
  await closeDispute(context, order, dispute, told.outcome);
  return told.outcome;
}

/** Null when there is nothing a bank could take back. */
async function openDispute(context: Context, order: StoredOrder, payment: PaymentRow, told: Told): Promise<DisputeRow | null> {
  const { tx, at, ids } = context;
  const row = await lockPayment(tx, order.id);
  const next = disputePayment(paymentOf(row));
  if (!next.ok) return null;
  await writePayment(tx, row, next.value);
  const dispute = {
    id: ids.next('dispute', at), orderId: order.id, provider: payment.provider, reference: told.reference, reason: told.reason, amountMinor: told.amount.minor, currency: told.amount.currency, state: 'open' as const,
    answerDue: told.answerDue === null ? null : new Date(told.answerDue), openedAt: at, closedAt: null, decision: null,
  };
  await tx.insertInto('dispute').values(dispute).execute();
  await recordLedger(context, [{ type: 'dispute_opened', orderId: order.id, disputeId: dispute.id, provider: payment.provider, amount: told.amount }]);
  const endsOn = shanghaiDay(new Date(at.getTime() + DISPUTE_DAYS * DAY_MS));
  const merchantOrders = (await loadMerchantOrders(tx, [order.id])).filter((one) => one.state !== 'cancelled');
  for (const one of merchantOrders) await placeHold(context, { merchantId: one.merchantId, orderId: order.id, cause: dispute.id, code: 'dispute', reason: HELD, amountMinor: one.payoutMinor, endsOn });
  await tell(context, order, 'dispute_opened', merchantOrders, { amount: moneyText(told.amount), reason: told.reason, disputeId: dispute.id });
  return dispute;
}

const HELD: LocalText = { 'zh-Hans': '买家银行对这笔付款提出拒付，货款暂缓到银行裁定', 'zh-Hant': '買家銀行對這筆付款提出拒付，貨款暫緩到銀行裁定', en: 'The buyer’s bank disputes the payment; what the order earned waits for its decision' };
const WON: LocalText = { 'zh-Hans': '银行支持了平台，冻结解除', 'zh-Hant': '銀行支持了平台，凍結解除', en: 'The bank decided for the marketplace' };
const LOST: LocalText = { 'zh-Hans': '银行已裁定，按证据承担后解除冻结', 'zh-Hant': '銀行已裁定，按證據承擔後解除凍結', en: 'The bank decided; what the evidence shows is charged, the rest is free' };

async function tell(context: Context, order: StoredOrder, kind: string, merchantOrders: readonly Readonly<{ id: string; merchantId: MerchantId }>[], data: Readonly<Record<string, unknown>>): Promise<void> {
  await recordEvents(context, [
    { kind, subject: order.id, buyerId: order.buyerId, market: order.market, data },
    ...merchantOrders.map((one) => ({ kind, subject: one.id, merchantId: one.merchantId, market: order.market, data })),
  ]);
}

async function closeDispute(context: Context, order: StoredOrder, dispute: DisputeRow, outcome: 'won' | 'lost'): Promise<void> {
  const { tx, at } = context;
  const row = await lockPayment(tx, order.id);
  const next = outcome === 'won' ? winDispute(paymentOf(row)) : loseDispute(paymentOf(row));
  if (!next.ok) throw new Error(`dispute ${dispute.id} is open on a payment that is ${row.state}`);
  await writePayment(tx, row, next.value);
  const decision = outcome === 'won' ? await win(context, dispute) : await bear(context, order, dispute);
  await tx.updateTable('dispute').set({ state: outcome, closedAt: at, decision }).where('id', '=', dispute.id).execute();
  await releaseHoldsOf(context, dispute.id, outcome === 'won' ? WON : LOST);
  await tell(context, order, outcome === 'won' ? 'dispute_won' : 'dispute_lost', await loadMerchantOrders(tx, [order.id]), { amount: moneyText(money(dispute.amountMinor, dispute.currency)), disputeId: dispute.id });
}

async function win(context: Context, dispute: DisputeRow): Promise<null> {
  await recordLedger(context, [{ type: 'dispute_won', orderId: dispute.orderId, disputeId: dispute.id, provider: dispute.provider, amount: money(dispute.amountMinor, dispute.currency) }]);
  return null;
}

/** Shares out what the bank kept by evidence and posts it. */
async function bear(context: Context, order: StoredOrder, dispute: DisputeRow): Promise<string> {
  const amount = money(dispute.amountMinor, dispute.currency);
  const parts = await partsOf(context, order);
  const shares = shareChargeback(dispute.reason, amount, parts, frozenPolicy(context, order.policyEdition, order.market, order.placedAt));
  const posted: RefundShare[] = [];
  for (const [index, share] of shares.entries()) {
    const part = parts[index] ?? parts[0];
    const merchantId = parts.find((one) => one.merchantId === share.merchantId)?.merchantId;
    if (part === undefined || merchantId === undefined) throw new Error(`dispute ${dispute.id} names a merchant that sold nothing`);
    posted.push(...(await recordShares(context, { cause: dispute.id, round: 0, orderId: order.id, merchantId, refund: share.amount, rate: part.rate }, share.faults)));
  }
  const [first] = parts;
  if (first === undefined) throw new Error(`order ${order.id} was captured without goods`);
  await recordLedger(context, [{ type: 'chargeback_lost', orderId: order.id, disputeId: dispute.id, amount, rate: first.rate, shares: joinShares(posted) }]);
  return canonicalJson({ shares });
}

/** Shares of one party over several merchants' parts are one posting; each merchant keeps its own. */
function joinShares(shares: readonly RefundShare[]): RefundShare[] {
  const joined = new Map<string, RefundShare>();
  for (const share of shares) {
    const key = share.party === 'merchant' ? `merchant ${share.merchantId}` : share.party;
    const before = joined.get(key);
    joined.set(key, before === undefined ? share : { ...before, amount: money(before.amount.minor + share.amount.minor, share.amount.currency), evidence: [...new Set([...before.evidence, ...share.evidence])] });
  }
  return [...joined.values()];
}

type Part = DisputedPart & Readonly<{ merchantId: MerchantId }>;

async function partsOf(context: Context, order: StoredOrder): Promise<Part[]> {
  const { tx } = context;
  const lines = await loadLines(tx, { orderIds: [order.id] });
  const parts: Part[] = [];
  for (const one of (await loadMerchantOrders(tx, [order.id])).filter((merchantOrder) => merchantOrder.state !== 'cancelled')) {
    const own = lines.filter((line) => line.merchantOrderId === one.id);
    const charged = await chargedOn(context, order.id, one.merchantId);
    parts.push({
      merchantId: one.merchantId, paid: money(own.reduce((sum, line) => sum + line.totalMinor, 0n), order.currency), evidence: await loadOrderEvidence(tx, order.id, one.merchantId),
      earning: money(one.payoutMinor > charged ? one.payoutMinor - charged : 0n, 'CNY'), rate: frozenRate(lines),
    });
  }
  return parts;
}

/** What a merchant was charged on an order so far, whatever for. */
async function chargedOn({ tx }: Context, orderId: IdOf<'order'>, merchantId: MerchantId): Promise<bigint> {
  const row = await tx.selectFrom('posting').innerJoin('ledgerTransaction', 'ledgerTransaction.id', 'posting.transactionId').select((select) => select.fn.sum<string | null>('posting.amountMinor').as('sum')).where('ledgerTransaction.orderId', '=', orderId).where('posting.merchantId', '=', merchantId).where('posting.code', 'in', ['claim', 'chargeback']).executeTakeFirstOrThrow();
  return BigInt(row.sum ?? '0');
}

/** A dispute on a payment by its order, for those who ask on a buyer's bank's behalf. */
export async function paymentOfOrder(context: Context, orderId: IdOf<'order'>): Promise<Result<PaymentRow>> {
  const row = await context.tx.selectFrom('payment').selectAll().where('orderId', '=', orderId).executeTakeFirst();
  return row === undefined ? { ok: false, problem: { code: 'not_found', facts: { what: 'payment' } } } : { ok: true, value: row };
}
