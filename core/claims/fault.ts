import { exchange, type ExchangeRate } from '../money/exchange.ts';
import { allocate, zero, type Money } from '../money/money.ts';
import { PARTIES, type ClaimKind, type ClaimPolicy, type Party } from './claim-policy.ts';
import { evidenceShowing, type Evidence, type Finding } from './evidence.ts';

/** Who is at fault for how much (parts per million), what shows it, and the ids of the evidence that does. */
export type Fault = Readonly<{ party: Party; sharePpm: number; shown: readonly Finding[]; evidence: readonly string[] }>;

/**
 * A fault in money: its part of the refund in the buyer's currency. A merchant is charged `charge` in its own currency,
 * at most what it was to receive for the claimed pieces; the marketplace bears what lies above. Null for the others.
 */
export type FaultShare = Fault & Readonly<{ amount: Money; charge: Money | null }>;

const WHOLE_PPM = 1_000_000;

/** Who caused a claim, by the first rule whose findings are all shown. What nobody can prove, the marketplace bears. */
export function attributeFault(kind: ClaimKind, evidence: readonly Evidence[], policy: ClaimPolicy): readonly Fault[] {
  const shown = new Set(evidence.flatMap((one) => one.findings));
  const rule = policy.faults[kind]?.find((one) => one.when.length > 0 && one.when.every((finding) => shown.has(finding)));
  if (rule === undefined) return [{ party: 'platform', sharePpm: WHOLE_PPM, shown: [], evidence: [] }];
  const proof = evidenceShowing(evidence, rule.when);
  return PARTIES.filter((party) => (rule.shares[party] ?? 0) > 0).map((party) => ({ party, sharePpm: rule.shares[party] ?? 0, shown: rule.when, evidence: proof }));
}

/** What limits a merchant's charge: what it was to receive for the claimed pieces, and the rate frozen at placement. */
export type ChargeLimit = Readonly<{ earning: Money; rate: ExchangeRate }>;

/** Splits a refund by fault to the last cent; the parts add up to the refund. */
export function shareRefund(refund: Money, faults: readonly Fault[], limit: ChargeLimit): readonly FaultShare[] {
  const parts = allocate(refund, faults.map((fault) => BigInt(fault.sharePpm)));
  return faults.map((fault, index) => {
    const amount = parts[index] ?? zero(refund.currency);
    return { ...fault, amount, charge: fault.party === 'merchant' ? chargeOf(amount, limit) : null };
  });
}

function chargeOf(amount: Money, limit: ChargeLimit): Money {
  const worth = exchange(amount, limit.rate, 'down');
  if (worth.currency !== limit.earning.currency) throw new Error(`earning is in ${limit.earning.currency}, the rate gives ${worth.currency}`);
  const most = limit.earning.minor < 0n ? 0n : limit.earning.minor;
  return { minor: worth.minor < most ? worth.minor : most, currency: worth.currency };
}
