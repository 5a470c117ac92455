import type { MoneyShape } from '#contract/shapes.ts';
import { toDecimal } from '#core/money/money.ts';
import { csvText } from '#server/platform/csv.ts';
import type { ExportMonth } from './service.ts';

/** A month's exports as the tax and customs offices' own forms name the columns. They read Chinese whatever the reader's language. */

function amount({ minor, currency }: MoneyShape): string {
  return toDecimal({ minor: BigInt(minor), currency });
}

const percent = (ppm: number) => `${ppm / 10_000}%`;
const kilograms = (grams: number | null) => (grams === null ? '' : (grams / 1000).toFixed(3));
/** Destinations by the names of the customs' country table. */
const DESTINATIONS = { US: '美国', HK: '中国香港', MO: '中国澳门' } as const;

/** Lines for the refund of value added tax. The invoice's number stays empty: it is the exporter's own. */
export function refundCsv({ refunds }: ExportMonth): string {
  const head = ['出口日期', '清单/运单号', '运抵国（地区）', '商品名称', '货号', '商品编码（HS）', '出口数量', '退运数量', '净重（千克）', '含税供货额（元）', '计税金额（元）', '征税率', '退税率', '预计退税额（元）', '进货凭证号', '提示'];
  return csvText([head, ...refunds.map((row) => [
    row.exportedOn, row.parcelTracking, DESTINATIONS[row.market], row.title, row.sku, row.hsCode ?? '', String(row.quantity), String(row.returnedQuantity), kilograms(row.netGrams), amount(row.supply), amount(row.taxBase), percent(row.taxPpm), percent(row.refundPpm), amount(row.refund), '',
    row.doubt === 'no_hs_code' ? '缺商品编码，按一般税率估算' : '',
  ])]);
}

/** The summary declaration under supervision mode 9610: one row for each exporter, destination, code and currency. */
export function declarationCsv({ month, declaration }: ExportMonth): string {
  const head = ['汇总月份', '监管方式', '收发货人', '运抵国（地区）', '商品编码（HS 6 位）', '商品名称', '清单数', '申报数量', '计量单位', '净重（千克）', '离岸价总额', '币制', '提示'];
  return csvText([head, ...declaration.map((row) => [
    month, '9610', row.shopName, DESTINATIONS[row.market], row.hsCode ?? '', row.titles.join('；'), String(row.parcels), String(row.quantity), '件', kilograms(row.netGrams), amount(row.value), row.value.currency,
    [row.hsCode === null ? '缺商品编码' : '', row.weightMissing ? '部分商品缺净重' : ''].filter((one) => one !== '').join('；'),
  ])]);
}
