/** Currencies Pilotage settles in, with their ISO 4217 exponent (all four have two decimals). */
export const CURRENCIES = ['CNY', 'USD', 'HKD', 'MOP'] as const;
export type Currency = (typeof CURRENCIES)[number];

const CURRENCY_SET: ReadonlySet<string> = new Set(CURRENCIES);

/** True when `text` is the code of a currency Pilotage knows. */
export function isCurrency(text: string): text is Currency {
  return CURRENCY_SET.has(text);
}

/** Digits after the decimal point of a currency's major unit (ISO 4217). */
export const MINOR_DIGITS: Readonly<Record<Currency, number>> = { CNY: 2, USD: 2, HKD: 2, MOP: 2 };
