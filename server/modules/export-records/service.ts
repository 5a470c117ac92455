import { sql } from 'kysely';
import type { z } from 'zod';
import type { exportMonth } from '#contract/export-records.ts';
import { refundRow, summariseDeclaration, type ExportedLine, type RefundRow } from '#core/export-records/export-record.ts';
import { isId, type IdOf, type MerchantId } from '#core/ids/id.ts';
import { multiply, sum } from '#core/money/money.ts';
import { loadLines, type StoredLine } from '#server/modules/orders/store.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { presentMoney } from '#server/modules/orders/present-money.ts';
import type { Context } from '#server/platform/operation.ts';
import { loadRefundRates } from '#server/platform/packs/refund-rates.ts';

/** Exports of a month, from the orders as they were frozen and the parcels as they were handed over. */

export type ExportMonth = z.output<typeof exportMonth>;

const SUPPLY: ReadonlySet<string> = new Set(['supply_price', 'discount']);
const RATES = loadRefundRates();

type Handed = Readonly<{ orderId: IdOf<'order'>; trackingNumber: string; handedOverAt: Date }>;

/** Parcels handed over in a month of Shanghai. */
export async function handedOver({ tx }: Context, month: string): Promise<Handed[]> {
  const { rows } = await sql<Handed>`select order_id as "orderId", tracking_number as "trackingNumber", handed_over_at as "handedOverAt" from export_parcel
    where handed_over_at is not null and to_char(handed_over_at at time zone 'Asia/Shanghai', 'YYYY-MM') = ${month} order by handed_over_at`.execute(tx);
  return rows;
}

/** Months in which something left, newest first. */
async function monthsWithExports({ tx }: Context): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`select distinct to_char(handed_over_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month from export_parcel where handed_over_at is not null order by 1 desc`.execute(tx);
  return rows.map((row) => row.month);
}

/** Lines that left in a month, of one merchant or of all. */
export async function exportedLines(context: Context, month: string, merchantId: MerchantId | null): Promise<ExportedLine[]> {
  const parcels = await handedOver(context, month);
  const orderIds = parcels.map((one) => one.orderId);
  if (orderIds.length === 0) return [];
  const { tx } = context;
  const sent = new Set((await tx.selectFrom('merchantOrder').select('id').where('orderId', 'in', orderIds).where('state', '!=', 'cancelled').execute()).map((row) => row.id));
  const lines = (await loadLines(tx, { orderIds })).filter((line) => sent.has(line.merchantOrderId) && (merchantId === null || line.merchantId === merchantId));
  const markets = new Map((await tx.selectFrom('order').select(['id', 'market']).where('id', 'in', orderIds).execute()).map((row) => [row.id, row.market]));
  const back = await tx.selectFrom('claimReturn').innerJoin('claim', 'claim.id', 'claimReturn.claimId').select(['claim.orderLineId', 'claim.quantity']).where('claimReturn.state', '=', 'received').where('claim.orderId', 'in', orderIds).execute();
  return lines.flatMap((line): ExportedLine[] => {
    const parcel = parcels.find((one) => one.orderId === line.orderId);
    const market = markets.get(line.orderId);
    if (parcel === undefined || market === undefined) return [];
    return [{
      merchantId: line.merchantId, orderLineId: line.id, parcelTracking: parcel.trackingNumber, exportedOn: shanghaiDay(parcel.handedOverAt), market, title: line.titleOriginal, sku: line.sku, hsCode: line.hts, quantity: line.quantity,
      netGrams: line.weightGrams === null ? null : line.weightGrams * line.quantity, supply: supplyOf(line), returnedQuantity: back.filter((one) => one.orderLineId === line.id).reduce((total, one) => total + one.quantity, 0),
    }];
  });
}

/** What the merchant sold the line for, before fees. */
function supplyOf(line: StoredLine) {
  return multiply(sum(line.quote.merchant.lines.filter((one) => SUPPLY.has(one.code)).map((one) => one.amount), 'CNY'), BigInt(line.quantity));
}

function monthOf(asked: string | undefined, months: readonly string[], { at }: Context): string {
  return asked ?? months[0] ?? shanghaiDay(at).slice(0, 7);
}

/** The month that is meant: the one asked for, else the newest with exports. */
export async function whichMonth(context: Context, asked: string | undefined): Promise<string> {
  return monthOf(asked, asked === undefined ? await monthsWithExports(context) : [], context);
}

/** A month's exports of one merchant or of all; without a month, the newest there is. */
export async function loadExportMonth(context: Context, asked: string | undefined, merchantId: MerchantId | null): Promise<ExportMonth> {
  const months = await monthsWithExports(context);
  const month = monthOf(asked, months, context);
  const lines = await exportedLines(context, month, merchantId);
  const refunds = lines.map((line): RefundRow => {
    const row = refundRow(line, RATES);
    if (!row.ok) throw new Error(`no refund rate covers ${line.hsCode ?? 'a line without code'} on ${line.exportedOn}`);
    return row.value;
  });
  const shops = new Map((await context.tx.selectFrom('merchant').select(['id', 'shopName']).execute()).map((row) => [String(row.id), row]));
  return {
    month, months, edition: RATES.edition, source: RATES.source, refunds: refunds.map(presentRefund), refundTotal: presentMoney(sum(refunds.map((row) => row.refund), 'CNY')), supplyTotal: presentMoney(sum(lines.map((line) => line.supply), 'CNY')),
    declaration: summariseDeclaration(lines).flatMap((row) => {
      const shop = shops.get(row.merchantId);
      return shop === undefined ? [] : [{ ...row, merchantId: shop.id, shopName: shop.shopName, titles: [...row.titles], value: presentMoney(row.value) }];
    }),
  };
}

function presentRefund({ line, taxBase, taxPpm, refundPpm, refund, doubt }: RefundRow): ExportMonth['refunds'][number] {
  const { merchantId: _own, orderLineId, ...facts } = line;
  if (!isId('orderLine', orderLineId)) throw new Error(`${orderLineId} is no order line`);
  return { ...facts, orderLineId, supply: presentMoney(line.supply), taxBase: presentMoney(taxBase), taxPpm: Number(taxPpm), refundPpm: Number(refundPpm), refund: presentMoney(refund), doubt };
}
