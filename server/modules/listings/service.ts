import type { LocalText, Market } from '#core/market/market.ts';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import { projectListing, type ListingProjection } from '#core/listings/listing-projection.ts';
import { holdReason } from '#core/pricing/hold-reasons.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import type { Verdict } from '#core/screening/verdict.ts';
import { isOpen } from '#core/switches/export-switch.ts';
import { currentPricing, type CurrentPricing } from '#server/modules/editions/pricing-editions.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import { assembleProduct, loadProducts, type ProductRecord } from '#server/modules/products/store.ts';
import { loadEnrolment, loadSwitches, type Enrolment, type SwitchRow } from '#server/modules/switches/store.ts';
import type { NewEvent } from '#server/platform/events.ts';
import { recordEvents } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import type { Packs } from '#server/platform/packs/packs.ts';
import { loadClassifier, type Settled } from '#server/modules/classification/choices.ts';
import { decideMarket, type MarketDecision } from './decide.ts';
import { DecisionWriter } from './decision-writer.ts';
import { loadCurrent, loadListings, loadMemory } from './store.ts';

/**
 * Keeps listings what they are by definition: a projection of enrolment, switches, verdict, wording, price and stock.
 * Whatever changes one of those calls this with the cause; only what comes out different is written, and each
 * difference is an event that names the cause.
 */

/** Products decided in one go; more are taken in further goes of the same transaction. */
const CHUNK = 200;

export type Refreshed = Readonly<{ decided: number; changed: number }>;

/** Decides every product of a shop again. */
export async function refreshShop(context: Context, merchantId: MerchantId, cause: LocalText): Promise<Refreshed> {
  const rows = await context.tx.selectFrom('product').select('id').where('merchantId', '=', merchantId).orderBy('id').execute();
  return refreshProducts(context, rows.map((row) => row.id), cause);
}

/** Decides products again, in every market their merchants are enrolled for. */
export async function refreshProducts(context: Context, productIds: readonly ProductId[], cause: LocalText): Promise<Refreshed> {
  let decided = 0;
  let changed = 0;
  for (let start = 0; start < productIds.length; start += CHUNK) {
    const refreshed = await refreshChunk(context, productIds.slice(start, start + CHUNK), cause);
    decided += refreshed.decided;
    changed += refreshed.changed;
  }
  return { decided, changed };
}

type ShopTerms = Readonly<{ enrolment: Enrolment; switches: readonly SwitchRow[]; packs: Packs }>;

async function loadShops(context: Context, merchantIds: readonly MerchantId[], rulesOf: RulesOf): Promise<Map<MerchantId, ShopTerms>> {
  const shops = new Map<MerchantId, ShopTerms>();
  for (const merchantId of merchantIds) {
    const enrolment = await loadEnrolment(context.tx, merchantId);
    if (enrolment !== null) shops.set(merchantId, { enrolment, switches: await loadSwitches(context.tx, merchantId), packs: { ...context.system.packs, rules: await rulesOf(merchantId) } });
  }
  return shops;
}

/** Which rules a merchant's products are decided under: those in force for it, or those of a draft that is looked at ahead. */
export type RulesOf = (merchantId: MerchantId) => Promise<RulePack>;

function rulesInForce({ tx, system }: Context): RulesOf {
  return (merchantId) => rulesFor(tx, system.packs, merchantId);
}

/** Everything decided anew about one product, before any of it is written. */
type Decided = Readonly<{ record: ProductRecord; settled: Settled; markets: readonly Readonly<{ decision: MarketDecision; projection: ListingProjection }>[] }>;

async function decideProducts(context: Context, productIds: readonly ProductId[], rulesOf: RulesOf, pricing: CurrentPricing): Promise<Decided[]> {
  const { tx, at } = context;
  const records = await loadProducts(tx, productIds);
  const shops = await loadShops(context, [...new Set(records.map((record) => record.merchantId))], rulesOf);
  const memory = await loadMemory(tx, records);
  const classifier = await loadClassifier(tx);
  return records.flatMap((record) => {
    const shop = shops.get(record.merchantId);
    if (shop === undefined) return [];
    const product = assembleProduct(record);
    const settled = classifier(product, record.id, shop.packs, pricing.schedule);
    const terms = { feePlan: shop.enrolment.feePlan, keepDomesticPrice: record.keepDomesticPrice, floorMinor: record.floorMinor };
    const markets = shop.enrolment.markets.map((market) => {
      const decision = decideMarket(product, market, at, shop.packs, pricing.packs, settled.classification, record.variants, terms, memory);
      return { decision, projection: projectionOf(record, shop, decision) };
    });
    return [{ record, settled, markets }];
  });
}

