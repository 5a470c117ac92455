import type { Market } from '#core/market/market.ts';
import { multiply, sum, toDecimal, type Money } from '#core/money/money.ts';

/** What the papers of a parcel are printed from: figures frozen on the order and measured at the hub. */

/** A person or firm with an address, each line as it is printed. `country` is the English name customs forms ask for. */
export type Party = Readonly<{ name: string; lines: readonly string[]; country: string; phone: string | null; email?: string | null; taxNumber?: string | null }>;

/** One kind of goods in the parcel. `description` is English; `original` the merchant's own title. */
export type PaperItem = Readonly<{
  sku: string;
  description: string;
  original: string | null;
  quantity: number;
  unit: string;
  /** Harmonized System number, as many digits as the market asks for (ten to the US). Null is printed as a gap to be filled by hand. */
  hs: string | null;
  originCountry: string;
  unitValue: Money;
  /** Net weight of one piece. */
  netGrams: number | null;
}>;

/** Everything the export papers need. `declared` is the total of the goods; freight and duty stand on the invoice. */
export type ExportPapers = Readonly<{
  market: Market;
  issuedAt: string;
  orderNumber: string;
  invoiceNumber: string;
  parcelCode: string;
  trackingNumber: string;
  lineName: string;
  sender: Party;
  recipient: Party;
  /** Who imports and owes the duty; null when it is the recipient. */
  importer: Party | null;
  items: readonly [PaperItem, ...PaperItem[]];
  grossGrams: number;
  boxMm: Readonly<{ lengthMm: number; widthMm: number; heightMm: number }> | null;
  incoterms: string;
  freight: Money | null;
  duties: Money | null;
}>;

/** The value of all goods of a parcel. */
export function goodsValue(papers: ExportPapers): Money {
  return sum(papers.items.map((item) => multiply(item.unitValue, BigInt(item.quantity))), papers.items[0].unitValue.currency);
}

/** Money as papers print it: `USD 12.34`. */
export function printedMoney(amount: Money): string {
  return `${amount.currency} ${toDecimal(amount)}`;
}

/** Grams as kilograms with three decimals; a dash where they are not known. */
export function printedKg(grams: number | null): string {
  return grams === null ? '—' : (grams / 1_000).toFixed(3);
}

/** Hong Kong and Macau papers may carry Traditional Chinese; shared characters take its shapes there. */
export function scriptOf(market: Market): 'simplified' | 'traditional' {
  return market === 'US' ? 'simplified' : 'traditional';
}
