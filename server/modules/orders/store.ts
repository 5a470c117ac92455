import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { address } from '#contract/checkout.ts';
import type { IdOf } from '#core/ids/id.ts';
import { moveMerchantOrder, moveOrder, MERCHANT_ORDER, ORDER, type MerchantOrderMove, type MerchantOrderState, type OrderMove, type OrderState } from '#core/orders/order-moves.ts';
import { ok, type Refusal, type Result } from '#core/result.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { MerchantOrderTable, OrderLineTable, OrderTable } from '#server/platform/database/trade-tables.ts';
import { frozenQuote, type FrozenQuote } from './frozen-quote.ts';
import type { Piece } from './stock.ts';

/** Orders as the database holds them, and the only places where their states move. */

type OrderRow = Selectable<OrderTable>;
export type StoredOrder = Omit<OrderRow, 'state' | 'address'> & Readonly<{ state: OrderState; address: z.output<typeof address> }>;
export type StoredMerchantOrder = Omit<Selectable<MerchantOrderTable>, 'state'> & Readonly<{ state: MerchantOrderState }>;
export type StoredLine = Omit<Selectable<OrderLineTable>, 'quote' | 'options' | 'optionsOriginal'> & Readonly<{ quote: FrozenQuote; options: Record<string, string>; optionsOriginal: Record<string, string> }>;

const strings = z.record(z.string(), z.string());

function stateOf<State extends string>(machine: Readonly<{ isState: (text: string) => text is State }>, text: string, id: string): State {
  if (!machine.isState(text)) throw new Error(`${id} is in an unknown state ${text}`);
  return text;
}

function readOrder(row: OrderRow): StoredOrder {
  return { ...row, state: stateOf(ORDER, row.state, row.id), address: address.parse(row.address) };
}

export function readMerchantOrder(row: Selectable<MerchantOrderTable>): StoredMerchantOrder {
  return { ...row, state: stateOf(MERCHANT_ORDER, row.state, row.id) };
}

/** One order, locked when it is about to move. */
export async function loadOrder(tx: Tx, id: IdOf<'order'>, lock?: 'update'): Promise<StoredOrder | null> {
  const select = tx.selectFrom('order').selectAll().where('id', '=', id);
  const row = await (lock === 'update' ? select.forUpdate() : select).executeTakeFirst();
  return row === undefined ? null : readOrder(row);
}

/** The merchant orders of orders. Locked when asked; always after their order, in the order of their ids. */
export async function loadMerchantOrders(tx: Tx, orderIds: readonly IdOf<'order'>[], lock?: 'update'): Promise<StoredMerchantOrder[]> {
  if (orderIds.length === 0) return [];
  const select = tx.selectFrom('merchantOrder').selectAll().where('orderId', 'in', orderIds).orderBy('id');
  return (await (lock === 'update' ? select.forUpdate() : select).execute()).map(readMerchantOrder);
}

/** Lines of orders with their frozen quotes. */
export async function loadLines(tx: Tx, where: Readonly<{ orderIds: readonly IdOf<'order'>[] } | { merchantOrderIds: readonly IdOf<'merchantOrder'>[] }>): Promise<StoredLine[]> {
  const select = tx.selectFrom('orderLine').selectAll().orderBy('id');
  const named = 'orderIds' in where ? select.where('orderId', 'in', [...where.orderIds]) : select.where('merchantOrderId', 'in', [...where.merchantOrderIds]);
  if (('orderIds' in where ? where.orderIds : where.merchantOrderIds).length === 0) return [];
  return (await named.execute()).map((row) => ({ ...row, quote: frozenQuote.parse(row.quote), options: strings.parse(row.options), optionsOriginal: strings.parse(row.optionsOriginal) }));
}

/** Lines as pieces of stock. */
export function piecesOf(lines: readonly StoredLine[]): Piece[] {
  return lines.map(({ variantId, productId, quantity, title }) => ({ variantId, productId, quantity, title }));
}

/** Moves an order that the caller has locked. Fails with `wrong_state`. */
export async function advanceOrder(tx: Tx, order: StoredOrder, move: OrderMove, fields: Readonly<{ deliveredAt?: Date }> = {}): Promise<Result<StoredOrder, Refusal<'wrong_state'>>> {
  const next = moveOrder(order.state, move);
  if (!next.ok) return next;
  await tx.updateTable('order').set({ state: next.value, ...fields }).where('id', '=', order.id).execute();
  return ok({ ...order, ...fields, state: next.value });
}

type MerchantOrderFields = Readonly<{ carrier?: string; trackingNumber?: string; shippedAt?: Date; hubNote?: string }>;

/** Moves a merchant order that the caller has locked. Fails with `wrong_state`. */
export async function advanceMerchantOrder(tx: Tx, merchantOrder: StoredMerchantOrder, move: MerchantOrderMove, fields: MerchantOrderFields = {}): Promise<Result<StoredMerchantOrder, Refusal<'wrong_state'>>> {
  const next = moveMerchantOrder(merchantOrder.state, move);
  if (!next.ok) return next;
  await tx.updateTable('merchantOrder').set({ state: next.value, ...fields }).where('id', '=', merchantOrder.id).execute();
  return ok({ ...merchantOrder, ...fields, state: next.value });
}

export type PageQuery = Readonly<{ cursor?: string | undefined; limit: number }>;

/** Cuts a list that was asked for with one row more than a page holds. */
export function cutPage<Row extends Readonly<{ id: string }>>(rows: readonly Row[], limit: number): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  return { page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Rows before a cursor, newest first: ids sort by time, so an id is the cursor. Anything else given as one compares as text and harms nothing. */
export function beforeCursor(column: string, cursor: string | undefined) {
  return cursor === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} < ${cursor}`;
}
