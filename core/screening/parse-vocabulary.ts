import { isRecord, localText, strings, text, type Complain, type Path } from './pack-shape.ts';
import type { Question, Sign, Vocabulary } from './rule-pack.ts';

/** Reads the words of a pack: masks, deniers, heads, glue, materials, families, signs and the table of Traditional characters. */
export function parseVocabulary(raw: unknown, path: Path, complain: Complain): Vocabulary {
  const from = isRecord(raw) ? raw : {};
  const words = (key: string): string[] => strings(from[key], [...path, key], complain);
  const traditional = from['traditional'] === undefined ? '' : text(from['traditional'], [...path, 'traditional'], complain);
  if (traditional.length % 2 !== 0) complain([...path, 'traditional'], 'expected pairs of one Traditional and one Simplified character');
  return {
    masks: words('masks'),
    deniers: words('deniers'),
    claimDeniers: words('claimDeniers'),
    heads: words('heads'),
    glue: words('glue'),
    traditional,
    materials: wordLists(from['materials'], [...path, 'materials'], complain),
    families: wordLists(from['families'], [...path, 'families'], complain),
    signs: (Array.isArray(from['signs']) ? from['signs'] : []).map((sign: unknown, place) => parseSign(sign, [...path, 'signs', place], complain)),
  };
}

function wordLists(raw: unknown, path: Path, complain: Complain): Record<string, string[]> {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(Object.entries(raw).map(([name, list]) => [name, strings(list, [...path, name], complain)]));
}

function parseSign(raw: unknown, path: Path, complain: Complain): Sign {
  const from = isRecord(raw) ? raw : {};
  return {
    fact: text(from['fact'], [...path, 'fact'], complain),
    value: scalar(from['value'], [...path, 'value'], complain),
    words: strings(from['words'], [...path, 'words'], complain),
  };
}

function scalar(raw: unknown, path: Path, complain: Complain): string | number | boolean {
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw;
  complain(path, `expected a text, a number, true or false, found ${JSON.stringify(raw) ?? 'nothing'}`);
  return '';
}

/** Reads how a missing fact is asked for. */
export function parseQuestion(raw: unknown, path: Path, complain: Complain): Question {
  const from = isRecord(raw) ? raw : {};
  const items = (key: string): readonly unknown[] => (Array.isArray(from[key]) ? from[key] : []);
  return {
    fact: text(from['fact'], [...path, 'fact'], complain),
    answers: from['answers'] === undefined ? [] : strings(from['answers'], [...path, 'answers'], complain),
    ask: localText(from['ask'], [...path, 'ask'], complain),
    options: items('options').map((option, place) => {
      const here: Path = [...path, 'options', place];
      const entry = isRecord(option) ? option : {};
      return { value: scalar(entry['value'], [...here, 'value'], complain), text: localText(entry['text'], [...here, 'text'], complain) };
    }),
    clearing: items('clearing').map((value, place) => scalar(value, [...path, 'clearing', place], complain)),
  };
}
