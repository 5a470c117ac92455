import type { LocalText } from '../market/market.ts';
import { divideRounded, negate, sum, type Money } from '../money/money.ts';
import type { ExchangeRate } from '../money/exchange.ts';
import type { BuyerLine, ExportFeesCharged } from './ledger-event.ts';

/**
 * Reads the lines of a placed order's frozen quote for the ledger, so that what is posted is what was shown: the buyer's
 * lines by purpose, the merchant's lines as earning and deductions.
 */

/** The part of a quote line that is posted. Amounts are those of the whole order line, all pieces. */
export type PostedLine = Readonly<{ code: string; label: LocalText; amount: Money }>;

/** Whom a line of the buyer's price is for. Line codes are those of quotes: `duty:…` and `import_fee:…` name their layer. */
function purposeOf(code: string): BuyerLine['purpose'] {
  if (code === 'goods') return 'goods';
  if (code.startsWith('duty:') || code.startsWith('import_fee:')) return 'duty';
  if (code === 'sales_tax') return 'tax';
  // Free shipping is a negative line: it lowers what is left to pay the carriage with.
  return code === 'line_haul' || code === 'domestic_leg' || code === 'hub_handling' || code === 'free_shipping' ? 'freight' : 'fee';
}

/** The buyer's lines with their purpose. */
export function buyerLinesOf(lines: readonly PostedLine[]): readonly BuyerLine[] {
  return lines.map(({ code, amount }) => ({ code, amount, purpose: purposeOf(code) }));
}

/** What the merchant's goods earn, and each deduction under its own name with the quote as its evidence. They add up to the payout shown. */
export type MerchantLines = Readonly<{ supply: Money; fees: ExportFeesCharged['fees'] }>;

/** Splits a merchant's quote lines: what is positive is earned, what is negative is deducted. */
export function merchantLinesOf(lines: readonly PostedLine[], evidence: readonly string[]): MerchantLines {
  const earned = lines.filter((line) => line.amount.minor > 0n).map((line) => line.amount);
  const deducted = lines.filter((line) => line.amount.minor < 0n);
  return { supply: sum(earned, lines[0]?.amount.currency ?? 'CNY'), fees: deducted.map(({ code, label, amount }) => ({ code, label, amount: negate(amount), evidence })) };
}

const PPB_SQUARED = 1_000_000_000_000_000_000n;

/** The other direction of a rate, rounded half up: a quote converts CNY to the buyer's currency, the ledger converts back. */
export function invertRate(rate: ExchangeRate): ExchangeRate {
  return { from: rate.to, to: rate.from, ratePpb: divideRounded(PPB_SQUARED, rate.ratePpb, 'half_up') };
}
