import { randomUUID } from 'node:crypto';
import { uploadBuyerFile, uploadHubFile } from '#contract/accounts.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { answerInvitation, listMyInvitations, openCohort } from '#contract/cohorts.ts';
import { getHubWork, handOver, packParcel, receiveParcel, recordTracking } from '#contract/hub.ts';
import { getProductListings } from '#contract/listings.ts';
import { getMerchantOrder, getMyOrder, listMerchantOrders } from '#contract/orders.ts';
import { addDocument, createProduct } from '#contract/products.ts';
import type { Route, RouteInput, RouteReply } from '#contract/route.ts';
import { setSwitch } from '#contract/switches.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Locale, Market } from '#core/market/market.ts';
import type { Refusal } from '#core/result.ts';
import { SYSTEM_ACTOR, type Actor } from '#server/platform/actor.ts';
import { transact } from '#server/platform/database/transact.ts';
import type { Packs } from '#server/platform/packs/packs.ts';
import type { Carriers } from '#server/providers/carriers/provider.ts';
import type { Payments } from '#server/providers/payments/open-payments.ts';
import { openMarketplace, type Marketplace } from '#server/open-marketplace.ts';
import { createTestDatabase } from '#test/setup/test-database.ts';

/** A small marketplace for the trade tests: shops with live listings, buyers, an operator and a hub, all through the real operations, with a clock that the test moves. */

type Asked<Reply> = Readonly<{ ok: true; value: Reply; replayed: boolean }> | Readonly<{ ok: false; problem: Refusal }>;
export type AskOptions = Readonly<{ key?: string; locale?: Locale }>;

export type Trade = Readonly<{
  marketplace: Marketplace;
  now: () => Date;
  /** Moves the clock forward. */
  pass: (hours: number) => void;
  /** Performs an operation as an actor; `call` expects it to succeed. */
  ask: <R extends Route>(actor: Actor, route: R, input?: Partial<RouteInput<R>>, options?: AskOptions) => Promise<Asked<RouteReply<R>>>;
  call: <R extends Route>(actor: Actor, route: R, input?: Partial<RouteInput<R>>, options?: AskOptions) => Promise<RouteReply<R>>;
  close: () => Promise<void>;
}>;

const nobody = { userId: null, email: null, merchantId: null, memberRole: null, buyerId: null, authorId: null } as const;
export const OPERATOR: Actor = { ...nobody, kind: 'operator', id: 'usr_operator', name: '运营小周' };
export const HUB: Actor = { ...nobody, kind: 'hub', id: 'usr_hub', name: '仓库老王' };

/** The day the tests begin on: early enough that the rates that ship do not grow old while a story runs. */
const START = new Date('2026-09-01T02:00:00Z');

export async function openTrade(options: Readonly<{ poolMax?: number; payments?: Payments; carriers?: Carriers; packs?: Packs }> = {}): Promise<Trade> {
  const database = await createTestDatabase();
  let now = START;
  // Each look at the clock is a millisecond later, so that ids sort as things happened.
  const tick = () => {
    now = new Date(now.getTime() + 1);
    return now;
  };
  const marketplace = await openMarketplace({ connection: database.connection, migrated: true, clock: tick, ...options });
  const ask: Trade['ask'] = async (actor, route, input = {}, { key = randomUUID(), locale = 'en' } = {}) => {
    const operation = marketplace.operations.find((one) => one.route.id === route.id);
    if (operation === undefined) throw new Error(`${route.id} is not served`);
    const outcome = await operation.perform(marketplace.system, { params: {}, query: {}, body: {}, ...input, actor, locale, requestId: 'test', idempotencyKey: key });
    // The reply's type is the route's; the operation list has forgotten it.
    return outcome.ok ? { ok: true, value: outcome.value.reply as RouteReply<typeof route>, replayed: outcome.value.replayed } : outcome;
  };
  const call: Trade['call'] = async (actor, route, input, asked) => {
    const answer = await ask(actor, route, input, asked);
    if (!answer.ok) throw new Error(`${route.id}: ${answer.problem.code} ${answer.problem.field ?? ''} ${JSON.stringify(answer.problem.facts)}`);
    return answer.value;
  };
  const pass = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };
  return { marketplace, now: () => now, pass, ask, call, close: () => marketplace.close().then(() => database.drop()) };
}

