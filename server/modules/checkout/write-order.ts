import type { Selectable } from 'kysely';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import { sum } from '#core/money/money.ts';
import { moveOrder } from '#core/orders/order-moves.ts';
import { parcelCode } from '#core/parcels/parcel-code.ts';
import { payoutOnOf, promisedByOf, shipByOf, shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { moneyText } from '#server/modules/orders/present-money.ts';
import type { CheckoutTable } from '#server/platform/database/trade-tables.ts';
import { recordEvents, type NewEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { Address } from './delivery-address.ts';
import { buyerLines, itemPayout, itemTotal, type FrozenItem } from './frozen-item.ts';

/** Writes an order that nothing can refuse any more: the order, its lines, one merchant order with its expected parcel for each shop, the payment. */

export type NewOrder = Readonly<{
  checkout: Selectable<CheckoutTable>;
  items: readonly FrozenItem[];
  address: Address;
  email: string;
  payment: Readonly<{ provider: string; reference: string }>;
}>;

/** The order as written. Merchants are asked in the same moment, so it starts `with_merchant`. */
export async function writeOrder(context: Context, input: NewOrder): Promise<{ id: IdOf<'order'>; state: string }> {
  const { tx, at, ids } = context;
  const { checkout, items } = input;
  const id = ids.next('order', at);
  const asked = moveOrder('placed', 'ask_merchants');
  if (!asked.ok) throw new Error('a placed order can always be passed on to its merchants');
  const slowest = Math.max(...items.map((item) => item.quote.line.days[1]));
  await tx
    .insertInto('order')
    .values({
      id, checkoutId: checkout.id, buyerId: checkout.buyerId, market: checkout.market, locale: checkout.locale, state: asked.value, email: input.email, address: canonicalJson(input.address), lines: canonicalJson(buyerLines(items)),
      totalMinor: checkout.totalMinor, currency: checkout.currency, policyEdition: checkout.policyEdition, promisedBy: promisedByOf(at, slowest), placedAt: at, noteId: checkout.noteId,
    })
    .execute();
  await tx
    .insertInto('payment')
    .values({ id: ids.next('payment', at), orderId: id, ...input.payment, state: 'authorised', authorisedMinor: checkout.totalMinor, currency: checkout.currency, at })
    .execute();
  const events: NewEvent[] = [{ kind: 'order_placed', subject: id, buyerId: checkout.buyerId, market: checkout.market, data: { items: items.length, noteId: checkout.noteId } }];
  for (const merchantId of [...new Set(items.map((item) => item.merchantId))].sort()) {
    events.push(await writeMerchantOrder(context, input, id, merchantId));
  }
  await tx.updateTable('checkout').set({ state: 'ordered', orderId: id }).where('id', '=', checkout.id).execute();
  await recordEvents(context, events);
  return { id, state: asked.value };
}

async function writeMerchantOrder(context: Context, { checkout, items }: NewOrder, orderId: IdOf<'order'>, merchantId: MerchantId): Promise<NewEvent> {
  const { tx, at, ids } = context;
  const own = items.filter((item) => item.merchantId === merchantId);
  const id = ids.next('merchantOrder', at);
  const shipBy = shipByOf(at);
  const payout = sum(own.map(itemPayout), 'CNY');
  await tx.insertInto('merchantOrder').values({ id, orderId, merchantId, market: checkout.market, state: 'awaiting_shipment', shipBy, carrier: null, trackingNumber: null, payoutMinor: payout.minor, placedAt: at, hubNote: null }).execute();
  await tx
    .insertInto('orderLine')
    .values(own.map((item) => ({
      id: ids.next('orderLine', at), orderId, merchantOrderId: id, merchantId, listingId: item.listingId, productId: item.productId, variantId: item.variantId, quoteId: item.quoteId, verdictId: item.verdictId, sku: item.sku,
      title: item.title, titleOriginal: item.titleOriginal, options: canonicalJson(item.options), optionsOriginal: canonicalJson(item.optionsOriginal), image: item.image, quantity: item.quantity, orderedQuantity: item.quantity,
      totalMinor: itemTotal(item).minor, currency: checkout.currency, payoutMinor: itemPayout(item).minor, quote: canonicalJson(item.quote), hts: item.hts, weightGrams: item.weightGrams,
    })))
    .execute();
  const inboundId = ids.next('inboundParcel', at);
  await tx.insertInto('inboundParcel').values({ id: inboundId, code: parcelCode('inbound', inboundId), merchantOrderId: id, orderId, merchantId, state: 'expected', measured: null, expectedSince: at }).execute();
  return { kind: 'merchant_order_created', subject: id, merchantId, market: checkout.market, data: { shipBy: shanghaiDay(shipBy), payout: moneyText(payout), payoutOn: payoutOnOf(shipBy) } };
}
