import type { SourceRef } from '../decision/decision.ts';
import type { Market } from '../market/market.ts';
import { divideRounded, money, type Money } from '../money/money.ts';
import { refuse, ok, type Refusal, type Result } from '../result.ts';

/**
 * What China asks of an exporter after the fact: for each line that left, the base and the refund of value added tax to
 * expect; and for a month, lines summed up for the summary declaration of parcels under supervision mode 9610.
 */

/** A line of an order that was handed over for export. `supply` is what the merchant sold it for, value added tax inside. */
export type ExportedLine = Readonly<{
  merchantId: string; orderLineId: string; parcelTracking: string; exportedOn: string; market: Market; title: string; sku: string; hsCode: string | null; quantity: number; netGrams: number | null; supply: Money; returnedQuantity: number;
}>;

/** A rate by HS prefix from a day on, until before another. */
export type RefundRate = Readonly<{ prefix: string; from: string; to: string | null; taxPpm: bigint; refundPpm: bigint }>;
export type RefundRates = Readonly<{ edition: string; source: SourceRef; rates: readonly RefundRate[] }>;

/** A line as the refund is claimed for it. `refund` is what the rates give; the purchase invoice that proves it is the exporter's to add. */
export type RefundRow = Readonly<{ line: ExportedLine; taxBase: Money; taxPpm: bigint; refundPpm: bigint; refund: Money; doubt: 'no_hs_code' | null }>;

/** A line without an HS code takes the general rate; its row says that a code is missing. */
const GENERAL = '';

/** The rate for an HS code on a day: the longest prefix wins. May fail with: no_refund_rate (facts: hsCode, on). */
export function refundRateFor(rates: RefundRates, hsCode: string | null, on: string): Result<RefundRate, Refusal<'no_refund_rate'>> {
  const code = hsCode === null ? GENERAL : hsCode.replaceAll('.', '');
  const [found] = rates.rates.filter((rate) => code.startsWith(rate.prefix) && rate.from <= on && (rate.to === null || on < rate.to)).toSorted((left, right) => right.prefix.length - left.prefix.length);
  return found === undefined ? refuse('no_refund_rate', { hsCode, on }) : ok(found);
}

/** The refund to expect for a line: its supply without tax, for the pieces that stayed away, times the rate; rounded half up. */
export function refundRow(line: ExportedLine, rates: RefundRates): Result<RefundRow, Refusal<'no_refund_rate'>> {
  const rate = refundRateFor(rates, line.hsCode, line.exportedOn);
  if (!rate.ok) return rate;
  const { taxPpm, refundPpm } = rate.value;
  const kept = BigInt(line.quantity - line.returnedQuantity);
  const supplyKept = divideRounded(line.supply.minor * kept, BigInt(line.quantity), 'half_up');
  const base = divideRounded(supplyKept * 1_000_000n, 1_000_000n + taxPpm, 'half_up');
  const refund = divideRounded(base * refundPpm, 1_000_000n, 'half_up');
  return ok({ line, taxBase: money(base, line.supply.currency), taxPpm, refundPpm, refund: money(refund, line.supply.currency), doubt: line.hsCode === null ? 'no_hs_code' : null });
}

/** Lines of a month that are declared together: same exporter, destination, code and currency. */
export type DeclarationRow = Readonly<{ merchantId: string; market: Market; hsCode: string | null; titles: readonly string[]; parcels: number; quantity: number; netGrams: number; weightMissing: boolean; value: Money }>;

/** International codes of goods have six digits; China's own last four are the declarant's to add. */
const HS_DIGITS = 6;

/** Sums up the month for the summary declaration. Quantities, weights and values add up to those of the lines. */
export function summariseDeclaration(lines: readonly ExportedLine[]): readonly DeclarationRow[] {
  const groups = Map.groupBy(lines, (line) => `${line.merchantId}|${line.market}|${sixDigits(line.hsCode) ?? ''}|${line.supply.currency}`);
  return [...groups.values()].flatMap((own): DeclarationRow[] => {
    const [first] = own;
    if (first === undefined) return [];
    return [{
      merchantId: first.merchantId, market: first.market, hsCode: sixDigits(first.hsCode), titles: [...new Set(own.map((line) => line.title))], parcels: new Set(own.map((line) => line.parcelTracking)).size,
      quantity: own.reduce((sum, line) => sum + line.quantity, 0), netGrams: own.reduce((sum, line) => sum + (line.netGrams ?? 0), 0), weightMissing: own.some((line) => line.netGrams === null),
      value: money(own.reduce((sum, line) => sum + line.supply.minor, 0n), first.supply.currency),
    }];
  }).toSorted((left, right) => (left.merchantId + left.market + (left.hsCode ?? '') < right.merchantId + right.market + (right.hsCode ?? '') ? -1 : 1));
}

function sixDigits(hsCode: string | null): string | null {
  return hsCode === null ? null : hsCode.replaceAll('.', '').slice(0, HS_DIGITS);
}
