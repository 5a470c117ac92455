import type { Currency } from '../money/currency.ts';

/** The markets a domestic merchant can export to. The home market is mainland China. */
export const MARKETS = ['US', 'HK', 'MO'] as const;
export type Market = (typeof MARKETS)[number];

const MARKET_SET: ReadonlySet<string> = new Set(MARKETS);

export function isMarket(text: string): text is Market {
  return MARKET_SET.has(text);
}

/** Languages of pages and consoles. */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages a listing is written in; pt-MO needs a translation provider. */
export const LISTING_LOCALES = ['en-US', 'zh-Hant-HK', 'zh-Hant-MO', 'pt-MO', 'zh-Hans'] as const;
export type ListingLocale = (typeof LISTING_LOCALES)[number];

export type MarketProfile = Readonly<{
  market: Market;
  currency: Currency;
  timeZone: string;
  /** The language a visitor of that market sees first; the others are offered. */
  locales: readonly [ListingLocale, ...ListingLocale[]];
}>;

export const MARKET_PROFILES: Readonly<Record<Market, MarketProfile>> = {
  US: { market: 'US', currency: 'USD', timeZone: 'America/New_York', locales: ['en-US', 'zh-Hans'] },
  HK: { market: 'HK', currency: 'HKD', timeZone: 'Asia/Hong_Kong', locales: ['zh-Hant-HK', 'en-US', 'zh-Hans'] },
  MO: { market: 'MO', currency: 'MOP', timeZone: 'Asia/Macau', locales: ['zh-Hant-MO', 'en-US', 'zh-Hans'] },
};

/** A text in the three languages of the consoles. */
export type LocalText = Readonly<Record<Locale, string>>;
