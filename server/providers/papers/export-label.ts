import { drawBarcode } from './barcode.ts';
import { drawBox, drawRule, drawText, printPages } from './page.ts';
import { printedKg, scriptOf, type ExportPapers } from './paper-data.ts';

/** The label of an export parcel: where it goes, by which line, and the carrier's barcode. */

const WIDTH_MM = 100;
const HEIGHT_MM = 150;
const LEFT_MM = 6;
const TEXT_MM = WIDTH_MM - 2 * LEFT_MM;

/** Prints the label (100 by 150 mm) as a PDF of one page. */
export function renderExportLabel(papers: ExportPapers): Promise<Uint8Array> {
  const options = { widthMm: WIDTH_MM, heightMm: HEIGHT_MM, script: scriptOf(papers.market), title: `Label ${papers.trackingNumber}`, issuedAt: papers.issuedAt };
  return printPages(options, (page) => {
    drawBox(page, 3, 3, WIDTH_MM - 6, HEIGHT_MM - 6, 1);
    drawText(page, papers.lineName, LEFT_MM, 5, TEXT_MM - 22, { size: 12, weight: 700, maxLines: 2 });
    drawText(page, papers.market, LEFT_MM, 4, TEXT_MM, { size: 26, weight: 700, align: 'right' });
    drawRule(page, 3, 18, WIDTH_MM - 3, 18);
    let y = drawText(page, 'FROM', LEFT_MM, 19.5, TEXT_MM, { size: 7 });
    y = drawText(page, [papers.sender.name, ...papers.sender.lines, papers.sender.country, papers.sender.phone].filter(Boolean).join(', '), LEFT_MM, y, TEXT_MM, { size: 8, maxLines: 3 });
    drawRule(page, 3, y + 1, WIDTH_MM - 3, y + 1);
    const { recipient } = papers;
    y = drawText(page, 'TO', LEFT_MM, y + 2.5, TEXT_MM, { size: 7 });
    y = drawText(page, recipient.name, LEFT_MM, y, TEXT_MM, { size: 15, weight: 700, maxLines: 2 });
    for (const line of recipient.lines) y = drawText(page, line, LEFT_MM, y, TEXT_MM, { size: 12, maxLines: 2 });
    y = drawText(page, recipient.country, LEFT_MM, y, TEXT_MM, { size: 12, weight: 700 });
    if (recipient.phone) drawText(page, recipient.phone, LEFT_MM, y, TEXT_MM, { size: 10 });
    drawRule(page, 3, 88, WIDTH_MM - 3, 88);
    drawBarcode(page, papers.trackingNumber, LEFT_MM, 91, TEXT_MM, 24);
    drawRule(page, 3, 123, WIDTH_MM - 3, 123);
    const pieces = papers.items.reduce((sum, item) => sum + item.quantity, 0);
    drawText(page, `${printedKg(papers.grossGrams)} kg    ${pieces} pcs    ${papers.incoterms}`, LEFT_MM, 125, TEXT_MM, { size: 10, weight: 700 });
    drawText(page, `Order ${papers.orderNumber}`, LEFT_MM, 130.5, TEXT_MM, { size: 8, maxLines: 1 });
    drawText(page, `Parcel ${papers.parcelCode}`, LEFT_MM, 135, TEXT_MM, { size: 8, maxLines: 1 });
    drawText(page, papers.issuedAt.slice(0, 10), LEFT_MM, 135, TEXT_MM, { size: 8, align: 'right' });
  });
}
