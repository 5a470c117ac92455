import Pdf from 'pdfkit';
import { splitRuns, type Font, type Script, type Weight } from './fonts.ts';

/** A page to print on, with text that may mix scripts. Lengths are millimetres, type sizes points. */

export type Page = Readonly<{ document: PDFKit.PDFDocument; fonts: Set<string>; script: Script; widthMm: number; heightMm: number }>;
export type PageOptions = Readonly<{ widthMm: number; heightMm: number; script: Script; title: string; issuedAt: string }>;

/** Points in a millimetre: 72 to the inch of 25.4 mm. */
const POINTS_PER_MM = 72 / 25.4;

export function points(mm: number): number {
  return mm * POINTS_PER_MM;
}

/** Prints a document of one or more pages and returns its bytes. The same data gives the same bytes: its date is the data's. */
export async function printPages(options: PageOptions, draw: (page: Page) => void): Promise<Uint8Array> {
  const document = new Pdf({
    size: [points(options.widthMm), points(options.heightMm)], margin: 0, autoFirstPage: true, lang: options.script === 'simplified' ? 'zh-Hans' : 'zh-Hant',
    info: { Title: options.title, Producer: 'Pilotage', Creator: 'Pilotage', CreationDate: new Date(options.issuedAt) },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve());
    document.on('error', reject);
  });
  draw({ document, fonts: new Set(), script: options.script, widthMm: options.widthMm, heightMm: options.heightMm });
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

export type TextStyle = Readonly<{ size: number; weight?: Weight; align?: 'left' | 'center' | 'right'; maxLines?: number; color?: string }>;

/** Width of one line of text in points. */
export function measureText(page: Page, text: string, size: number, weight: Weight = 400): number {
  return splitRuns(text, page.script, weight).reduce((width, run) => width + (run.width * size) / 1_000, 0);
}

/** Han, kana, full-width forms and their punctuation: a line may break after each of them. */
const BREAKS_ANYWHERE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** Closing punctuation that must not begin a line. */
const NOT_AT_START = /[，。、；：！？）」』】》”’,.;:!?)\]]/;

/** Splits a text into pieces between which a line may break. A word longer than a line is broken by `wrapText`. */
function breakable(text: string): string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const joins = last !== undefined && !last.endsWith(' ') && (NOT_AT_START.test(character) || character === ' ' || !(BREAKS_ANYWHERE.test(character) || BREAKS_ANYWHERE.test(last.at(-1) ?? '')));
    if (joins) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

/** Breaks a text into lines no wider than `widthMm`. */
export function wrapText(page: Page, text: string, widthMm: number, size: number, weight: Weight = 400): string[] {
  const limit = points(widthMm);
  const fits = (line: string): boolean => measureText(page, line.trimEnd(), size, weight) <= limit;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of breakable(paragraph)) {
      if (line === '' || fits(line + piece)) line += piece;
      else {
        lines.push(line.trimEnd());
        line = piece;
      }
      while (!fits(line)) {
        const head = longestFitting(line, fits);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** The longest beginning of a word that fits, at least one character. */
function longestFitting(word: string, fits: (line: string) => boolean): string {
  const characters = [...word];
  let count = characters.length - 1;
  while (count > 1 && !fits(characters.slice(0, count).join(''))) count -= 1;
  return characters.slice(0, Math.max(count, 1)).join('');
}

/** Line height as a part of the type size; Noto Sans is drawn for about 1.4. */
const LEADING = 1.35;
/** Height of the ascender above the baseline as a part of the type size (Noto Sans CJK: 0.88). */
const ASCENT = 0.95;

/** Height of one line in millimetres. */
export function lineHeightMm(size: number): number {
  return (size * LEADING) / POINTS_PER_MM;
}

/** Draws a text from its top left corner, wrapped to a width, and returns the y below it. A text cut at `maxLines` ends in an ellipsis. */
export function drawText(page: Page, text: string, xMm: number, yMm: number, widthMm: number, style: TextStyle): number {
  const weight = style.weight ?? 400;
  const lines = wrapText(page, text, widthMm, style.size, weight);
  const shown = style.maxLines !== undefined && lines.length > style.maxLines ? [...lines.slice(0, style.maxLines - 1), `${(lines[style.maxLines - 1] ?? '').slice(0, -1)}…`] : lines;
  shown.forEach((line, index) => drawLine(page, line, xMm, yMm + index * lineHeightMm(style.size), widthMm, style));
  return yMm + shown.length * lineHeightMm(style.size);
}

function drawLine(page: Page, line: string, xMm: number, yMm: number, widthMm: number, style: TextStyle): void {
  const { document } = page;
  const weight = style.weight ?? 400;
  const spare = points(widthMm) - measureText(page, line, style.size, weight);
  let x = points(xMm) + (style.align === 'right' ? spare : style.align === 'center' ? spare / 2 : 0);
  const baseline = points(yMm) + style.size * ASCENT;
  document.fillColor(style.color ?? 'black');
  for (const run of splitRuns(line, page.script, weight)) {
    useFont(page, run.font).fontSize(style.size);
    // Without features a character is as wide as it was measured: no kerning, no ligatures.
    document.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
    x += (run.width * style.size) / 1_000;
  }
}

/** Makes a font current; a document embeds each font once, and of it only the glyphs it used. */
function useFont({ document, fonts }: Page, font: Font): PDFKit.PDFDocument {
  if (!fonts.has(font.name)) {
    document.registerFont(font.name, font.bytes);
    fonts.add(font.name);
  }
  return document.font(font.name);
}

/** Draws a straight line. */
export function drawRule(page: Page, xMm: number, yMm: number, toXMm: number, toYMm: number, widthPoints = 0.7): void {
  page.document.lineWidth(widthPoints).moveTo(points(xMm), points(yMm)).lineTo(points(toXMm), points(toYMm)).stroke('black');
}

/** Draws an empty box. */
export function drawBox(page: Page, xMm: number, yMm: number, widthMm: number, heightMm: number, widthPoints = 0.7): void {
  page.document.lineWidth(widthPoints).rect(points(xMm), points(yMm), points(widthMm), points(heightMm)).stroke('black');
}
