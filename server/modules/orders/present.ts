import type { z } from 'zod';
import { z as zod } from 'zod';
import type { order, orderSummary } from '#contract/orders.ts';
import { localText } from '#contract/shapes.ts';
import type { ClaimPolicy } from '#core/claims/claim-policy.ts';
import { buyerMayCancel, mayEndBeforeExport } from '#core/orders/order-moves.ts';
import { TRACKING_STATUSES, TRACKING_TEXT } from '#core/parcels/tracking.ts';
import { frozenPolicy, presentPolicy } from '#server/modules/claims/frozen-policy.ts';
import { loadHistory } from '#server/modules/history/service.ts';
import type { Context } from '#server/platform/operation.ts';
import { mergeLines, multiplyLines, presentLines } from './frozen-quote.ts';
import { presentMinor } from './present-money.ts';
import { loadLines, loadMerchantOrders, type StoredLine, type StoredOrder } from './store.ts';

/** An order as its buyer reads it; operators read the same and more. */

export type Order = z.output<typeof order>;
export type OrderSummary = z.output<typeof orderSummary>;
type ClaimRow = Readonly<{ id: Order['lines'][number]['claims'][number]['id']; orderLineId: string; kind: string; state: string; openedAt: Date; quantity: number; refundMinor: bigint | null; decision: unknown }>;

const DAY_MS = 86_400_000;
const expected = zod.looseObject({ line: zod.looseObject({ arrivesBy: zod.string() }) });
const decided = zod.looseObject({ reasons: zod.array(zod.looseObject({ text: localText })) });

/** The last day anything about delivered goods can be claimed: the longest window of the policy that was frozen. */
export function claimUntilOf(deliveredAt: Date | null, policy: ClaimPolicy): Date | null {
  if (deliveredAt === null) return null;
  const windows = Object.entries(policy.kinds).flatMap(([kind, terms]) => (kind === 'not_delivered' || terms === undefined ? [] : [terms.windowDays]));
  return new Date(deliveredAt.getTime() + Math.max(0, ...windows) * DAY_MS);
}

function isClaimable(order: StoredOrder, policy: ClaimPolicy, at: Date, claims: readonly ClaimRow[]): boolean {
  if (claims.some((claim) => claim.state === 'open' || claim.state === 'with_merchant')) return false;
  if (order.state === 'cancelled') return false;
  const until = claimUntilOf(order.deliveredAt, policy);
  if (until !== null) return at <= until;
  // The carrier lost it or brought it back: nothing is left to wait for.
  if (order.state === 'closed') return true;
  const overdue = policy.kinds.not_delivered;
  return overdue !== undefined && order.promisedBy !== null && at.getTime() >= order.promisedBy.getTime() + overdue.windowDays * DAY_MS;
}

function presentOrderLine(line: StoredLine, order: StoredOrder, policy: ClaimPolicy, at: Date, claims: readonly ClaimRow[]): Order['lines'][number] {
  return {
    id: line.id, listingId: line.listingId, title: line.title, image: line.image, options: line.options, quantity: line.quantity, ordered: line.orderedQuantity, total: presentMinor(line.totalMinor, line.currency),
    claimable: isClaimable(order, policy, at, claims) && claims.reduce((sum, claim) => sum + (claim.refundMinor === null ? 0 : claim.quantity), 0) < line.quantity,
    claims: claims.map((claim) => ({
      id: claim.id, kind: claim.kind, state: claim.state, openedAt: claim.openedAt.toISOString(), refund: claim.refundMinor === null ? null : presentMinor(claim.refundMinor, line.currency),
      text: claim.decision === null ? null : (decided.parse(claim.decision).reasons[0]?.text ?? null),
    })),
  };
}

