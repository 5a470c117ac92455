import type { LocalText } from '../market/market.ts';

/** Where in a file something stands: keys and list places from the top. */
export type Path = readonly (string | number)[];

/** Reports what is wrong at a place; reading goes on, so that one run shows every problem. */
export type Complain = (path: Path, message: string) => void;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of at least one non-empty text. */
export function strings(raw: unknown, path: Path, complain: Complain): string[] {
  if (!Array.isArray(raw) || raw.length === 0) {
    complain(path, `expected a list of texts, found ${JSON.stringify(raw) ?? 'nothing'}`);
    return [];
  }
  return raw.flatMap((item: unknown, place) => {
    if (typeof item === 'string' && item !== '') return [item];
    complain([...path, place], `expected a text, found ${JSON.stringify(item)} (put numbers in quotes)`);
    return [];
  });
}

export function text(raw: unknown, path: Path, complain: Complain): string {
  if (typeof raw === 'string' && raw.trim() !== '') return raw;
  complain(path, `expected a text, found ${JSON.stringify(raw) ?? 'nothing'}`);
  return '';
}

/** A text in the three languages of the consoles. */
export function localText(raw: unknown, path: Path, complain: Complain): LocalText {
  const from = isRecord(raw) ? raw : {};
  return {
    'zh-Hans': text(from['zh-Hans'], [...path, 'zh-Hans'], complain),
    'zh-Hant': text(from['zh-Hant'], [...path, 'zh-Hant'], complain),
    en: text(from['en'], [...path, 'en'], complain),
  };
}

/** One of a fixed set of words. */
export function oneOf<Word extends string>(raw: unknown, words: readonly Word[], fallback: Word, path: Path, complain: Complain): Word {
  const found = words.find((word) => word === raw);
  if (found === undefined) complain(path, `expected one of ${words.join(', ')}, found ${JSON.stringify(raw) ?? 'nothing'}`);
  return found ?? fallback;
}

/** A day, or null where the key is absent. */
export function optionalDay(raw: unknown, path: Path, complain: Complain): string | null {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw)) return raw;
  complain(path, `expected a day such as 2026-07-08, found ${JSON.stringify(raw)}`);
  return null;
}
