import { z } from 'zod';
import { historyEntry } from '#contract/listings.ts';
import { localText } from '#contract/shapes.ts';
import { MARKETS } from '#core/market/market.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { describeEvent } from './describe.ts';

/** The history that people read: event rows put into words. */

export type HistoryEntry = z.output<typeof historyEntry>;

const facts = z.record(z.string(), z.unknown());

type EventRow = Readonly<{ id: string; at: Date; actorName: string; kind: string; subject: string; market: string | null; data: unknown; why: unknown }>;

export function presentEvent(row: EventRow): HistoryEntry {
  return historyEntry.parse({
    id: row.id, at: row.at.toISOString(), who: row.actorName, what: row.kind, text: describeEvent(row.kind, facts.parse(row.data)),
    why: row.why === null ? null : localText.parse(row.why), subject: row.subject, market: MARKETS.find((market) => market === row.market) ?? null,
  });
}

type HistoryQuery = Readonly<{ subjects?: readonly string[]; cursor?: string | undefined; limit: number }>;

/** Newest first. Row-level security keeps a merchant to its own events. */
export async function loadHistory(tx: Tx, query: HistoryQuery): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  let select = tx.selectFrom('event').select(['seq', 'id', 'at', 'actorName', 'kind', 'subject', 'market', 'data', 'why']).orderBy('seq', 'desc').limit(query.limit + 1);
  if (query.subjects !== undefined) select = select.where('subject', 'in', query.subjects.length === 0 ? [''] : query.subjects);
  if (query.cursor !== undefined && /^\d{1,18}$/.test(query.cursor)) select = select.where('seq', '<', BigInt(query.cursor));
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return { items: page.map(presentEvent), nextCursor: rows.length > query.limit ? String(page.at(-1)?.seq) : null };
}
