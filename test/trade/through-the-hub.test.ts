import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyOperator } from '#contract/accounts.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { answerClaim, decideClaim, getClaim, getMerchantClaim, openClaim } from '#contract/claims.ts';
import { getHubWork, handOver, packParcel, receiveParcel, recordTracking, resolveAside, scanCode } from '#contract/hub.ts';
import { getMyOrder, shipMerchantOrder } from '#contract/orders.ts';
import { getProduct } from '#contract/products.ts';
import { getBalance, getLedgerProof } from '#contract/statements.ts';
import { buy, checkoutOf, deliverOrder, first, HUB, listPillow, newestMerchantOrder, openBuyer, openShop, openTrade, OPERATOR, orderBody, photoBy, receiveAll, sendOut, type Trade } from './fixture.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.close());

describe('a parcel at the hub', () => {
  test('is found by its code, by its code typed badly, and by its domestic number, each time with the next step', async () => {
    const shop = await openShop(trade, '扫码店');
    const buyer = await openBuyer(trade);
    const { orderId } = await buy(trade, buyer, await listPillow(trade, shop, 5));
    const { parcelCode, id } = await newestMerchantOrder(trade, shop);
    await trade.call(shop.actor, shipMerchantOrder, { params: { merchantOrderId: id }, body: { carrier: '顺丰', trackingNumber: 'SF1000200030' } });
    expect(await trade.call(HUB, scanCode, { params: { code: parcelCode.toLowerCase() } })).toMatchObject({ found: 'inbound', next: 'receive' });
    expect(await trade.call(HUB, scanCode, { params: { code: 'SF1000200030' } })).toMatchObject({ found: 'inbound', inbound: { code: parcelCode } });
    const wrong = `${parcelCode.slice(0, -1)}${parcelCode.endsWith('7') ? '8' : '7'}`;
    expect((await trade.call(HUB, scanCode, { params: { code: wrong } })).text.en).toContain('check character');
    await receiveAll(trade, orderId);
    expect(await trade.call(HUB, scanCode, { params: { code: parcelCode } })).toMatchObject({ next: 'pack' });
    const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420 } });
    expect(await trade.call(HUB, scanCode, { params: { code: packed.trackingNumber ?? '' } })).toMatchObject({ found: 'export', next: 'hand_over' });
    expect(await trade.ask(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420 } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    expect(await trade.ask(OPERATOR, recordTracking, { params: { exportParcelId: packed.id }, body: { status: 'delivered' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
  });

  test('that is short is put aside, cannot be packed, and sent back ends the order without a charge', async () => {
    const shop = await openShop(trade, '少件店');
    const buyer = await openBuyer(trade);
    const { orderId } = await buy(trade, buyer, await listPillow(trade, shop, 5), 2);
    const [aside] = await receiveAll(trade, orderId, { counted: 1, weightGrams: 330 });
    expect(aside).toMatchObject({ state: 'put_aside' });
    expect(aside?.reasons.map((reason) => reason.code)).toContain('count_short');
    expect((await newestMerchantOrder(trade, shop)).hubNote?.['zh-Hans']).toContain('应到 2 件');
    expect(await trade.ask(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420 } })).toMatchObject({ ok: false, problem: { code: 'not_complete', facts: { missing: 1 } } });
    // Accepted as it is, the buyer would pay for the piece that did not come.
    expect(await trade.ask(HUB, resolveAside, { params: { inboundParcelId: first([aside].flatMap((one) => (one ? [one] : []))).id }, body: { accept: true, reason: '照收' } })).toMatchObject({ ok: false, problem: { code: 'short_parcel', facts: { missing: 1 } } });
    await trade.call(HUB, resolveAside, { params: { inboundParcelId: first([aside].flatMap((one) => (one ? [one] : []))).id }, body: { accept: false, reason: '少一件，退回商家' } });
    expect(await trade.call(buyer, getMyOrder, { params: { orderId } })).toMatchObject({ state: 'cancelled', payment: { state: 'voided' } });
    expect((await trade.call(shop.actor, getBalance)).balance.minor).toBe('0');
  });

  test('that is short is accepted for what came: the buyer pays, the merchant earns and customs reads that number alone', async () => {
    const shop = await openShop(trade, '补发店');
    const buyer = await openBuyer(trade);
    const { orderId, order } = await buy(trade, buyer, await listPillow(trade, shop, 5), 3);
    const promised = await newestMerchantOrder(trade, shop);
    const aside = first(await receiveAll(trade, orderId, { counted: 2, weightGrams: 650 }));
    const params = { inboundParcelId: aside.id };
    const accepted = await trade.call(HUB, resolveAside, { params, body: { accept: true, short: true, reason: '到两件，先发两件' } });
    expect(accepted).toMatchObject({ state: 'accepted', lines: [{ quantity: 3, counted: 2 }] });
    expect(await trade.ask(HUB, resolveAside, { params, body: { accept: true, short: true, reason: '再来一次' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    const whole = BigInt(order.total.minor);
    const reduced = await trade.call(buyer, getMyOrder, { params: { orderId } });
    expect(reduced).toMatchObject({ state: 'at_hub', lines: [{ quantity: 2, ordered: 3 }], total: { minor: ((whole / 3n) * 2n).toString() } });
    expect(reduced.priceLines.reduce((sum, line) => sum + BigInt(line.amount.minor), 0n).toString()).toBe(reduced.total.minor);
    expect(reduced.history.some((entry) => entry.what === 'order_short' && entry.why?.['zh-Hans'] === '到两件，先发两件')).toBe(true);
    const own = await newestMerchantOrder(trade, shop);
    expect(own).toMatchObject({ lines: [{ quantity: 2, ordered: 3 }], expectedPayout: { minor: ((BigInt(promised.expectedPayout.minor) / 3n) * 2n).toString() } });
    const parcel = await sendOut(trade, orderId);
    expect(parcel.contents).toMatchObject([{ quantity: 2 }]);
    expect((await trade.call(buyer, getMyOrder, { params: { orderId } })).payment).toMatchObject({ state: 'captured', captured: reduced.total });
    expect((await trade.call(shop.actor, getBalance)).balance.minor).toBe(own.expectedPayout.minor);
    const proof = await trade.call(OPERATOR, getLedgerProof);
    expect(proof).toMatchObject({ balanced: true });
    expect((await trade.call(OPERATOR, whyOperator, { params: { id: orderId } })).replayed).toBe(true);
  });

  test('of which nothing came can only be sent back', async () => {
    const shop = await openShop(trade, '空包店');
    const buyer = await openBuyer(trade);
    const { orderId } = await buy(trade, buyer, await listPillow(trade, shop, 5), 2);
    const aside = first(await receiveAll(trade, orderId, { counted: 0, weightGrams: 120 }));
    expect(await trade.ask(HUB, resolveAside, { params: { inboundParcelId: aside.id }, body: { accept: true, short: true, reason: '空的' } })).toMatchObject({ ok: false, problem: { code: 'short_parcel', facts: { missing: 2 } } });
    expect((await trade.call(buyer, getMyOrder, { params: { orderId } })).lines).toMatchObject([{ quantity: 2, ordered: 2 }]);
  });

  test('of one shop sent back leaves the other shop’s goods, and only those are captured and earned', async () => {
    const good = await openShop(trade, '好店');
    const bad = await openShop(trade, '错发店');
    const buyer = await openBuyer(trade);
    const offers = [await listPillow(trade, good, 5), await listPillow(trade, bad, 5, { sku: 'wrong' })];
    const checkout = await trade.call(buyer, startCheckout, { body: { market: 'US', items: offers.map(({ listingId, variantId }) => ({ listingId, variantId, quantity: 1 })) } });
    const { orderId } = await trade.call(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
    const work = await trade.call(HUB, getHubWork);
    for (const parcel of work.expected.filter((one) => one.orderId === orderId)) {
      const putAside = parcel.shopName === '错发店' ? { reason: '发错商品' } : null;
      const received = await trade.call(HUB, receiveParcel, { params: { inboundParcelId: parcel.id }, body: { weightGrams: 330, photos: [await photoBy(trade, HUB)], putAside } });
      if (putAside) await trade.call(HUB, resolveAside, { params: { inboundParcelId: received.id }, body: { accept: false, reason: '发错商品，退回' } });
    }
    await sendOut(trade, orderId);
    const order = await trade.call(buyer, getMyOrder, { params: { orderId } });
    const kept = first(order.lines.filter((line) => line.listingId === offers[0]?.listingId));
    expect(order.payment.captured).toEqual(kept.total);
    expect(BigInt((await trade.call(good.actor, getBalance)).balance.minor)).toBeGreaterThan(0n);
    expect((await trade.call(bad.actor, getBalance)).balance.minor).toBe('0');
  });

  test('teaches the product its weight when the scale says otherwise', async () => {
    const shop = await openShop(trade, '轻报店');
    const buyer = await openBuyer(trade);
    const offer = await listPillow(trade, shop, 5);
    const { orderId } = await buy(trade, buyer, offer);
    const [received] = await receiveAll(trade, orderId, { weightGrams: 470 });
    expect(received?.state).toBe('accepted');
    const product = await trade.call(shop.actor, getProduct, { params: { productId: offer.productId } });
    expect(product.facts.find((fact) => fact.fact === 'weightGrams')).toMatchObject({ value: 470, source: 'hub' });
  });

  test('whose payment cannot be captured stays at the hub, unpaid and unposted', async () => {
    const shop = await openShop(trade, '坏卡店');
    const buyer = await openBuyer(trade);
    const checkout = await checkoutOf(trade, buyer, await listPillow(trade, shop, 5));
    const { orderId } = await trade.call(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody({ token: 'tok_uncapturable' }) });
    await receiveAll(trade, orderId);
    const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420 } });
    expect(await trade.ask(HUB, handOver, { params: { exportParcelId: packed.id } })).toMatchObject({ ok: false, problem: { code: 'payment_failed' } });
    expect((await trade.call(buyer, getMyOrder, { params: { orderId } })).state).toBe('at_hub');
    expect((await trade.call(shop.actor, getBalance)).balance.minor).toBe('0');
  });
});

describe('claims', () => {
  const claimed = async (trade: Trade, kind: 'damaged' | 'defective' | 'wrong', quantity: number, bought: number) => {
    const shop = await openShop(trade, `售后店 ${kind} ${quantity}`);
    const buyer = await openBuyer(trade);
    const { orderId, order } = await buy(trade, buyer, await listPillow(trade, shop, 9), bought);
    await deliverOrder(trade, orderId);
    const body = { orderLineId: first(order.lines).id, kind, quantity, description: 'See the photo.', photos: [await photoBy(trade, buyer)] };
    return { shop, buyer, orderId, order, body, claim: await trade.call(buyer, openClaim, { body }) };
  };

  test('what left the hub whole and arrived broken is the carrier’s, and costs the merchant nothing', async () => {
    const { shop, claim } = await claimed(trade, 'damaged', 1, 1);
    expect(claim.state).toBe('refunded');
    const seen = await trade.call(OPERATOR, getClaim, { params: { claimId: claim.id } });
    expect(seen.faults).toMatchObject([{ party: 'carrier', sharePpm: 1_000_000 }]);
    expect((await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } })).faults.every((fault) => fault.party !== 'merchant')).toBe(true);
  });

  test('a larger claim waits for the merchant, whose answer brings it before a person', async () => {
    const { shop, buyer, claim, body } = await claimed(trade, 'defective', 3, 3);
    expect(claim).toMatchObject({ state: 'with_merchant' });
    expect(claim.answerDue).not.toBeNull();
    expect(await trade.ask(buyer, openClaim, { body })).toMatchObject({ ok: false, problem: { code: 'claim_exists' } });
    await trade.call(shop.actor, answerClaim, { params: { claimId: claim.id }, body: { text: '出厂时完好，有质检照片。' } });
    expect(await trade.ask(shop.actor, answerClaim, { params: { claimId: claim.id }, body: { text: '再补充一句。' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    const proposal = (await trade.call(OPERATOR, getClaim, { params: { claimId: claim.id } })).proposal;
    expect(proposal).toMatchObject({ grant: true });
    const decided = await trade.call(OPERATOR, decideClaim, { params: { claimId: claim.id }, body: { grant: true, fault: 'merchant', reason: '照片显示缝线开裂。' } });
    expect(decided).toMatchObject({ state: 'refunded', refund: proposal?.refund });
    expect(decided.faults[0]?.evidence.length).toBeGreaterThan(0);
    expect(await trade.ask(OPERATOR, decideClaim, { params: { claimId: claim.id }, body: { grant: true, fault: 'merchant', reason: '再退一次。' } })).toMatchObject({ ok: false, problem: { code: 'wrong_state' } });
    expect(await trade.ask(buyer, openClaim, { body: { ...body, quantity: 1 } })).toMatchObject({ ok: false, problem: { code: 'quantity_too_large', facts: { limit: 0 } } });
  });

  test('nothing is charged to a merchant that no evidence speaks against', async () => {
    const { buyer, order, orderId } = await claimed(trade, 'wrong', 1, 2);
    const body = { orderLineId: first(order.lines).id, kind: 'damaged' as const, quantity: 1, description: 'Torn.', photos: [await photoBy(trade, buyer)] };
    for (let index = 0; index < 5; index += 1) await trade.call(buyer, openClaim, { body: { ...body, kind: 'no_reason', photos: [] } });
    const waiting = await trade.call(buyer, openClaim, { body });
    expect(waiting.state).toBe('open');
    expect(await trade.ask(OPERATOR, decideClaim, { params: { claimId: waiting.id }, body: { grant: true, fault: 'merchant', reason: '应由商家承担。' } }, { locale: 'zh-Hans' })).toMatchObject({ ok: false, problem: { code: 'no_evidence', facts: { party: '商家' } } });
    await trade.call(OPERATOR, decideClaim, { params: { claimId: waiting.id }, body: { grant: true, fault: 'carrier', reason: '运输途中损坏。' } });
    const { payment, total } = await trade.call(buyer, getMyOrder, { params: { orderId } });
    expect(payment.refunded).toEqual(total);
  });

  test('not before delivery, not for a stranger, not without the photo the policy asks for', async () => {
    const shop = await openShop(trade, '早退店');
    const buyer = await openBuyer(trade);
    const { order, orderId } = await buy(trade, buyer, await listPillow(trade, shop, 5));
    const body = { orderLineId: first(order.lines).id, kind: 'damaged' as const, quantity: 1, description: 'Broken.', photos: [await photoBy(trade, buyer)] };
    expect(await trade.ask(buyer, openClaim, { body })).toMatchObject({ ok: false, problem: { code: 'not_delivered_yet' } });
    await deliverOrder(trade, orderId);
    expect(await trade.ask(await openBuyer(trade), openClaim, { body: { ...body, photos: [] } })).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    expect(await trade.ask(buyer, openClaim, { body: { ...body, photos: [] } })).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'photos' } });
    expect(await trade.ask(buyer, openClaim, { body: { ...body, quantity: 2 } })).toMatchObject({ ok: false, problem: { code: 'quantity_too_large', facts: { limit: 1 } } });
    trade.pass(24 * 8);
    const late = await trade.call(buyer, openClaim, { body });
    expect(late).toMatchObject({ state: 'declined', reasons: [{ code: 'window_over' }] });
  });
});

test('after all of it the ledger balances, and every stored balance is the sum of its postings', async () => {
  const proof = await trade.call(OPERATOR, getLedgerProof);
  expect(proof.balanced).toBe(true);
  expect(proof.transactions).toBeGreaterThan(20);
  expect(proof.accounts.map((account) => account.derived)).toEqual(proof.accounts.map((account) => account.stored));
});
