import fc, { type AsyncCommand } from 'fast-check';
import assert from 'node:assert/strict';
import { answerClaim, appealClaim, decideClaim, getClaim, getMerchantClaim, openClaim, overturnClaim, upholdClaim } from '#contract/claims.ts';
import { recordTracking } from '#contract/hub.ts';
import { closeBooks, verifyDailyCloses } from '#contract/money.ts';
import { cancelMyOrder } from '#contract/orders.ts';
import { closeStatements } from '#contract/statements.ts';
import { buy, exportOrder, first, newestMerchantOrder, openBuyer, OPERATOR } from '#test/trade/fixture.ts';
import { doDueWork } from '../due-work.ts';
import { dispute, eventOf, paymentOn, send } from '../webhook.ts';
import { agree } from './agree.ts';
import { latest, latestClaim, leftOf, type Model, type ModelClaim, type ModelOrder, type World } from './model.ts';

/** What can be done to the marketplace, each with what it does to the model. Where something is not allowed, the command tries it all the same and expects a refusal that changes nothing. */

type Command = AsyncCommand<Model, World, true>;

/** How often each command was given; a run in which some never came proves less than it seems. */
export const GIVEN = new Map<string, number>();

function command(name: string, run: (model: Model, world: World) => Promise<void>): Command {
  return {
    check: async () => true,
    run: async (model, world) => {
      GIVEN.set(name, (GIVEN.get(name) ?? 0) + 1);
      await run(model, world);
      await agree(model, world);
    },
    toString: () => name,
  };
}

/** Three days to send, five of grace: then an order that no shop sent is given up for its buyer. */
const GIVEN_UP_HOURS = (3 + 5) * 24;

const place = (quantity: number) => command(`place ${quantity}`, async (model, { trade, shop, offer }) => {
  if (model.stock < quantity) return;
  const buyer = await openBuyer(trade);
  const { orderId, order } = await buy(trade, buyer, offer, quantity);
  const mine = await newestMerchantOrder(trade, shop);
  model.stock -= quantity;
  model.orders.push({ id: orderId, buyer, lineId: first(order.lines).id, total: BigInt(order.total.minor), payout: BigInt(mine.expectedPayout.minor), state: 'with_merchant', payment: 'authorised', refunded: 0n, charged: 0n, parcelId: null, deliveredAt: 0, givenUpAt: trade.now().getTime() + GIVEN_UP_HOURS * 3_600_000, claims: [] });
});

const cancel = command('cancel', async (model, { trade }) => {
  const order = model.orders.at(-1);
  if (order === undefined) return;
  const asked = await trade.ask(order.buyer, cancelMyOrder, { params: { orderId: order.id }, body: {} });
  assert.equal(asked.ok, order.state === 'with_merchant');
  if (!asked.ok) return;
  const pieces = asked.value.lines.reduce((sum, line) => sum + line.quantity, 0);
  Object.assign(order, { state: 'cancelled', payment: 'voided' });
  model.stock += pieces;
});

const handOver = command('hand over', async (model, { trade }) => {
  const order = latest(model, (one) => one.state === 'with_merchant');
  if (order === undefined) return;
  order.parcelId = (await exportOrder(trade, order.id)).id;
  Object.assign(order, { state: 'exported', payment: 'captured' });
  model.owed += order.payout;
});

const deliver = command('deliver', async (model, { trade }) => {
  const order = latest(model, (one) => one.state === 'exported');
  if (order === undefined || order.parcelId === null) return;
  trade.pass(30);
  await trade.call(OPERATOR, recordTracking, { params: { exportParcelId: order.parcelId }, body: { status: 'delivered', place: 'Portland, OR' } });
  Object.assign(order, { state: 'delivered', deliveredAt: trade.now().getTime() });
});

/** The carrier gives a parcel up: the order ends, and the clock claims it for its buyer. */
const giveUp = (status: 'lost' | 'returned_to_sender') => command(status, async (model, { trade }) => {
  const order = latest(model, (one) => one.state === 'exported');
  if (order === undefined || order.parcelId === null) return;
  trade.pass(30);
  await trade.call(OPERATOR, recordTracking, { params: { exportParcelId: order.parcelId }, body: { status, place: 'Portland, OR' } });
  order.state = 'closed';
});

