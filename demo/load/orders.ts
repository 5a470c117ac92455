import { z } from 'zod';
import { placeOrder, startCheckout } from '#contract/checkout.ts';
import { closeStatements } from '#contract/statements.ts';
import { idOf } from '#contract/shapes.ts';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import { demoBuyers, demoNotes } from '../catalogue.ts';
import { demoOrderPlan, type PlannedOrder } from '../order-plan.ts';
import { hashOf } from '../sequence.ts';
import type { Cast } from './accounts.ts';
import { followUp } from './after-order.ts';
import { moneyTales } from './money-tales.ts';
import type { ProductIds } from './shelves.ts';
import { before, type Stage } from './stage.ts';

/** Three months of trade, told in the order in which it happened. */

/** Something that happens at a moment; it may bring about later things. */
export type Happening = Readonly<{ at: Date; key: string; happen: () => Promise<readonly Happening[]> }>;

const SEED = 7;
const listingRow = z.object({ id: idOf('listing'), variantId: idOf('variant') });

/** Plays the plan. Orders that the marketplace refuses (a product that is not live there) are passed over, as a buyer would pass them over. */
export async function playOrders(stage: Stage, cast: Cast, anchor: Date, products: ProductIds, notes: ReadonlyMap<string, string>, report: (done: number, total: number) => Promise<void>): Promise<void> {
  const plan = demoOrderPlan(SEED);
  const queue: Happening[] = [...plan.map((order) => placing(stage, cast, anchor, products, notes, order)), ...closings(stage, cast, anchor), ...moneyTales(stage, cast, anchor)];
  let done = 0;
  for (;;) {
    const next = takeFirst(queue);
    if (next === undefined || next.at > anchor) break;
    queue.push(...(await next.happen()));
    done += 1;
    if (done % 25 === 0) await report(done, done + queue.length);
  }
}

/** The earliest happening; on the same moment, by key, so that every load tells the same story. */
function takeFirst(queue: Happening[]): Happening | undefined {
  let first = 0;
  for (const [index, one] of queue.entries()) {
    const best = queue[first];
    if (best === undefined || one.at < best.at || (one.at.getTime() === best.at.getTime() && one.key < best.key)) first = index;
  }
  return queue.splice(first, 1)[0];
}

function placing(stage: Stage, cast: Cast, anchor: Date, products: ProductIds, notes: ReadonlyMap<string, string>, plan: PlannedOrder): Happening {
  // Hours are those of the buyer's market; the difference to UTC is near enough for a story.
  const offset = plan.market === 'US' ? 5 : -8;
  const day = before(anchor, plan.daysAgo + 1);
  const at = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), plan.hour + offset, hashOf(plan.key) % 60));
  return { at, key: plan.key, happen: () => place(stage, cast, products, notes, plan, at) };
}

async function place(stage: Stage, cast: Cast, products: ProductIds, notes: ReadonlyMap<string, string>, plan: PlannedOrder, at: Date): Promise<readonly Happening[]> {
  const buyer = cast.buyers.get(plan.buyerKey);
  const profile = demoBuyers.find((one) => one.key === plan.buyerKey);
  if (buyer === undefined || profile === undefined) throw new Error(`demo: no buyer ${plan.buyerKey}`);
  const items: { id: IdOf<'listing'>; variantId: IdOf<'variant'>; quantity: number }[] = [];
  for (const line of plan.lines) {
    const row = await findOnSale(stage, products.get(line.productKey), line, plan);
    if (row !== null && !items.some((item) => item.id === row.id)) items.push({ ...row, quantity: line.quantity });
  }
  if (items.length === 0) return [];
  const first = items.map(({ id, variantId, quantity }) => ({ listingId: id, variantId, quantity }));
  const noteId = noteOf(notes, plan);
  const checkout = await stage.attempt(buyer, startCheckout, { body: { market: plan.market, locale: profile.locale, items: first, ...(noteId !== null && { noteId }) } }, at, `${plan.key}:checkout`);
  if (!checkout.ok) return [];
  const body = { email: buyer.email ?? 'buyer@demo.example', address: { ...profile.address }, payment: { provider: 'test' as const, token: 'tok_demo' }, policySeen: true as const };
  const placedAt = new Date(at.getTime() + 240_000);
  const placed = await stage.attempt(buyer, placeOrder, { params: { checkoutId: checkout.value.id }, body }, placedAt, `${plan.key}:order`);
  if (!placed.ok) return [];
  return followUp(stage, cast, plan, placed.value.orderId, placedAt);
}

type OnSale = z.output<typeof listingRow>;

/** The planned variant where it is live, else something else that is: a buyer who finds a thing gone buys another. */
async function findOnSale(stage: Stage, productId: ProductId | undefined, line: PlannedOrder['lines'][number], plan: PlannedOrder): Promise<OnSale | null> {
  const live = stage.marketplace.system.db
    .selectFrom('listing').innerJoin('variant', 'variant.productId', 'listing.productId').innerJoin('quote', (join) => join.onRef('quote.variantId', '=', 'variant.id').onRef('quote.market', '=', 'listing.market').on('quote.supersededAt', 'is', null).on('quote.outcome', '=', 'quoted'))
    .select(['listing.id', 'variant.id as variantId']).where('listing.market', '=', plan.market).where('listing.state', '=', 'live').where('variant.stock', '>=', line.quantity);
  const planned = productId === undefined ? undefined : await live.where('listing.productId', '=', productId).where('variant.sku', '=', line.sku).executeTakeFirst();
  if (planned !== undefined) return listingRow.parse(planned);
  const others = await live.orderBy('variant.sku').execute();
  return others.length === 0 ? null : listingRow.parse(others[hashOf(`${plan.key} ${line.sku} instead`) % others.length]);
}

/** Two of three orders came through a note that shows the product. */
function noteOf(notes: ReadonlyMap<string, string>, plan: PlannedOrder): IdOf<'note'> | null {
  if (hashOf(`${plan.key} note`) % 3 === 0) return null;
  const lead = plan.lines[0]?.productKey ?? '';
  const key = [...notes.keys()].find((one) => NOTES_OF.get(lead)?.has(one));
  const id = key === undefined ? undefined : notes.get(key);
  return id === undefined ? null : idOf('note').parse(id);
}

/** Statements close on the 1st and the 16th (the marketplace's calendar), for the days before. */
function closings(stage: Stage, cast: Cast, anchor: Date): Happening[] {
  const list: Happening[] = [];
  for (let days = 80; days > 0; days -= 1) {
    const day = before(anchor, days);
    if (day.getUTCDate() !== 1 && day.getUTCDate() !== 16) continue;
    const at = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 2));
    const through = new Date(at.getTime() - 86_400_000).toISOString().slice(0, 10);
    list.push({
      at, key: `statements:${through}`,
      happen: async () => {
        await stage.run(cast.operator, closeStatements, { body: { through } }, at, `statements:${through}`);
        return [];
      },
    });
  }
  return list;
}

/** The notes that show each product. */
const NOTES_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Map.groupBy(demoNotes.flatMap((note) => note.productKeys.map((key) => [key, note.key] as const)), ([key]) => key)].map(([key, pairs]) => [key, new Set(pairs.map(([, note]) => note))]),
);
