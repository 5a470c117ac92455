import { randomUUID } from 'node:crypto';
import { uploadBuyerFile, uploadHubFile } from '#contract/accounts.ts';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { decideClaim, openClaim } from '#contract/claims.ts';
import { handOver, packParcel, receiveParcel, recordTracking, scanCode } from '#contract/hub.ts';
import { getMerchantOrder, getMyOrder, getOrder, shipMerchantOrder } from '#contract/orders.ts';
import { importProducts, setVariant } from '#contract/products.ts';
import type { Route, RouteInput, RouteReply } from '#contract/route.ts';
import { businessDay } from '#core/ledger/statement.ts';
import { closeStatements } from '#contract/statements.ts';
import { setSwitch } from '#contract/switches.ts';
import type { IdOf } from '#core/ids/id.ts';
import { STEPS } from '#demo/journey/journey.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { given, openStory, type Staff, type Story } from '#demo/journey/story.ts';
import { asFileId, BUYER } from '#demo/journey/the-sale.ts';
import { openVisitor, type Answer, type Visitor } from '#demo/journey/visitor.ts';

/**
 * People at work on a marketplace that is killed under them: buyers, a shop, the hub, operators. Each sends a command with one
 * key until it is answered, through any number of crashes, as a program should. What was answered is written down here.
 */
export type MixedLoad = Readonly<{
  shop: Readonly<{ merchantId: IdOf<'merchant'>; variantId: IdOf<'variant'>; stock: number }>;
  orders: ReadonlySet<IdOf<'order'>>;
  claims: ReadonlySet<IdOf<'claim'>>;
  /** Source ids of imported products whose import was answered. */
  imported: ReadonlySet<string>;
  answered: () => number;
  /** Sends answered commands once more, the newest and some at random; names those not answered as before. */
  repeat: (howMany: number) => Promise<readonly string[]>;
  /** What the people could not make sense of. */
  troubles: readonly string[];
  stop: () => Promise<void>;
}>;

type Sent = Readonly<{ what: string; again: () => Promise<Answer<unknown>>; reply: string }>;

const STOCK = 100_000;
const RETRY_MS = 150;
const IMPORTED_PRODUCTS = 24;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function startMixedLoad(origin: string, staff: Staff): Promise<MixedLoad> {
  const story = await openStory((request) => fetch(request), origin, staff, randomUUID());
  for (const step of STEPS.slice(0, 6)) await step(story);
  const variantId = given(story.variantId, 'variant');
  await story.merchant.call(setVariant, { params: { variantId }, body: { stock: STOCK } });
  const book: Book = { sent: [], orders: new Set(), claims: new Set(), imported: new Set(), troubles: [], stopping: false };
  const photo = await evidencePhoto('hub');
  const work = [
    ...[1, 2, 3].map(() => repeatedly(book, () => wholeOrder(book, story, photo))),
    repeatedly(book, () => importing(book, story)),
    repeatedly(book, () => pausing(book, story)),
    repeatedly(book, () => settling(book, story)),
  ];
  return {
    ...book, shop: { merchantId: given(story.merchantId, 'merchant'), variantId, stock: STOCK },
    answered: () => book.sent.length,
    repeat: (howMany) => repeat(book, howMany),
    stop: async () => {
      book.stopping = true;
      await Promise.all(work);
    },
  };
}

type Book = { sent: Sent[]; orders: Set<IdOf<'order'>>; claims: Set<IdOf<'claim'>>; imported: Set<string>; troubles: string[]; stopping: boolean };

/** The work ended because the load was asked to stop. */
class Stopped extends Error {}

async function repeatedly(book: Book, work: () => Promise<void>): Promise<void> {
  while (!book.stopping) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Stopped)) book.troubles.push(error instanceof Error ? error.message : String(error));
      await pause(RETRY_MS);
    }
  }
}

/** Asks until the line holds long enough for an answer. A broken answer (500, 503) is no answer: the server is going down. */
async function until<Value>(book: Book, ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null && (answer.ok || answer.status < 500)) return answer;
    if (book.stopping) throw new Stopped();
    await pause(RETRY_MS);
  }
}

/** Sends a command under one key until it is answered, and writes the answer down. A refusal is thrown: this load asks for nothing unlawful. */
async function insist<R extends Route>(book: Book, who: Visitor, route: R, input: Partial<RouteInput<R>>): Promise<RouteReply<R>> {
  const key = randomUUID();
  const again = () => who.ask(route, input, key);
  const answer = await until(book, again);
  if (!answer.ok) throw new Refused(route.id, answer.code, answer.detail);
  book.sent.push({ what: `${route.id} ${key}`, again, reply: JSON.stringify(answer.value) });
  return answer.value;
}

class Refused extends Error {
  readonly code: string;
  constructor(what: string, code: string, detail: string) {
    super(`${what}: ${code}: ${detail}`);
    this.code = code;
  }
}

async function uploaded(book: Book, who: Visitor, route: Route, photo: Uint8Array): Promise<string> {
  for (;;) {
    const id = await who.upload(route, photo).catch(() => null);
    if (id !== null) return id;
    if (book.stopping) throw new Stopped();
    await pause(RETRY_MS);
  }
}

async function read<R extends Route>(book: Book, who: Visitor, route: R, input: Partial<RouteInput<R>>): Promise<RouteReply<R>> {
  const answer = await until(book, () => who.ask(route, input));
  if (!answer.ok) throw new Refused(route.id, answer.code, answer.detail);
  return answer.value;
}

