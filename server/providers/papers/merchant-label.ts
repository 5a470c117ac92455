import { drawBarcode } from './barcode.ts';
import { drawBox, drawRule, drawText, points, printPages, type Page } from './page.ts';

/** The label a merchant sticks on the parcel it sends to the hub: all in Chinese, nothing to fill in, nothing to guess. */

export type MerchantLabel = Readonly<{
  parcelCode: string;
  merchantOrderNumber: string;
  issuedAt: string;
  /** When it has to be sent, in words of the mainland: `11月26日 18:00`. */
  shipBy: string;
  market: string;
  hub: Readonly<{ name: string; address: string; contact: string; phone: string }>;
  shopName: string;
  items: readonly Readonly<{ title: string; sku: string; options: string; quantity: number }>[];
}>;

/** Thermal labels of 100 by 150 mm, the size domestic couriers use. */
const WIDTH_MM = 100;
const HEIGHT_MM = 150;
const LEFT_MM = 6;
const TEXT_MM = WIDTH_MM - 2 * LEFT_MM;
/** Goods are listed down to here; what does not fit is counted. */
const ITEMS_END_MM = 138;

/** Prints the label as a PDF of one page. */
export function renderMerchantLabel(label: MerchantLabel): Promise<Uint8Array> {
  return renderMerchantLabels([label]);
}

/** Prints one label on each page: the bulk print of a merchant with many orders. The list must not be empty. */
export function renderMerchantLabels(labels: readonly MerchantLabel[]): Promise<Uint8Array> {
  const first = labels[0];
  if (first === undefined) throw new Error('no label to print');
  return printPages({ widthMm: WIDTH_MM, heightMm: HEIGHT_MM, script: 'simplified', title: `入仓标签 ${first.parcelCode}`, issuedAt: first.issuedAt }, (page) => {
    labels.forEach((label, index) => {
      if (index > 0) page.document.addPage();
      drawLabel(page, label);
    });
  });
}

/** A sheet of A4 (ISO 216) holds four labels at this scale: 2 × 150 mm are a little more than its 297 mm. */
const SHEET = { widthMm: 210, heightMm: 297, columns: 2, perSheet: 4, scale: 0.98 } as const;

/** Prints four labels on each sheet of A4, for shops without a label printer; they are cut along the frames. The list must not be empty. */
export function renderMerchantLabelSheets(labels: readonly MerchantLabel[]): Promise<Uint8Array> {
  const first = labels[0];
  if (first === undefined) throw new Error('no label to print');
  return printPages({ widthMm: SHEET.widthMm, heightMm: SHEET.heightMm, script: 'simplified', title: `入仓标签 ${first.parcelCode}`, issuedAt: first.issuedAt }, (page) => {
    labels.forEach((label, index) => {
      const place = index % SHEET.perSheet;
      if (index > 0 && place === 0) page.document.addPage();
      page.document.save();
      page.document.translate(points((place % SHEET.columns) * (SHEET.widthMm / SHEET.columns) + 3), points(Math.floor(place / SHEET.columns) * (SHEET.heightMm / 2) + 0.5));
      page.document.scale(SHEET.scale);
      drawLabel(page, label);
      page.document.restore();
    });
  });
}

function drawLabel(page: Page, label: MerchantLabel): void {
  drawBox(page, 3, 3, WIDTH_MM - 6, HEIGHT_MM - 6, 1);
  drawText(page, '出口入仓标签', LEFT_MM, 5, TEXT_MM, { size: 18, weight: 700 });
  drawText(page, label.market, LEFT_MM, 5, TEXT_MM, { size: 18, weight: 700, align: 'right' });
  drawRule(page, 3, 14, WIDTH_MM - 3, 14);
  const afterCode = drawBarcode(page, label.parcelCode, LEFT_MM, 17, TEXT_MM, 20);
  drawRule(page, 3, afterCode + 1, WIDTH_MM - 3, afterCode + 1);
  let y = drawText(page, '寄到', LEFT_MM, afterCode + 2.5, TEXT_MM, { size: 8 });
  y = drawText(page, label.hub.name, LEFT_MM, y, TEXT_MM, { size: 15, weight: 700, maxLines: 2 });
  y = drawText(page, label.hub.address, LEFT_MM, y, TEXT_MM, { size: 11, maxLines: 3 });
  y = drawText(page, `${label.hub.contact}  ${label.hub.phone}`, LEFT_MM, y, TEXT_MM, { size: 12, weight: 700 });
  drawRule(page, 3, y + 1, WIDTH_MM - 3, y + 1);
  y = drawText(page, `寄件：${label.shopName}`, LEFT_MM, y + 2.5, TEXT_MM, { size: 9, maxLines: 1 });
  y = drawText(page, `供货单：${label.merchantOrderNumber}`, LEFT_MM, y, TEXT_MM, { size: 9 });
  y = drawText(page, `请在 ${label.shipBy} 前寄出`, LEFT_MM, y, TEXT_MM, { size: 12, weight: 700 });
  drawRule(page, 3, y + 1, WIDTH_MM - 3, y + 1);
  drawItems(page, label, y + 2);
  drawText(page, '标签贴在外箱平整面，条码不要折叠。国内快递面单另贴。', LEFT_MM, 141, TEXT_MM, { size: 7.5, align: 'center' });
}

function drawItems(page: Page, label: MerchantLabel, top: number): void {
  const pieces = label.items.reduce((sum, item) => sum + item.quantity, 0);
  let y = drawText(page, `共 ${pieces} 件`, LEFT_MM, top, TEXT_MM, { size: 10, weight: 700 });
  for (const [index, item] of label.items.entries()) {
    const rest = label.items.length - index;
    if (y + 12 > ITEMS_END_MM && rest > 1) {
      drawText(page, `另有 ${rest} 种商品，见供货单`, LEFT_MM, y, TEXT_MM, { size: 9, weight: 700 });
      return;
    }
    drawText(page, `×${item.quantity}`, LEFT_MM + TEXT_MM - 14, y, 14, { size: 13, weight: 700, align: 'right' });
    y = drawText(page, item.title, LEFT_MM, y, TEXT_MM - 15, { size: 9.5, maxLines: 2 });
    y = drawText(page, [item.options, item.sku].filter((part) => part !== '').join('  '), LEFT_MM, y, TEXT_MM - 15, { size: 8, maxLines: 1 }) + 0.8;
  }
}
