import type { ColumnType, Generated } from 'kysely';
import type { IdOf } from '#core/ids/id.ts';
import type { Currency } from '#core/money/currency.ts';

/** Payments that wait, disputes, holds, shares, returns and closed days, column by column as migration 0050 makes them. */

type Timestamp = ColumnType<Date, Date, Date>;
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;
type Json = ColumnType<unknown, string, string>;

export interface PaymentAttemptTable {
  checkoutId: IdOf<'checkout'>;
  buyerId: IdOf<'buyer'>;
  provider: string;
  reference: string;
  state: 'pending' | 'ordered' | 'failed' | 'expired';
  tries: Generated<number>;
  amountMinor: bigint;
  currency: Currency;
  request: Json;
  challengeUrl: string;
  reason: Later<string>;
  at: Timestamp;
  expiresAt: Timestamp;
}

export interface ProviderEventTable {
  provider: string;
  id: string;
  kind: string;
  reference: string | null;
  occurredAt: Timestamp;
  receivedAt: Timestamp;
  outcome: string;
}

export interface DisputeTable {
  id: IdOf<'dispute'>;
  orderId: IdOf<'order'>;
  provider: string;
  reference: string;
  reason: string;
  amountMinor: bigint;
  currency: Currency;
  state: 'open' | 'won' | 'lost';
  answerDue: Later<Date>;
  openedAt: Timestamp;
  closedAt: Later<Date>;
  decision: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface MerchantHoldTable {
  id: IdOf<'hold'>;
  merchantId: IdOf<'merchant'>;
  orderId: IdOf<'order'> | null;
  /** What it stands for: the claim, the dispute, or the hold itself when a person placed it. */
  cause: string;
  code: string;
  reason: Json;
  amountMinor: bigint;
  placedAt: Timestamp;
  endsOn: string;
  releasedAt: Later<Date>;
  releaseReason: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface ClaimShareTable {
  cause: string;
  round: number;
  party: 'merchant' | 'hub' | 'carrier' | 'platform';
  orderId: IdOf<'order'>;
  merchantId: IdOf<'merchant'> | null;
  sharePpm: number;
  refundMinor: bigint;
  amountMinor: bigint;
  currency: Currency;
  chargeMinor: bigint;
  ratePpb: bigint;
  evidence: Json;
  at: Timestamp;
}

export interface PhotoPrintTable {
  fileId: IdOf<'file'>;
  claimId: IdOf<'claim'>;
  owner: string;
  /** 64 bits as text of zeros and ones. */
  print: string;
  at: Timestamp;
}

export interface ClaimReturnTable {
  claimId: IdOf<'claim'>;
  code: string;
  state: 'asked' | 'sent' | 'received' | 'lapsed';
  sendBy: Timestamp;
  dutyFreeUntil: Timestamp;
  carrier: Later<string>;
  trackingNumber: Later<string>;
  askedAt: Timestamp;
  sentAt: Later<Date>;
  receivedAt: Later<Date>;
}

export interface DailyCloseTable {
  day: string;
  closedAt: Timestamp;
  transactions: number;
  postings: number;
  balances: Json;
  positions: Json;
  contentHash: string;
  previousHash: string;
  hash: string;
}
