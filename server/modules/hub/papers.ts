import type { Address } from '#server/modules/checkout/delivery-address.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Market } from '#core/market/market.ts';
import { sum, zero, type Money } from '#core/money/money.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { presentWording } from '#server/modules/listings/present.ts';
import { amountOf, multiplyLines } from '#server/modules/orders/frozen-quote.ts';
import { loadOrder, type StoredLine, type StoredOrder } from '#server/modules/orders/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { renderCommercialInvoice, renderPackingList } from '#server/providers/papers/commercial-invoice.ts';
import { renderCustomsForm } from '#server/providers/papers/customs-form.ts';
import { renderExportLabel } from '#server/providers/papers/export-label.ts';
import type { ExportPapers, PaperItem, Party } from '#server/providers/papers/paper-data.ts';
import { HUB_SENDER } from './hub-site.ts';
import { packedLines } from './present.ts';
import { loadExport, type StoredExport } from './store.ts';

/** The papers that travel with an export parcel, filled from the order's frozen figures and the hub's measures. */

const RENDER = { label: renderExportLabel, invoice: renderCommercialInvoice, customs: renderCustomsForm, packing_list: renderPackingList } as const;
export type Paper = keyof typeof RENDER;

const COUNTRY: Readonly<Record<Market, string>> = { US: 'UNITED STATES', HK: 'HONG KONG', MO: 'MACAU' };

/** One paper as a PDF; printed again it is the same. Fails with `not_found`. */
export async function renderPaper(context: Context, id: IdOf<'exportParcel'>, paper: Paper): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const parcel = await loadExport(context.tx, id);
  const order = parcel === null ? null : await loadOrder(context.tx, parcel.orderId);
  if (parcel === null || order === null) return refuse('not_found', { what: 'parcel' });
  return ok(Uint8Array.from(await RENDER[paper](await papersOf(context, parcel, order))));
}

async function papersOf(context: Context, parcel: StoredExport, order: StoredOrder): Promise<ExportPapers> {
  const lines = await packedLines(context, order.id);
  const items = await itemsOf(context, lines);
  const [first, ...rest] = items;
  if (first === undefined) throw new Error(`parcel ${parcel.id} is empty`);
  const { lengthMm, widthMm, heightMm, weightGrams } = parcel.measured;
  const measured = typeof lengthMm === 'number' && typeof widthMm === 'number' && typeof heightMm === 'number';
  return {
    market: order.market, issuedAt: parcel.packedAt.toISOString(), orderNumber: order.id, invoiceNumber: parcel.code, parcelCode: parcel.code, trackingNumber: parcel.trackingNumber, lineName: parcel.line.line.name.en,
    sender: { name: HUB_SENDER.name, lines: HUB_SENDER.lines, country: 'CHINA', phone: HUB_SENDER.phone }, recipient: recipientOf(order.address, order.market, order.email), importer: null,
    items: [first, ...rest], grossGrams: weightGrams, boxMm: measured ? { lengthMm, widthMm, heightMm } : null,
    // The buyer's price contains duty and carriage to the door (ICC Incoterms 2020).
    incoterms: 'DDP', freight: chargeOf(lines, (code) => code === 'line_haul'), duties: chargeOf(lines, (code) => code.startsWith('duty:') || code.startsWith('import_fee:')),
  };
}

function chargeOf(lines: readonly StoredLine[], isCounted: (code: string) => boolean): Money | null {
  const amounts = lines.flatMap((line) => multiplyLines(line.quote.buyer.lines, line.quantity)).filter((line) => isCounted(line.code)).map((line) => line.amount);
  const [first] = amounts;
  return first === undefined ? null : sum(amounts, first.currency);
}

async function itemsOf({ tx }: Context, lines: readonly StoredLine[]): Promise<PaperItem[]> {
  const productIds = [...new Set(lines.map((line) => line.productId))];
  const products = await tx.selectFrom('product').select(['id', 'originCountry']).where('id', 'in', productIds).execute();
  const wordings = await tx.selectFrom('wording').select(['productId', 'body', 'at']).where('productId', 'in', productIds).where('locale', '=', 'en-US').where('supersededAt', 'is', null).execute();
  return lines.map((line) => {
    const english = wordings.find((one) => one.productId === line.productId);
    return {
      sku: line.sku, description: english === undefined ? line.title : presentWording(english.body, english.at.toISOString()).title, original: line.titleOriginal, quantity: line.quantity, unit: 'pcs', hs: line.hts,
      originCountry: products.find((one) => one.id === line.productId)?.originCountry ?? 'CN', unitValue: amountOf(line.quote.buyer.lines, 'goods') ?? zero(line.currency), netGrams: line.weightGrams,
    };
  });
}

function recipientOf(address: Address, market: Market, email: string): Party {
  const place = market === 'US' ? `${address.city}, ${address.region} ${address.postalCode}` : [address.city, address.region].filter((part) => part !== '').join(', ');
  return { name: address.name, lines: [address.line1, address.line2, place].filter((line) => line !== ''), country: COUNTRY[market], phone: address.phone, email };
}
