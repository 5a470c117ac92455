// The named export `raw` is another function there (a symbology of that name); only the default export's measures bars.
import barcodes from 'bwip-js/node';
import { drawText, points, type Page } from './page.ts';

/** Quiet zone on each side of a Code 128 symbol, in modules (ISO/IEC 15417 asks for ten). */
const QUIET_MODULES = 10;

/** Draws a Code 128 barcode as exact bars, its quiet zones inside `widthMm`, with its text below. Returns the y below it. */
export function drawBarcode(page: Page, text: string, xMm: number, yMm: number, widthMm: number, heightMm: number): number {
  const symbol = barcodes.raw({ bcid: 'code128', text })[0];
  if (symbol === undefined || !('sbs' in symbol)) throw new Error(`no Code 128 symbol for ${text}`);
  const modules = symbol.sbs.reduce((sum, width) => sum + width, 0) + 2 * QUIET_MODULES;
  const moduleMm = widthMm / modules;
  let x = xMm + QUIET_MODULES * moduleMm;
  page.document.fillColor('black');
  for (const [index, width] of symbol.sbs.entries()) {
    // Bars and spaces take turns, a bar first.
    if (index % 2 === 0) page.document.rect(points(x), points(yMm), points(width * moduleMm), points(heightMm));
    x += width * moduleMm;
  }
  page.document.fill('black');
  return drawText(page, text, xMm, yMm + heightMm + 0.8, widthMm, { size: 11, weight: 700, align: 'center' });
}
