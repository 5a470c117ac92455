import type { ColumnType, Generated } from 'kysely';
import type { IdOf } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import type { Currency } from '#core/money/currency.ts';

/**
 * Checkouts, orders, parcels, claims and the ledger, column by column as the migrations make them. JSON columns are written as canonical JSON text and read as unknown:
 * each store parses what it reads.
 */

type Timestamp = ColumnType<Date, Date, Date>;

export interface CheckoutTable {
  id: IdOf<'checkout'>;
  buyerId: IdOf<'buyer'>;
  market: Market;
  locale: string;
  state: 'open' | 'ordered' | 'expired';
  items: ColumnType<unknown, string, string>;
  lines: ColumnType<unknown, string, string>;
  totalMinor: bigint;
  currency: Currency;
  policyEdition: string;
  noteId: IdOf<'note'> | null;
  at: Timestamp;
  validUntil: Timestamp;
  orderId: IdOf<'order'> | null;
}

export interface OrderTable {
  id: IdOf<'order'>;
  checkoutId: IdOf<'checkout'>;
  buyerId: IdOf<'buyer'>;
  market: Market;
  locale: string;
  state: string;
  email: string;
  address: ColumnType<unknown, string, string>;
  lines: ColumnType<unknown, string, string>;
  totalMinor: bigint;
  currency: Currency;
  policyEdition: string;
  promisedBy: ColumnType<Date | null, Date | null | undefined, Date | null>;
  delayToldAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  placedAt: Timestamp;
  deliveredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  noteId: IdOf<'note'> | null;
}

