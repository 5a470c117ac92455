import type { ColumnType, Generated } from 'kysely';
import type { IdOf } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import type { Currency } from '#core/money/currency.ts';

/**
 * Who takes part, what they sell and what was decided about it, column by column as the migrations make them. JSON columns are written as canonical JSON text and read as unknown:
 * each store parses what it reads.
 */

type Timestamp = ColumnType<Date, Date, Date>;

export interface SettingTable {
  key: string;
  value: ColumnType<unknown, string, string>;
}

export interface MerchantTable {
  id: IdOf<'merchant'>;
  shopName: string;
  personName: string;
  city: string;
  kind: string;
  story: string | null;
  signals: ColumnType<unknown, string | undefined, string>;
  joinedAt: Timestamp;
}

export interface AuthorTable {
  id: IdOf<'author'>;
  name: string;
  avatar: string;
  place: string;
  market: Market | null;
  userId: string | null;
}

export interface BuyerTable {
  id: IdOf<'buyer'>;
  userId: string | null;
  guestTokenHash: string | null;
  name: string | null;
  email: string | null;
  market: Market | null;
  createdAt: Timestamp;
}

export interface PrincipalTable {
  userId: string;
  kind: 'merchant' | 'operator' | 'hub' | 'creator' | 'buyer';
  name: string;
  email: string;
  merchantId: IdOf<'merchant'> | null;
  memberRole: 'owner' | 'staff' | null;
  authorId: IdOf<'author'> | null;
  buyerId: IdOf<'buyer'> | null;
}