/** An order all the way to its buyer, for most of what can happen begins there. */
const sale = (quantity: number) => command(`sale ${quantity}`, async (model, world) => {
  for (const step of [place(quantity), handOver, deliver]) await step.run(model, world);
});

/** An order that never reaches its buyer, and the round of the clock after it. */
const misfortune = (status: 'lost' | 'returned_to_sender') => command(`sale ${status}`, async (model, world) => {
  for (const step of [place(2), handOver, giveUp(status), wait(3)]) await step.run(model, world);
});

/** Takes over what a decision did: its amounts are the marketplace's to say, their bounds are not. */
async function settle(model: Model, { trade, shop }: World, order: ModelOrder, claim: ModelClaim): Promise<void> {
  const seen = await trade.call(shop.actor, getMerchantClaim, { params: { claimId: claim.id } });
  assert.ok(['open', 'with_merchant', 'declined', 'refunded'].includes(seen.state));
  claim.state = seen.state as ModelClaim['state'];
  if (claim.state !== 'refunded') return;
  const refund = BigInt(seen.refund?.minor ?? '0');
  const charge = BigInt(seen.faults.find((fault) => fault.party === 'merchant')?.amount.minor ?? '0');
  assert.ok(refund > 0n && refund <= leftOf(order));
  assert.ok(charge >= 0n && charge <= order.payout - order.charged);
  Object.assign(claim, { refund, charge });
  order.refunded += refund;
  order.charged += charge;
  order.payment = order.refunded === order.total ? 'refunded' : 'partly_refunded';
  model.owed -= charge;
}

const claim = (kind: 'not_as_described' | 'damaged' | 'no_reason', withPhoto: boolean) => command(`claim ${kind}${withPhoto ? '' : ' without a photo'}`, async (model, world) => {
  const order = latest(model, (one) => one.state === 'delivered' || one.state === 'exported');
  if (order === undefined) return;
  const { trade, photo } = world;
  const photos = withPhoto ? [await photo(order.buyer)] : [];
  const opened = await trade.ask(order.buyer, openClaim, { body: { orderLineId: order.lineId, kind, quantity: 1, description: 'Not as it should be.', photos } });
  const waiting = order.claims.some((one) => one.state === 'open' || one.state === 'with_merchant');
  if (waiting || (order.state === 'exported' && kind !== 'no_reason') || (!withPhoto && kind !== 'no_reason')) assert.equal(opened.ok && opened.value.state !== 'declined', false);
  if (!opened.ok) return;
  const made: ModelClaim = { id: opened.value.id, state: 'open', refund: 0n, charge: 0n, appealed: false };
  order.claims.push(made);
  await settle(model, world, order, made);
});

/** What the clock claimed in the buyer's name for a parcel that was given up. */
async function takeOverClaims(model: Model, world: World, order: ModelOrder): Promise<void> {
  const rows = await world.trade.marketplace.system.db.selectFrom('claim').select(['id', 'kind']).where('orderId', '=', order.id).orderBy('id').execute();
  const fresh = rows.filter((row) => !order.claims.some((one) => one.id === row.id));
  assert.ok(fresh.length <= 1 && fresh.every((row) => row.kind === 'not_delivered'));
  for (const { id } of fresh) {
    const made: ModelClaim = { id, state: 'open', refund: 0n, charge: 0n, appealed: false };
    order.claims.push(made);
    await settle(model, world, order, made);
    assert.equal(made.charge, 0n);
  }
}

const answer = command('answer', async (model, { trade, shop, photo }) => {
  const found = latestClaim(model, (one) => one.state === 'with_merchant');
  if (found === undefined) return;
  await trade.call(shop.actor, answerClaim, { params: { claimId: found.claim.id }, body: { text: '请看照片。', photos: [await photo(shop.actor)] } });
  found.claim.state = 'open';
});

const decide = (grant: boolean, party: 'merchant' | 'platform' | 'hub', percent: number) => command(`decide ${grant ? `${percent} % by ${party}` : 'no'}`, async (model, world) => {
  const found = latestClaim(model, (one) => one.state === 'open' || one.state === 'with_merchant');
  if (found === undefined) return;
  const decided = await world.trade.ask(OPERATOR, decideClaim, { params: { claimId: found.claim.id }, body: { grant, fault: party, refundPercent: percent, reason: '裁定。' } });
  if (!decided.ok) {
    assert.ok(grant);
    assert.ok(['no_evidence', 'wrong_state', 'wrong_amount', 'refund_too_large'].includes(decided.problem.code), decided.problem.code);
    return;
  }
  await settle(model, world, found.order, found.claim);
});

