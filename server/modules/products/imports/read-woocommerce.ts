import type { Variant } from '#core/product/product.ts';
import { IMPORT_CURRENCY, parsePriceMinor, plainText, type ImportRow } from './import-row.ts';
import { cell, readCsv, type CsvRow } from './read-csv.ts';

/** WooCommerce's product CSV: `variation` rows belong to the `variable` row whose SKU or `id:NN` their Parent names. */
export function readWooCommerce(text: string): ImportRow[] {
  const csv = readCsv(text);
  if (!csv.ok) return [{ ok: false, line: csv.line, id: null, field: null, code: 'invalid_csv', message: csv.message }];
  const variations = new Map<string, CsvRow[]>();
  for (const row of csv.rows) {
    if (!typeOf(row).includes('variation')) continue;
    const parent = cell(row, 'Parent');
    variations.set(parent, [...(variations.get(parent) ?? []), row]);
  }
  const known = new Set(csv.rows.flatMap((row) => keysOf(row)));
  return csv.rows.flatMap((row): ImportRow[] => {
    if (typeOf(row).includes('variation')) return known.has(cell(row, 'Parent')) ? [] : [refusal(row, 'Parent', 'unknown_parent', `no product of this file is "${cell(row, 'Parent')}"`)];
    return [readProduct(row, keysOf(row).flatMap((key) => variations.get(key) ?? []))];
  });
}

function typeOf(row: CsvRow): string[] {
  return cell(row, 'Type').split(',').map((part) => part.trim());
}

function keysOf(row: CsvRow): string[] {
  return [cell(row, 'SKU'), `id:${cell(row, 'ID')}`].filter((key) => key !== '' && key !== 'id:');
}

function refusal(row: CsvRow, field: string, code: string, message: string): ImportRow {
  return { ok: false, line: row.line, id: keysOf(row)[0] ?? null, field, code, message };
}

/** Kinds of product that have nothing to put into a parcel. */
const NOT_SHIPPABLE: Readonly<Record<string, string>> = { external: 'an external product is sold elsewhere', grouped: 'a grouped product is a list of others, which are imported by themselves', downloadable: 'a download has nothing to ship', virtual: 'a virtual product has nothing to ship' };

function readProduct(row: CsvRow, variations: readonly CsvRow[]): ImportRow {
  const kind = typeOf(row).find((part) => part in NOT_SHIPPABLE);
  if (kind !== undefined) return refusal(row, 'Type', 'not_shippable', NOT_SHIPPABLE[kind] ?? kind);
  const title = cell(row, 'Name');
  const id = keysOf(row)[0];
  if (title === '') return refusal(row, 'Name', 'missing', 'expected a name, found nothing');
  if (id === undefined) return refusal(row, 'SKU', 'missing', 'expected a SKU or an ID, found neither');
  const variants: Variant[] = [];
  for (const source of variations.length === 0 ? [row] : variations) {
    const variant = readVariant(source, variants.length, id);
    if ('ok' in variant) return variant;
    variants.push(variant);
  }
  const kilograms = Number(cell(row, 'Weight (kg)', 'Weight (lbs)') || '0');
  const grams = Math.round(kilograms * (cell(row, 'Weight (kg)') === '' ? 453.592 : 1000));
  return {
    ok: true, line: row.line,
    product: {
      id, title, description: plainText(`${cell(row, 'Short description')} ${cell(row, 'Description')}`) || null, category: cell(row, 'Categories').split(',')[0]?.replaceAll(' > ', '/').trim() || null, originCountry: 'CN',
      attributes: attributesOf(row), facts: grams > 0 ? { weightGrams: grams } : {}, variants, images: cell(row, 'Images').split(',').map((address) => address.trim()).filter((address) => address !== ''),
    },
  };
}

function attributesOf(row: CsvRow): Record<string, string> {
  return Object.fromEntries([1, 2, 3, 4, 5].flatMap((index) => {
    const name = cell(row, `Attribute ${index} name`);
    return name === '' ? [] : [[name, cell(row, `Attribute ${index} value(s)`)]];
  }));
}

function readVariant(row: CsvRow, position: number, id: string): Variant | Extract<ImportRow, { ok: false }> {
  const price = cell(row, 'Regular price', 'Sale price');
  const minor = price === '' ? null : parsePriceMinor(price);
  if (price !== '' && (minor === null || minor === 0n)) return { ok: false, line: row.line, id, field: 'Regular price', code: 'invalid_price', message: `expected a price above zero such as 25.00, found "${price}"` };
  const stock = Number.parseInt(cell(row, 'Stock') || (cell(row, 'In stock?') === '1' ? '1' : '0'), 10);
  return { sku: cell(row, 'SKU') || `${id}-${position + 1}`, options: attributesOf(row), price: minor === null ? null : { minor, currency: IMPORT_CURRENCY }, stock: Number.isFinite(stock) && stock > 0 ? stock : 0 };
}
