import type { z } from 'zod';
import type { impact as impactShape, TariffChange } from '#contract/editions.ts';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import type { Money } from '#core/money/money.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { addScenarios, runScenario, scenarioDifferences, type PricedSide, type ScenarioResult, type ScenarioRow } from '#core/pricing/scenario.ts';
import { presentMinor } from '#server/modules/orders/present-money.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { readQuoteInput } from './quote-input.ts';

/** What a change of tariff does to the prices that are stored: computed by the code that will price them. */

export type Impact = z.output<typeof impactShape>;

/** Listings shown with both sides of their price; the counts are over all. */
const SAMPLES = 24;
/** Stored prices read at a time: enough to be quick, few enough for any shop's memory. */
const PAGE = 5_000;

type StoredQuote = Readonly<{ listingId: IdOf<'listing'>; productId: ProductId; merchantId: MerchantId; title: string; ownTitle: string; shown: boolean; input: QuoteInput }>;
type Differing = Readonly<{ row: ScenarioRow; stored: StoredQuote }>;

/** Every stored price that comes out different, with the counts over all of them. */
export type Affected = Readonly<{ result: ScenarioResult; differing: readonly Differing[] }>;

/** The moment at which all changes of a draft hold: now, or the first moment of the last day one of them begins. */
export function momentOf(changes: readonly TariffChange[], at: Date): string {
  const last = changes.reduce((latest, change) => (change.kind === 'programme_rate' && change.from > latest ? change.from : latest), '');
  return last > at.toISOString().slice(0, 10) ? `${last}T00:00:00.000Z` : at.toISOString();
}

/** Prices every current quote of listings that are live or held on both sides; of one shop, or of all. */
export async function affectedBy(tx: Tx, before: PricedSide, after: PricedSide, merchantId: MerchantId | null = null): Promise<Affected> {
  let result = runScenario([], before, after);
  const differing: Differing[] = [];
  let cursor: IdOf<'quote'> | null = null;
  for (;;) {
    const page: Readonly<{ quotes: ReadonlyMap<string, StoredQuote>; last: IdOf<'quote'> | null }> = await storedQuotes(tx, merchantId, cursor);
    const part = runScenario([...page.quotes].map(([id, { input }]) => ({ id, input })), before, after);
    for (const row of part.rows) {
      const stored = page.quotes.get(row.id);
      if (stored !== undefined) differing.push({ row, stored });
    }
    result = addScenarios(result, { ...part, rows: [] });
    if (page.last === null) return { result, differing };
    cursor = page.last;
  }
}

async function storedQuotes(tx: Tx, merchantId: MerchantId | null, after: IdOf<'quote'> | null) {
  let select = tx
    .selectFrom('quote')
    .innerJoin('listing', (join) => join.onRef('listing.productId', '=', 'quote.productId').onRef('listing.market', '=', 'quote.market'))
    .innerJoin('product', 'product.id', 'quote.productId')
    .select(['product.title as ownTitle', 'quote.id', 'quote.input', 'quote.productId', 'quote.merchantId', 'listing.id as listingId', 'listing.title', 'listing.quoteId'])
    .where('quote.supersededAt', 'is', null)
    .where('listing.state', 'in', ['live', 'held'])
    .orderBy('quote.id')
    .limit(PAGE);
  if (merchantId !== null) select = select.where('quote.merchantId', '=', merchantId);
  if (after !== null) select = select.where('quote.id', '>', after);
  const rows = await select.execute();
  const quotes = new Map<string, StoredQuote>(
    rows.map((row) => [row.id, { listingId: row.listingId, productId: row.productId, merchantId: row.merchantId, title: row.title, ownTitle: row.ownTitle, shown: row.id === row.quoteId, input: readQuoteInput(row.input) }]),
  );
  return { quotes, last: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) };
}

const TARIFF_CHANGED: LocalText = { 'zh-Hans': '关税税率变化', 'zh-Hant': '關稅稅率變化', en: 'The duty rate changed' };

/** What is affected, as screens and programs read it: counts over all, and the first listings with both sides of their price. */
export function presentImpact({ result, differing }: Affected, before: PricedSide, after: PricedSide): Impact {
  const listings = (rows: readonly Differing[]) => new Set(rows.map(({ stored }) => stored.listingId)).size;
  const held = differing.filter(({ row }) => row.before.outcome === 'quoted' && row.after.outcome === 'held');
  return {
    at: after.at, checked: result.items, touched: result.touched, changed: listings(differing), held: listings(held), belowFloor: listings(differing.filter(({ row }) => row.before.hold !== 'below_floor' && row.after.hold === 'below_floor')),
    reopened: listings(differing.filter(({ row }) => row.before.outcome === 'held' && row.after.outcome === 'quoted')), merchants: new Set(differing.map(({ stored }) => stored.merchantId)).size,
    buyerDelta: Object.values(result.buyerDelta).map(shown), payoutDelta: shown(result.payoutDelta),
    samples: gravest(differing.filter(({ stored }) => stored.shown)).slice(0, SAMPLES).map((one) => sampleOf(one, before, after)),
  };
}

/** What goes off first, then the dearest rise. */
function gravest(differing: readonly Differing[]): readonly Differing[] {
  const rise = ({ row }: Differing) => Number((row.after.total?.minor ?? 0n) - (row.before.total?.minor ?? 0n));
  const grave = ({ row }: Differing) => (row.after.outcome === 'held' ? 1 : 0);
  return differing.toSorted((one, other) => grave(other) - grave(one) || rise(other) - rise(one) || (one.row.id < other.row.id ? -1 : 1));
}

function sampleOf({ row, stored }: Differing, before: PricedSide, after: PricedSide): Impact['samples'][number] {
  const lines = scenarioDifferences(stored.input, before, after).filter((line) => line.side === 'buyer');
  return {
    listingId: stored.listingId, productId: stored.productId, title: stored.title, ownTitle: stored.ownTitle, market: row.market, before: maybe(row.before.total), after: maybe(row.after.total),
    payoutBefore: maybe(row.before.payout), payoutAfter: maybe(row.after.payout), belowFloor: row.after.hold === 'below_floor', why: row.after.why ?? TARIFF_CHANGED,
    lines: lines.map((line) => ({ label: line.label, before: maybe(line.before), after: maybe(line.after) })),
  };
}

function shown({ minor, currency }: Money) {
  return presentMinor(minor, currency);
}

function maybe(amount: Money | null) {
  return amount === null ? null : shown(amount);
}
