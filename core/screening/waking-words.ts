import { foldTable, foldText } from './fold-text.ts';
import { raisersOf } from './raisers.ts';
import type { RulePack } from './rule-pack.ts';

/**
 * Words without one of which none of a pack's rules can say anything about a product, folded (small letters, Simplified);
 * null when a rule can speak without a word, by a fact or by the shelf alone. Lets a store leave out most products unread.
 */
export function wakingWords(pack: RulePack): readonly string[] | null {
  const kinds = new Map(pack.kinds.map((kind) => [kind.name, kind.when]));
  const fold = foldTable(pack.vocabulary.traditional);
  const lists: (readonly string[] | null)[] = [];
  const context = {
    groupOf: (op: string, words: readonly string[]): number => lists.push(op === 'mentions' || op === 'claims' ? words : null) - 1,
    kind: (name: string) => kinds.get(name) ?? false,
  };
  const found = new Set<string>();
  for (const rule of pack.rules) {
    for (const condition of rule.softly === null ? [rule.when] : [rule.when, rule.softly]) {
      const raisers = raisersOf(condition, context);
      if (raisers === null) return null;
      for (const raiser of raisers) {
        const words = lists[raiser];
        if (words === null || words === undefined) return null;
        for (const word of words) found.add(foldText(word, fold));
      }
    }
  }
  return [...found].toSorted();
}

/** So many spellings of one word are searched for; a word with more of them is not worth a search. */
const MOST_SPELLINGS = 64;

/**
 * Every spelling that folds to one of the words once capitals and full-width letters are small and half-width: 国旗 is also 國旗.
 * For stores that search texts as they were written; null when a word has too many.
 */
export function spellingsOf(words: readonly string[], traditional: string): readonly string[] | null {
  const variants = new Map<string, string[]>();
  for (let index = 0; index + 1 < traditional.length; index += 2) {
    const simplified = traditional.charAt(index + 1);
    variants.set(simplified, [...(variants.get(simplified) ?? [simplified]), traditional.charAt(index)]);
  }
  const found = new Set<string>();
  for (const word of words) {
    let spellings = [''];
    for (const letter of word) spellings = spellings.flatMap((start) => (variants.get(letter) ?? [letter]).map((variant) => start + variant));
    if (spellings.length > MOST_SPELLINGS) return null;
    for (const spelling of spellings) found.add(spelling);
  }
  return [...found];
}
