import { XMLBuilder } from 'fast-xml-parser';
import type { Market } from '#core/market/market.ts';
import { toDecimal } from '#core/money/money.ts';
import type { DeclaredParcel } from './declared-parcels.ts';

/**
 * Export lists parcel by parcel as China's single window reads them: message CEB603 of the cross-border system, element names as its interface describes them
 * (singlewindow.cn, cross-border export messages, read 2026-11-27). What only the declaring company has, its customs codes and the port's, stays empty.
 */

/** Destinations and currencies by the customs' own code tables (country table: 502 United States, 110 Hong Kong, 121 Macau; 142 yuan). */
const COUNTRY: Readonly<Record<Market, string>> = { US: '502', HK: '110', MO: '121' };
const CURRENCY_CNY = '142';
/** Units by the customs' table: 011 is a piece, 035 a kilogram. */
const UNIT_PIECE = '011';
const UNIT_KILOGRAM = '035';
const CHINA = '142';

export type SupervisionMode = '9610' | '9710';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: false });

/** The lists of a month. The same exports give the same bytes, but for nothing. */
export function declarationXml(month: string, mode: SupervisionMode, parcels: readonly DeclaredParcel[]): string {
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    'ceb:CEB603Message': { '@_guid': `PILOTAGE-${mode}-${month}`, '@_version': '1.0', '@_xmlns:ceb': 'http://www.chinaport.gov.cn/ceb', 'ceb:Inventory': parcels.map((parcel) => inventoryOf(parcel, mode)) },
  });
}

const kilograms = (grams: number) => (grams / 1000).toFixed(3);

function inventoryOf(parcel: DeclaredParcel, mode: SupervisionMode) {
  return {
    'ceb:InventoryHead': {
      'ceb:guid': parcel.id, 'ceb:appType': '1', 'ceb:appTime': compact(parcel.handedOverAt), 'ceb:appStatus': '2', 'ceb:customsCode': '', 'ceb:ebpCode': '', 'ceb:ebpName': 'Pilotage', 'ceb:orderNo': parcel.orderId, 'ceb:logisticsCode': '', 'ceb:logisticsName': parcel.lineName,
      'ceb:logisticsNo': parcel.trackingNumber, 'ceb:copNo': parcel.code, 'ceb:preNo': '', 'ceb:invtNo': '', 'ceb:ieFlag': 'E', 'ceb:portCode': '', 'ceb:ieDate': compact(parcel.handedOverAt).slice(0, 8), 'ceb:statisticsFlag': 'A', 'ceb:agentCode': '', 'ceb:agentName': '',
      'ceb:ebcCode': '', 'ceb:ebcName': parcel.shopNames.join('；'), 'ceb:tradeMode': mode, 'ceb:trafMode': '', 'ceb:country': COUNTRY[parcel.market], 'ceb:POD': COUNTRY[parcel.market], 'ceb:totalPackageNo': parcel.code, 'ceb:freight': '0', 'ceb:fCurrency': CURRENCY_CNY, 'ceb:fFlag': '3', 'ceb:insuredFee': '0',
      'ceb:wrapType': '2', 'ceb:packNo': '1', 'ceb:grossWeight': kilograms(parcel.grossGrams), 'ceb:netWeight': kilograms(Math.min(parcel.grossGrams, parcel.netGrams)), 'ceb:note': parcel.weightMissing ? '部分商品缺净重' : '',
    },
    'ceb:InventoryList': parcel.lines.map((line, index) => ({
      'ceb:gnum': String(index + 1), 'ceb:itemNo': line.sku, 'ceb:itemName': line.title, 'ceb:gcode': line.hsCode?.replaceAll('.', '').slice(0, 6) ?? '', 'ceb:gname': line.title, 'ceb:country': CHINA, 'ceb:currency': CURRENCY_CNY,
      'ceb:qty': String(line.quantity), 'ceb:unit': UNIT_PIECE, 'ceb:qty1': line.netGrams === null ? '' : kilograms(line.netGrams), 'ceb:unit1': UNIT_KILOGRAM, 'ceb:price': toDecimal({ minor: line.supply.minor / BigInt(line.quantity), currency: 'CNY' }), 'ceb:totalPrice': toDecimal(line.supply), 'ceb:note': line.hsCode === null ? '缺商品编码' : '',
    })),
  };
}

/** YYYYMMDDhhmmss of Shanghai, as the customs' messages write times. */
function compact(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
}
