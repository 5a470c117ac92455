import type { z } from 'zod';
import type { coverage as coverageShape, listDocuments as listRoute } from '#contract/documents.ts';
import type { IdOf, MerchantId, ProductId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { reviseProducts } from '#server/modules/products/service.ts';
import { loadProducts, type ProductRecord } from '#server/modules/products/store.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { askedKinds, decidedAnew, effectOfAdding, effectOfHaving, groundOf, productsAsking, touchedByAdding, touchedByHaving, type Effect, type Ground } from './effect.ts';
import { nameOfKind, presentDocument, type DocumentShape } from './present.ts';
import { loadCovered, loadDocument, loadDocuments, loadProductIds, writeCoverage, type DocumentRow } from './store.ts';

/** The drawer: a document is put on file once, and every verdict that reads it follows. */

export type Coverage = z.output<typeof coverageShape>;
export type Particulars = Readonly<{ kind: string; number: string; laboratory?: string | null | undefined; batch?: string | null | undefined; expires?: string | null | undefined; fileId?: IdOf<'file'> | null | undefined }>;
type Put = Readonly<{ document: DocumentShape; effect: Effect }>;

/** Every document on file with what rests on it, and every kind with how many products ask for it. */
export async function listDocuments(context: Context, merchantId: MerchantId): Promise<z.output<typeof listRoute.reply>> {
  const ground = await groundOf(context, merchantId);
  const rows = await loadDocuments(context.tx, merchantId);
  const covered = await Promise.all(rows.map((row) => loadCovered(context.tx, row)));
  const records = new Map((await loadProducts(context.tx, [...new Set(covered.flat())])).map((record) => [record.id, record]));
  const asked = await askedKinds(context, merchantId);
  return {
    items: rows.map((row, place) => presentDocument(row, effectOfHaving((covered[place] ?? []).flatMap((id) => records.get(id) ?? []), row, ground), ground.rules, ground.day)),
    kinds: ground.rules.documents.map(({ kind, name }) => ({ kind, name, askedBy: asked.get(kind)?.size ?? 0 })).sort((one, other) => other.askedBy - one.askedBy || (one.kind < other.kind ? -1 : 1)),
  };
}

/** Fails with `not_found`. */
export async function readDocument(context: Context, merchantId: MerchantId, id: IdOf<'document'>): Promise<Result<DocumentShape>> {
  const row = await loadDocument(context.tx, merchantId, id);
  return row === null ? refuse('not_found', { what: 'document' }) : ok(await present(context, row, await groundOf(context, merchantId)));
}

async function present({ tx }: Context, row: DocumentRow, ground: Ground): Promise<DocumentShape> {
  const records = row.removedAt === null ? await loadProducts(tx, await loadCovered(tx, row)) : [];
  return presentDocument(row, effectOfHaving(records, row, ground), ground.rules, ground.day);
}

/** What a document would open. Nothing is stored. Fails with `not_found`, `unknown_document_kind`. */
export async function foreseeDocument(context: Context, merchantId: MerchantId, asked: Readonly<{ kind: string; expires?: string | null | undefined; coverage: Coverage }>): Promise<Result<Effect>> {
  const ground = await groundOf(context, merchantId);
  const covered = await coveredBy(context, merchantId, asked.kind, asked.coverage, ground);
  return covered.ok ? ok(effectOfAdding(covered.value.records, asked, ground)) : covered;
}

type Covered = Readonly<{ ids: readonly ProductId[] | 'all'; records: readonly ProductRecord[] }>;

async function coveredBy(context: Context, merchantId: MerchantId, kind: string, coverage: Coverage, ground: Ground): Promise<Result<Covered>> {
  if (!ground.rules.documents.some((one) => one.kind === kind)) return refuse('unknown_document_kind', { kind }, 'kind');
  const own = await loadProductIds(context.tx, merchantId);
  if (coverage.cover === 'all') return ok({ ids: 'all', records: await loadProducts(context.tx, own) });
  const ids = coverage.cover === 'asked' ? await productsAsking(context, merchantId, kind) : [...new Set(coverage.productIds)];
  const known = new Set(own);
  if (ids.some((id) => !known.has(id))) return refuse('not_found', { what: 'product' }, 'productIds');
  return ok({ ids, records: await loadProducts(context.tx, ids) });
}

/** A merchant names only files of its own shop. */
async function ownsFile({ tx }: Context, merchantId: MerchantId, fileId: IdOf<'file'> | null | undefined): Promise<boolean> {
  if (fileId === null || fileId === undefined) return true;
  return (await tx.selectFrom('file').select('id').where('id', '=', fileId).where('merchantId', '=', merchantId).executeTakeFirst()) !== undefined;
}

/** Puts a document on file and decides again what reads it. Fails with `not_found`, `unknown_document_kind`. */
export async function putDocument(context: Context, merchantId: MerchantId, document: Particulars, coverage: Coverage): Promise<Result<Put>> {
  const ground = await groundOf(context, merchantId);
  const covered = await coveredBy(context, merchantId, document.kind, coverage, ground);
  if (!covered.ok) return covered;
  if (!(await ownsFile(context, merchantId, document.fileId))) return refuse('not_found', { what: 'file' }, 'fileId');
  const { ids, records } = covered.value;
  const effect = effectOfAdding(records, document, ground);
  const touched = await decidedAnew(context, records, touchedByAdding(records, document, ground), document.kind, ground);
  const row = await insertDocument(context, merchantId, document);
  await writeCoverage(context.tx, row.id, merchantId, ids);
  await reviseProducts(context, records.map((record) => record.id));
  await refreshProducts(context, touched, causeOf('added', row, ground));
  const [only] = records.length === 1 ? records : [];
  await recordEvent(context, { kind: 'document_added', subject: only?.id ?? row.id, merchantId, data: { kind: nameOfKind(row.kind, ground.rules), number: row.number, expires: row.expires, documentId: row.id, covers: effect.covers, opens: effect.opens } });
  context.system.metrics.decisions.inc({ kind: 'document', outcome: effect.opens > 0 ? 'opens' : 'kept' });
  return ok({ document: await present(context, { ...row, coversAll: ids === 'all' }, ground), effect });
}

async function insertDocument({ tx, at, ids, actor }: Context, merchantId: MerchantId, document: Particulars): Promise<DocumentRow> {
  return tx
    .insertInto('document')
    .values({
      id: ids.next('document', at), merchantId, kind: document.kind, number: document.number, laboratory: document.laboratory ?? null, batch: document.batch ?? null,
      expires: document.expires ?? null, fileId: document.fileId ?? null, at, by: actor.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Changes which products a document covers. Fails with `not_found`, `wrong_state`. */
export async function coverProducts(context: Context, merchantId: MerchantId, id: IdOf<'document'>, coverage: Coverage): Promise<Result<DocumentShape>> {
  const row = await onFile(context, merchantId, id, 'cover');
  if (!row.ok) return row;
  const ground = await groundOf(context, merchantId);
  const covered = await coveredBy(context, merchantId, row.value.kind, coverage, ground);
  if (!covered.ok) return covered;
  const before = new Set(await loadCovered(context.tx, row.value));
  const after = new Set(covered.value.records.map((record) => record.id));
  const gone = await loadProducts(context.tx, [...before].filter((one) => !after.has(one)));
  const come = covered.value.records.filter((record) => !before.has(record.id));
  const direct = [...touchedByHaving(gone, row.value, ground), ...touchedByAdding(come, row.value, ground)];
  const touched = await decidedAnew(context, [...gone, ...come], direct, row.value.kind, ground);
  await writeCoverage(context.tx, id, merchantId, covered.value.ids);
  await reviseProducts(context, [...gone, ...come].map((record) => record.id));
  await refreshProducts(context, touched, causeOf('covered', row.value, ground));
  await recordEvent(context, { kind: 'document_covered', subject: id, merchantId, data: { kind: nameOfKind(row.value.kind, ground.rules), number: row.value.number, covers: after.size } });
  return ok(await present(context, { ...row.value, coversAll: covered.value.ids === 'all' }, ground));
}

/** Fails with `not_found`, `wrong_state`. */
async function onFile({ tx }: Context, merchantId: MerchantId, id: IdOf<'document'>, move: string): Promise<Result<DocumentRow>> {
  const row = await loadDocument(tx, merchantId, id, true);
  if (row === null) return refuse('not_found', { what: 'document' });
  return row.removedAt === null ? ok(row) : refuse('wrong_state', { state: 'removed', move });
}

/** A newer document of the same kind for the same products, and the old one off file, in one step: nothing closes in between. Fails with `not_found`, `wrong_state`. */
export async function replaceDocument(context: Context, merchantId: MerchantId, id: IdOf<'document'>, document: Omit<Particulars, 'kind'>): Promise<Result<Put>> {
  const old = await onFile(context, merchantId, id, 'replace');
  if (!old.ok) return old;
  const { kind } = old.value;
  if (!(await ownsFile(context, merchantId, document.fileId))) return refuse('not_found', { what: 'file' }, 'fileId');
  const ground = await groundOf(context, merchantId);
  const ids = await loadCovered(context.tx, old.value);
  const records = await loadProducts(context.tx, ids);
  const effect = effectOfAdding(records, { ...document, kind }, ground);
  const direct = [...touchedByHaving(records, old.value, ground), ...touchedByAdding(records, { ...document, kind }, ground)];
  const touched = await decidedAnew(context, records, direct, kind, ground);
  const row = await insertDocument(context, merchantId, { ...document, kind });
  await writeCoverage(context.tx, row.id, merchantId, old.value.coversAll ? 'all' : ids);
  await context.tx.updateTable('document').set({ removedAt: context.at, replacedBy: row.id }).where('id', '=', id).execute();
  await reviseProducts(context, ids);
  await refreshProducts(context, touched, causeOf('replaced', row, ground));
  await recordEvent(context, { kind: 'document_replaced', subject: row.id, merchantId, data: { kind: nameOfKind(kind, ground.rules), before: old.value.number, number: row.number, expires: row.expires } });
  return ok({ document: await present(context, { ...row, coversAll: old.value.coversAll }, ground), effect });
}

/** Takes a document off file; `closed` counts the products that rested on it. Fails with `not_found`, `wrong_state`. */
export async function removeDocument(context: Context, merchantId: MerchantId, id: IdOf<'document'>): Promise<Result<{ document: DocumentShape; closed: number }>> {
  const row = await onFile(context, merchantId, id, 'remove');
  if (!row.ok) return row;
  const ground = await groundOf(context, merchantId);
  const ids = await loadCovered(context.tx, row.value);
  const records = await loadProducts(context.tx, ids);
  const closed = effectOfHaving(records, row.value, ground).opens;
  const touched = await decidedAnew(context, records, touchedByHaving(records, row.value, ground), row.value.kind, ground);
  await context.tx.updateTable('document').set({ removedAt: context.at }).where('id', '=', id).execute();
  await reviseProducts(context, ids);
  await refreshProducts(context, touched, causeOf('removed', row.value, ground));
  await recordEvent(context, { kind: 'document_removed', subject: id, merchantId, data: { kind: nameOfKind(row.value.kind, ground.rules), number: row.value.number, closed } });
  return ok({ document: await present(context, { ...row.value, removedAt: context.at }, ground), closed });
}

const CAUSES = {
  added: ['上传了文件', '上載了文件', 'Document put on file'],
  covered: ['改了文件适用的商品', '改了文件適用的商品', 'Document now covers other products'],
  replaced: ['换了新文件', '換了新文件', 'Document replaced'],
  removed: ['撤下了文件', '撤下了文件', 'Document taken off file'],
  expired: ['文件过期', '文件過期', 'Document expired'],
} as const satisfies Record<string, readonly [string, string, string]>;

/** The words by which listings say that a document changed them. */
export function causeOf(what: keyof typeof CAUSES, row: Pick<DocumentRow, 'kind' | 'number'>, { rules }: Ground): LocalText {
  const name = nameOfKind(row.kind, rules);
  const [hans, hant, en] = CAUSES[what];
  const number = row.number ?? '';
  return { 'zh-Hans': `${hans}：${name['zh-Hans']} ${number}`.trim(), 'zh-Hant': `${hant}：${name['zh-Hant']} ${number}`.trim(), en: `${en}: ${name.en} ${number}`.trim() };
}
