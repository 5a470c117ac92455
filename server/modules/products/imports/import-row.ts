import type { Product } from '#core/product/product.ts';

/** One product read from a file, or why it could not be read. `line` is the first line of the file that speaks of it. */
export type ImportRow =
  | Readonly<{ ok: true; line: number; product: Product }>
  | Readonly<{ ok: false; line: number; id: string | null; field: string | null; code: string; message: string }>;

export type ImportFormat = 'pilotage' | 'shopify' | 'woocommerce';

/** Prices in foreign shop exports carry no currency. They are taken as CNY, the currency a domestic shop is kept in. */
export const IMPORT_CURRENCY = 'CNY';

/** `25.00` as minor units; null when it is not a price of at most two decimals. */
export function parsePriceMinor(text: string): bigint | null {
  const match = /^\s*(\d{1,9})(?:\.(\d{1,2}))?\s*$/.exec(text);
  return match === null ? null : BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** The words of an HTML text: tags become spaces, the common entities their characters. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}
