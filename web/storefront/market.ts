import { data } from 'react-router';
import type { ListingLocale, Locale, Market } from '../ui/shapes.ts';

/** How a market is written in an address: /us, /hk, /mo. */
const SLUGS: Readonly<Record<string, Market>> = { us: 'US', hk: 'HK', mo: 'MO' };

/** The market an address names; anything else is no page. */
export function marketOf(params: Readonly<{ market?: string | undefined }>): Market {
  const market = SLUGS[params.market ?? ''];
  if (market === undefined) throw data({ code: 'not_found' }, { status: 404 });
  return market;
}

/** The address of a market's pages. */
export function marketPath(market: Market, rest = ''): string {
  return `/${market.toLowerCase()}${rest}`;
}

/** The language of a listing for a reader of this language in this market. */
export function listingLocaleOf(market: Market, locale: Locale): ListingLocale {
  if (locale === 'en') return 'en-US';
  if (locale === 'zh-Hans') return 'zh-Hans';
  return market === 'MO' ? 'zh-Hant-MO' : 'zh-Hant-HK';
}

/** The clock a market's buyers live by (IANA zone names). */
const ZONES: Readonly<Record<Market, string>> = { US: 'America/New_York', HK: 'Asia/Hong_Kong', MO: 'Asia/Macau' };

export function zoneOf(market: Market): string {
  return ZONES[market];
}