async function refreshChunk(context: Context, productIds: readonly ProductId[], cause: LocalText): Promise<Refreshed> {
  if (productIds.length === 0) return { decided: 0, changed: 0 };
  const { tx, system } = context;
  const pricing = await currentPricing(tx, system.packs);
  const writer = new DecisionWriter(context, await loadCurrent(tx, productIds), await loadListings(tx, productIds));
  const events: NewEvent[] = [];
  let decided = 0;
  for (const { record, settled, markets } of await decideProducts(context, productIds, rulesInForce(context), pricing)) {
    await writer.classification(record, settled);
    for (const { decision, projection } of markets) {
      events.push(...writer.market(record, decision, projection, pricing.tariffEdition, cause));
      system.metrics.decisions.inc({ kind: 'verdict', outcome: decision.verdict.outcome });
      decided += 1;
    }
  }
  await writer.flush();
  await recordEvents(context, events);
  return { decided, changed: events.length };
}

/** A listing as it stands and as it would stand. `before` is null for a market it was never decided for. */
export type Foreseen = Readonly<{
  productId: ProductId; merchantId: MerchantId; title: string; market: Market; verdict: Verdict;
  before: Readonly<{ listingId: IdOf<'listing'>; outcome: string; state: 'live' | 'held' | 'off' }> | null;
  state: 'live' | 'held' | 'off';
}>;

/** Decides products under other rules by the very code that will decide them, and writes nothing. */
export async function foreseeProducts(context: Context, productIds: readonly ProductId[], rulesOf: RulesOf): Promise<Foreseen[]> {
  const { tx, system } = context;
  const pricing = await currentPricing(tx, system.packs);
  const foreseen: Foreseen[] = [];
  for (let start = 0; start < productIds.length; start += CHUNK) {
    const ids = productIds.slice(start, start + CHUNK);
    const { verdicts } = await loadCurrent(tx, ids);
    const listings = await loadListings(tx, ids);
    for (const { record, markets } of await decideProducts(context, ids, rulesOf, pricing)) {
      for (const { decision, projection } of markets) {
        const key = `${record.id}|${decision.market}`;
        const verdict = verdicts.get(key);
        const listing = listings.get(key);
        const before = verdict === undefined || listing === undefined ? null : { listingId: listing.id, outcome: verdict.outcome, state: listing.state };
        foreseen.push({ productId: record.id, merchantId: record.merchantId, title: record.title, market: decision.market, verdict: decision.verdict, before, state: projection.state });
      }
    }
  }
  return foreseen;
}

function projectionOf(record: ProductRecord, shop: ShopTerms, decision: MarketDecision) {
  const market: Market = decision.market;
  const quoted = decision.quotes.find((one) => one.quote.outcome === 'quoted') ?? decision.quotes[0];
  const wording = decision.wordings[0]?.wording;
  return projectListing({
    enrolled: shop.enrolment.leftAt === null,
    switches: isOpen(shop.switches, record.id, market),
    verdict: decision.verdict,
    wording: wording === undefined ? null : { status: listable(wording.status) },
    quote: quoted?.quote ?? { outcome: 'held', reasons: [holdReason('price_missing')] },
    stock: record.variants.reduce((sum, variant) => sum + variant.stock, 0),
  });
}

/**
 * A page whose prose still waits for a translator is complete without it: title, bullets, attributes and options come
 * from the facts, and the description says that it is missing. So it may be listed (decision 0004).
 */
function listable(status: 'ready' | 'needs_review' | 'needs_provider'): 'ready' | 'needs_review' | 'needs_provider' {
  return status === 'needs_provider' ? 'ready' : status;
}
