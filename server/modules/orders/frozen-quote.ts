import { z } from 'zod';
import type { priceLine } from '#contract/listings.ts';
import { localText, sourceRef } from '#contract/shapes.ts';
import { CURRENCIES } from '#core/money/currency.ts';
import { add, multiply, type Money } from '#core/money/money.ts';
import { presentMoney } from './present-money.ts';

/**
 * The quote a checkout froze, read back from its canonical JSON. Everything that happens to an order afterwards (ledger,
 * papers, claims) takes its figures from here and never from live packs.
 */

const whole = z.string().regex(/^-?\d+$/).transform((text) => BigInt(text));
const frozenMoney = z.object({ minor: whole, currency: z.enum(CURRENCIES) });
const frozenLine = z.looseObject({ code: z.string(), label: localText, amount: frozenMoney, basis: z.string().nullish(), source: sourceRef.nullish() });

export const frozenQuote = z.looseObject({
  outcome: z.literal('quoted'),
  buyer: z.object({ total: frozenMoney, lines: z.array(frozenLine) }),
  merchant: z.object({ payout: frozenMoney, lines: z.array(frozenLine) }),
  line: z.looseObject({ code: z.string(), name: localText, days: z.tuple([z.number(), z.number()]) }),
  exchange: z.object({ ratePpb: whole, spreadPpm: whole, day: z.string() }),
  edition: z.string(),
  validUntil: z.string(),
});
export type FrozenQuote = z.output<typeof frozenQuote>;
export type FrozenLine = z.output<typeof frozenLine>;

/** One line of a price in the contract's shape. */
export type PriceLine = z.output<typeof priceLine>;

/** Lines of one piece, times the pieces. Every amount is a whole number of minor units, so the sum stays the total. */
export function multiplyLines(lines: readonly FrozenLine[], pieces: number): FrozenLine[] {
  return lines.map((line) => ({ ...line, amount: multiply(line.amount, BigInt(pieces)) }));
}

/** Adds up lines of one code, in the order in which codes first appear. A basis that differs between the parts is dropped. */
export function mergeLines(lists: readonly (readonly FrozenLine[])[]): FrozenLine[] {
  const merged = new Map<string, FrozenLine>();
  for (const line of lists.flat()) {
    const before = merged.get(line.code);
    merged.set(line.code, before === undefined ? line : { ...before, amount: add(before.amount, line.amount), basis: before.basis === line.basis ? line.basis : null });
  }
  return [...merged.values()];
}

export function presentLines(lines: readonly FrozenLine[]): PriceLine[] {
  return lines.map((line) => ({ code: line.code, label: line.label, amount: presentMoney(line.amount), basis: line.basis ?? null, source: line.source ?? null }));
}

/** The amount of the first line with this code, or null. */
export function amountOf(lines: readonly FrozenLine[], code: string): Money | null {
  return lines.find((line) => line.code === code)?.amount ?? null;
}
