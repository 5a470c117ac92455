import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { LocalText, Market } from '#core/market/market.ts';
import type { Actor } from './actor.ts';
import type { Tx } from './database/connection.ts';
import type { IdSource } from './ids.ts';

/** What happened: its kind, what it happened to, whom it concerns, its facts, and why. */
export type NewEvent = Readonly<{
  kind: string;
  subject: string;
  merchantId?: IdOf<'merchant'> | null;
  buyerId?: IdOf<'buyer'> | null;
  market?: Market | null;
  data?: Readonly<Record<string, unknown>>;
  why?: LocalText | null;
}>;

type Recording = Readonly<{ tx: Tx; at: Date; actor: Actor; ids: IdSource }>;

/**
 * Appends events in the transaction of the change they tell of: they are the audit log, the history that merchants
 * read, and the outbox from which notifications and webhooks leave.
 */
export async function recordEvents(recording: Recording, events: readonly NewEvent[]): Promise<IdOf<'event'>[]> {
  if (events.length === 0) return [];
  const { at, actor, ids } = recording;
  const rows = events.map((event) => ({
    id: ids.next('event', at), at, actorKind: actor.kind, actorId: actor.id, actorName: actor.name, kind: event.kind, subject: event.subject,
    merchantId: event.merchantId ?? null, buyerId: event.buyerId ?? null, market: event.market ?? null, data: canonicalJson(event.data ?? {}),
    why: event.why ? canonicalJson(event.why) : null,
  }));
  for (let start = 0; start < rows.length; start += 1_000) await recording.tx.insertInto('event').values(rows.slice(start, start + 1_000)).execute();
  return rows.map((row) => row.id);
}

export async function recordEvent(recording: Recording, event: NewEvent): Promise<void> {
  await recordEvents(recording, [event]);
}
