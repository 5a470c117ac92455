import { add, multiply, zero } from '#core/money/money.ts';
import { drawRule, drawText, printPages, type Page } from './page.ts';
import { goodsValue, printedKg, printedMoney, scriptOf, type ExportPapers, type Party } from './paper-data.ts';
import { drawTable, type Column } from './table.ts';

/** The commercial invoice and the packing list: A4, English, the merchant's own titles beside where customs may ask. */

const A4 = { widthMm: 210, heightMm: 297 } as const;
const LEFT_MM = 15;
const TEXT_MM = A4.widthMm - 2 * LEFT_MM;
const BOTTOM_MM = 275;
const TOP_OF_NEXT_MM = 15;

const INVOICE_COLUMNS: readonly Column[] = [
  { head: 'Description of goods', widthMm: 63 }, { head: 'HS code', widthMm: 25 }, { head: 'Origin', widthMm: 15 }, { head: 'Qty', widthMm: 16, align: 'right' },
  { head: 'Net kg', widthMm: 16, align: 'right' }, { head: 'Unit value', widthMm: 22, align: 'right' }, { head: 'Total', widthMm: 23, align: 'right' },
];

/** Prints the commercial invoice as a PDF. */
export function renderCommercialInvoice(papers: ExportPapers): Promise<Uint8Array> {
  return printPages({ ...A4, script: scriptOf(papers.market), title: `Commercial invoice ${papers.invoiceNumber}`, issuedAt: papers.issuedAt }, (page) => {
    const top = drawHead(page, papers, 'COMMERCIAL INVOICE');
    const rows = papers.items.map((item) => [
      item.original === null ? item.description : `${item.description}\n${item.original}`, item.hs ?? '', item.originCountry, `${item.quantity} ${item.unit}`,
      printedKg(item.netGrams === null ? null : item.netGrams * item.quantity), printedMoney(item.unitValue), printedMoney(multiply(item.unitValue, BigInt(item.quantity))),
    ]);
    const y = drawTable(page, INVOICE_COLUMNS, rows, { xMm: LEFT_MM, yMm: top, bottomMm: BOTTOM_MM, size: 8.5 }, () => nextPage(page));
    drawTotals(page, papers, roomFor(page, y + 2, 50));
  });
}

const PACKING_COLUMNS: readonly Column[] = [
  { head: 'SKU', widthMm: 40 }, { head: 'Description of goods', widthMm: 85 }, { head: 'Qty', widthMm: 25, align: 'right' }, { head: 'Net kg', widthMm: 30, align: 'right' },
];

/** Prints the packing list as a PDF. */
export function renderPackingList(papers: ExportPapers): Promise<Uint8Array> {
  return printPages({ ...A4, script: scriptOf(papers.market), title: `Packing list ${papers.parcelCode}`, issuedAt: papers.issuedAt }, (page) => {
    const top = drawHead(page, papers, 'PACKING LIST');
    const rows = papers.items.map((item) => [
      item.sku, item.original === null ? item.description : `${item.description}\n${item.original}`, `${item.quantity} ${item.unit}`, printedKg(item.netGrams === null ? null : item.netGrams * item.quantity),
    ]);
    const y = roomFor(page, drawTable(page, PACKING_COLUMNS, rows, { xMm: LEFT_MM, yMm: top, bottomMm: BOTTOM_MM, size: 9 }, () => nextPage(page)) + 3, 25);
    const box = papers.boxMm;
    drawText(page, `1 parcel, gross ${printedKg(papers.grossGrams)} kg${box === null ? '' : `, ${box.lengthMm} × ${box.widthMm} × ${box.heightMm} mm`}`, LEFT_MM, y, TEXT_MM, { size: 10, weight: 700 });
  });
}

function nextPage(page: Page): number {
  page.document.addPage();
  return TOP_OF_NEXT_MM;
}

function roomFor(page: Page, yMm: number, neededMm: number): number {
  return yMm + neededMm > BOTTOM_MM ? nextPage(page) : yMm;
}

function drawHead(page: Page, papers: ExportPapers, title: string): number {
  drawText(page, title, LEFT_MM, 14, TEXT_MM, { size: 18, weight: 700 });
  const facts = [`Invoice no. ${papers.invoiceNumber}`, `Date ${papers.issuedAt.slice(0, 10)}`, `Terms ${papers.incoterms}`, `Tracking ${papers.trackingNumber}`, `Order ${papers.orderNumber}`];
  drawText(page, facts.join('    '), LEFT_MM, 24, TEXT_MM, { size: 8.5 });
  drawRule(page, LEFT_MM, 33, LEFT_MM + TEXT_MM, 33);
  const half = TEXT_MM / 2 - 3;
  const left = drawParty(page, 'Seller / exporter', papers.sender, LEFT_MM, 35, half);
  const right = drawParty(page, 'Ship to', papers.recipient, LEFT_MM + half + 6, 35, half);
  const below = Math.max(left, right) + 2;
  if (papers.importer === null) {
    drawText(page, 'Importer of record: the recipient', LEFT_MM, below, TEXT_MM, { size: 8.5 });
    return below + 7;
  }
  return drawParty(page, 'Importer of record', papers.importer, LEFT_MM, below, half) + 4;
}

function drawParty(page: Page, title: string, party: Party, xMm: number, yMm: number, widthMm: number): number {
  let y = drawText(page, title, xMm, yMm, widthMm, { size: 8, color: '#444' });
  y = drawText(page, party.name, xMm, y, widthMm, { size: 10, weight: 700 });
  const rest = [...party.lines, party.country, party.phone && `Tel. ${party.phone}`, party.email, party.taxNumber && `Tax no. ${party.taxNumber}`].filter((line) => typeof line === 'string' && line !== '');
  return drawText(page, rest.join('\n'), xMm, y, widthMm, { size: 9 });
}

function drawTotals(page: Page, papers: ExportPapers, top: number): void {
  const goods = goodsValue(papers);
  const freight = papers.freight ?? zero(goods.currency);
  const duties = papers.duties ?? zero(goods.currency);
  const rows = [['Value of goods', goods], ['Freight', freight], ['Duties and fees prepaid', duties], ['Invoice total', add(add(goods, freight), duties)]] as const;
  let y = top;
  for (const [label, amount] of rows) {
    const weight = label === 'Invoice total' ? 700 : 400;
    drawText(page, label, LEFT_MM + TEXT_MM - 80, y, 48, { size: 9.5, weight });
    y = drawText(page, printedMoney(amount), LEFT_MM + TEXT_MM - 32, y, 31, { size: 9.5, weight, align: 'right' }) + 0.6;
  }
  y = drawText(page, `Gross weight ${printedKg(papers.grossGrams)} kg, 1 parcel, ${papers.lineName}`, LEFT_MM, y + 3, TEXT_MM, { size: 9 });
  y = drawText(page, 'Reason for export: sale of goods. The particulars stated here are true and complete.', LEFT_MM, y + 1, TEXT_MM, { size: 9 });
  drawRule(page, LEFT_MM, y + 14, LEFT_MM + 70, y + 14);
  drawText(page, `Signature, ${papers.sender.name}`, LEFT_MM, y + 15, 90, { size: 8 });
}
