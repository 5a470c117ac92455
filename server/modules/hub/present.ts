import type { z } from 'zod';
import type { exportParcel, inboundParcel } from '#contract/hub.ts';
import { queue } from '#contract/shapes.ts';
import { money, multiply, zero } from '#core/money/money.ts';
import { shelfOf } from '#core/parcels/shelf.ts';
import { amountOf } from '#server/modules/orders/frozen-quote.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import { loadLines, loadMerchantOrders, loadOrder, type StoredLine } from '#server/modules/orders/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadInboundOf, type StoredExport, type StoredInbound } from './store.ts';
import { loadDeclared } from './declared-parcel.ts';

/** Parcels as the hub station shows them. */

export type InboundParcel = z.output<typeof inboundParcel>;
export type ExportParcel = z.output<typeof exportParcel>;

/** Inbound parcels with what should be in them and what was found. */
export async function presentInbound({ tx }: Context, rows: readonly StoredInbound[]): Promise<InboundParcel[]> {
  if (rows.length === 0) return [];
  const merchantOrderIds = rows.map((row) => row.merchantOrderId);
  const orderIds = [...new Set(rows.map((row) => row.orderId))];
  const lines = await loadLines(tx, { merchantOrderIds });
  const declared = await loadDeclared(tx, lines);
  const shops = await tx.selectFrom('merchantOrder').innerJoin('merchant', 'merchant.id', 'merchantOrder.merchantId').select(['merchantOrder.id', 'merchantOrder.market', 'merchantOrder.trackingNumber', 'merchant.shopName']).where('merchantOrder.id', 'in', merchantOrderIds).execute();
  const exports = await tx.selectFrom('exportParcel').select(['id', 'orderId']).where('orderId', 'in', orderIds).execute();
  return rows.map((row) => {
    const shop = shops.find((one) => one.id === row.merchantOrderId);
    if (shop === undefined) throw new Error(`parcel ${row.id} has no merchant order`);
    return {
      id: row.id, code: row.code, state: row.state, orderId: row.orderId, market: shop.market, shopName: shop.shopName, expectedSince: row.expectedSince.toISOString(), trackingNumber: shop.trackingNumber,
      lines: lines.filter((line) => line.merchantOrderId === row.merchantOrderId).map((line) => ({
        productId: line.productId, title: line.titleOriginal, sku: line.sku, options: line.optionsOriginal, image: line.image, quantity: line.orderedQuantity, counted: row.counts.find((one) => one.sku === line.sku)?.counted ?? null,
      })),
      declared: declared(row.merchantOrderId), measured: row.measured, photos: row.photos, reasons: row.reasons, exportParcelId: exports.find((one) => one.orderId === row.orderId)?.id ?? null,
      shelf: row.state === 'accepted' ? shelfOf(row.orderId, shop.market) : null,
      aside: row.state !== 'put_aside' || row.asideDue === null || row.asideOwner === null ? null : { owner: queue.parse(row.asideOwner), due: row.asideDue.toISOString(), overdue: row.asideOverdueAt !== null },
    };
  });
}

/** Lines that are really in the parcel: those of merchant orders that were not cancelled, of which something came. */
export async function packedLines({ tx }: Context, orderId: StoredExport['orderId']): Promise<StoredLine[]> {
  const dropped = new Set((await loadMerchantOrders(tx, [orderId])).filter((one) => one.state === 'cancelled').map((one) => one.id));
  return (await loadLines(tx, { orderIds: [orderId] })).filter((line) => !dropped.has(line.merchantOrderId) && line.quantity > 0);
}

/** Customs value of a line: the price of its goods alone, as it was quoted. */
export function goodsValueOf(line: StoredLine) {
  return multiply(amountOf(line.quote.buyer.lines, 'goods') ?? zero(line.currency), BigInt(line.quantity));
}

/** An export parcel with its contents, line and papers. */
export async function presentExport(context: Context, row: StoredExport): Promise<ExportParcel> {
  const order = await loadOrder(context.tx, row.orderId);
  if (order === null) throw new Error(`parcel ${row.id} has no order`);
  const lines = await packedLines(context, row.orderId);
  const inbound = await loadInboundOf(context.tx, row.orderId);
  const { name, city, region } = order.address;
  const { line, reasons, others } = row.line;
  return {
    id: row.id, code: row.code, state: row.state, orderId: row.orderId, market: row.market, to: [name, city, region].filter((part) => part !== '').join(', '), weightGrams: row.measured.weightGrams, trackingNumber: row.trackingNumber,
    line: { code: line.code, name: line.name, because: reasons, alternatives: others, arrivesBy: line.arrivesBy },
    contents: lines.map((line) => ({ title: line.titleOriginal, quantity: line.quantity, hts: line.hts, value: presentMoney(money(goodsValueOf(line).minor, line.currency)) })),
    inboundCodes: inbound.filter((parcel) => parcel.state === 'accepted').map((parcel) => parcel.code), papers: ['label', 'invoice', 'customs', 'packing_list'],
  };
}
