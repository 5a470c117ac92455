/** Rows as CSV that spreadsheets open rightly. */

/** Without it spreadsheets on Chinese systems read UTF-8 as GB 18030. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as one text, each ended as RFC 4180 says. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection); a plain number stays a number. */
function cell(text: string): string {
  const risky = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = risky ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
