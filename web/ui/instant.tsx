import { useIntl } from 'react-intl';

type Props = Readonly<{
  /** An instant (UTC) or a business date (`2026-11-25`), as the API gives it. */
  at: string;
  show?: 'day' | 'minute';
  /** Where the reader thinks in time. Consoles work in China; a storefront names its market's zone. */
  zone?: string;
}>;

/** Everybody who works in a console works on Chinese time. */
export const HOME_ZONE = 'Asia/Shanghai';

/** Writes an instant in the page's language. Server and browser name the same zone, so both write the same text. */
export function useInstant(): (at: string, show?: Props['show'], zone?: string) => string {
  const { locale } = useIntl();
  return (at, show = 'minute', zone = HOME_ZONE) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
    return new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      // The year is left out while it goes without saying.
      ...(at.slice(0, 4) !== String(new Date().getUTCFullYear()) && { year: 'numeric' }),
      ...(show === 'minute' && !isDay && { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      timeZone: isDay ? 'UTC' : zone,
    }).format(new Date(at));
  };
}

/** A point in time, with its exact form on hover. */
export function Instant({ at, show = 'minute', zone = HOME_ZONE }: Props) {
  const text = useInstant()(at, show, zone);
  return (
    <time dateTime={at} title={at} className="tabular">
      {text}
    </time>
  );
}
