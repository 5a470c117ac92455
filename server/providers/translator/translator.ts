import type { ListingLocale } from '#core/market/market.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';

/** What every translation provider does: texts in, texts out, in order. Whether a text may be used is decided by the checks, not here. */
export type Translator = Readonly<{ name: string; translate: (request: TranslationRequest) => Promise<Result<readonly string[], TranslatorProblem>> }>;
export type TranslationRequest = Readonly<{ texts: readonly string[]; to: ListingLocale; glossary: Readonly<Record<string, string>> }>;
export type TranslatorProblem = Refusal<'translator_unreachable' | 'translator_refused' | 'translator_over_budget' | 'translator_nonsense'>;

/** How patient a caller is. `fetch` and `wait` are passed in so that tests need no real time. */
export type TranslatorOptions = Readonly<{ timeoutMs: number; retries: number; budgetCharacters: number; wait?: (milliseconds: number) => Promise<void> }>;
export const TRANSLATOR_DEFAULTS: TranslatorOptions = { timeoutMs: 20_000, retries: 2, budgetCharacters: 200_000 };

/** Answers worth asking again for: the server is busy or broken, not the request. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
const LONGEST_WAIT_MS = 8_000;

/** Posts JSON with a timeout and retries; waits as `Retry-After` says, else twice as long each time. */
export async function postJson(url: string, headers: Readonly<Record<string, string>>, body: unknown, options: TranslatorOptions): Promise<Result<unknown, TranslatorProblem>> {
  const wait = options.wait ?? ((milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds)));
  for (let attempt = 0; ; attempt += 1) {
    const answer = await postOnce(url, headers, body, options.timeoutMs);
    if (answer.kind === 'json') return ok(answer.value);
    const passing = answer.status === null || PASSING.has(answer.status);
    if (!passing) return refuse('translator_refused', { status: answer.status, answer: answer.text });
    if (attempt >= options.retries) return refuse('translator_unreachable', { status: answer.status, attempts: attempt + 1, answer: answer.text });
    await wait(Math.min(LONGEST_WAIT_MS, answer.retryAfterMs ?? 500 * 2 ** attempt));
  }
}

type Answer = Readonly<{ kind: 'json'; value: unknown }> | Readonly<{ kind: 'failed'; status: number | null; text: string; retryAfterMs: number | null }>;

async function postOnce(url: string, headers: Readonly<Record<string, string>>, body: unknown, timeoutMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    if (!response.ok) return { kind: 'failed', status: response.status, text: text.slice(0, 300), retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null };
    return { kind: 'json', value: JSON.parse(text) };
  } catch (cause) {
    return { kind: 'failed', status: null, text: cause instanceof Error ? cause.message : String(cause), retryAfterMs: null };
  }
}

/** Refuses a request that is larger than what may be spent on it. */
export function withinBudget(request: TranslationRequest, options: TranslatorOptions): Result<number, TranslatorProblem> {
  const characters = request.texts.reduce((sum, text) => sum + text.length, 0);
  return characters <= options.budgetCharacters ? ok(characters) : refuse('translator_over_budget', { characters, budget: options.budgetCharacters });
}

/** The texts of a reply, when there are as many as were asked for. */
export function asManyTexts(texts: readonly unknown[] | null, asked: number): Result<readonly string[], TranslatorProblem> {
  const words = texts?.filter((text) => typeof text === 'string') ?? [];
  return words.length === asked && texts?.length === asked ? ok(words) : refuse('translator_nonsense', { asked, answered: words.length });
}
