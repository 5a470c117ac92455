import { z } from 'zod';
import type { ListingLocale } from '#core/market/market.ts';
import { asManyTexts, postJson, withinBudget, TRANSLATOR_DEFAULTS, type Translator, type TranslatorOptions } from './translator.ts';

const reply = z.object({ translations: z.array(z.object({ text: z.string() })) });
/** DeepL's target codes (developers.deepl.com, 2026-11). Its Traditional Chinese is not Hong Kong usage: run it through the termbase afterwards. */
const TARGETS: Readonly<Record<ListingLocale, string>> = { 'en-US': 'EN-US', 'zh-Hant-HK': 'ZH-HANT', 'zh-Hant-MO': 'ZH-HANT', 'pt-MO': 'PT-PT', 'zh-Hans': 'ZH-HANS' };

/** DeepL's `/v2/translate`. Glossary words travel as context, because a glossary there is an object of its own. */
export function deepLTranslator(config: Readonly<{ baseUrl: string; apiKey: string }>, options: TranslatorOptions = TRANSLATOR_DEFAULTS): Translator {
  return {
    name: 'deepl',
    translate: async (request) => {
      const budget = withinBudget(request, options);
      if (!budget.ok) return budget;
      const context = Object.entries(request.glossary).map(([zh, target]) => `${zh} = ${target}`).join('; ');
      const body = { text: request.texts, source_lang: 'ZH', target_lang: TARGETS[request.to], ...(context !== '' && { context }) };
      const answer = await postJson(`${config.baseUrl.replace(/\/$/, '')}/v2/translate`, { authorization: `DeepL-Auth-Key ${config.apiKey}` }, body, options);
      if (!answer.ok) return answer;
      const parsed = reply.safeParse(answer.value);
      return asManyTexts(parsed.success ? parsed.data.translations.map(({ text }) => text) : null, request.texts.length);
    },
  };
}
