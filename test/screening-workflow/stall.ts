import { uploadMerchantFile } from '#contract/accounts.ts';
import { runDueWork } from '#contract/due-work.ts';
import { putDocument } from '#contract/documents.ts';
import { answerInvitation, listMyInvitations, openCohort } from '#contract/cohorts.ts';
import { getProductListings } from '#contract/listings.ts';
import { createProduct } from '#contract/products.ts';
import { registerMerchant } from '#contract/session.ts';
import { setSwitch } from '#contract/switches.ts';
import { evidencePhoto } from '#demo/journey/photo.ts';
import { openVisitor, type Visitor } from '#demo/journey/visitor.ts';
import { isId, type IdOf, type ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';

/** A served marketplace with an operator, shops that take part, and a clock that the test moves (one that is served already keeps its own). Everything goes over HTTP. */
export type Stall = Readonly<{
  served: ServedMarketplace;
  operator: Visitor;
  now: () => Date;
  pass: (hours: number) => void;
  /** What the clock would do by itself within the minute. */
  due: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  openShop: (name: string) => Promise<Shop>;
  close: () => Promise<void>;
}>;

export type Shop = Visitor & Readonly<{ merchantId: IdOf<'merchant'>; email: string }>;
export const SHOP_PASSWORD = 'a-good-password';

/** Before the first rule of the pack turns in the stories told here. */
const START = new Date('2026-09-01T02:00:00Z');

export async function openStall(on?: ServedMarketplace): Promise<Stall> {
  let now = START;
  const clock = () => {
    now = new Date(now.getTime() + 1);
    return now;
  };
  const served = on ?? (await serveMarketplace({ clock }));
  const operator = openVisitor(served.transport, served.origin);
  await operator.signIn(served.staff.operator.email, served.staff.operator.password);
  let shops = 0;
  return {
    served, operator, now: () => now,
    pass: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    due: async () => Object.fromEntries((await operator.call(runDueWork)).items.map((item) => [item.name, item.did])),
    openShop: async (name) => {
      shops += 1;
      const shop = openVisitor(served.transport, served.origin);
      const email = `shop-${shops}@demo.example`;
      const { merchantId } = await shop.call(registerMerchant, { body: { shopName: name, personName: '店主', city: '景德镇', email, password: SHOP_PASSWORD, originalDesign: true, craft: true } });
      await shop.signIn(email, SHOP_PASSWORD);
      const policy = { places: 100, minimumScore: 1, weights: { originalDesign: 5, craft: 5, patents: 0, noteMentions: 0, repeatBuyers: 0 }, refundsPpmMax: 100_000 };
      await operator.call(openCohort, { body: { name: `批次 ${name}`, markets: ['US', 'HK', 'MO'], policy, feePlan: 'cross-border-2026' } });
      const [invitation] = (await shop.call(listMyInvitations)).items;
      if (invitation === undefined) throw new Error('the shop was not invited');
      await shop.call(answerInvitation, { params: { invitationId: invitation.id }, body: { accept: true } });
      await shop.call(setSwitch, { body: { state: 'open' } });
      return { ...shop, merchantId, email };
    },
    close: () => served.close(),
  };
}

const PLAIN_FACTS = { weightGrams: 320, lengthMm: 300, widthMm: 280, heightMm: 120, battery: { kind: 'none' as const }, aerosol: false, magnet: false, radio: false, laser: false, liquidMl: 0, powderGrams: 0 };

type Goods = Readonly<{ title: string; category: string; description?: string; attributes?: Record<string, string>; facts?: Readonly<Record<string, unknown>> }>;

export const PILLOW: Goods = { title: '便携U型枕记忆棉护颈枕', category: '旅行/旅行用品', attributes: { 材质: '记忆棉' }, facts: { materials: [{ name: 'polyester', percent: 95 }, { name: 'elastane', percent: 5 }] } };
export const TOY: Goods = { title: '儿童木制积木玩具 3岁+', category: '玩具/积木', facts: { minimumAgeMonths: 36, materials: [{ name: 'wood', percent: 100 }] } };
export const VASE: Goods = { title: '手工陶瓷花瓶', category: '家居/摆件', facts: { materials: [{ name: 'ceramic', percent: 100 }] } };

export async function stock(shop: Visitor, goods: Goods, more: Partial<Goods> = {}): Promise<ProductId> {
  const { facts, ...page } = { ...goods, ...more };
  const product = await shop.call(createProduct, {
    body: { ...page, originCountry: 'CN', facts: { ...PLAIN_FACTS, ...facts }, variants: [{ sku: `sku-${Math.random()}`, options: {}, price: { minor: '9900', currency: 'CNY' }, stock: 10 }] },
  });
  if (!isId('product', product.id)) throw new Error('a product came without an id');
  return product.id;
}

export async function verdictOf(shop: Visitor, productId: ProductId, market: Market) {
  const { listings } = await shop.call(getProductListings, { params: { productId } });
  const listing = listings.find((one) => one.market === market);
  if (listing === undefined || listing.verdict === null) throw new Error(`no verdict in ${market}`);
  return { ...listing.verdict, state: listing.state, listingId: listing.id };
}

/** Kinds of documents that the smallest fix of a product asks for in a market. */
export async function papersFor(shop: Visitor, productId: ProductId, market: Market): Promise<string[]> {
  const { findings } = await verdictOf(shop, productId, market);
  return [...new Set(findings.flatMap((finding) => finding.minimalFix).filter((step) => step.kind === 'add_document').map((step) => step.target ?? ''))].sort();
}

export async function upload(shop: Visitor): Promise<IdOf<'file'>> {
  const id = await shop.upload(uploadMerchantFile, await evidencePhoto('hub'));
  if (!isId('file', id)) throw new Error('a file came without an id');
  return id;
}

/** Puts documents on file until a product is open to a market, and answers how many it took. */
export async function openTo(shop: Visitor, productId: ProductId, market: Market): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    const papers = await papersFor(shop, productId, market);
    if (papers.length === 0) return;
    for (const kind of papers) await shop.call(putDocument, { body: { kind, number: `T-${kind}`, coverage: { cover: 'named', productIds: [productId] } } });
  }
  throw new Error(`the product cannot be opened to ${market}`);
}
