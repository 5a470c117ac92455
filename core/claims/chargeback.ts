import type { ExchangeRate } from '../money/exchange.ts';
import { allocate, type Money } from '../money/money.ts';
import type { ClaimKind, ClaimPolicy } from './claim-policy.ts';
import type { Evidence } from './evidence.ts';
import { attributeFault, shareRefund, type FaultShare } from './fault.ts';

/**
 * What a bank's reason says is wrong, as a kind of claim; null where it is no fault of goods or delivery (fraud, a
 * duplicate), which the marketplace bears. Codes are Stripe's, which fold those of the card networks:
 * https://docs.stripe.com/disputes/categories (2026-11-27).
 */
const KIND_OF_REASON: Readonly<Record<string, ClaimKind>> = { product_not_received: 'not_delivered', product_unacceptable: 'not_as_described' };

/** A merchant's part of a disputed order, with what limits its charge. */
export type DisputedPart = Readonly<{ merchantId: string; paid: Money; evidence: readonly Evidence[]; earning: Money; rate: ExchangeRate }>;

/** Who bears a lost dispute, for one merchant's part of it. */
export type DisputeShares = Readonly<{ merchantId: string; amount: Money; faults: readonly FaultShare[] }>;

/**
 * Shares out what a bank kept: over the merchants by what was paid for their goods, and within each by the same fault
 * rules and the same evidence that decide claims. Without evidence the marketplace bears it.
 */
export function shareChargeback(reason: string, amount: Money, parts: readonly DisputedPart[], policy: ClaimPolicy): readonly DisputeShares[] {
  const kind = KIND_OF_REASON[reason] ?? null;
  const amounts = allocate(amount, parts.map((part) => part.paid.minor));
  return parts.flatMap((part, index): DisputeShares[] => {
    const own = amounts[index];
    if (own === undefined || own.minor === 0n) return [];
    const faults = kind === null ? attributeFault('not_delivered', [], policy) : attributeFault(kind, part.evidence, policy);
    return [{ merchantId: part.merchantId, amount: own, faults: shareRefund(own, faults, { earning: part.earning, rate: part.rate }) }];
  });
}