export interface ApiKeyTable {
  id: IdOf<'apiKey'>;
  hash: string;
  hint: string;
  name: string;
  userId: string;
  merchantId: IdOf<'merchant'> | null;
  createdAt: Timestamp;
  lastUsedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  revokedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface EventTable {
  seq: Generated<bigint>;
  id: IdOf<'event'>;
  tx: Generated<string>;
  at: Timestamp;
  actorKind: string;
  actorId: string;
  actorName: string;
  kind: string;
  subject: string;
  merchantId: IdOf<'merchant'> | null;
  market: Market | null;
  buyerId: IdOf<'buyer'> | null;
  data: ColumnType<unknown, string | undefined, string>;
  why: ColumnType<unknown, string | null, string | null>;
}

export interface OutboxCursorTable {
  consumer: string;
  tx: string;
  seq: bigint;
}

export interface IdempotencyTable {
  actor: string;
  key: string;
  route: string;
  requestHash: string;
  reply: ColumnType<unknown, string | null, string | null>;
  at: Timestamp;
}

export interface NotificationTable {
  id: IdOf<'notification'>;
  merchantId: IdOf<'merchant'>;
  eventId: IdOf<'event'>;
  at: Timestamp;
  text: ColumnType<unknown, string, string>;
  path: string | null;
  readAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface CohortTable {
  id: IdOf<'cohort'>;
  name: string;
  markets: string[];
  policy: ColumnType<unknown, string, string>;
  feePlan: string;
  state: 'open' | 'closed';
  openedAt: Timestamp;
  closesAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  openedBy: string;
}

export interface InvitationTable {
  id: IdOf<'invitation'>;
  cohortId: IdOf<'cohort'>;
  merchantId: IdOf<'merchant'>;
  state: 'sent' | 'accepted' | 'declined' | 'withdrawn';
  score: number;
  reasons: ColumnType<unknown, string, string>;
  sentAt: Timestamp;
  answeredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface EnrolmentTable {
  merchantId: IdOf<'merchant'>;
  cohortId: IdOf<'cohort'>;
  since: Timestamp;
  leftAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface ExportSwitchTable {
  merchantId: IdOf<'merchant'>;
  scope: 'shop' | 'market' | 'product' | 'product_market';
  market: Generated<string>;
  productId: Generated<string>;
  state: 'open' | 'paused';
  since: Timestamp;
  by: string;
  reason: string | null;
}

export interface ProductTable {
  id: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  sourceId: string;
  revision: number;
  title: string;
  description: string | null;
  category: string | null;
  brand: string | null;
  originCountry: string | null;
  attributes: ColumnType<unknown, string | undefined, string>;
  facts: ColumnType<unknown, string | undefined, string>;
  images: ColumnType<unknown, string | undefined, string>;
  keepDomesticPrice: Generated<boolean>;
  floorMinor: bigint | null;
  contentHash: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
}

export interface VariantTable {
  id: IdOf<'variant'>;
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  sku: string;
  options: ColumnType<unknown, string | undefined, string>;
  priceMinor: bigint | null;
  stock: number;
  position: number;
}

export interface ProductFactTable {
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  fact: string;
  value: ColumnType<unknown, string, string>;
  source: 'merchant' | 'hub';
  at: Timestamp;
  by: string;
}

export interface ProductRevisionTable {
  productId: IdOf<'product'>;
  revision: number;
  merchantId: IdOf<'merchant'>;
  body: ColumnType<unknown, string, string>;
  at: Timestamp;
}

export interface CodeChoiceTable {
  id: IdOf<'codeChoice'>;
  productId: IdOf<'product'>;
  /** Null where the choice is for the product alone. */
  typeKey: string | null;
  hts: string;
  reason: string;
  by: string;
  at: Timestamp;
  supersededAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface ClassificationTable {
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  revision: number;
  hs6: string | null;
  hts: string | null;
  confidencePpm: number | null;
  body: ColumnType<unknown, string, string>;
  by: string;
  at: Timestamp;
  /** Its category with the heading that its words lead to first, whatever a person chose. */
  typeKey: string | null;
}

export interface VerdictTable {
  id: IdOf<'verdict'>;
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  revision: number;
  market: Market;
  outcome: string;
  body: ColumnType<unknown, string, string>;
  edition: string;
  inputsHash: string;
  at: Timestamp;
  supersededAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface WordingTable {
  id: IdOf<'wording'>;
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  revision: number;
  market: Market;
  locale: string;
  status: string;
  input: ColumnType<unknown, string, string>;
  body: ColumnType<unknown, string, string>;
  edition: string;
  inputsHash: string;
  at: Timestamp;
  supersededAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface QuoteTable {
  id: IdOf<'quote'>;
  productId: IdOf<'product'>;
  variantId: IdOf<'variant'>;
  merchantId: IdOf<'merchant'>;
  revision: number;
  market: Market;
  outcome: string;
  input: ColumnType<unknown, string, string>;
  body: ColumnType<unknown, string, string>;
  totalMinor: bigint | null;
  currency: Currency;
  payoutMinor: bigint | null;
  edition: string;
  inputsHash: string;
  at: Timestamp;
  validUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  supersededAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface ListingTable {
  id: IdOf<'listing'>;
  productId: IdOf<'product'>;
  merchantId: IdOf<'merchant'>;
  market: Market;
  state: 'live' | 'held' | 'off';
  reasons: ColumnType<unknown, string, string>;
  since: Timestamp;
  decidedAt: Timestamp;
  verdictId: IdOf<'verdict'> | null;
  quoteId: IdOf<'quote'> | null;
  title: string;
  category: string | null;
  image: string | null;
  priceMinor: bigint | null;
  currency: Currency;
}

export interface MemoryEntryTable {
  locale: string;
  sourceHash: string;
  source: string;
  target: string;
  by: string;
  at: Timestamp;
}

export interface ImportedTariffTable {
  edition: string;
  digest: string;
  content: Buffer;
  importedAt: Timestamp;
}

export interface NoteTable {
  id: IdOf<'note'>;
  authorId: IdOf<'author'>;
  title: string;
  body: string;
  tags: ColumnType<unknown, string, string>;
  scene: string;
  language: string;
  cover: string;
  publishedAt: Timestamp;
  reads: Generated<bigint>;
}

export interface NoteProductTable {
  noteId: IdOf<'note'>;
  productId: IdOf<'product'>;
  position: number;
}

export interface FileTable {
  id: IdOf<'file'>;
  mediaType: string;
  bytes: Buffer;
  sha256: string;
  owner: string;
  merchantId: IdOf<'merchant'> | null;
  buyerId: IdOf<'buyer'> | null;
  at: Timestamp;
}
