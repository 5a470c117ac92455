import { answerInvitation, listMyInvitations, openCohort } from '#contract/cohorts.ts';
import { publishNote } from '#contract/notes.ts';
import { createProduct } from '#contract/products.ts';
import { productInput } from '#contract/product-facts.ts';
import { setSwitch } from '#contract/switches.ts';
import { rememberTranslations } from '#contract/translations.ts';
import { isId, type ProductId } from '#core/ids/id.ts';
import { demoEnglishPages, demoMerchants, demoNotes, demoProducts } from '../catalogue.ts';
import { productInputOf, type DemoProduct } from '../products/product.ts';
import type { Cast } from './accounts.ts';
import { before, type Stage } from './stage.ts';

/** Products, translations, cohorts, switches and notes: what stands on the shelves before anybody buys. */

export type ProductIds = ReadonlyMap<string, ProductId>;

/** The addresses at which the server draws a product's pictures. */
export function pictureAddresses(product: DemoProduct): string[] {
  return product.drawings.map((_drawing, index) => `/media/products/${product.key}/${index + 1}.svg`);
}

/** Merchants put their products up, each on the day the shop joined or soon after. */
export async function stockShelves(stage: Stage, cast: Cast, anchor: Date, report: (done: number, total: number) => Promise<void>): Promise<ProductIds> {
  const ids = new Map<string, ProductId>();
  for (const [index, product] of demoProducts.entries()) {
    const actor = cast.merchants.get(product.merchantKey);
    const joined = demoMerchants.find((one) => one.key === product.merchantKey)?.joinedDaysAgo ?? 100;
    if (actor === undefined) throw new Error(`demo: no merchant ${product.merchantKey}`);
    const { id: _id, ...body } = productInput.parse(JSON.parse(JSON.stringify(productInputOf(product, pictureAddresses(product)))));
    const input = { ...body, sourceId: product.key, variants: product.variants.map((variant) => ({ ...variant })) };
    const created = await stage.run(actor, createProduct, { body: input }, before(anchor, Math.min(joined, 95), 8 + (index % 9)), `product:${product.key}`);
    if (!isId('product', created.id)) throw new Error('demo: a product came without an id');
    ids.set(product.key, created.id);
    if (index % 20 === 0) await report(index, demoProducts.length);
  }
  return ids;
}

/** Person-quality English, approved before the shops open, so that their pages are made with it. */
export async function approveTranslations(stage: Stage, cast: Cast, anchor: Date): Promise<void> {
  const byKey = new Map(demoProducts.map((product) => [product.key, product]));
  const entries = demoEnglishPages.flatMap((page) => {
    const product = byKey.get(page.productKey);
    if (product === undefined) return [];
    return [{ source: product.title, target: page.title }, { source: product.description, target: page.description }];
  });
  for (let start = 0; start < entries.length; start += 100) {
    await stage.run(cast.operator, rememberTranslations, { body: { locale: 'en-US', entries: entries.slice(start, start + 100) } }, before(anchor, 92), `translations:${start}`);
  }
}

const POLICY = { places: 60, minimumScore: 30, weights: { originalDesign: 4, craft: 4, patents: 2, noteMentions: 3, repeatBuyers: 2 }, refundsPpmMax: 80_000 };

/** A first cohort that most shops joined, and a second one, still unanswered by the newcomer with one product. */
export async function openCohorts(stage: Stage, cast: Cast, anchor: Date, report: (done: number, total: number) => Promise<void>): Promise<void> {
  const first = { name: '首批 · 有自己东西的店', markets: ['US', 'HK', 'MO'] as ('US' | 'HK' | 'MO')[], policy: POLICY, feePlan: 'cross-border-2026' };
  await stage.run(cast.operator, openCohort, { body: first }, before(anchor, 90), 'cohort:first');
  let done = 0;
  for (const merchant of demoMerchants) {
    const actor = cast.merchants.get(merchant.key);
    if (actor === undefined || merchant.joinedDaysAgo < 60) continue;
    const at = before(anchor, 89 - (done % 5), 9 + (done % 8));
    const { items } = await readInvitations(stage, actor, at);
    const invitation = items[0];
    if (invitation !== undefined) {
      await stage.run(actor, answerInvitation, { params: { invitationId: invitation.id }, body: { accept: true } }, at, `accept:${merchant.key}`);
      await stage.run(actor, setSwitch, { body: { state: 'open' } }, new Date(at.getTime() + 600_000), `open:${merchant.key}`);
    }
    done += 1;
    await report(done, demoMerchants.length);
  }
  const second = { ...first, name: '第二批 · 刚开店也可以', policy: { ...POLICY, minimumScore: 40 } };
  await stage.run(cast.operator, openCohort, { body: second }, before(anchor, 4), 'cohort:second');
}

/** A read carries no key: it is not a command. */
async function readInvitations(stage: Stage, actor: Parameters<Stage['run']>[0], at: Date) {
  return stage.run(actor, listMyInvitations, {}, at, `invitations:${actor.id}`);
}

/** Authors publish their notes. */
export async function publishNotes(stage: Stage, cast: Cast, anchor: Date, ids: ProductIds, report: (done: number, total: number) => Promise<void>): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  for (const [index, note] of demoNotes.entries()) {
    const actor = cast.creators.get(note.authorKey);
    if (actor === undefined) throw new Error(`demo: no author ${note.authorKey}`);
    const productIds = note.productKeys.flatMap((key) => ids.get(key) ?? []);
    const body = { title: note.title, body: note.body, tags: [...note.tags], scene: note.scene, language: note.language, productIds, cover: `/media/notes/${note.key}.svg` };
    const published = await stage.run(actor, publishNote, { body }, before(anchor, note.daysAgo, index % 12), `note:${note.key}`);
    notes.set(note.key, published.id);
    if (index % 20 === 0) await report(index, demoNotes.length);
  }
  return notes;
}
