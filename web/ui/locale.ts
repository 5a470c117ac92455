import type { Locale } from './shapes.ts';

/** Languages of pages, in the order a chooser shows them, each named in itself. */
export const LOCALE_NAMES = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const satisfies Record<Locale, string>;

export function isLocale(text: string): text is Locale {
  return Object.hasOwn(LOCALE_NAMES, text);
}

const LOCALE_COOKIE = 'locale';
const A_YEAR_SECONDS = 31_536_000;

/** The Set-Cookie line that remembers a visitor's language. */
export function localeCookie(locale: Locale): string {
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${A_YEAR_SECONDS}; SameSite=Lax`;
}

type Wish = Readonly<{
  /** `?lang=`: lets a search engine and a shared link name the language. */
  query: string | null;
  cookie: string | null;
  acceptLanguage: string | null;
  fallback: Locale;
}>;

/** The language a page is shown in: the address says it, else the visitor's choice, else the browser's wish, else the area's own. */
export function chooseLocale({ query, cookie, acceptLanguage, fallback }: Wish): Locale {
  if (query !== null && isLocale(query)) return query;
  if (cookie !== null && isLocale(cookie)) return cookie;
  return wishedLocale(acceptLanguage ?? '') ?? fallback;
}

/** The first language of an Accept-Language header that we have, by weight; null when there is none. */
export function wishedLocale(header: string): Locale | null {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find((text) => text !== undefined);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    if (/^zh\b.*\b(?:hant|hk|mo|tw)\b/.test(tag)) return 'zh-Hant';
    if (/^zh\b/.test(tag)) return 'zh-Hans';
    if (/^en\b/.test(tag)) return 'en';
  }
  return null;
}

/** One cookie of a Cookie header, or null. A value that is not valid escaping is taken as it stands. */
export function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return unescaped(pair.slice(at + 1).trim());
  }
  return null;
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The language of a page request. Consoles speak Chinese unless told otherwise; a market's storefront its first language. */
export function localeOf(request: Request): Locale {
  const url = new URL(request.url);
  return chooseLocale({
    query: url.searchParams.get('lang'),
    cookie: readCookie(request.headers.get('Cookie'), LOCALE_COOKIE),
    acceptLanguage: request.headers.get('Accept-Language'),
    fallback: FALLBACKS[url.pathname.split('/')[1] ?? ''] ?? 'en',
  });
}

const FALLBACKS: Readonly<Record<string, Locale>> = {
  merchant: 'zh-Hans', operator: 'zh-Hans', hub: 'zh-Hans', creator: 'zh-Hans', hk: 'zh-Hant', mo: 'zh-Hant', us: 'en',
};
