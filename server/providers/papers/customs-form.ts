import { multiply, type Money } from '#core/money/money.ts';
import type { Currency } from '#core/money/currency.ts';
import { drawBarcode } from './barcode.ts';
import { drawBox, drawRule, drawText, printPages, type Page } from './page.ts';
import { goodsValue, printedKg, printedMoney, scriptOf, type ExportPapers, type PaperItem, type Party } from './paper-data.ts';
import { drawTable, type Column } from './table.ts';

/** The postal customs declarations CN22 and CN23 (UPU Convention Manual), with the particulars of the parcel. */

/** A CN22 serves up to 2 kg (UPU letter-post limit). */
const CN22_GRAMS = 2_000;
/**
 * A CN22 serves up to 300 special drawing rights. These are deliberately a little less in each currency (SDR about USD 1.36
 * in November 2025, IMF), so that a parcel near the limit gets the fuller form.
 */
const CN22_MINOR: Readonly<Record<Currency, bigint>> = { USD: 39_000n, HKD: 300_000n, MOP: 310_000n, CNY: 280_000n };

/** Which form a parcel needs, by value and gross weight. */
export function customsFormFor(value: Money, grossGrams: number): 'CN22' | 'CN23' {
  return grossGrams <= CN22_GRAMS && value.minor <= CN22_MINOR[value.currency] ? 'CN22' : 'CN23';
}

/** Prints the form that the parcel needs. */
export function renderCustomsForm(papers: ExportPapers): Promise<Uint8Array> {
  return customsFormFor(goodsValue(papers), papers.grossGrams) === 'CN22' ? renderCn22(papers) : renderCn23(papers);
}

function rowOf(item: PaperItem): readonly string[] {
  return [
    `${item.quantity} × ${item.description}`, printedKg(item.netGrams === null ? null : item.netGrams * item.quantity),
    printedMoney(multiply(item.unitValue, BigInt(item.quantity))), [item.hs ?? '', item.originCountry].filter((part) => part !== '').join(' / '),
  ];
}

const CATEGORIES = ['Gift', 'Documents', 'Commercial sample', 'Returned goods', 'Sale of goods', 'Other'] as const;

/** Ticks the one category that a sold parcel has. */
function drawCategories(page: Page, xMm: number, yMm: number, stepMm: number): void {
  CATEGORIES.forEach((name, index) => {
    const x = xMm + (index % 3) * stepMm;
    const y = yMm + Math.floor(index / 3) * 5;
    drawBox(page, x, y + 0.4, 2.8, 2.8);
    if (name === 'Sale of goods') {
      drawRule(page, x, y + 0.4, x + 2.8, y + 3.2, 1.2);
      drawRule(page, x, y + 3.2, x + 2.8, y + 0.4, 1.2);
    }
    drawText(page, name, x + 4, y, stepMm - 5, { size: 7.5 });
  });
}

/** Prints a CN22: 100 by 150 mm, so that it comes off the same roll as the labels. */
export function renderCn22(papers: ExportPapers): Promise<Uint8Array> {
  const options = { widthMm: 100, heightMm: 150, script: scriptOf(papers.market), title: `CN22 ${papers.trackingNumber}`, issuedAt: papers.issuedAt };
  const columns: readonly Column[] = [{ head: 'Quantity and detailed description', widthMm: 40 }, { head: 'kg', widthMm: 12, align: 'right' }, { head: 'Value', widthMm: 19, align: 'right' }, { head: 'HS / origin', widthMm: 19 }];
  return printPages(options, (page) => {
    drawBox(page, 3, 3, 94, 144, 1);
    drawText(page, 'CUSTOMS DECLARATION', 5, 5, 60, { size: 11, weight: 700 });
    drawText(page, 'CN 22', 5, 5, 90, { size: 13, weight: 700, align: 'right' });
    drawText(page, 'May be opened officially', 5, 10.5, 90, { size: 7.5 });
    drawCategories(page, 5, 16, 30);
    drawRule(page, 3, 27, 97, 27);
    drawBarcode(page, papers.trackingNumber, 8, 29, 84, 11);
    let y = drawTable(page, columns, papers.items.map(rowOf), { xMm: 5, yMm: 48, bottomMm: 112, size: 7.5 }, () => {
      page.document.addPage();
      return 8;
    });
    y = drawText(page, `Total weight ${printedKg(papers.grossGrams)} kg    Total value ${printedMoney(goodsValue(papers))}`, 5, y + 2, 90, { size: 9, weight: 700 });
    drawText(page, CERTIFICATION, 5, Math.max(y + 2, 116), 90, { size: 7 });
    drawRule(page, 5, 138, 60, 138);
    drawText(page, `Date and sender’s signature   ${papers.issuedAt.slice(0, 10)}`, 5, 139, 90, { size: 7.5 });
  });
}