const appeal = command('appeal', async (model, { trade, shop, photo }) => {
  const found = latestClaim(model, (one) => one.state === 'refunded' && one.charge > 0n);
  if (found === undefined) return;
  const asked = await trade.ask(shop.actor, appealClaim, { params: { claimId: found.claim.id }, body: { text: '有新证据。', photos: [await photo(shop.actor)] } });
  if (asked.ok) assert.equal(found.claim.appealed, false);
  found.claim.appealed = true;
});

const overturn = (party: 'merchant' | 'platform' | 'carrier') => command(`overturn to ${party}`, async (model, { trade }) => {
  const found = latestClaim(model, (one) => one.state === 'refunded' || one.state === 'overturned');
  if (found === undefined) return;
  const anew = await trade.ask(OPERATOR, overturnClaim, { params: { claimId: found.claim.id }, body: { grant: true, fault: party, reason: '改判。' } });
  if (!anew.ok) {
    assert.equal(anew.problem.code, 'no_evidence');
    return;
  }
  // The old charge is turned round in full, the refund stays; what is borne now is the new one.
  assert.equal(anew.value.refund?.minor, found.claim.refund.toString());
  const seen = await trade.call(OPERATOR, getClaim, { params: { claimId: found.claim.id } });
  const { rows } = { rows: await trade.marketplace.system.db.selectFrom('claimShare').select(['party', 'chargeMinor', 'round']).where('cause', '=', found.claim.id).orderBy('round', 'desc').execute() };
  const charge = rows.filter((row) => row.round === rows[0]?.round && row.party === 'merchant').reduce((sum, row) => sum + row.chargeMinor, 0n);
  model.owed += found.claim.charge - charge;
  found.order.charged += charge - found.claim.charge;
  Object.assign(found.claim, { state: 'overturned', charge });
  assert.equal(seen.state, 'overturned');
});

const uphold = command('uphold', async (model, { trade }) => {
  const found = latestClaim(model, (one) => one.appealed);
  if (found === undefined) return;
  await trade.ask(OPERATOR, upholdClaim, { params: { claimId: found.claim.id }, body: { reason: '维持。' } });
});

const openDispute = (reason: string) => command(`dispute ${reason}`, async (model, { trade }) => {
  const order = latest(model, (one) => one.payment !== 'authorised' && one.payment !== 'voided');
  if (order === undefined) return;
  const { outcome } = await dispute(trade, order.id, reason, null);
  const fresh = outcome === 'opened';
  if (fresh) assert.ok(['captured', 'partly_refunded', 'refunded'].includes(order.payment));
  if (fresh) order.payment = 'disputed';
});

const closeDispute = (won: boolean) => command(won ? 'win' : 'lose', async (model, { trade, shop }) => {
  const order = latest(model, (one) => one.payment === 'disputed');
  if (order === undefined) return;
  const before = await owedNow(trade, shop.merchantId);
  const { reason } = await trade.marketplace.system.db.selectFrom('dispute').select('reason').where('orderId', '=', order.id).where('state', '=', 'open').executeTakeFirstOrThrow();
  assert.equal((await dispute(trade, order.id, reason, won ? 'won' : 'lost')).outcome, won ? 'won' : 'lost');
  const charge = before - (await owedNow(trade, shop.merchantId));
  if (won) {
    assert.equal(charge, 0n);
    order.payment = order.refunded === 0n ? 'captured' : order.refunded === order.total ? 'refunded' : 'partly_refunded';
    return;
  }
  assert.ok(charge >= 0n && charge <= order.payout - order.charged);
  order.payment = 'charged_back';
  order.charged += charge;
  model.owed -= charge;
});

async function owedNow({ marketplace }: World['trade'], merchantId: World['shop']['merchantId']): Promise<bigint> {
  const row = await marketplace.system.db.selectFrom('balance').select('amountMinor').where('account', '=', `merchant:${merchantId}:payable:CNY`).executeTakeFirst();
  return -(row?.amountMinor ?? 0n);
}