export type Shop = Readonly<{ merchantId: IdOf<'merchant'>; actor: Actor }>;

/** A shop that has been invited, has accepted and has opened its switch. */
export async function openShop(trade: Trade, shopName: string): Promise<Shop> {
  const { system } = trade.marketplace;
  const merchantId = system.ids.next('merchant', trade.now());
  await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) =>
    tx.insertInto('merchant').values({ id: merchantId, shopName, personName: '店主', city: '景德镇', kind: 'newcomer', story: null, signals: JSON.stringify({ originalDesign: true, craft: true }), joinedAt: trade.now() }).execute());
  const actor: Actor = { ...nobody, kind: 'merchant', id: `usr_${merchantId}`, name: shopName, merchantId, memberRole: 'owner' };
  const policy = { places: 100, minimumScore: 1, weights: { originalDesign: 5, craft: 5, patents: 1, noteMentions: 1, repeatBuyers: 1 }, refundsPpmMax: 100_000 };
  await trade.call(OPERATOR, openCohort, { body: { name: `批次 ${shopName}`, markets: ['US', 'HK', 'MO'], policy, feePlan: 'cross-border-2026' } });
  const { items } = await trade.call(actor, listMyInvitations);
  await trade.call(actor, answerInvitation, { params: { invitationId: first(items).id }, body: { accept: true } });
  await trade.call(actor, setSwitch, { body: { state: 'open' } });
  return { merchantId, actor };
}

export type Offer = Readonly<{ productId: IdOf<'product'>; listingId: IdOf<'listing'>; variantId: IdOf<'variant'> }>;

/** A pillow that may go everywhere, listed live in a market. */
export async function listPillow(trade: Trade, shop: Shop, stock: number, more: Readonly<{ market?: Market; sku?: string; title?: string; weightGrams?: number }> = {}): Promise<Offer> {
  const weightGrams = more.weightGrams ?? 320;
  const product = await trade.call(shop.actor, createProduct, {
    body: {
      title: more.title ?? '便携U型枕记忆棉护颈枕', description: '慢回弹记忆棉，两侧加高。', category: '旅行/旅行用品', originCountry: 'CN', attributes: { 材质: '记忆棉' },
      facts: { weightGrams, lengthMm: 300, widthMm: 280, heightMm: 120, materials: [{ name: 'polyester', percent: 95 }, { name: 'elastane', percent: 5 }], battery: { kind: 'none' }, aerosol: false, magnet: false, radio: false, laser: false, liquidMl: 0, powderGrams: 0 },
      variants: [{ sku: more.sku ?? 'grey', options: { 颜色: '灰色' }, price: { minor: '9900', currency: 'CNY' }, stock }],
    },
  });
  return { productId: product.id, listingId: await makeLive(trade, shop, product.id, more.market ?? 'US'), variantId: first(product.variants).id };
}

/** Uploads the documents that the market's rules ask for, as a merchant would, until the listing is live. */
async function makeLive(trade: Trade, shop: Shop, productId: IdOf<'product'>, market: Market): Promise<IdOf<'listing'>> {
  for (let round = 0; ; round += 1) {
    const { listings } = await trade.call(shop.actor, getProductListings, { params: { productId } });
    const listing = listings.find((one) => one.market === market);
    if (listing?.state === 'live') return listing.id;
    const wanted = (listing?.verdict?.findings ?? []).flatMap((finding) => finding.minimalFix).filter((step) => step.kind === 'add_document');
    if (round === 5 || wanted.length === 0) throw new Error(`the listing cannot go live: ${JSON.stringify(listing?.reasons ?? listings)}`);
    for (const step of wanted) await trade.call(shop.actor, addDocument, { params: { productId }, body: { kind: step.target ?? '', number: 'T-2026-1', expires: '2028-01-01' } });
  }
}

