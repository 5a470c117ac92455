import { z } from 'zod';
import type { Locale } from '#core/market/market.ts';

/** Says in the caller's language what is wrong with an input. Words that a schema gives itself stay as they are. */

type Words = NonNullable<z.core.$ZodErrorMap>;

const LIBRARY: Readonly<Record<Locale, Words | undefined>> = { 'zh-Hans': z.locales.zhCN().localeError, 'zh-Hant': z.locales.zhTW().localeError, en: z.locales.en().localeError };
const MISSING: Readonly<Record<Locale, string>> = { 'zh-Hans': '缺少此项', 'zh-Hant': '缺少此項', en: 'it is missing' };

export function inputWords(locale: Locale): Words {
  return (issue) => (issue.code === 'invalid_type' && issue.input === undefined ? MISSING[locale] : LIBRARY[locale]?.(issue));
}
