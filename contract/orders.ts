import { z } from 'zod';
import { address } from './checkout.ts';
import { historyEntry, priceLine } from './listings.ts';
import { route } from './route.ts';
import { idOf, instant, localText, market, moneyShape, none, pageOf, pageQuery } from './shapes.ts';
import { claimPolicyShape } from './storefront.ts';

/** Orders as buyers, merchants and operators see them. A merchant sees the domestic leg, in Chinese, and nothing else. */

export const merchantOrderState = z.enum(['awaiting_shipment', 'shipped', 'received', 'accepted', 'put_aside', 'cancelled']);
export const orderState = z.enum(['placed', 'with_merchant', 'at_hub', 'exported', 'delivered', 'closed', 'cancelled']);
export const trackingEntry = z.object({ at: instant, status: z.string(), text: localText, place: z.string().nullable() });
export const claimSummary = z.object({ id: idOf('claim'), kind: z.string(), state: z.string(), openedAt: instant, refund: moneyShape.nullable(), text: localText.nullable() });

export const orderLine = z.object({
  id: idOf('orderLine'), listingId: idOf('listing'), title: z.string(), image: z.string().nullable(), options: z.record(z.string(), z.string()), quantity: z.number().int(), ordered: z.number().int(), total: moneyShape,
  claimable: z.boolean(), claims: z.array(claimSummary),
});
export const order = z.object({
  id: idOf('order'), market, state: orderState, placedAt: instant, email: z.string(), address, lines: z.array(orderLine), priceLines: z.array(priceLine), total: moneyShape,
  payment: z.object({ state: z.string(), provider: z.string(), captured: moneyShape, refunded: moneyShape }), promisedBy: z.string().nullable(), expectedBy: z.string().nullable(), deliveredAt: z.string().nullable(), claimUntil: z.string().nullable(),
  tracking: z.array(trackingEntry), trackingNumber: z.string().nullable(), claimPolicy: claimPolicyShape, canCancel: z.boolean(), canChangeAddress: z.boolean(), history: z.array(historyEntry),
});
export const orderSummary = order.pick({ id: true, market: true, state: true, placedAt: true, total: true, email: true }).extend({ titles: z.array(z.string()), image: z.string().nullable(), merchantNames: z.array(z.string()) });

const orderParams = z.object({ orderId: idOf('order') });