/** A guest with a basket of their own. */
export async function openBuyer(trade: Trade): Promise<Actor> {
  const { system } = trade.marketplace;
  const buyerId = system.ids.next('buyer', trade.now());
  await transact(system.db, 'platform', SYSTEM_ACTOR, (tx) => tx.insertInto('buyer').values({ id: buyerId, userId: null, guestTokenHash: buyerId, name: null, email: null, market: 'US', createdAt: trade.now() }).execute());
  return { ...nobody, kind: 'guest', id: `guest_${buyerId}`, name: 'Guest', buyerId };
}

export const ADDRESS = { name: 'Dana Whitfield', line1: '418 Maple Street', city: 'Portland', region: 'OR', postalCode: '97205', phone: '+1 503 555 0148' };
export const HK_ADDRESS = { name: '陳大文', line1: '沙田正街 1 號', city: '沙田', phone: '+852 5555 0148' };

export function orderBody(more: Readonly<{ token?: string; email?: string; address?: typeof ADDRESS }> = {}) {
  return { email: more.email ?? 'dana@example.com', address: more.address ?? ADDRESS, payment: { provider: 'test' as const, token: more.token ?? 'tok_ok' }, policySeen: true as const };
}

/** Starts a checkout of one variant. */
export async function checkoutOf(trade: Trade, buyer: Actor, offer: Offer, quantity = 1) {
  return trade.call(buyer, startCheckout, { body: { market: 'US', items: [{ listingId: offer.listingId, variantId: offer.variantId, quantity }] } });
}

/** Buys one variant in the United States. */
export async function buy(trade: Trade, buyer: Actor, offer: Offer, quantity = 1) {
  const checkout = await checkoutOf(trade, buyer, offer, quantity);
  const placed = await trade.call(buyer, placeOrder, { params: { checkoutId: checkout.id }, body: orderBody() });
  return { checkout, orderId: placed.orderId, order: await trade.call(buyer, getMyOrder, { params: { orderId: placed.orderId } }) };
}

/** One white pixel, as a camera would send it. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

export async function photoBy(trade: Trade, actor: Actor): Promise<IdOf<'file'>> {
  const { fileId } = await trade.call(actor, actor.kind === 'hub' ? uploadHubFile : uploadBuyerFile, { body: PIXEL });
  return fileId;
}

/** The shop's newest merchant order. */
export async function newestMerchantOrder(trade: Trade, shop: Shop) {
  const { items } = await trade.call(shop.actor, listMerchantOrders);
  return trade.call(shop.actor, getMerchantOrder, { params: { merchantOrderId: first(items).id } });
}

/** The hub receives every expected parcel of an order as declared, unless told otherwise. */
export async function receiveAll(trade: Trade, orderId: IdOf<'order'>, found: Readonly<{ weightGrams?: number; counted?: number; putAside?: { reason: string } }> = {}) {
  const work = await trade.call(HUB, getHubWork);
  const received = [];
  for (const parcel of work.expected.filter((one) => one.orderId === orderId)) {
    const counts = parcel.lines.map((line) => ({ sku: line.sku, counted: found.counted ?? line.quantity }));
    received.push(await trade.call(HUB, receiveParcel, { params: { inboundParcelId: parcel.id }, body: { weightGrams: found.weightGrams ?? parcel.declared.weightGrams ?? 500, counts, photos: [await photoBy(trade, HUB)], putAside: found.putAside ?? null } }));
  }
  return received;
}

/** Receives, packs and hands over an order. */
export async function exportOrder(trade: Trade, orderId: IdOf<'order'>) {
  await receiveAll(trade, orderId);
  return sendOut(trade, orderId);
}

/** Packs and hands over an order that is complete at the hub. */
export async function sendOut(trade: Trade, orderId: IdOf<'order'>) {
  const packed = await trade.call(HUB, packParcel, { params: { orderId }, body: { weightGrams: 420, lengthMm: 310, widthMm: 290, heightMm: 130 } });
  return trade.call(HUB, handOver, { params: { exportParcelId: packed.id } });
}

/** Takes an order all the way to its buyer, five days after hand-over. */
export async function deliverOrder(trade: Trade, orderId: IdOf<'order'>) {
  const parcel = await exportOrder(trade, orderId);
  trade.pass(120);
  return trade.call(OPERATOR, recordTracking, { params: { exportParcelId: parcel.id }, body: { status: 'delivered', place: 'Portland, OR' } });
}

export function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('expected at least one');
  return item;
}
