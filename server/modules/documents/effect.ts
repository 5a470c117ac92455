import type { z } from 'zod';
import type { documentEffect as effectShape } from '#contract/documents.ts';
import type { MerchantId, ProductId } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import type { ProductDocument } from '#core/product/product.ts';
import { documentEffect } from '#core/screening/document-effect.ts';
import { rulesReading } from '#core/screening/rule-changes.ts';
import { isOpen } from '#core/screening/verdict.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { rulesFor } from '#server/modules/editions/rule-editions.ts';
import { assembleProduct, type ProductRecord } from '#server/modules/products/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadMarkets } from './store.ts';

/** What a document does, found by deciding every product it covers with and without it. */

export type Effect = z.output<typeof effectShape>;

/** Where the effects of a shop are computed: its rules, its markets, the day. */
export type Ground = Readonly<{ rules: RulePack; markets: readonly Market[]; day: string }>;

export async function groundOf({ tx, at, system }: Context, merchantId: MerchantId): Promise<Ground> {
  return { rules: await rulesFor(tx, system.packs, merchantId), markets: await loadMarkets(tx, merchantId), day: at.toISOString().slice(0, 10) };
}

type Held = Readonly<{ kind: string; number?: string | null | undefined; expires?: string | null | undefined }>;

/** A product that other documents make a difference to: the markets it opens, and whether any finding reads otherwise. */
type Difference = Readonly<{ record: ProductRecord; opened: readonly Market[]; closed: readonly Market[]; differs: boolean }>;

function compare(record: ProductRecord, documents: readonly ProductDocument[], { rules, markets, day }: Ground): Difference {
  const effects = documentEffect(assembleProduct(record), documents, markets, day, rules);
  return {
    record, differs: effects.some((one) => one.differs),
    opened: effects.filter((one) => !isOpen(one.before) && isOpen(one.after)).map((one) => one.market),
    closed: effects.filter((one) => isOpen(one.before) && !isOpen(one.after)).map((one) => one.market),
  };
}

function documentsOf(record: ProductRecord): readonly ProductDocument[] {
  return [...(record.importedFacts.documents ?? []), ...record.documents];
}

/** What putting a document on file would do to products. */
export function effectOfAdding(records: readonly ProductRecord[], document: Held, ground: Ground): Effect {
  return summarise(records, differences(records, document.kind, ground, (record) => [...documentsOf(record), document]).map((one) => ({ ...one, moved: one.opened })));
}

/** What rests on a document that is on file: what would close without it. */
export function effectOfHaving(records: readonly ProductRecord[], document: Held, ground: Ground): Effect {
  return summarise(records, differences(records, document.kind, ground, (record) => without(record, document)).map((one) => ({ ...one, moved: one.closed })));
}

/** The products of which a finding reads otherwise once a document has come or gone. */
export function touchedByAdding(records: readonly ProductRecord[], document: Held, ground: Ground): ProductId[] {
  return differences(records, document.kind, ground, (record) => [...documentsOf(record), document]).map(({ record }) => record.id);
}

export function touchedByHaving(records: readonly ProductRecord[], document: Held, ground: Ground): ProductId[] {
  return differences(records, document.kind, ground, (record) => without(record, document)).map(({ record }) => record.id);
}

/** One copy of a document less; another of the same kind and number stays. */
function without(record: ProductRecord, document: Held): ProductDocument[] {
  const held = documentsOf(record);
  const place = held.findIndex((one) => one.kind === document.kind && (one.number ?? null) === (document.number ?? null) && (one.expires ?? null) === (document.expires ?? null));
  return held.filter((_one, index) => index !== place);
}

function differences(records: readonly ProductRecord[], kind: string, ground: Ground, documents: (record: ProductRecord) => readonly ProductDocument[]): Difference[] {
  // A kind that no rule reads makes no difference to anything, however many products it covers.
  if (rulesReading(ground.rules, new Set([kind])).length === 0) return [];
  return records.map((record) => compare(record, documents(record), ground)).filter((one) => one.differs);
}

function summarise(covered: readonly ProductRecord[], touched: readonly (Difference & Readonly<{ moved: readonly Market[] }>)[]): Effect {
  const moved = touched.filter((one) => one.moved.length > 0);
  const markets = [...new Set(moved.flatMap((one) => one.moved))].sort();
  return {
    opens: moved.length, helps: touched.length - moved.length, covers: covered.length,
    markets: markets.map((market) => ({ market, opens: moved.filter((one) => one.moved.includes(market)).length })),
    products: moved.slice(0, 60).map(({ record, moved: into }) => ({ id: record.id, title: record.title, markets: [...into] })),
  };
}

/**
 * What a document that comes or goes decides again: the products of which a finding reads otherwise, and those it covers that are
 * closed, for the fix they are shown may name it or need it now. Nothing where no rule reads its kind.
 */
export async function decidedAnew({ tx }: Pick<Context, 'tx'>, covered: readonly ProductRecord[], direct: readonly ProductId[], kind: string, { rules }: Ground): Promise<ProductId[]> {
  if (covered.length === 0 || rulesReading(rules, new Set([kind])).length === 0) return [...direct];
  const closed = await tx.selectFrom('verdict').select('productId').distinct().where('productId', 'in', covered.map((record) => record.id)).where('supersededAt', 'is', null).where('outcome', 'in', CLOSED).execute();
  return [...new Set([...direct, ...closed.map((row) => row.productId)])].sort();
}

/** The products of a shop whose current verdict asks for a kind of document. */
export async function productsAsking({ tx }: Pick<Context, 'tx'>, merchantId: MerchantId, kind: string): Promise<ProductId[]> {
  return [...((await askedKinds({ tx }, merchantId)).get(kind) ?? [])].sort();
}

const CLOSED = ['blocked', 'needs_review', 'needs_facts'];

/** Every kind of document that findings of a shop's products still ask for, with those products. */
export async function askedKinds({ tx }: Pick<Context, 'tx'>, merchantId: MerchantId): Promise<Map<string, Set<ProductId>>> {
  const rows = await tx.selectFrom('verdict').select(['productId', 'body']).where('merchantId', '=', merchantId).where('supersededAt', 'is', null).where('outcome', 'in', CLOSED).execute();
  const asked = new Map<string, Set<ProductId>>();
  for (const row of rows) for (const kind of kindsAskedIn(row.body)) asked.set(kind, (asked.get(kind) ?? new Set()).add(row.productId));
  return asked;
}

function kindsAskedIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('findings' in body) || !Array.isArray(body.findings)) return [];
  return body.findings.flatMap((finding: unknown) => {
    if (typeof finding !== 'object' || finding === null || !('outcome' in finding) || !('evidence' in finding) || !Array.isArray(finding.evidence)) return [];
    return CLOSED.includes(String(finding.outcome)) ? finding.evidence.filter((kind: unknown) => typeof kind === 'string') : [];
  });
}
