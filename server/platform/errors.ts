import { ERRORS, type ErrorCode } from '#contract/error.ts';
import type { Locale } from '#core/market/market.ts';
import type { Refusal } from '#core/result.ts';

/** RFC 9457 problem details, with our stable code, the field at fault and the facts that fill the words. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  field: string | null;
  facts: Readonly<Record<string, unknown>>;
  requestId: string;
}>;

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

function fill(text: string, facts: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(facts[name] ?? '–'));
}

/** Puts a refusal into words. A code the contract does not know is a bug, and says so. */
export function toProblem(refusal: Refusal, locale: Locale, requestId: string): Problem {
  const code = isErrorCode(refusal.code) ? refusal.code : 'internal';
  const entry = ERRORS[code];
  const facts = { field: refusal.field ?? null, ...refusal.facts, ...(code === 'internal' && { requestId }) };
  const detail = fill(entry.text[locale], facts);
  return { type: `/api/v1/docs#error-${code}`, title: code.replaceAll('_', ' '), status: entry.status, detail, code, field: refusal.field ?? null, facts: refusal.facts ?? {}, requestId };
}

/** Words of a refusal for a log or the command line. */
export function explain(refusal: Refusal, locale: Locale = 'en'): string {
  return toProblem(refusal, locale, '-').detail;
}
