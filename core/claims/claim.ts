import type { Decision } from '../decision/decision.ts';
import type { ExchangeRate } from '../money/exchange.ts';
import { divideRounded, type Money } from '../money/money.ts';
import type { ClaimKind } from './claim-policy.ts';
import type { Finding } from './evidence.ts';
import type { FaultShare } from './fault.ts';

/** A claim as it was opened. */
export type Claim = Readonly<{
  kind: ClaimKind;
  quantity: number;
  openedAt: string;
  /** When the merchant answered; null while it has not. */
  answeredAt: string | null;
  /** Other claims of this buyer in the 90 days before. */
  claimsBefore: number;
  /** Photos of this claim that look like ones of another order's claim. */
  photosSeenBefore: number;
}>;

/** The claimed order line, with the figures frozen at placement. */
export type ClaimedLine = Readonly<{
  quantity: number;
  /** What the buyer paid for the whole line, duty and carriage inside. */
  paid: Money;
  /** What was refunded on this line before. */
  lineRefunded: Money;
  /** What was captured for the whole order and not refunded yet. */
  orderLeft: Money;
  deliveredAt: string | null;
  promisedBy: string | null;
  /** What the merchant was to receive for the whole line, after fees. */
  merchantEarning: Money;
  /** What the merchant was charged on this line before. */
  merchantCharged: Money;
  rate: ExchangeRate;
  /** True while the buyer's bank disputes the payment: the bank decides over the money then. */
  disputed: boolean;
}>;

export type ClaimOutcome = 'granted' | 'declined' | 'needs_evidence' | 'needs_answer' | 'needs_review' | 'needs_return';

/**
 * What becomes of a claim. While it waits (`needs_…`) refund and faults are what the policy proposes on what is known
 * so far. `asked` is what the buyer still has to show, `answerDue` until when the merchant may answer.
 */
export type ClaimDecision = Decision<ClaimOutcome> & Readonly<{ refund: Money; faults: readonly FaultShare[]; asked: readonly Finding[]; answerDue: string | null }>;

/** What a claim refunds: its pieces' part of what was paid, times the policy's share, never more than is left of line and order. */
export function claimAmount(claim: Claim, line: ClaimedLine, refundPpm: bigint): Money {
  const pieces = divideRounded(line.paid.minor * BigInt(claim.quantity) * refundPpm, BigInt(line.quantity) * 1_000_000n, 'half_up');
  const minor = [pieces, line.paid.minor - line.lineRefunded.minor, line.orderLeft.minor].reduce((least, bound) => (bound < least ? bound : least));
  return { minor: minor < 0n ? 0n : minor, currency: line.paid.currency };
}

/** The most a merchant can be charged for the claimed pieces: what it was to receive for them, less earlier charges on the line. */
export function claimedEarning(claim: Claim, line: ClaimedLine): Money {
  const pieces = (line.merchantEarning.minor * BigInt(claim.quantity)) / BigInt(line.quantity);
  const left = line.merchantEarning.minor - line.merchantCharged.minor;
  return { minor: pieces < left ? pieces : left, currency: line.merchantEarning.currency };
}
