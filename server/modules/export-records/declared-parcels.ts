import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { ExportedLine } from '#core/export-records/export-record.ts';
import type { Market } from '#core/market/market.ts';
import { readExport } from '#server/modules/hub/store.ts';
import type { Context } from '#server/platform/operation.ts';
import { exportedLines, handedOver } from './service.ts';

/** A parcel as it is declared: the hub's scale for the whole, the merchants' facts for what is in it. */
export type DeclaredParcel = Readonly<{
  id: IdOf<'exportParcel'>; code: string; orderId: IdOf<'order'>; market: Market; trackingNumber: string; handedOverAt: Date; lineName: string; grossGrams: number; netGrams: number; weightMissing: boolean; shopNames: readonly string[]; lines: readonly ExportedLine[];
}>;

/** Parcels of a month in the order in which they left, with the goods of one merchant or of all. */
export async function loadDeclaredParcels(context: Context, month: string, merchantId: MerchantId | null): Promise<DeclaredParcel[]> {
  const { tx } = context;
  const lines = await exportedLines(context, month, merchantId);
  const numbers = (await handedOver(context, month)).map((one) => one.trackingNumber);
  if (numbers.length === 0) return [];
  const rows = (await tx.selectFrom('exportParcel').selectAll().where('trackingNumber', 'in', numbers).orderBy('handedOverAt').orderBy('id').execute()).map(readExport);
  const shops = new Map((await tx.selectFrom('merchant').select(['id', 'shopName']).execute()).map((row) => [String(row.id), row.shopName]));
  return rows.flatMap((row): DeclaredParcel[] => {
    const own = lines.filter((line) => line.parcelTracking === row.trackingNumber);
    if (own.length === 0 || row.trackingNumber === null || row.handedOverAt === null) return [];
    return [{
      id: row.id, code: row.code, orderId: row.orderId, market: row.market, trackingNumber: row.trackingNumber, handedOverAt: row.handedOverAt, lineName: row.line.line.name['zh-Hans'], grossGrams: row.measured.weightGrams,
      netGrams: own.reduce((sum, line) => sum + (line.netGrams ?? 0), 0), weightMissing: own.some((line) => line.netGrams === null), shopNames: [...new Set(own.map((line) => shops.get(line.merchantId) ?? ''))], lines: own,
    }];
  });
}
