import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import { MARKET_PROFILES, type LocalText } from '#core/market/market.ts';
import type { ListingProjection } from '#core/listings/listing-projection.ts';
import type { ProductRecord } from '#server/modules/products/store.ts';
import type { Database } from '#server/platform/database/schema.ts';
import type { NewEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { sql, type Insertable } from 'kysely';
import type { Settled } from '#server/modules/classification/choices.ts';
import { bestCode, type MarketDecision, type QuoteDecision, type WordingDecision } from './decide.ts';
import { listingFields, substanceOf, type CurrentRow, type ListingRow } from './store.ts';

/** The decisions a listing row points at. */
type Shown = Readonly<{ verdictId: IdOf<'verdict'>; quoteId: IdOf<'quote'> | null; priceMinor: bigint | null }>;
type Current = Readonly<{ verdicts: Map<string, CurrentRow>; wordings: Map<string, CurrentRow>; quotes: Map<string, CurrentRow> }>;

/** What one pass has to write, gathered and written table by table. A decision that says what the current one says is not written again. */
export class DecisionWriter {
  readonly #context: Context;
  readonly #current: Current;
  readonly #listings: ReadonlyMap<string, ListingRow>;
  readonly #superseded = { verdict: [] as string[], wording: [] as string[], quote: [] as string[] };
  readonly #verdicts: Insertable<Database['verdict']>[] = [];
  readonly #wordings: Insertable<Database['wording']>[] = [];
  readonly #quotes: Insertable<Database['quote']>[] = [];
  readonly #rows: Insertable<Database['listing']>[] = [];

  constructor(context: Context, current: Current, listings: ReadonlyMap<string, ListingRow>) {
    this.#context = context;
    this.#current = current;
    this.#listings = listings;
  }

  async classification(record: ProductRecord, { classification, typeKey, choice }: Settled): Promise<void> {
    const { tx, at } = this.#context;
    const first = classification.candidates[0];
    const row = { revision: record.revision, hs6: first?.hs6 ?? null, hts: bestCode(classification), confidencePpm: first === undefined ? null : Math.round(first.confidence * 1_000_000), body: canonicalJson(classification), by: choice?.by ?? 'pilotage', typeKey, at };
    await tx
      .insertInto('classification')
      .values({ productId: record.id, merchantId: record.merchantId, ...row })
      .onConflict((conflict) => conflict.column('productId').doUpdateSet(row).where((old) => old.or([old('classification.revision', '<', record.revision), old('classification.by', '!=', row.by), old(sql`classification.hts`, 'is distinct from', row.hts)])))
      .execute();
  }

  /** Takes in what was decided for one market; answers the events of what came out different. */
  market(record: ProductRecord, decision: MarketDecision, projection: ListingProjection, tariffEdition: string, cause: LocalText): NewEvent[] {
    const events: NewEvent[] = [];
    const verdictId = this.#verdict(record, decision, cause, events);
    for (const wording of decision.wordings) this.#wording(record, decision, wording);
    const quotes = decision.quotes.map((one) => this.#quote(record, decision, one, tariffEdition, cause, events));
    const shown = quotes.find((one) => one.quoted) ?? quotes[0];
    this.#listing(record, decision, projection, { verdictId, quoteId: shown?.id ?? null, priceMinor: shown?.minor ?? null }, cause, events);
    return events;
  }

  #verdict(record: ProductRecord, { market, verdict }: MarketDecision, cause: LocalText, events: NewEvent[]): IdOf<'verdict'> {
    const { at, ids } = this.#context;
    const before = this.#current.verdicts.get(`${record.id}|${market}`);
    const id = ids.next('verdict', at);
    if (before !== undefined && before.substance === substanceOf(verdict)) return before.id as typeof id;
    if (before !== undefined) this.#superseded.verdict.push(before.id);
    this.#verdicts.push({ id, productId: record.id, merchantId: record.merchantId, revision: record.revision, market, outcome: verdict.outcome, body: canonicalJson(verdict), edition: verdict.edition, inputsHash: verdict.inputsHash, at });
    if (before?.outcome !== verdict.outcome) events.push({ kind: 'verdict_changed', subject: record.id, merchantId: record.merchantId, market, why: cause, data: { before: before?.outcome ?? '–', after: verdict.outcome, verdictId: id, edition: verdict.edition } });
    return id;
  }

  #wording(record: ProductRecord, { market }: MarketDecision, { drafts, wording }: WordingDecision): void {
    const { at, ids } = this.#context;
    const before = this.#current.wordings.get(`${record.id}|${market}|${wording.to}`);
    if (before !== undefined && before.substance === substanceOf(wording)) return;
    if (before !== undefined) this.#superseded.wording.push(before.id);
    this.#wordings.push({ id: ids.next('wording', at), productId: record.id, merchantId: record.merchantId, revision: record.revision, market, locale: wording.to, status: wording.status, input: canonicalJson({ drafts }), body: canonicalJson(wording), edition: wording.edition, inputsHash: wording.inputsHash, at });
  }

  #quote(record: ProductRecord, { market }: MarketDecision, { sku, input, quote }: QuoteDecision, tariffEdition: string, cause: LocalText, events: NewEvent[]): { id: IdOf<'quote'>; minor: bigint | null; quoted: boolean } {
    const { at, ids } = this.#context;
    const variant = record.variants.find((one) => one.sku === sku);
    if (variant === undefined) throw new Error(`quote for an unknown variant ${sku}`);
    const before = this.#current.quotes.get(`${variant.id}|${market}`);
    const minor = quote.outcome === 'quoted' ? (quote.buyer?.total.minor ?? null) : null;
    const id = ids.next('quote', at);
    if (before !== undefined && before.substance === substanceOf(quote)) return { id: before.id as typeof id, minor, quoted: quote.outcome === 'quoted' };
    if (before !== undefined) this.#superseded.quote.push(before.id);
    const { currency } = MARKET_PROFILES[market];
    this.#quotes.push({
      id, productId: record.id, variantId: variant.id, merchantId: record.merchantId, revision: record.revision, market, outcome: quote.outcome, input: canonicalJson({ input, tariffEdition }), body: canonicalJson(quote),
      totalMinor: minor, currency, payoutMinor: quote.merchant?.payout.minor ?? null, edition: quote.edition, inputsHash: quote.inputsHash, at, validUntil: quote.validUntil === null ? null : new Date(quote.validUntil),
    });
    if (before !== undefined && before.minor !== minor) {
      events.push({ kind: 'quote_changed', subject: record.id, merchantId: record.merchantId, market, why: cause, data: { before: priceText(before.minor, currency), after: priceText(minor, currency), quoteId: id, sku } });
    }
    return { id, minor, quoted: quote.outcome === 'quoted' };
  }

  #listing(record: ProductRecord, { market, wordings }: MarketDecision, projection: ListingProjection, shown: Shown, cause: LocalText, events: NewEvent[]): void {
    const { at, ids } = this.#context;
    const before = this.#listings.get(`${record.id}|${market}`);
    const row = { ...shown, title: wordings[0]?.wording.title ?? record.title, category: record.category?.split('/')[0] ?? null, image: record.images[0] ?? null };
    const reasons = canonicalJson(projection.reasons);
    if (before !== undefined && before.state === projection.state && before.reasons === reasons && before.fields === listingFields(row)) return;
    const id = before?.id ?? ids.next('listing', at);
    const changed = before?.state !== projection.state;
    this.#rows.push({ id, productId: record.id, merchantId: record.merchantId, market, state: projection.state, reasons, since: changed ? at : before.since, decidedAt: at, currency: MARKET_PROFILES[market].currency, ...row });
    if (changed) events.push({ kind: `listing_${projection.state}`, subject: record.id, merchantId: record.merchantId, market, why: projection.state === 'live' ? cause : (projection.reasons[0]?.text ?? cause), data: { market, listingId: id, cause, before: before?.state ?? null } });
  }

  async flush(): Promise<void> {
    const { tx, at } = this.#context;
    for (const table of ['verdict', 'wording', 'quote'] as const) {
      const ids = this.#superseded[table];
      if (ids.length > 0) await tx.updateTable(table).set({ supersededAt: at }).where((where) => where(where.cast<string>('id', 'text'), 'in', ids)).execute();
    }
    if (this.#verdicts.length > 0) await tx.insertInto('verdict').values(this.#verdicts).execute();
    // Wordings and quotes are several a product and market; PostgreSQL takes at most 65,535 parameters in one statement.
    for (let start = 0; start < this.#wordings.length; start += 1_000) await tx.insertInto('wording').values(this.#wordings.slice(start, start + 1_000)).execute();
    for (let start = 0; start < this.#quotes.length; start += 1_000) await tx.insertInto('quote').values(this.#quotes.slice(start, start + 1_000)).execute();
    if (this.#rows.length > 0) {
      await tx
        .insertInto('listing')
        .values(this.#rows)
        .onConflict((conflict) => conflict.columns(['productId', 'market']).doUpdateSet((set) => ({
          state: set.ref('excluded.state'), reasons: set.ref('excluded.reasons'), since: set.ref('excluded.since'), decidedAt: set.ref('excluded.decidedAt'), verdictId: set.ref('excluded.verdictId'), quoteId: set.ref('excluded.quoteId'),
          title: set.ref('excluded.title'), category: set.ref('excluded.category'), image: set.ref('excluded.image'), priceMinor: set.ref('excluded.priceMinor'),
        })))
        .execute();
    }
  }
}

function priceText(minor: bigint | null, currency: string): string {
  if (minor === null) return '–';
  const digits = minor.toString().padStart(3, '0');
  return `${currency} ${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
