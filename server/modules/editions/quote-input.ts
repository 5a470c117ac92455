import { z } from 'zod';
import { moneyInput } from '#contract/product-facts.ts';
import { MARKETS } from '#core/market/market.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';

/** The input of a stored quote, back from JSON: what replay and impact computations start from. */

const whole = z.string().regex(/^-?\d+$/).transform((text) => BigInt(text));
const maybeWhole = whole.nullish();

const stored = z.object({
  market: z.enum(MARKETS), price: moneyInput, weightGrams: whole.nullable(), lengthMm: maybeWhole, widthMm: maybeWhole, heightMm: maybeWhole,
  battery: z.enum(['none', 'in_equipment', 'with_equipment', 'alone']).nullish(), liquid: z.boolean().nullish(), powder: z.boolean().nullish(), hts: z.string().nullable(), origin: z.string(), category: z.string().nullish(),
  line: z.string().nullish(), feePlan: z.string(), policy: z.object({ keepDomesticPrice: z.boolean().optional(), targetMarginPpm: whole.optional(), floorMinor: whole.optional() }),
  discountPpm: whole.optional(), salesTaxPpm: whole.optional(),
});

/** Throws when the row is not a quote's input: that would be a bug of the writer. */
export function readQuoteInput(row: unknown): QuoteInput {
  return z.object({ input: stored }).parse(row).input;
}

/** The tariff edition a stored quote was made under. */
export function readTariffEdition(row: unknown): string {
  return z.object({ tariffEdition: z.string() }).parse(row).tariffEdition;
}