/** The order with everything its buyer may know. Lines are the frozen ones, the policy is the frozen one. */
export async function presentOrder(context: Context, row: StoredOrder): Promise<Order> {
  const { tx, at } = context;
  const lines = await loadLines(tx, { orderIds: [row.id] });
  const merchantOrders = await loadMerchantOrders(tx, [row.id]);
  const claims = await tx.selectFrom('claim').select(['id', 'orderLineId', 'kind', 'state', 'openedAt', 'quantity', 'refundMinor', 'decision']).where('orderId', '=', row.id).orderBy('id').execute();
  const payment = await tx.selectFrom('payment').selectAll().where('orderId', '=', row.id).executeTakeFirstOrThrow();
  const parcel = await tx.selectFrom('exportParcel').select(['trackingNumber', 'state', 'line']).where('orderId', '=', row.id).executeTakeFirst();
  const policy = frozenPolicy(context, row.policyEdition, row.market, row.placedAt);
  const { items: history } = await loadHistory(tx, { subjects: [row.id], limit: 60 });
  return {
    id: row.id, market: row.market, state: row.state, placedAt: row.placedAt.toISOString(), email: row.email, address: row.address,
    lines: lines.map((line) => presentOrderLine(line, row, policy, at, claims.filter((claim) => claim.orderLineId === line.id))),
    priceLines: presentLines(mergeLines(lines.map((line) => multiplyLines(line.quote.buyer.lines, line.quantity)))), total: presentMinor(row.totalMinor, row.currency),
    payment: { state: payment.state, provider: payment.provider, captured: presentMinor(payment.capturedMinor, payment.currency), refunded: presentMinor(payment.refundedMinor, payment.currency) },
    promisedBy: row.promisedBy?.toISOString() ?? null, expectedBy: parcel === undefined || parcel.state === 'withdrawn' ? null : expected.parse(parcel.line).line.arrivesBy, deliveredAt: row.deliveredAt?.toISOString() ?? null, claimUntil: claimUntilOf(row.deliveredAt, policy)?.toISOString() ?? null,
    tracking: await presentTracking(context, row.id), trackingNumber: parcel === undefined || parcel.state === 'withdrawn' ? null : parcel.trackingNumber, claimPolicy: presentPolicy(policy),
    canCancel: buyerMayCancel(row.state, merchantOrders.map((one) => one.state)), canChangeAddress: mayEndBeforeExport(row.state) && parcel === undefined, history,
  };
}

async function presentTracking({ tx }: Context, orderId: StoredOrder['id']): Promise<Order['tracking']> {
  const rows = await tx.selectFrom('trackingEvent').select(['at', 'status', 'place']).where('orderId', '=', orderId).orderBy('at').orderBy('id').execute();
  return rows.map((row) => {
    const status = TRACKING_STATUSES.find((one) => one === row.status);
    if (status === undefined) throw new Error(`unknown tracking status ${row.status}`);
    return { at: row.at.toISOString(), status, text: TRACKING_TEXT[status], place: row.place };
  });
}

/** Orders as they stand in a list. */
export async function presentSummaries({ tx }: Context, rows: readonly Readonly<{ id: StoredOrder['id']; market: StoredOrder['market']; state: string; placedAt: Date; totalMinor: bigint; currency: StoredOrder['currency']; email: string }>[]): Promise<OrderSummary[]> {
  if (rows.length === 0) return [];
  const lines = await tx.selectFrom('orderLine').innerJoin('merchant', 'merchant.id', 'orderLine.merchantId').select(['orderLine.orderId', 'orderLine.title', 'orderLine.image', 'merchant.shopName']).where('orderLine.orderId', 'in', rows.map((row) => row.id)).orderBy('orderLine.id').execute();
  return rows.map((row) => {
    const own = lines.filter((line) => line.orderId === row.id);
    return {
      id: row.id, market: row.market, state: stateOf(row.state), placedAt: row.placedAt.toISOString(), total: presentMinor(row.totalMinor, row.currency), email: row.email,
      titles: own.map((line) => line.title), image: own.find((line) => line.image !== null)?.image ?? null, merchantNames: [...new Set(own.map((line) => line.shopName))],
    };
  });
}

const STATES = ['placed', 'with_merchant', 'at_hub', 'exported', 'delivered', 'closed', 'cancelled'] as const;

function stateOf(text: string): OrderSummary['state'] {
  const state = STATES.find((one) => one === text);
  if (state === undefined) throw new Error(`unknown order state ${text}`);
  return state;
}
