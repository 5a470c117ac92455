import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { checkout, startCheckout as startRoute } from '#contract/checkout.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { LISTING_LOCALES, MARKET_PROFILES, type ListingLocale, type Market } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPolicyEdition, frozenPolicy, presentPolicy } from '#server/modules/claims/frozen-policy.ts';
import { currentPricing } from '#server/modules/editions/pricing-editions.ts';
import { multiplyLines, presentLines } from '#server/modules/orders/frozen-quote.ts';
import { presentMinor, presentMoney } from '#server/modules/orders/present-money.ts';
import type { CheckoutTable } from '#server/platform/database/trade-tables.ts';
import type { Context } from '#server/platform/operation.ts';
import { buyerLines, itemTotal, totalOf, type FrozenItem } from './frozen-item.ts';
import { loadOffer, type Wanted } from './offer.ts';
import { standingOf } from './payment-attempt.ts';
import { freezeOffer, readFrozenItems } from './price-offer.ts';

/** Checkouts: what was chosen, at prices that hold for a stated time. Nothing is reserved yet. */

export type Checkout = z.output<typeof checkout>;
type Payment = Pick<Checkout, 'waiting' | 'failedTry'>;
type CheckoutRow = Selectable<CheckoutTable>;

/** The page language asked for, if the market offers it, else its first. */
export function localeIn(market: Market, asked: ListingLocale | undefined): ListingLocale {
  const { locales } = MARKET_PROFILES[market];
  return asked !== undefined && locales.includes(asked) ? asked : locales[0];
}

/** A listing chosen twice in one variant is one item. */
function joinItems(items: readonly Wanted[]): Wanted[] {
  const joined = new Map<string, Wanted>();
  for (const item of items) joined.set(`${item.listingId}|${item.variantId}`, { ...item, quantity: item.quantity + (joined.get(`${item.listingId}|${item.variantId}`)?.quantity ?? 0) });
  return [...joined.values()];
}

/** Freezes prices for the chosen items. Fails with `listing_not_live`, `out_of_stock`, `export_paused`. */
export async function startCheckout(context: Context, buyerId: IdOf<'buyer'>, input: z.output<typeof startRoute.body>): Promise<Result<Checkout>> {
  const { tx, at, ids, system } = context;
  const { market } = input;
  const locale = localeIn(market, input.locale);
  const { packs } = await currentPricing(tx, system.packs);
  const items: FrozenItem[] = [];
  for (const wanted of joinItems(input.items)) {
    const offer = await loadOffer(context, market, locale, wanted);
    if (!offer.ok) return offer;
    const frozen = await freezeOffer(context, offer.value, wanted.quantity, packs);
    if (!frozen.ok) return frozen;
    items.push(frozen.value);
  }
  const row: CheckoutRow = {
    id: ids.next('checkout', at), buyerId, market, locale, state: 'open', items, lines: buyerLines(items), totalMinor: totalOf(items, market).minor, currency: MARKET_PROFILES[market].currency,
    policyEdition: currentPolicyEdition(context), noteId: await knownNote(context, input.noteId ?? null), at, validUntil: earliestEnd(items, at), orderId: null,
  };
  await tx.insertInto('checkout').values({ ...row, items: canonicalJson(items), lines: canonicalJson(row.lines) }).execute();
  return ok(presentCheckout(context, row, items, NO_PAYMENT));
}

/** The note that led here, if it is one: a made-up id must not stop a sale. */
async function knownNote({ tx }: Context, id: IdOf<'note'> | null): Promise<IdOf<'note'> | null> {
  if (id === null) return null;
  const row = await tx.selectFrom('note').select('id').where('id', '=', id).executeTakeFirst();
  return row?.id ?? null;
}

/** All prices of a checkout hold until the first of them ends. */
function earliestEnd(items: readonly FrozenItem[], at: Date): Date {
  const ends = items.map((item) => Date.parse(item.quote.validUntil)).sort((left, right) => left - right);
  return new Date(ends[0] ?? at.getTime());
}

/** One of the buyer's own checkouts. Fails with `not_found`. */
export async function getCheckout(context: Context, buyerId: IdOf<'buyer'>, id: IdOf<'checkout'>): Promise<Result<Checkout>> {
  const row = await context.tx.selectFrom('checkout').selectAll().where('id', '=', id).where('buyerId', '=', buyerId).executeTakeFirst();
  return row === undefined ? refuse('not_found', { what: 'checkout' }) : ok(presentCheckout(context, row, readFrozenItems(row.items), row.state === 'open' ? await standingOf(context, row.id) : NO_PAYMENT));
}

const NO_PAYMENT: Payment = { waiting: null, failedTry: null };

function presentCheckout(context: Context, row: CheckoutRow, items: readonly FrozenItem[], payment: Payment): Checkout {
  const expired = row.state === 'open' && context.at > row.validUntil;
  return {
    id: row.id, market: row.market, state: expired ? 'expired' : row.state, validUntil: row.validUntil.toISOString(), orderId: row.orderId,
    items: items.map((item) => ({
      listingId: item.listingId, variantId: item.variantId, quantity: item.quantity, title: item.title, image: item.image, options: item.options,
      total: presentMoney(itemTotal(item)), lines: presentLines(multiplyLines(item.quote.buyer.lines, item.quantity)),
    })),
    lines: presentLines(buyerLines(items)), total: presentMinor(row.totalMinor, row.currency), claimPolicy: presentPolicy(frozenPolicy(context, row.policyEdition, row.market, row.at)),
    paidThrough: context.system.payments.current.name, ...payment,
  };
}

/** The language a stored checkout or order is read in. */
export function storedLocale(market: Market, locale: string): ListingLocale {
  return LISTING_LOCALES.find((one) => one === locale) ?? MARKET_PROFILES[market].locales[0];
}
