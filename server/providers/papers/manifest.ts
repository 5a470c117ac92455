import { drawBarcode } from './barcode.ts';
import { drawRule, drawText, printPages } from './page.ts';
import { printedKg } from './paper-data.ts';
import { drawTable, type Column } from './table.ts';

/** The manifest a driver signs: every parcel of a line that left on a day. */

export type Manifest = Readonly<{
  number: string; day: string; lineName: string; hubName: string;
  parcels: readonly Readonly<{ code: string; trackingNumber: string; to: string; grossGrams: number; pieces: number }>[];
}>;

const A4 = { widthMm: 210, heightMm: 297 } as const;
const LEFT_MM = 15;
const TEXT_MM = A4.widthMm - 2 * LEFT_MM;
const BOTTOM_MM = 275;
const TOP_OF_NEXT_MM = 15;
const SIGNATURES_MM = 32;

const COLUMNS: readonly Column[] = [
  { head: 'No.', widthMm: 12, align: 'right' }, { head: '运单号 Tracking', widthMm: 42 }, { head: '包裹 Parcel', widthMm: 36 }, { head: '目的地 Destination', widthMm: 46 }, { head: '件 Pcs', widthMm: 18, align: 'right' }, { head: '毛重 kg', widthMm: 26, align: 'right' },
];

/** Prints the manifest as a PDF, in Chinese for the driver with English beside it. */
export function renderManifest(manifest: Manifest): Promise<Uint8Array> {
  const { parcels } = manifest;
  return printPages({ ...A4, script: 'simplified', title: `交接清单 ${manifest.number}`, issuedAt: `${manifest.day}T00:00:00Z` }, (page) => {
    const next = () => {
      page.document.addPage();
      return TOP_OF_NEXT_MM;
    };
    drawText(page, '交接清单 MANIFEST', LEFT_MM, 12, TEXT_MM, { size: 18, weight: 700 });
    drawText(page, `${manifest.lineName}    ${manifest.day}    ${manifest.hubName}`, LEFT_MM, 22, TEXT_MM, { size: 10 });
    const afterCode = drawBarcode(page, manifest.number, LEFT_MM, 29, 90, 14);
    const grams = parcels.reduce((sum, parcel) => sum + parcel.grossGrams, 0);
    const rows = parcels.map((parcel, index) => [String(index + 1), parcel.trackingNumber, parcel.code, parcel.to, String(parcel.pieces), printedKg(parcel.grossGrams)]);
    const below = drawTable(page, COLUMNS, rows, { xMm: LEFT_MM, yMm: afterCode + 4, bottomMm: BOTTOM_MM, size: 8.5 }, next) + 3;
    const y = below + SIGNATURES_MM > BOTTOM_MM ? next() : below;
    drawText(page, `共 ${parcels.length} 个包裹，毛重 ${printedKg(grams)} 千克    ${parcels.length} parcels, ${printedKg(grams)} kg gross`, LEFT_MM, y, TEXT_MM, { size: 11, weight: 700 });
    for (const [index, who] of ['集运仓交件 Hub', '承运商收件 Carrier'].entries()) {
      const x = LEFT_MM + index * (TEXT_MM / 2);
      drawRule(page, x, y + 22, x + TEXT_MM / 2 - 8, y + 22);
      drawText(page, `${who}（签名、时间 signature, time）`, x, y + 23, TEXT_MM / 2 - 8, { size: 8 });
    }
  });
}
