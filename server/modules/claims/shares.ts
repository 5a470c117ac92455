import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { FaultShare } from '#core/claims/fault.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { RefundShare } from '#core/ledger/ledger-event.ts';
import type { ExchangeRate } from '#core/money/exchange.ts';
import type { Money } from '#core/money/money.ts';
import type { Context } from '#server/platform/operation.ts';

/** The proven shares of a refund, written before anything is posted: the database charges a merchant against these rows and nothing else. */

export type ShareCause = Readonly<{ cause: string; round: number; orderId: IdOf<'order'>; merchantId: MerchantId; refund: Money; rate: ExchangeRate }>;

/** Records who bears what, and answers it as the ledger posts it. */
export async function recordShares({ tx, at }: Context, about: ShareCause, faults: readonly FaultShare[]): Promise<RefundShare[]> {
  if (faults.length === 0) return [];
  await tx.insertInto('claimShare').values(faults.map((fault) => ({
    cause: about.cause, round: about.round, party: fault.party, orderId: about.orderId, merchantId: about.merchantId, sharePpm: fault.sharePpm, refundMinor: about.refund.minor, amountMinor: fault.amount.minor,
    currency: about.refund.currency, chargeMinor: fault.charge?.minor ?? 0n, ratePpb: about.rate.ratePpb, evidence: canonicalJson(fault.evidence), at,
  }))).execute();
  return faults.map((fault): RefundShare => {
    const { party, amount, evidence } = fault;
    if (party !== 'merchant') return { party, amount, evidence };
    if (fault.charge === null) throw new Error(`${about.cause} charges the merchant nothing it can name`);
    return { party, merchantId: about.merchantId, amount, charge: fault.charge, evidence };
  });
}
