import type { Locale } from '#core/market/market.ts';

/** The console language of an Accept-Language header: Traditional for Hong Kong, Macau and Taiwan, Simplified for other Chinese, else English. */
export function localeOf(acceptLanguage: string | null): Locale {
  for (const part of acceptLanguage?.split(',') ?? []) {
    const tag = part.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(hant|hk|mo|tw)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