export interface MerchantOrderTable {
  id: IdOf<'merchantOrder'>;
  orderId: IdOf<'order'>;
  merchantId: IdOf<'merchant'>;
  market: Market;
  state: string;
  shipBy: Timestamp;
  carrier: string | null;
  trackingNumber: string | null;
  shippedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  payoutMinor: bigint;
  placedAt: Timestamp;
  hubNote: ColumnType<unknown, string | null, string | null>;
  remindedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  lateAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface OrderLineTable {
  id: IdOf<'orderLine'>;
  orderId: IdOf<'order'>;
  merchantOrderId: IdOf<'merchantOrder'>;
  merchantId: IdOf<'merchant'>;
  listingId: IdOf<'listing'>;
  productId: IdOf<'product'>;
  variantId: IdOf<'variant'>;
  quoteId: IdOf<'quote'>;
  verdictId: IdOf<'verdict'> | null;
  sku: string;
  title: string;
  titleOriginal: string;
  options: ColumnType<unknown, string, string>;
  optionsOriginal: ColumnType<unknown, string | undefined, string>;
  image: string | null;
  /** What is sold; fewer than `orderedQuantity` where a parcel came short. */
  quantity: number;
  orderedQuantity: number;
  totalMinor: bigint;
  currency: Currency;
  payoutMinor: bigint;
  quote: ColumnType<unknown, string, string>;
  hts: string | null;
  weightGrams: number | null;
}

export interface PaymentTable {
  id: IdOf<'payment'>;
  orderId: IdOf<'order'>;
  provider: string;
  reference: string;
  state: string;
  authorisedMinor: bigint;
  capturedMinor: Generated<bigint>;
  refundedMinor: Generated<bigint>;
  currency: Currency;
  at: Timestamp;
}

export interface InboundParcelTable {
  id: IdOf<'inboundParcel'>;
  code: string;
  merchantOrderId: IdOf<'merchantOrder'>;
  orderId: IdOf<'order'>;
  merchantId: IdOf<'merchant'>;
  state: string;
  measured: ColumnType<unknown, string | null, string | null>;
  counts: ColumnType<unknown, string | undefined, string>;
  photos: ColumnType<unknown, string | undefined, string>;
  reasons: ColumnType<unknown, string | undefined, string>;
  expectedSince: Timestamp;
  receivedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Who settles it while it is put aside, until when, and when that time was over. */
  asideOwner: ColumnType<string | null, string | null | undefined, string | null>;
  asideDue: ColumnType<Date | null, Date | null | undefined, Date | null>;
  asideOverdueAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface ExportParcelTable {
  id: IdOf<'exportParcel'>;
  code: string;
  orderId: IdOf<'order'>;
  market: Market;
  state: string;
  measured: ColumnType<unknown, string, string>;
  line: ColumnType<unknown, string, string>;
  /** What the line was chosen from. */
  lineInput: ColumnType<unknown, string, string>;
  trackingNumber: string;
  packedAt: Timestamp;
  handedOverAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  deliveredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface TrackingEventTable {
  id: IdOf<'trackingEvent'>;
  exportParcelId: IdOf<'exportParcel'>;
  orderId: IdOf<'order'>;
  at: Timestamp;
  status: string;
  place: string | null;
  source: string;
}

export interface ClaimTable {
  id: IdOf<'claim'>;
  orderId: IdOf<'order'>;
  orderLineId: IdOf<'orderLine'>;
  buyerId: IdOf<'buyer'>;
  merchantId: IdOf<'merchant'>;
  market: Market;
  kind: string;
  quantity: number;
  description: string;
  photos: ColumnType<unknown, string, string>;
  state: string;
  decision: ColumnType<unknown, string | null, string | null>;
  /** What the decision was computed from, for computing it again. */
  decisionInput: ColumnType<unknown, string | null, string | null>;
  policyEdition: string;
  refundMinor: bigint | null;
  currency: Currency;
  openedAt: Timestamp;
  answerDue: ColumnType<Date | null, Date | null | undefined, Date | null>;
  merchantAnswer: string | null;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  decidedBy: string | null;
  flags: ColumnType<unknown, string | undefined, string>;
  reviewDue: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** How often it was decided anew after an appeal. */
  round: Generated<number>;
  appeal: ColumnType<string | null, string | null | undefined, string | null>;
  appealedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  appealUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  overdueAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface EvidenceTable {
  id: IdOf<'evidence'>;
  orderId: IdOf<'order'>;
  merchantId: IdOf<'merchant'> | null;
  claimId: IdOf<'claim'> | null;
  kind: string;
  text: ColumnType<unknown, string, string>;
  fileId: IdOf<'file'> | null;
  data: ColumnType<unknown, string | undefined, string>;
  at: Timestamp;
}

export interface LedgerTransactionTable {
  id: IdOf<'transaction'>;
  at: Timestamp;
  kind: string;
  text: ColumnType<unknown, string, string>;
  eventId: IdOf<'event'> | null;
  orderId: IdOf<'order'> | null;
  claimId: IdOf<'claim'> | null;
  statementId: IdOf<'statement'> | null;
  linkedId: IdOf<'transaction'> | null;
  disputeId: ColumnType<IdOf<'dispute'> | null, IdOf<'dispute'> | null | undefined, never>;
  /** The transaction that this one turns round. */
  reversesId: ColumnType<IdOf<'transaction'> | null, IdOf<'transaction'> | null | undefined, never>;
}

export interface PostingTable {
  id: IdOf<'posting'>;
  transactionId: IdOf<'transaction'>;
  account: string;
  currency: Currency;
  amountMinor: bigint;
  merchantId: IdOf<'merchant'> | null;
  code: string;
  evidence: ColumnType<unknown, string | undefined, string>;
  at: Timestamp;
  statementId: IdOf<'statement'> | null;
}

export interface BalanceTable {
  account: string;
  currency: Currency;
  amountMinor: bigint;
}

export interface StatementTable {
  id: IdOf<'statement'>;
  merchantId: IdOf<'merchant'>;
  fromDay: string;
  toDay: string;
  state: 'due' | 'paid' | 'carried';
  openingMinor: bigint;
  payoutMinor: bigint;
  payoutOn: string;
  paidAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  body: ColumnType<unknown, string, string>;
  at: Timestamp;
}
