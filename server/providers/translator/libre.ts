import { z } from 'zod';
import type { ListingLocale } from '#core/market/market.ts';
import { asManyTexts, postJson, withinBudget, TRANSLATOR_DEFAULTS, type Translator, type TranslatorOptions } from './translator.ts';

const reply = z.object({ translatedText: z.union([z.string(), z.array(z.string())]) });
const TARGETS: Readonly<Record<ListingLocale, string>> = { 'en-US': 'en', 'zh-Hant-HK': 'zt', 'zh-Hant-MO': 'zt', 'pt-MO': 'pt', 'zh-Hans': 'zh' };

/** A LibreTranslate server of the operator's own, over HTTP. It knows no glossary; the checks catch what it misses. */
export function libreTranslator(config: Readonly<{ baseUrl: string; apiKey: string | null }>, options: TranslatorOptions = TRANSLATOR_DEFAULTS): Translator {
  return {
    name: 'libretranslate',
    translate: async (request) => {
      const budget = withinBudget(request, options);
      if (!budget.ok) return budget;
      const body = { q: request.texts, source: 'zh', target: TARGETS[request.to], format: 'text', ...(config.apiKey !== null && { api_key: config.apiKey }) };
      const answer = await postJson(`${config.baseUrl.replace(/\/$/, '')}/translate`, {}, body, options);
      if (!answer.ok) return answer;
      const parsed = reply.safeParse(answer.value);
      const texts = parsed.success ? [parsed.data.translatedText].flat() : null;
      return asManyTexts(texts, request.texts.length);
    },
  };
}
