import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { appeal as appealShape } from '#contract/appeals.ts';
import { scalar } from '#contract/shapes.ts';
import type { IdOf, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { VERDICT_OUTCOMES, type VerdictOutcome } from '#core/screening/verdict.ts';
import { nameOfKind } from '#server/modules/documents/present.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { AppealTable } from '#server/platform/database/screening-tables.ts';

/** Appeals as they are kept and shown. */

export type Appeal = z.output<typeof appealShape>;
export type AppealRow = Selectable<AppealTable>;

/** What a shown finding is about: the product, its shop and the rule in force, by its own words. */
export type About = Pick<Appeal, 'productId' | 'title' | 'image' | 'merchantId' | 'shopName' | 'ruleId' | 'rule' | 'source'>;

const fact = z.object({ fact: z.string(), value: scalar });
const images = z.array(z.string());

export async function loadAppeal(tx: Tx, id: IdOf<'appeal'>, lock = false): Promise<AppealRow | null> {
  const select = tx.selectFrom('appeal').selectAll().where('id', '=', id);
  return (await (lock ? select.forUpdate() : select).executeTakeFirst()) ?? null;
}

export type PageQuery = Readonly<{ cursor?: string | undefined; limit: number; state?: Appeal['state'] | undefined }>;

/** Newest first. Row-level security keeps a merchant to its own. */
export async function loadAppeals(tx: Tx, query: PageQuery): Promise<{ rows: AppealRow[]; nextCursor: string | null }> {
  let select = tx.selectFrom('appeal').selectAll().orderBy('id', 'desc').limit(query.limit + 1);
  const { cursor, state } = query;
  if (cursor !== undefined) select = select.where((where) => where(where.cast<string>('id', 'text'), '<', cursor));
  if (state !== undefined) select = select.where('state', '=', state);
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return { rows: page, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}

/** Words of rules by id; a rule that is gone is called by its id. */
export function ruleWords(ruleId: string, rules: RulePack): Pick<About, 'ruleId' | 'rule' | 'source'> {
  const rule = rules.rules.find((one) => one.id === ruleId);
  if (rule === undefined) return { ruleId, rule: { 'zh-Hans': ruleId, 'zh-Hant': ruleId, en: ruleId }, source: null };
  return { ruleId, rule: rule.message, source: { citation: rule.citation, url: rule.sourceUrl, asOf: rule.asOf } };
}

/** Products by id with what a reviewer sees of them. */
export async function loadAbout(tx: Tx, ids: readonly ProductId[]): Promise<Map<ProductId, Omit<About, 'ruleId' | 'rule' | 'source'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('product').innerJoin('merchant', 'merchant.id', 'product.merchantId').select(['product.id', 'product.title', 'product.images', 'product.merchantId', 'merchant.shopName']).where('product.id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, { productId: row.id, title: row.title, image: images.parse(row.images)[0] ?? null, merchantId: row.merchantId, shopName: row.shopName }]));
}

/** The outcome of the current verdict of products, by `product|market`. */
export async function loadOutcomes(tx: Tx, ids: readonly ProductId[]): Promise<Map<string, VerdictOutcome>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('verdict').select(['productId', 'market', 'outcome']).where('productId', 'in', [...new Set(ids)]).where('supersededAt', 'is', null).execute();
  return new Map(rows.flatMap((row) => {
    const outcome = VERDICT_OUTCOMES.find((one) => one === row.outcome);
    return outcome === undefined ? [] : [[`${row.productId}|${row.market}`, outcome] as const];
  }));
}

async function loadDocumentNames(tx: Tx, rows: readonly AppealRow[], rules: RulePack): Promise<Map<string, Appeal['document']>> {
  const ids = rows.flatMap((row) => row.documentId ?? []);
  if (ids.length === 0) return new Map();
  const documents = await tx.selectFrom('document').select(['id', 'kind', 'number', 'fileId']).where('id', 'in', ids).execute();
  return new Map(documents.map((row) => [row.id, { id: row.id, name: nameOfKind(row.kind, rules), number: row.number, fileId: row.fileId }]));
}

/** Appeals with everything a screen shows of them. */
export async function presentAppeals(tx: Tx, rows: readonly AppealRow[], rules: RulePack, at: Date): Promise<Appeal[]> {
  const ids = rows.map((row) => row.productId);
  const about = await loadAbout(tx, ids);
  const outcomes = await loadOutcomes(tx, ids);
  const documents = await loadDocumentNames(tx, rows, rules);
  return rows.flatMap((row) => {
    const product = about.get(row.productId);
    if (product === undefined) return [];
    return [{
      id: row.id, ...product, ...ruleWords(row.ruleId, rules), market: row.market, words: row.words, fact: row.fact === null ? null : fact.parse(row.fact), document: row.documentId === null ? null : (documents.get(row.documentId) ?? null),
      state: row.state, openedAt: row.openedAt.toISOString(), openedBy: row.openedBy, dueAt: row.dueAt.toISOString(), overdue: isWaiting(row.state) && row.dueAt < at, escalatedAt: row.escalatedAt?.toISOString() ?? null,
      decision: row.decision, reason: row.reason, decidedAt: row.decidedAt?.toISOString() ?? null, decidedBy: row.decidedBy, editionId: row.editionId, now: outcomes.get(`${row.productId}|${row.market}`) ?? null,
    }];
  });
}

export function isWaiting(state: AppealRow['state']): boolean {
  return state === 'open' || state === 'escalated';
}

export const DECISION_WORDS: Readonly<Record<NonNullable<AppealRow['decision']>, LocalText>> = {
  upheld: { 'zh-Hans': '维持原结论', 'zh-Hant': '維持原結論', en: 'the finding stands' },
  accepted_once: { 'zh-Hans': '这次认可', 'zh-Hant': '這次認可', en: 'accepted as the product is now' },
  whitelisted: { 'zh-Hans': '列入白名单', 'zh-Hant': '列入白名單', en: 'whitelisted for this product' },
  rule_edit: { 'zh-Hans': '认可，并修改规则', 'zh-Hant': '認可，並修改規則', en: 'accepted, and the rule is being edited' },
};
