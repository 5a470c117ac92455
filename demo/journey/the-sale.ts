import { uploadBuyerFile, uploadHubFile } from '#contract/accounts.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { getHubWork, getParcelPaper, handOver, packParcel, receiveParcel, recordTracking, scanCode } from '#contract/hub.ts';
import { getMerchantLabel, getMerchantOrder, getMyOrder, listMerchantOrders, shipMerchantOrder } from '#contract/orders.ts';
import { getListing, getNote } from '#contract/storefront.ts';
import { given, prover, type StepProof, type Story } from './story.ts';
import { evidencePhoto } from './photo.ts';

/** Steps 7 to 9: bought, supplied, through the hub and across the border. */

export const BUYER = { name: 'Dana Whitfield', line1: '418 Maple Street', line2: 'Apt 3', city: 'Portland', region: 'OR', postalCode: '97205', phone: '+1 503 555 0148' };

export async function buyIt(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const note = await story.buyer.call(getNote, { params: { market: 'US', noteId: given(story.noteId, 'note') } });
  const card = given(note.products[0], 'product of the note');
  const page = await story.buyer.call(getListing, { params: { market: 'US', listingId: card.id } });
  const variant = given(page.variants.find((one) => one.stock > 0 && one.price !== null), 'a variant that can be bought');
  prove('the final price has the duty inside, line by line', variant.lines.some((line) => /duty|MFN|S301/i.test(line.code)), variant.lines.map((line) => line.code));
  prove('the claim policy stands beside it in plain words', page.claimPolicy.summary.en.length > 20 && page.claimPolicy.points.some((point) => point.code === 'no_reason'));
  const checkout = await story.buyer.call(startCheckout, { body: { market: 'US', items: [{ listingId: card.id, variantId: variant.id, quantity: 1 }], noteId: note.id } });
  prove('the checkout freezes the very price of the page', checkout.total.minor === variant.price?.minor, { checkout: checkout.total, page: variant.price });
  const declined = await story.buyer.ask(placeOrder, { params: { checkoutId: checkout.id }, body: { email: 'dana@demo.example', address: BUYER, payment: { provider: 'test', token: 'tok_declined' }, policySeen: true } });
  prove('a declined card leaves no order', !declined.ok && declined.code === 'payment_declined', declined);
  const key = `journey-${story.run}`;
  const body = { email: 'dana@demo.example', address: BUYER, payment: { provider: 'test' as const, token: 'tok_ok' }, policySeen: true as const };
  const placed = await story.buyer.call(placeOrder, { params: { checkoutId: checkout.id }, body }, key);
  const again = await story.buyer.ask(placeOrder, { params: { checkoutId: checkout.id }, body }, key);
  prove('the same command again answers with the same order', again.ok && again.replayed && again.value.orderId === placed.orderId, again);
  const other = await story.buyer.ask(placeOrder, { params: { checkoutId: checkout.id }, body: { ...body, email: 'other@demo.example' } }, key);
  prove('the same key with another body is refused', !other.ok && other.code === 'idempotency_key_reused', other);
  story.orderId = placed.orderId;
  const order = await story.buyer.call(getMyOrder, { params: { orderId: placed.orderId } });
  story.orderLineId = given(order.lines[0]?.id, 'order line');
  prove('the order page shows the promised date and the payment', order.promisedBy !== null && order.payment.state === 'authorised', order.payment);
  return { step: 7, title: 'A buyer reads the note, sees the final price, and buys', proved, facts: { order: placed.orderId, total: placed.total } };
}

