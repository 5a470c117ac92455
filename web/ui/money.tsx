import { useIntl } from 'react-intl';
import { decimalOf } from './minor-units.ts';
import type { Money as Amount } from './shapes.ts';

/** Writes an amount the way the page's language does. Intl takes the decimal text as it is. */
export function formatMoney(locale: string, { minor, currency }: Amount): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(decimalOf(minor)).replace(/^(-?)\$/, `$1${DOLLARS[currency] ?? '$'}`);
}

/** Two of our currencies share the sign of a third, so theirs carries its land. */
const DOLLARS: Readonly<Partial<Record<Amount['currency'], string>>> = { HKD: 'HK$', MOP: 'MOP$' };

/** `formatMoney` in the page's language. */
export function useMoney(): (amount: Amount) => string {
  const { locale } = useIntl();
  return (amount) => formatMoney(locale, amount);
}

/** An amount of money; `signed` writes the plus of what is added. */
export function Money({ amount, signed = false }: Readonly<{ amount: Amount; signed?: boolean }>) {
  const text = useMoney()(amount);
  return <span className="tabular">{signed && !amount.minor.startsWith('-') && amount.minor !== '0' ? `+${text}` : text}</span>;
}