const CERTIFICATION = 'I certify that the particulars given in this declaration are correct, and that this item contains nothing dangerous or prohibited by law or by postal or customs regulations.';

/** Prints a CN23: A4, with both addresses, importer and invoice. */
export function renderCn23(papers: ExportPapers): Promise<Uint8Array> {
  const options = { widthMm: 210, heightMm: 297, script: scriptOf(papers.market), title: `CN23 ${papers.trackingNumber}`, issuedAt: papers.issuedAt };
  const columns: readonly Column[] = [{ head: 'Quantity and detailed description of contents', widthMm: 85 }, { head: 'Net kg', widthMm: 20, align: 'right' }, { head: 'Value', widthMm: 32, align: 'right' }, { head: 'HS number / origin', widthMm: 43 }];
  return printPages(options, (page) => {
    drawText(page, 'CUSTOMS DECLARATION', 15, 12, 120, { size: 16, weight: 700 });
    drawText(page, 'CN 23', 15, 12, 180, { size: 18, weight: 700, align: 'right' });
    drawBarcode(page, papers.trackingNumber, 110, 22, 85, 14);
    drawText(page, 'May be opened officially', 15, 22, 90, { size: 9 });
    drawText(page, `Sender’s customs reference: ${papers.invoiceNumber}`, 15, 28, 90, { size: 9 });
    const left = drawAddress(page, 'From', papers.sender, 15, 46);
    const right = drawAddress(page, 'To', papers.recipient, 108, 46);
    let y = Math.max(left, right) + 2;
    drawRule(page, 15, y, 195, y);
    const importer = papers.importer === null ? 'the addressee' : [papers.importer.name, papers.importer.taxNumber, papers.importer.phone, papers.importer.email].filter(Boolean).join(', ');
    y = drawText(page, `Importer: ${importer}`, 15, y + 1.5, 180, { size: 9 });
    drawCategories(page, 15, y + 2, 45);
    y = drawTable(page, columns, papers.items.map(rowOf), { xMm: 15, yMm: y + 15, bottomMm: 245, size: 9 }, () => {
      page.document.addPage();
      return 15;
    });
    y = drawText(page, `Total gross weight ${printedKg(papers.grossGrams)} kg    Total value ${printedMoney(goodsValue(papers))}`, 15, y + 2, 180, { size: 10, weight: 700 });
    y = drawText(page, `Postal charges: ${papers.freight === null ? '—' : printedMoney(papers.freight)}    Invoice: ${papers.invoiceNumber}    Licence: —    Certificate: —    Comments: —`, 15, y + 1, 180, { size: 9 });
    y = drawText(page, CERTIFICATION, 15, Math.max(y + 3, 250), 180, { size: 8.5 });
    drawRule(page, 15, y + 12, 95, y + 12);
    drawText(page, `Date and sender’s signature   ${papers.issuedAt.slice(0, 10)}`, 15, y + 13, 120, { size: 8.5 });
  });
}

function drawAddress(page: Page, title: string, party: Party, xMm: number, yMm: number): number {
  let y = drawText(page, title, xMm, yMm, 87, { size: 8 });
  y = drawText(page, party.name, xMm, y, 87, { size: 11, weight: 700 });
  return drawText(page, [...party.lines, party.country, party.phone, party.email].filter((line) => typeof line === 'string' && line !== '').join('\n'), xMm, y, 87, { size: 9.5 });
}