const pay = command('close statements', async (model, { trade, shop }) => {
  const through = new Date(trade.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { items } = await trade.call(OPERATOR, closeStatements, { body: { through, merchantId: shop.merchantId } });
  for (const statement of items) {
    const paid = BigInt(statement.payout.minor);
    assert.ok(paid >= 0n && (paid === 0n || paid <= model.owed));
    model.owed -= paid;
    model.paidOut += paid;
  }
});

const noise = (kind: 'authorised' | 'captured' | 'refunded' | 'other') => command(`stray webhook ${kind}`, async (model, { trade }) => {
  const order = model.orders.at(-1);
  if (order === undefined) return;
  const { reference } = await paymentOn(trade, order.id);
  const { checkoutId } = await trade.marketplace.system.db.selectFrom('order').select('checkoutId').where('id', '=', order.id).executeTakeFirstOrThrow();
  const event = eventOf(trade, { kind, reference, checkoutId });
  await send(trade, event);
  assert.equal((await send(trade, event)).outcome, 'duplicate');
});

const closeDays = command('close books', async (_model, { trade }) => {
  trade.pass(25);
  await trade.call(OPERATOR, closeBooks, { body: {} });
  assert.equal((await trade.call(OPERATOR, verifyDailyCloses)).verified, true);
});

/** Only what the clock does to money and claims that no command of ours waits for. */
const wait = (hours: number) => command(`wait ${hours} h`, async (model, world) => {
  world.trade.pass(hours);
  const before = model.owed;
  await doDueWork(world.trade);
  for (const order of model.orders) if (order.state === 'with_merchant' && world.trade.now().getTime() > order.givenUpAt) Object.assign(order, { state: 'cancelled', payment: 'voided' });
  for (const order of model.orders) for (const one of order.claims) if (one.state === 'with_merchant') await settle(model, world, order, one);
  for (const order of model.orders) if (order.state === 'closed') await takeOverClaims(model, world, order);
  const paid = before - model.owed;
  assert.ok(paid >= 0n);
  // A payout day may have come: what was paid then left the merchant's account for the bank.
  const { amountMinor } = (await world.trade.marketplace.system.db.selectFrom('balance').select('amountMinor').where('account', '=', 'bank:payouts:CNY').executeTakeFirst()) ?? { amountMinor: 0n };
  const newlyPaid = -amountMinor - model.paidOut;
  assert.ok(newlyPaid >= 0n);
  model.owed -= newlyPaid;
  model.paidOut += newlyPaid;
});

/** Sequences in which things that belong together come often enough. */
export const anyCommands = fc.commands<Model, World, true>([
  fc.integer({ min: 1, max: 3 }).map(place), fc.constant(cancel), fc.constant(handOver), fc.constant(deliver), fc.constantFrom('lost' as const, 'returned_to_sender' as const).map(giveUp), fc.constantFrom('lost' as const, 'returned_to_sender' as const).map(misfortune), fc.constantFrom(1, 3).map(sale), fc.constantFrom(1, 3).map(sale),
  fc.record({ kind: fc.constantFrom('not_as_described' as const, 'damaged' as const, 'no_reason' as const), photo: fc.boolean() }).map(({ kind, photo }) => claim(kind, photo)),
  fc.constant(claim('not_as_described', true)), fc.constant(answer), fc.record({ grant: fc.boolean(), party: fc.constantFrom('merchant' as const, 'platform' as const, 'hub' as const), percent: fc.integer({ min: 1, max: 100 }) }).map(({ grant, party, percent }) => decide(grant, party, percent)),
  fc.constant(appeal), fc.constantFrom('merchant' as const, 'platform' as const, 'carrier' as const).map(overturn), fc.constant(uphold),
  fc.constantFrom('product_unacceptable', 'fraudulent', 'product_not_received').map(openDispute), fc.boolean().map(closeDispute), fc.constant(pay),
  fc.constantFrom('authorised' as const, 'captured' as const, 'refunded' as const, 'other' as const).map(noise), fc.constant(closeDays), fc.constantFrom(3, 50, 24 * 8).map(wait),
], { maxCommands: 20, size: 'max' });
