/** Digits after the point; all four settlement currencies have two (ISO 4217). */
const MINOR_DIGITS = 2;

/** Minor units as a decimal text, exactly: no float ever holds an amount. */
export function decimalOf(minor: string): `${number}` {
  const negative = minor.startsWith('-');
  const digits = minor.replace('-', '').padStart(MINOR_DIGITS + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -MINOR_DIGITS)}.${digits.slice(-MINOR_DIGITS)}` as `${number}`;
}

/** What somebody typed as an amount ("12.5", "1,200") in minor units. Anything else stays as typed, and the API refuses it by name. */
export function minorOf(typed: string): string {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(/[,\s¥]/g, ''));
  if (!match) return typed;
  const [, whole = '0', part = ''] = match;
  return (whole + part.padEnd(MINOR_DIGITS, '0')).replace(/^0+(?=\d)/, '');
}