export async function supplyIt(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const { items } = await story.merchant.call(listMerchantOrders);
  const summary = given(items.find((one) => one.state === 'awaiting_shipment'), 'merchant order');
  story.merchantOrderId = summary.id;
  const order = await story.merchant.call(getMerchantOrder, { params: { merchantOrderId: summary.id } });
  prove('the merchant reads what to send, in Chinese, to a hub with an address', /[\u4E00-\u9FFF]/.test(order.lines[0]?.title ?? '') && /[\u4E00-\u9FFF]/.test(order.hub.address));
  prove('the expected payout is the one that was quoted', BigInt(order.expectedPayout.minor) === given(story.quotedPayoutMinor, 'quoted payout'), { expected: order.expectedPayout, quoted: String(story.quotedPayoutMinor) });
  prove('the date of the payout is known', order.payoutOn !== null);
  const label = await story.merchant.call(getMerchantLabel, { params: { merchantOrderId: summary.id } });
  prove('the label is a PDF', label instanceof Uint8Array && new TextDecoder().decode(label.slice(0, 5)) === '%PDF-');
  const shipped = await story.merchant.call(shipMerchantOrder, { params: { merchantOrderId: summary.id }, body: { carrier: '中通', trackingNumber: `ZTO${story.run.replaceAll(/\D/g, '').slice(0, 10).padEnd(10, '7')}` } });
  prove('the hub knows which domestic parcel is on its way', shipped.state === 'shipped');
  return { step: 8, title: 'The merchant gets an order in Chinese with a label, and ships it to the hub', proved, facts: { merchantOrder: summary.id, parcelCode: order.parcelCode, payoutOn: order.payoutOn } };
}

export async function throughTheHub(story: Story): Promise<StepProof> {
  const { proved, prove } = prover();
  const merchantOrder = await story.merchant.call(getMerchantOrder, { params: { merchantOrderId: given(story.merchantOrderId, 'merchant order') } });
  const scanned = await story.hub.call(scanCode, { params: { code: merchantOrder.parcelCode } });
  const inbound = given(scanned.inbound, 'inbound parcel');
  prove('the scan finds the parcel and says what to do', scanned.next === 'receive');
  const photo = await story.hub.upload(uploadHubFile, await evidencePhoto('hub'));
  const weightGrams = given(inbound.declared.weightGrams, 'declared weight');
  const received = await story.hub.call(receiveParcel, { params: { inboundParcelId: inbound.id }, body: { weightGrams: weightGrams + 12, lengthMm: 300, widthMm: 280, heightMm: 120, counts: inbound.lines.map((line) => ({ sku: line.sku, counted: line.quantity })), photos: [asFileId(photo)] } });
  prove('weighed, compared, photographed and accepted', received.state === 'accepted' && received.photos.length === 1, received.reasons);
  const packed = await story.hub.call(packParcel, { params: { orderId: inbound.orderId }, body: { weightGrams: weightGrams + 60, lengthMm: 310, widthMm: 290, heightMm: 130 } });
  prove('the line is chosen with a reason', (packed.line?.because.length ?? 0) > 0, packed.line);
  for (const paper of ['label', 'invoice', 'customs', 'packing_list'] as const) {
    const pdf = await story.hub.call(getParcelPaper, { params: { exportParcelId: packed.id, paper } });
    prove(`the ${paper} prints`, pdf instanceof Uint8Array && pdf.length > 1000);
  }
  const handed = await story.hub.call(handOver, { params: { exportParcelId: packed.id } });
  prove('handed over, and the payment is captured', handed.state === 'handed_over');
  for (const [status, place] of [['in_transit', 'Shenzhen'], ['customs_cleared', 'Los Angeles'], ['out_for_delivery', 'Portland'], ['delivered', 'Portland']] as const) {
    await story.operator.call(recordTracking, { params: { exportParcelId: packed.id }, body: { status, place } });
  }
  const order = await story.buyer.call(getMyOrder, { params: { orderId: given(story.orderId, 'order') } });
  prove('tracking reaches the buyer', order.tracking.some((entry) => entry.status === 'delivered') && order.state === 'delivered' && order.payment.state === 'captured', { state: order.state, payment: order.payment });
  const seen = await story.merchant.call(getMerchantOrder, { params: { merchantOrderId: merchantOrder.id } });
  prove('and the merchant', seen.state === 'accepted' && seen.history.length > 0);
  const work = await story.hub.call(getHubWork);
  return { step: 9, title: 'Scanned, weighed, packed, papered and handed over; tracking reaches everyone', proved, facts: { line: packed.line?.code, trackingNumber: handed.trackingNumber, waiting: work.counts } };
}

/** An upload answers an id as text; the routes that take it parse it again. */
export function asFileId(text: string) {
  return text as `fil_${string}`;
}

export async function buyerPhoto(story: Story): Promise<string> {
  return story.buyer.upload(uploadBuyerFile, await evidencePhoto('claim', story.run));
}
