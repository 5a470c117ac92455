import type { Product, Variant } from '#core/product/product.ts';
import { IMPORT_CURRENCY, parsePriceMinor, plainText, type ImportRow } from './import-row.ts';
import { cell, readCsv, type CsvRow } from './read-csv.ts';

/** Shopify's product CSV, old and new headers: rows with one handle are one product, blank cells continue the row above. */
export function readShopify(text: string): ImportRow[] {
  const csv = readCsv(text);
  if (!csv.ok) return [{ ok: false, line: csv.line, id: null, field: null, code: 'invalid_csv', message: csv.message }];
  const groups = new Map<string, CsvRow[]>();
  const refused: ImportRow[] = [];
  for (const row of csv.rows) {
    const handle = cell(row, 'Handle', 'URL handle');
    if (handle === '') refused.push({ ok: false, line: row.line, id: null, field: 'Handle', code: 'missing', message: 'expected a handle, found nothing' });
    else groups.set(handle, [...(groups.get(handle) ?? []), row]);
  }
  return [...refused, ...[...groups].map(([handle, rows]) => readProduct(handle, rows))];
}

function readProduct(handle: string, rows: readonly CsvRow[]): ImportRow {
  const first = rows[0];
  if (first === undefined) throw new Error('a group has at least one row');
  const title = rows.map((row) => cell(row, 'Title')).find((text) => text !== '');
  if (title === undefined) return { ok: false, line: first.line, id: handle, field: 'Title', code: 'missing', message: 'expected a title, found nothing' };
  const variants: Variant[] = [];
  for (const row of rows) {
    const price = cell(row, 'Variant Price', 'Price');
    if (price === '') continue;
    const minor = parsePriceMinor(price);
    if (minor === null || minor === 0n) return { ok: false, line: row.line, id: handle, field: 'Variant Price', code: 'invalid_price', message: `expected a price above zero such as 25.00, found "${price}"` };
    variants.push(readVariant(handle, first, row, minor, variants.length));
  }
  return { ok: true, line: first.line, product: productOf(handle, title, rows, variants) };
}

function readVariant(handle: string, first: CsvRow, row: CsvRow, minor: bigint, position: number): Variant {
  const options = Object.fromEntries(
    [1, 2, 3].flatMap((index) => {
      const name = cell(row, `Option${index} Name`, `Option${index} name`) || cell(first, `Option${index} Name`, `Option${index} name`);
      const value = cell(row, `Option${index} Value`, `Option${index} value`);
      return name === '' || value === '' || value === 'Default Title' ? [] : [[name, value]];
    }),
  );
  const stock = Number.parseInt(cell(row, 'Variant Inventory Qty', 'Inventory quantity') || '0', 10);
  return { sku: cell(row, 'Variant SKU', 'SKU') || `${handle}-${position + 1}`, options, price: { minor, currency: IMPORT_CURRENCY }, stock: Number.isFinite(stock) && stock > 0 ? stock : 0 };
}

function productOf(handle: string, title: string, rows: readonly CsvRow[], variants: readonly Variant[]): Product {
  const first = rows[0] ?? { line: 0, cells: {} };
  const grams = Number(rows.map((row) => cell(row, 'Variant Grams', 'Weight value (grams)')).find((text) => text !== '') ?? '0');
  const images = [...new Set(rows.flatMap((row) => [cell(row, 'Image Src', 'Product image URL')]).filter((address) => address !== ''))];
  const tags = cell(first, 'Tags');
  return {
    id: handle, title, description: plainText(cell(first, 'Body (HTML)', 'Description')) || null, category: cell(first, 'Type', 'Product category', 'Product Category') || null, brand: cell(first, 'Vendor') || null,
    originCountry: 'CN', attributes: tags === '' ? {} : { Tags: tags }, facts: Number.isFinite(grams) && grams > 0 ? { weightGrams: grams } : {}, variants, images,
  };
}
