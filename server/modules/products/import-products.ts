import type { z } from 'zod';
import { productInput } from '#contract/product-facts.ts';
import type { importReport } from '#contract/products.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { MerchantId, ProductId } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { findUnstorable } from '#server/platform/storable.ts';
import type { ImportFormat, ImportRow } from './imports/import-row.ts';
import { readPilotage } from './imports/read-pilotage.ts';
import { readShopify } from './imports/read-shopify.ts';
import { readWooCommerce } from './imports/read-woocommerce.ts';
import { saveProduct } from './service.ts';

export type ImportReport = z.output<typeof importReport>;

const READERS: Readonly<Record<ImportFormat, (text: string) => ImportRow[]>> = { pilotage: readPilotage, shopify: readShopify, woocommerce: readWooCommerce };

/** Reads UTF-8. Fails with `invalid_input` for another encoding, rather than storing broken characters. */
function decode(bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('invalid_input', { detail: 'expected UTF-8 text; save the file as UTF-8 and import it again' }, 'file');
  }
}

/** A row as it may be stored: whatever its format, a product keeps the limits of the contract, so that one bad row never takes the others with it. */
function checkRow(row: ImportRow): ImportRow {
  if (!row.ok) return row;
  const refused = { ok: false, line: row.line, id: row.product.id, code: 'invalid_input' } as const;
  const unstorable = findUnstorable(row.product);
  if (unstorable !== null) return { ...refused, field: unstorable.field, message: unstorable.detail };
  const issue = productInput.safeParse(JSON.parse(canonicalJson(row.product))).error?.issues[0];
  return issue === undefined ? row : { ...refused, field: issue.path.map(String).join('.'), message: issue.message };
}

/**
 * Imports a file into a shop: all or nothing per product, broken rows named by line and reason, and the same file twice
 * changes nothing. Answers the report and the products whose listings must be decided again.
 */
export async function importProducts(context: Context, merchantId: MerchantId, format: ImportFormat, bytes: Uint8Array): Promise<Result<{ report: ImportReport; changed: ProductId[] }>> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const rows = READERS[format](text.value).map(checkRow);
  const changed: ProductId[] = [];
  const refused: ImportReport['refused'] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const seen = new Map<string, number>();
  for (const row of rows) {
    if (!row.ok) {
      refused.push({ line: row.line, id: row.id, field: row.field, code: row.code, message: row.message });
      continue;
    }
    const before = seen.get(row.product.id);
    if (before !== undefined) {
      refused.push({ line: row.line, id: row.product.id, field: 'id', code: 'duplicate', message: `line ${before} already has the id "${row.product.id}"` });
      continue;
    }
    seen.set(row.product.id, row.line);
    const saved = await saveProduct(context, merchantId, row.product.id, row.product, 'product_imported');
    counts[saved.change] += 1;
    if (saved.change !== 'unchanged') changed.push(saved.id);
  }
  const report = { format, rows: rows.length, ...counts, refused };
  if (changed.length > 0 || refused.length > 0) await recordEvent(context, { kind: 'import_finished', subject: merchantId, merchantId, data: { ...counts, refused: refused.length, rows: rows.length } });
  return ok({ report, changed });
}
