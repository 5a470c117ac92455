import type { LocalText } from '../market/market.ts';
import type { ExchangeRate } from '../money/exchange.ts';
import type { Money } from '../money/money.ts';
import type { LedgerTransaction } from './transaction.ts';

/**
 * The business events that move money, each with the figures frozen when the order was placed. Nothing in the ledger
 * looks up a price, a rate or a rule.
 */

/** A line of what the buyer paid. `goods` is exchanged for the merchants; the others stay in the buyer's currency. */
export type BuyerLine = Readonly<{ code: string; amount: Money; purpose: 'goods' | 'duty' | 'freight' | 'tax' | 'fee' }>;

/** The rate the buyer's price was made with, and the market's middle rate at that time; the difference is the spread. */
export type FrozenRates = Readonly<{ customer: ExchangeRate; middle: ExchangeRate }>;

/** The payment was taken: the parcel has been handed over. `supply` is what a merchant's goods earn it, before fees. */
export type OrderCaptured = Readonly<{
  type: 'order_captured';
  orderId: string;
  provider: string;
  total: Money;
  lines: readonly BuyerLine[];
  rates: FrozenRates;
  /** The middle rate of the day of capture. The position is entered at it; what moved since the order was placed is shown by itself. */
  captureMiddle: ExchangeRate;
  merchants: readonly Readonly<{ merchantId: string; supply: Money }>[];
}>;

/** The fees of an order fall due for one merchant. `evidence` is the quote the fee was shown in. */
export type ExportFeesCharged = Readonly<{
  type: 'export_fees_charged';
  orderId: string;
  merchantId: string;
  fees: readonly Readonly<{ code: string; label: LocalText; amount: Money; evidence: readonly string[] }>[];
}>;

/**
 * Who bears a refund. `amount` is the share in the buyer's currency, the shares add up to the refund. A merchant is
 * charged `charge` in its own currency: at most its share, and less where the policy caps it (the marketplace bears the rest).
 */
export type RefundShare =
  | Readonly<{ party: 'merchant'; merchantId: string; amount: Money; charge: Money; evidence: readonly string[] }>
  | Readonly<{ party: 'hub' | 'carrier' | 'platform'; amount: Money; evidence: readonly string[] }>;

/** A quality claim was refunded. */
export type ClaimRefunded = Readonly<{ type: 'claim_refunded'; orderId: string; claimId: string; provider: string; refund: Money; rate: ExchangeRate; shares: readonly RefundShare[] }>;

/** The buyer's bank took a payment back while it decides. */
export type DisputeOpened = Readonly<{ type: 'dispute_opened'; orderId: string; disputeId: string; provider: string; amount: Money }>;

/** The bank decided for the marketplace and gave the money back. */
export type DisputeWon = Readonly<{ type: 'dispute_won'; orderId: string; disputeId: string; provider: string; amount: Money }>;

/** The bank kept the money: whoever the evidence names bears it, as with a claim. */
export type ChargebackLost = Readonly<{ type: 'chargeback_lost'; orderId: string; disputeId: string; amount: Money; rate: ExchangeRate; shares: readonly RefundShare[] }>;

/** A statement was paid out. */
export type PayoutPaid = Readonly<{ type: 'payout_paid'; merchantId: string; statementId: string; amount: Money }>;

/** Earlier transactions turn out wrong (an overturned decision, a mistake) and are reversed in full. */
export type Correction = Readonly<{ type: 'correction'; reverses: readonly LedgerTransaction[]; reason: LocalText; evidence: readonly string[] }>;

export type LedgerEvent = OrderCaptured | ExportFeesCharged | ClaimRefunded | DisputeOpened | DisputeWon | ChargebackLost | PayoutPaid | Correction;
