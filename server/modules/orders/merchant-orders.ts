import type { z } from 'zod';
import type { listMerchantOrders as listRoute, merchantOrder, shipMerchantOrder as shipRoute } from '#contract/orders.ts';
import { localText } from '#contract/shapes.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { HUB_SITE } from '#server/modules/hub/hub-site.ts';
import { loadHistory } from '#server/modules/history/service.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { mergeLines, multiplyLines, presentLines } from './frozen-quote.ts';
import { payoutOnOf } from './order-calendar.ts';
import { presentMinor } from './present-money.ts';
import { advanceMerchantOrder, beforeCursor, cutPage, loadLines, readMerchantOrder, type StoredLine, type StoredMerchantOrder } from './store.ts';

/** Merchant orders: what a shop sends to the hub, in its own words, with what it will receive. Nothing of the buyer is in them. */

export type MerchantOrder = z.output<typeof merchantOrder>;
export type MerchantOrderSummary = z.output<typeof listRoute.reply>['items'][number];

function presentSummary(row: StoredMerchantOrder, parcelCode: string, lines: readonly StoredLine[]): MerchantOrderSummary {
  return {
    id: row.id, state: row.state, market: row.market, placedAt: row.placedAt.toISOString(), shipBy: row.shipBy.toISOString(), parcelCode, hub: { ...HUB_SITE },
    lines: lines.map((line) => ({ productId: line.productId, title: line.titleOriginal, sku: line.sku, options: line.optionsOriginal, image: line.image, quantity: line.quantity, ordered: line.orderedQuantity })),
    expectedPayout: presentMinor(row.payoutMinor, 'CNY'), payoutOn: row.state === 'cancelled' ? null : payoutOnOf(row.shipBy),
    shipped: row.shippedAt === null || row.carrier === null || row.trackingNumber === null ? null : { carrier: row.carrier, trackingNumber: row.trackingNumber, at: row.shippedAt.toISOString() },
    hubNote: row.hubNote === null ? null : localText.parse(row.hubNote),
  };
}

async function presentMerchantOrder({ tx }: Context, row: StoredMerchantOrder): Promise<MerchantOrder> {
  const lines = await loadLines(tx, { merchantOrderIds: [row.id] });
  const parcel = await tx.selectFrom('inboundParcel').select(['id', 'code']).where('merchantOrderId', '=', row.id).executeTakeFirstOrThrow();
  const { items: history } = await loadHistory(tx, { subjects: [row.id, parcel.id], limit: 60 });
  const payoutLines = presentLines(mergeLines(lines.map((line) => multiplyLines(line.quote.merchant.lines, line.quantity))));
  return { ...presentSummary(row, parcel.code, lines), payoutLines, history };
}

/** The shop's merchant orders, newest first. */
export async function listMerchantOrders({ tx }: Context, merchantId: MerchantId, query: z.output<typeof listRoute.query>): Promise<z.output<typeof listRoute.reply>> {
  let select = tx.selectFrom('merchantOrder').selectAll().where('merchantId', '=', merchantId).where(beforeCursor('id', query.cursor)).orderBy('id', 'desc').limit(query.limit + 1);
  if (query.state !== undefined) select = select.where('state', '=', query.state);
  const { page, nextCursor } = cutPage(await select.execute(), query.limit);
  const ids = page.map((row) => row.id);
  const lines = await loadLines(tx, { merchantOrderIds: ids });
  const parcels = ids.length === 0 ? [] : await tx.selectFrom('inboundParcel').select(['merchantOrderId', 'code']).where('merchantOrderId', 'in', ids).execute();
  const codes = new Map(parcels.map((parcel) => [parcel.merchantOrderId, parcel.code]));
  return { items: page.map((row) => presentSummary(readMerchantOrder(row), codes.get(row.id) ?? '', lines.filter((line) => line.merchantOrderId === row.id))), nextCursor };
}

async function loadOwn({ tx }: Context, merchantId: MerchantId, id: IdOf<'merchantOrder'>, lock?: 'update'): Promise<StoredMerchantOrder | null> {
  const select = tx.selectFrom('merchantOrder').selectAll().where('id', '=', id).where('merchantId', '=', merchantId);
  const row = await (lock === 'update' ? select.forUpdate() : select).executeTakeFirst();
  return row === undefined ? null : readMerchantOrder(row);
}

/** One of the shop's own merchant orders. Fails with `not_found`. */
export async function getMerchantOrder(context: Context, merchantId: MerchantId, id: IdOf<'merchantOrder'>): Promise<Result<MerchantOrder>> {
  const row = await loadOwn(context, merchantId, id);
  return row === null ? refuse('not_found', { what: 'merchant order' }) : ok(await presentMerchantOrder(context, row));
}

/** Tells the hub which domestic parcel is coming; a second time corrects the first. Fails with `not_found`, `wrong_state`. */
export async function shipMerchantOrder(context: Context, merchantId: MerchantId, id: IdOf<'merchantOrder'>, shipment: z.output<typeof shipRoute.body>): Promise<Result<MerchantOrder>> {
  const row = await loadOwn(context, merchantId, id, 'update');
  if (row === null) return refuse('not_found', { what: 'merchant order' });
  const { carrier, trackingNumber } = shipment;
  const moved = await advanceMerchantOrder(context.tx, row, row.state === 'shipped' ? 'correct_shipment' : 'ship', { carrier, trackingNumber, shippedAt: context.at });
  if (!moved.ok) return moved;
  await recordEvent(context, { kind: 'merchant_order_shipped', subject: id, merchantId, market: row.market, data: { carrier, trackingNumber } });
  return ok(await presentMerchantOrder(context, moved.value));
}
