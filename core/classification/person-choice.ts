import type { Product } from '../product/product.ts';
import type { Candidate, Classification } from './classification.ts';

/** What a person settled where the words left doubt: a code of the schedule in force, with the reason. */
export type PersonChoice = Readonly<{ hts: string; reason: string; by: string; at: string; forType: boolean }>;

/**
 * What counts as the same type of product: goods of one category whose words lead to the same heading first. Whoever settles one of them settles the doubt that
 * all of them share. Null where the words lead nowhere.
 */
export function typeKeyOf(product: Product, classification: Classification): string | null {
  const first = classification.candidates[0];
  return first === undefined ? null : `${product.category ?? ''}|${first.hs6}`;
}

/** Puts the code a person chose first and certain; what the words suggest stays below it, so that the choice can be judged. Nothing is left to ask. */
export function heedChoice(classification: Classification, choice: PersonChoice | null): Classification {
  if (choice === null) return classification;
  const { hts, reason, by } = choice;
  const day = choice.at.slice(0, 10);
  const chosen: Candidate = {
    hs6: hts.slice(0, 6), hts8: hts.slice(0, 8), hts10: hts.length === 10 ? hts : null, confidence: 1,
    because: [{ 'zh-Hans': `${by}于 ${day} 归类：${reason}`, 'zh-Hant': `${by}於 ${day} 歸類：${reason}`, en: `Settled by ${by} on ${day}: ${reason}` }],
  };
  const others = classification.candidates.filter((one) => one.hs6 !== chosen.hs6 || one.hts8 !== chosen.hts8);
  return { ...classification, candidates: [chosen, ...others], question: null };
}