export const listMyOrders = route({ id: 'listMyOrders', method: 'GET', path: '/buyer/orders', audience: 'buyer', summary: 'My orders.', params: none, query: pageQuery, body: none, reply: pageOf(orderSummary) });
export const getMyOrder = route({ id: 'getMyOrder', method: 'GET', path: '/buyer/orders/{orderId}', audience: 'buyer', summary: 'One of my orders, with tracking and what I may claim.', params: orderParams, query: none, body: none, reply: order, errors: ['not_found'] });
export const cancelMyOrder = route({
  id: 'cancelMyOrder', method: 'POST', path: '/buyer/orders/{orderId}/cancellation', audience: 'buyer', summary: 'Cancels an order before the merchant hands it in at the hub; the payment is voided.',
  params: orderParams, query: none, body: z.object({ reason: z.string().max(300).optional() }), reply: order, idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const changeMyAddress = route({
  id: 'changeMyAddress', method: 'PUT', path: '/buyer/orders/{orderId}/address', audience: 'buyer', summary: 'Changes where an order goes, within its market, until it is packed.',
  params: orderParams, query: none, body: address, reply: order, idempotent: true, errors: ['not_found', 'wrong_state', 'invalid_address'],
});
export const cancelOrder = route({
  id: 'cancelOrder', method: 'POST', path: '/operator/orders/{orderId}/cancellation', audience: 'operator', summary: 'Ends an order that has not left the hub, with a reason that buyer and merchants read: the payment is voided, what was not handed in goes back into stock, what is at the hub goes back to its shop.',
  params: orderParams, query: none, body: z.object({ reason: z.string().trim().min(3, 'say why, so that buyer and merchant can read it').max(300) }), reply: order, idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const listOrders = route({
  id: 'listOrders', method: 'GET', path: '/operator/orders', audience: 'operator', summary: 'Orders of every market.', params: none,
  query: pageQuery.extend({ state: orderState.optional(), market: market.optional() }), body: none, reply: pageOf(orderSummary),
});
export const getOrder = route({
  id: 'getOrder', method: 'GET', path: '/operator/orders/{orderId}', audience: 'operator', summary: 'One order with its parcels.', params: orderParams, query: none, body: none,
  reply: order.extend({ merchantOrders: z.array(z.object({ id: idOf('merchantOrder'), merchantId: idOf('merchant'), shopName: z.string(), state: merchantOrderState })), exportParcelId: idOf('exportParcel').nullable(), canEnd: z.boolean() }), errors: ['not_found'],
});

export const merchantOrder = z.object({
  id: idOf('merchantOrder'), state: merchantOrderState, market, placedAt: instant, shipBy: instant, parcelCode: z.string(),
  hub: z.object({ name: z.string(), address: z.string(), phone: z.string(), contact: z.string() }),
  lines: z.array(z.object({ productId: idOf('product'), title: z.string(), sku: z.string(), options: z.record(z.string(), z.string()), image: z.string().nullable(), quantity: z.number().int(), ordered: z.number().int() })),
  expectedPayout: moneyShape, payoutLines: z.array(priceLine), payoutOn: z.string().nullable(),
  shipped: z.object({ carrier: z.string(), trackingNumber: z.string(), at: instant }).nullable(), hubNote: localText.nullable(), history: z.array(historyEntry),
});
const merchantOrderParams = z.object({ merchantOrderId: idOf('merchantOrder') });
export const listMerchantOrders = route({
  id: 'listMerchantOrders', method: 'GET', path: '/merchant/merchant-orders', audience: 'merchant', summary: 'What I have to send to the hub.', params: none,
  query: pageQuery.extend({ state: merchantOrderState.optional() }), body: none, reply: pageOf(merchantOrder.omit({ history: true, payoutLines: true })),
});
export const getMerchantOrder = route({ id: 'getMerchantOrder', method: 'GET', path: '/merchant/merchant-orders/{merchantOrderId}', audience: 'merchant', summary: 'One merchant order.', params: merchantOrderParams, query: none, body: none, reply: merchantOrder, errors: ['not_found'] });
export const getMerchantLabel = route({
  id: 'getMerchantLabel', method: 'GET', path: '/merchant/merchant-orders/{merchantOrderId}/label', audience: 'merchant', summary: 'The label for the hub, as a PDF.', params: merchantOrderParams,
  query: none, body: none, reply: z.instanceof(Uint8Array), media: 'application/pdf', errors: ['not_found'],
});
export const getMerchantLabels = route({
  id: 'getMerchantLabels', method: 'GET', path: '/merchant/labels', audience: 'merchant', summary: 'The labels of everything that is still to be sent, the most urgent first: one a page for a label printer, or four on a sheet of A4.', params: none,
  query: z.object({ format: z.enum(['thermal', 'a4']).default('thermal') }), body: none, reply: z.instanceof(Uint8Array), media: 'application/pdf', errors: ['not_found'],
});
export const declineMerchantOrder = route({
  id: 'declineMerchantOrder', method: 'POST', path: '/merchant/merchant-orders/{merchantOrderId}/decline', audience: 'merchant', summary: 'Says that the shop cannot supply, before it ships: the buyer is not charged for its goods, and reads why.',
  params: z.object({ merchantOrderId: idOf('merchantOrder') }), query: none, body: z.object({ reason: z.string().trim().min(3, 'say why, so that the buyer can read it').max(300) }), reply: merchantOrder, idempotent: true, errors: ['not_found', 'wrong_state'],
});
export const shipMerchantOrder = route({
  id: 'shipMerchantOrder', method: 'POST', path: '/merchant/merchant-orders/{merchantOrderId}/shipment', audience: 'merchant', summary: 'Tells the hub which domestic parcel is on its way.', params: merchantOrderParams, query: none,
  body: z.object({ carrier: z.string().trim().min(1).max(40), trackingNumber: z.string().trim().min(4).max(40) }), reply: merchantOrder, idempotent: true, errors: ['not_found', 'wrong_state'],
});