/** One order from checkout to refund, whatever happens on the way. */
async function wholeOrder(book: Book, story: Story, photo: Uint8Array): Promise<void> {
  const buyer = openVisitor(story.transport, story.origin, 'en');
  const orderId = await bought(book, story, buyer);
  if (orderId === null) return;
  book.orders.add(orderId);
  const { merchantOrders, lines } = await read(book, story.operator, getOrder, { params: { orderId } });
  const merchantOrderId = given(merchantOrders[0]?.id, 'merchant order');
  await insist(book, story.merchant, shipMerchantOrder, { params: { merchantOrderId }, body: { carrier: '中通', trackingNumber: `7${String(Math.random()).slice(2, 13).padEnd(11, '0')}` } });
  const { parcelCode } = await read(book, story.merchant, getMerchantOrder, { params: { merchantOrderId } });
  const { inbound } = await read(book, story.hub, scanCode, { params: { code: parcelCode } });
  const parcel = given(inbound, 'inbound parcel');
  const seen = asFileId(await uploaded(book, story.hub, uploadHubFile, photo));
  await insist(book, story.hub, receiveParcel, { params: { inboundParcelId: parcel.id }, body: { weightGrams: (parcel.declared.weightGrams ?? 320) + 5, counts: parcel.lines.map((line) => ({ sku: line.sku, counted: line.quantity })), photos: [seen] } });
  const packed = await insist(book, story.hub, packParcel, { params: { orderId }, body: { weightGrams: (parcel.declared.weightGrams ?? 320) + 60, lengthMm: 310, widthMm: 290, heightMm: 130 } });
  await insist(book, story.hub, handOver, { params: { exportParcelId: packed.id } });
  for (const status of ['in_transit', 'customs_cleared', 'delivered'] as const) await insist(book, story.operator, recordTracking, { params: { exportParcelId: packed.id }, body: { status, place: 'Portland' } });
  const damage = asFileId(await uploaded(book, buyer, uploadBuyerFile, photo));
  const order = await read(book, buyer, getMyOrder, { params: { orderId } });
  const claim = await insist(book, buyer, openClaim, { body: { orderLineId: given(order.lines[0]?.id ?? lines[0]?.id, 'order line'), kind: 'defective', quantity: 1, description: 'The seam opened on the first night.', photos: [damage] } });
  book.claims.add(claim.id);
  if (claim.state === 'open' || claim.state === 'with_merchant') await insist(book, story.operator, decideClaim, { params: { claimId: claim.id }, body: { grant: true, fault: 'platform', reason: '照片显示缝线开裂。' } });
}

/** A paused shop sells nothing, and that is all a buyer may be told. */
async function bought(book: Book, story: Story, buyer: Visitor): Promise<IdOf<'order'> | null> {
  const listingId = given(story.listings.US, 'listing');
  try {
    const checkout = await insist(book, buyer, startCheckout, { body: { market: 'US', items: [{ listingId, variantId: given(story.variantId, 'variant'), quantity: 1 }] } });
    const body = { email: 'crash@demo.example', address: BUYER, payment: { provider: 'test' as const, token: 'tok_ok' }, policySeen: true as const };
    return (await insist(book, buyer, placeOrder, { params: { checkoutId: checkout.id }, body })).orderId;
  } catch (error) {
    if (!(error instanceof Refused) || !['export_paused', 'listing_not_live'].includes(error.code)) throw error;
    await pause(RETRY_MS);
    return null;
  }
}

/** Files name the same few products in ever new words: a shop that grew all the while would leave no time for anything else. */
async function importing(book: Book, story: Story): Promise<void> {
  const first = Math.floor(Math.random() * IMPORTED_PRODUCTS);
  const ids = Array.from({ length: 4 }, (_id, index) => `import-${(first + index) % IMPORTED_PRODUCTS}`);
  const lines = ids.map((id) => JSON.stringify({ id, title: `手工陶瓷马克杯 ${randomUUID().slice(0, 4)}`, category: '家居/餐具', attributes: { 材质: '陶瓷' }, facts: { weightGrams: 350 }, variants: [{ sku: id, price: { minor: '8900', currency: 'CNY' }, stock: 3 }] }));
  await uploadedReport(book, story, lines.join('\n'));
  for (const id of ids) book.imported.add(id);
  await pause(RETRY_MS * 4);
}

/** An import carries no key of its own: running the same file twice changes nothing. */
async function uploadedReport(book: Book, story: Story, file: string): Promise<void> {
  for (;;) {
    const done = await story.merchant.upload(importProducts, new TextEncoder().encode(file), { format: 'pilotage' }).then(() => true, () => false);
    if (done) return;
    if (book.stopping) throw new Stopped();
    await pause(RETRY_MS);
  }
}

/** Pauses one market for a moment and opens it again. */
async function pausing(book: Book, story: Story): Promise<void> {
  await pause(RETRY_MS * 10);
  await insist(book, story.merchant, setSwitch, { body: { market: 'US', state: 'paused', reason: '盘点' } });
  await insist(book, story.merchant, setSwitch, { body: { market: 'US', state: 'open' } });
}

async function settling(book: Book, story: Story): Promise<void> {
  await pause(RETRY_MS * 12);
  await insist(book, story.operator, closeStatements, { body: { through: businessDay(new Date().toISOString()), merchantId: given(story.merchantId, 'merchant') } });
}

async function repeat(book: Book, howMany: number): Promise<readonly string[]> {
  const newest = book.sent.slice(-howMany);
  const others = Array.from({ length: howMany }, () => book.sent[Math.floor(Math.random() * book.sent.length)]).filter((one) => one !== undefined);
  const changed: string[] = [];
  for (const { what, again, reply } of [...newest, ...others]) {
    const answer = await until(book, again);
    if (!answer.ok) changed.push(`${what}: ${answer.code} instead of the answer before`);
    else if (!answer.replayed || JSON.stringify(answer.value) !== reply) changed.push(`${what}: ${answer.replayed ? 'another answer' : 'done again'}`);
  }
  return changed;
}
