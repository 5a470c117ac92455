import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RefundRates } from '#core/export-records/export-record.ts';

/** Reads the newest edition of the refund rates of value added tax on exports. */

const FOLDER = fileURLToPath(new URL('../../../packs/export-refund/', import.meta.url));

const day = z.iso.date();
const ppm = z.number().int().min(0).max(1_000_000).transform((value) => BigInt(value));
const file = z.strictObject({
  source: z.object({ citation: z.string().min(1), url: z.string().nullable(), asOf: day.nullable() }),
  rates: z.array(z.strictObject({ prefix: z.string().regex(/^\d{0,10}$/), from: day, to: day.nullable(), taxPpm: ppm, refundPpm: ppm })).min(1),
});

/** Throws when the pack cannot be read; the message names the field and what was expected. */
export function loadRefundRates(folder: string = FOLDER): RefundRates {
  const newest = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.yaml$/.test(name)).sort().at(-1);
  if (newest === undefined) throw new Error(`there are no refund rates in ${folder}`);
  const parsed = file.safeParse(parse(readFileSync(join(folder, newest), 'utf8')));
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${newest}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
  return { edition: `export-refund-${newest.replace('.yaml', '')}`, ...parsed.data };
}
