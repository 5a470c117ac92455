import { z } from 'zod';
import type { IdOf } from '#core/ids/id.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { StoredLine } from '#server/modules/orders/store.ts';

/** What a merchant's parcel should weigh and measure, by the facts its quotes were made from. */

export type Declared = Readonly<{ weightGrams: number | null; lengthMm: number | null; widthMm: number | null; heightMm: number | null }>;

const length = z.union([z.string(), z.number()]).nullish().transform((value) => (value === null || value === undefined ? null : Number(value)));
const quoteFacts = z.looseObject({ input: z.looseObject({ lengthMm: length, widthMm: length, heightMm: length }) });

/**
 * Reads declarations for lines and answers them by merchant order. Weights add up; a size is declared only for a single
 * piece, since nobody knows how several pieces lie in a carton.
 */
export async function loadDeclared(tx: Tx, lines: readonly StoredLine[]): Promise<(id: IdOf<'merchantOrder'>) => Declared> {
  const quoteIds = [...new Set(lines.map((line) => line.quoteId))];
  const rows = quoteIds.length === 0 ? [] : await tx.selectFrom('quote').select(['id', 'input']).where('id', 'in', quoteIds).execute();
  const sizes = new Map(rows.map((row) => [row.id, quoteFacts.parse(row.input).input]));
  return (id) => {
    const own = lines.filter((line) => line.merchantOrderId === id);
    const [only] = own;
    const size = own.length === 1 && only?.quantity === 1 ? sizes.get(only.quoteId) : undefined;
    return { weightGrams: weightOf(own), lengthMm: size?.lengthMm ?? null, widthMm: size?.widthMm ?? null, heightMm: size?.heightMm ?? null };
  };
}

/** Null as soon as one piece's weight is not known. */
function weightOf(lines: readonly StoredLine[]): number | null {
  let grams = 0;
  for (const line of lines) {
    if (line.weightGrams === null) return null;
    grams += line.weightGrams * line.quantity;
  }
  return grams;
}
