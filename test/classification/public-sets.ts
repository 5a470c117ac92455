import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { buildSchedule, type Schedule } from '#core/classification/schedule.ts';
import { readSchedule } from '#core/landed-cost/schedule-rows.ts';
import { isCurrency } from '#core/money/currency.ts';
import type { Product } from '#core/product/product.ts';

/** The public sets the classification is measured on. They stay outside the repository; without them the measurement is skipped. */
const DATA = join(process.env['PILOTAGE_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'data');

export const PUBLIC_SETS_PRESENT = existsSync(join(DATA, 'hs-classification')) && existsSync(join(DATA, 'hts'));

/** A product whose code is known: six, eight or ten digits of it. */
export type Labelled = Readonly<{ code: string; product: Product }>;

function readCsv<Shape extends z.ZodType>(path: string, shape: Shape): readonly z.output<Shape>[] {
  const bytes = readFileSync(join(DATA, path));
  const rows: unknown[] = parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
  return rows.map((row) => shape.parse(row));
}

const postalRow = z.object({ zh_hans: z.string(), en: z.string(), hs6: z.string() });

/** Everyday items of a postal contents list, under their Chinese or their English name. */
export function postalItems(language: 'zh_hans' | 'en'): readonly Labelled[] {
  return readCsv('hs-classification/postal_items_dev.csv', postalRow).map((row, index) => ({ code: row.hs6, product: { id: `postal-${index}`, title: row[language] } }));
}

/** Subject lines of customs rulings. */
export function rulings(): readonly Labelled[] {
  const row = z.object({ ruling_no: z.string(), product: z.string(), hts8: z.string() });
  return readCsv('hs-classification/cbp_rulings_dev.csv', row).map((ruling) => ({ code: ruling.hts8, product: { id: ruling.ruling_no, title: ruling.product } }));
}

const marketplaceRow = z.looseObject({
  task_id: z.number(), product_name: z.string(), product_attributes: z.string(), hs_code: z.string(), price: z.number().nullish(), currency_code: z.string().nullish(),
  cate_lv1_desc: z.string().nullish(), cate_lv2_desc: z.string().nullish(), cate_lv3_desc: z.string().nullish(), cate_lv4_desc: z.string().nullish(), cate_lv5_desc: z.string().nullish(),
});

function readAttributes(text: string): Readonly<Record<string, string>> {
  try {
    return z.record(z.string(), z.coerce.string()).parse(JSON.parse(text));
  } catch {
    // A few rows of the set hold broken JSON; a product without attributes is still a product.
    return {};
  }
}

/** English marketplace titles with attributes, category path and price. */
export function marketplaceProducts(): readonly Labelled[] {
  const lines = readFileSync(join(DATA, 'hs-classification/hscodecomp_dev.jsonl'), 'utf8').split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const row = marketplaceRow.parse(JSON.parse(line));
    const path = [row.cate_lv1_desc, row.cate_lv2_desc, row.cate_lv3_desc, row.cate_lv4_desc, row.cate_lv5_desc].filter((part) => part);
    const currency = row.currency_code ?? 'USD';
    const price = row.price && isCurrency(currency) ? { minor: BigInt(Math.round(row.price * 100)), currency } : null;
    const variants = [{ sku: 'only', options: {}, price }];
    return { code: row.hs_code, product: { id: `market-${row.task_id}`, title: row.product_name, category: [...new Set(path)].join('/'), attributes: readAttributes(row.product_attributes), variants } };
  });
}

const scheduleRow = z.object({ 'HTS Number': z.string(), Indent: z.coerce.number(), Description: z.string(), 'General Rate of Duty': z.string() });

/** The whole published schedule, revision 4 of 2026. */
export function publishedSchedule(): Schedule {
  const rows = readCsv('hts/hts_2026_rev4.csv.gz', scheduleRow).map((row, index) => ({
    fileLine: index + 2, number: row['HTS Number'], indent: row.Indent, description: row.Description, units: [], general: row['General Rate of Duty'],
  }));
  const { lines } = readSchedule(rows, { citation: 'HTSUS 2026 Revision 4', url: null, asOf: '2026-02-24' });
  return buildSchedule('2026-rev4', lines.map((line) => ({ code: line.code, path: (line.description ?? '').split(' > '), dutyPpm: line.rate.terms === null ? null : Number(line.rate.terms.ratePpm) })));
}
