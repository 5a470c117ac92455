import type { z } from 'zod';
import type { document as documentShape, documentState } from '#contract/documents.ts';
import type { LocalText } from '#core/market/market.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import type { Effect } from './effect.ts';
import type { DocumentRow } from './store.ts';

export type DocumentShape = z.output<typeof documentShape>;

/** Days before its expiry from which a document is shown as about to expire; the first warning goes out then too. */
export const EXPIRING_DAYS = 30;

const DAY_MS = 86_400_000;

/** Whole days from a day to the last one a document holds; 0 on that day, negative after it. */
export function daysLeft(expires: string, day: string): number {
  return Math.round((Date.parse(expires) - Date.parse(day)) / DAY_MS);
}

function stateOf(row: DocumentRow, day: string): z.output<typeof documentState> {
  if (row.removedAt !== null) return 'removed';
  if (row.expires === null) return 'valid';
  const left = daysLeft(row.expires, day);
  return left < 0 ? 'expired' : left <= EXPIRING_DAYS ? 'expiring' : 'valid';
}

/** What a kind of document is called; a kind no pack names is called by its code. */
export function nameOfKind(kind: string, rules: RulePack): LocalText {
  return rules.documents.find((one) => one.kind === kind)?.name ?? { 'zh-Hans': kind, 'zh-Hant': kind, en: kind };
}

export function presentDocument(row: DocumentRow, effect: Effect, rules: RulePack, day: string): DocumentShape {
  return {
    id: row.id, kind: row.kind, name: nameOfKind(row.kind, rules), number: row.number, laboratory: row.laboratory, batch: row.batch, expires: row.expires, daysLeft: row.expires === null ? null : daysLeft(row.expires, day),
    state: stateOf(row, day), coversAll: row.coversAll, fileId: row.fileId, at: row.at.toISOString(), replacedBy: row.replacedBy, effect,
  };
}
