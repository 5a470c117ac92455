import type { Problem } from './api.ts';

/** Reading forms in actions. Values stay what the visitor typed; the API checks them and names the field at fault. */

/** The hidden field that makes a form safe to send twice. */
export const IDEMPOTENCY_FIELD = 'idempotencyKey';

/** A new key for one rendering of a form. Make it in the loader, so that the page and its script agree on it. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** What an action hands back to its page when the API refused. */
export type Refused = Readonly<{ problem: Problem }>;

export type Fields = Readonly<{
  text: (name: string) => string;
  /** Every value of a field that may be sent several times. */
  texts: (name: string) => readonly string[];
  /** Null when the field is empty. */
  optional: (name: string) => string | null;
  /** Whole number, or NaN, which the API refuses by name. */
  whole: (name: string) => number;
  oneOf: <const Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => Choice;
  checked: (name: string) => boolean;
  files: (name: string) => readonly File[];
  key: string;
}>;

/** The fields of a sent form, with surrounding blanks removed. */
export async function readFields(request: Request): Promise<Fields> {
  const form = await request.formData();
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    text,
    texts: (name) => form.getAll(name).flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [])),
    optional: (name) => text(name) || null,
    whole: (name) => (text(name) === '' ? Number.NaN : Math.round(Number(text(name)))),
    oneOf: (name, choices) => choices.find((choice) => choice === text(name)) ?? choices[0],
    checked: (name) => form.has(name),
    files: (name) => form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0),
    key: text(IDEMPOTENCY_FIELD) || newKey(),
  };
}
