import { drawRule, drawText, lineHeightMm, wrapText, type Page } from './page.ts';

/** A column of a table; `widthMm` includes one millimetre of space on each side. */
export type Column = Readonly<{ head: string; widthMm: number; align?: 'left' | 'right' | 'center' }>;

const PADDING_MM = 1;

/**
 * Draws a ruled table and returns the y below it. A row that does not fit above `bottomMm` begins a new page with the
 * head repeated; `newPage` makes it and says where to go on.
 */
export function drawTable(page: Page, columns: readonly Column[], rows: readonly (readonly string[])[], at: Readonly<{ xMm: number; yMm: number; bottomMm: number; size: number }>, newPage: () => number): number {
  const right = at.xMm + columns.reduce((sum, column) => sum + column.widthMm, 0);
  const rowHeight = (cells: readonly string[]): number =>
    Math.max(...columns.map((column, index) => wrapText(page, cells[index] ?? '', column.widthMm - 2 * PADDING_MM, at.size).length)) * lineHeightMm(at.size) + 2 * PADDING_MM;
  const drawRow = (cells: readonly string[], y: number, weight: 400 | 700): number => {
    let x = at.xMm;
    for (const [index, column] of columns.entries()) {
      drawText(page, cells[index] ?? '', x + PADDING_MM, y + PADDING_MM, column.widthMm - 2 * PADDING_MM, { size: at.size, weight, align: column.align ?? 'left' });
      x += column.widthMm;
    }
    const below = y + rowHeight(cells);
    drawRule(page, at.xMm, below, right, below, weight === 700 ? 0.9 : 0.4);
    return below;
  };
  const heads = columns.map((column) => column.head);
  const begin = (top: number): number => {
    drawRule(page, at.xMm, top, right, top, 0.9);
    return drawRow(heads, top, 700);
  };
  let y = begin(at.yMm);
  for (const cells of rows) {
    if (y + rowHeight(cells) > at.bottomMm) y = begin(newPage());
    y = drawRow(cells, y, 400);
  }
  return y;
}
