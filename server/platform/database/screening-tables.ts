import type { ColumnType, Generated } from 'kysely';
import type { IdOf } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';

/** What merchants prove and dispute, and the editions of packs that verdicts and prices rest on, column by column as the migrations make them. */

type Timestamp = ColumnType<Date, Date, Date>;
type MaybeTimestamp = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface DocumentTable {
  id: IdOf<'document'>;
  merchantId: IdOf<'merchant'>;
  kind: string;
  number: string | null;
  laboratory: string | null;
  batch: string | null;
  expires: string | null;
  fileId: IdOf<'file'> | null;
  coversAll: Generated<boolean>;
  at: Timestamp;
  by: string;
  warnedDays: ColumnType<number | null, number | null | undefined, number | null>;
  expiredAt: MaybeTimestamp;
  removedAt: MaybeTimestamp;
  replacedBy: ColumnType<IdOf<'document'> | null, IdOf<'document'> | null | undefined, IdOf<'document'> | null>;
}

export interface DocumentProductTable {
  documentId: IdOf<'document'>;
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
}

export interface AppealTable {
  id: IdOf<'appeal'>;
  merchantId: IdOf<'merchant'>;
  productId: IdOf<'product'>;
  market: Market;
  ruleId: string;
  verdictId: IdOf<'verdict'>;
  words: string;
  fact: ColumnType<unknown, string | null, string | null>;
  documentId: IdOf<'document'> | null;
  state: 'open' | 'escalated' | 'settled' | 'decided' | 'withdrawn';
  openedAt: Timestamp;
  openedBy: string;
  dueAt: Timestamp;
  escalatedAt: MaybeTimestamp;
  decision: ColumnType<AppealDecision | null, AppealDecision | null | undefined, AppealDecision | null>;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  decidedAt: MaybeTimestamp;
  decidedBy: ColumnType<string | null, string | null | undefined, string | null>;
  editionId: ColumnType<IdOf<'edition'> | null, IdOf<'edition'> | null | undefined, IdOf<'edition'> | null>;
}

export type AppealDecision = 'upheld' | 'accepted_once' | 'whitelisted' | 'rule_edit';

export interface ReviewEscalationTable {
  productId: IdOf<'product'>;
  escalatedAt: Timestamp;
  dueAt: Timestamp;
}

export interface RulingTable {
  id: IdOf<'ruling'>;
  merchantId: IdOf<'merchant'>;
  productId: IdOf<'product'>;
  ruleId: string;
  says: 'accept' | 'refuse';
  basis: string | null;
  reason: string;
  appealId: IdOf<'appeal'> | null;
  at: Timestamp;
  by: string;
  withdrawnAt: MaybeTimestamp;
}

export interface EditionTable {
  id: IdOf<'edition'>;
  kind: string;
  name: string;
  base: string;
  state: 'draft' | 'published' | 'withdrawn';
  changes: ColumnType<unknown, string, string>;
  text: ColumnType<string | null, string | null | undefined, string | null>;
  note: string;
  sharePpm: Generated<number>;
  draftedBy: string;
  draftedAt: Timestamp;
  publishedAt: MaybeTimestamp;
  withdrawnAt: MaybeTimestamp;
}

export interface EditionReplayTable {
  id: IdOf<'replay'>;
  editionId: IdOf<'edition'>;
  base: string;
  textHash: string;
  sharePpm: number;
  state: 'running' | 'done';
  done: number;
  total: number;
  cursor: string | null;
  result: ColumnType<unknown, string, string>;
  startedAt: Timestamp;
  finishedAt: MaybeTimestamp;
}
