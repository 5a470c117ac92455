import { z } from 'zod';
import { asManyTexts, postJson, withinBudget, TRANSLATOR_DEFAULTS, type Translator, type TranslatorOptions } from './translator.ts';

const reply = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const content = z.object({ texts: z.array(z.string()) });

/** Any endpoint that speaks OpenAI's `/chat/completions`: facts and glossary go out as JSON, JSON is demanded back, temperature 0. */
export function openAiTranslator(config: Readonly<{ baseUrl: string; apiKey: string; model: string }>, options: TranslatorOptions = TRANSLATOR_DEFAULTS): Translator {
  return {
    name: 'openai',
    translate: async (request) => {
      const budget = withinBudget(request, options);
      if (!budget.ok) return budget;
      const body = {
        model: config.model,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: `Translate product texts from Chinese into ${request.to}. Keep every number, unit, brand and model exactly; add nothing. Use the glossary. Answer with JSON {"texts":[…]}, one text for each, in order.` },
          { role: 'user', content: JSON.stringify({ texts: request.texts, glossary: request.glossary }) },
        ],
      };
      const answer = await postJson(`${config.baseUrl.replace(/\/$/, '')}/chat/completions`, { authorization: `Bearer ${config.apiKey}` }, body, options);
      if (!answer.ok) return answer;
      return asManyTexts(textsOf(answer.value), request.texts.length);
    },
  };
}

function textsOf(value: unknown): readonly string[] | null {
  const parsed = reply.safeParse(value);
  const words = parsed.success ? parsed.data.choices[0]?.message.content : undefined;
  if (words === undefined) return null;
  try {
    return content.parse(JSON.parse(words.replace(/^```(?:json)?\s*|\s*```$/g, ''))).texts;
  } catch {
    return null;
  }
}
