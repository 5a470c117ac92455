import type { Product } from '../product/product.ts';
import type { HeadingPack } from './heading-pack.ts';
import type { Passage } from './passages.ts';
import { matchTerms, tokenize } from './terms.ts';

/** What is known of one dimension: weights of its values, and the words the heaviest was read from. */
export type DimensionFacts = Readonly<{ weights: ReadonlyMap<string, number>; words: ReadonlyMap<string, string> }>;
export type StatedFacts = ReadonlyMap<string, DimensionFacts>;

const ROLE_WEIGHT: Readonly<Record<Passage['role'], number>> = { title: 1, type: 0.8, category: 0.7, category_above: 0.3, material: 2.2, attribute: 0.5, description: 0.25 };
/** An answer to a question settles its dimension; a recorded composition outweighs every text. */
const ANSWER_WEIGHT = 1000;
const RECORDED_WEIGHT = 6;
/** Names of other things that hold a material's word: no wood in "plywood-effect", no leather in "leather care". Attribute keys that speak of parts that do not decide. */
const SKIPPED_KEYS = /lining|insole|package|packing|包装|里料|內裡|内里|origin|产地|brand|model|hign|concern|cn$/i;

type Draft = Map<string, { weights: Map<string, number>; words: Map<string, string> }>;

function note(draft: Draft, pack: HeadingPack, value: string, weight: number, words: string): void {
  const known = pack.values.get(value);
  if (known === undefined) return;
  const entry = draft.get(known.dimension) ?? { weights: new Map<string, number>(), words: new Map<string, string>() };
  entry.weights.set(value, (entry.weights.get(value) ?? 0) + weight * known.strength);
  if (!entry.words.has(value)) entry.words.set(value, words);
  draft.set(known.dimension, entry);
}

function noteMatches(draft: Draft, pack: HeadingPack, text: string, tokens: Passage['tokens'], stated: boolean, weight: number): void {
  const matches = matchTerms(tokens, stated ? pack.statedValueWords : pack.valueWords);
  const goods = stated ? [] : matchTerms(tokens, pack.goods);
  for (const match of matches) {
    const first = tokens[match.from];
    const last = tokens[match.to - 1];
    if (first === undefined || last === undefined || match.covered) continue;
    // A single character inside the name of goods is part of the name: there is no wool in the Chinese word for sweater.
    const inName = match.to - match.from === 1 && first.chinese && goods.some((name) => name.from <= match.from && name.to >= match.to && name.to - name.from > 1);
    for (const value of match.meanings) {
      if (inName && pack.values.get(value)?.dimension === 'material') continue;
      note(draft, pack, value, weight, text.slice(first.start, last.end));
    }
  }
}

/** The recorded composition: every share counts, and the largest most (chapters 50 to 63 go by the fibre that predominates). */
function noteComposition(draft: Draft, pack: HeadingPack, product: Product): void {
  const materials = product.facts?.materials ?? [];
  const largest = Math.max(0, ...materials.map((material) => material.percent ?? 0));
  for (const material of materials) {
    const share = material.percent === null || material.percent === undefined ? 0.7 : material.percent / 100;
    const weight = RECORDED_WEIGHT * share * ((material.percent ?? 0) === largest ? 1.5 : 0.3);
    noteMatches(draft, pack, material.name, tokenize(material.name), true, weight);
  }
}

/** `涤纶95% 氨纶5%`: shares beside the words scale them, so that the fibre that predominates wins. */
function noteShares(draft: Draft, pack: HeadingPack, passage: Passage): boolean {
  const parts = [...passage.text.matchAll(/(\d{1,3}(?:\.\d+)?)\s*%\s*([^\d%,，;；/]+)|([^\d%,，;；/]+?)\s*(\d{1,3}(?:\.\d+)?)\s*%/g)];
  if (parts.length === 0) return false;
  for (const part of parts) {
    const percent = Number(part[1] ?? part[4]);
    const words = part[2] ?? part[3] ?? '';
    const weight = (percent / 100) ** 2 * (passage.role === 'material' ? 2 : 1.5) * ROLE_WEIGHT.material;
    noteMatches(draft, pack, words, tokenize(words), true, weight);
  }
  return true;
}

/** Reads every dimension of facts out of the product: answers first, then the recorded composition, then its texts. */
export function readStatedFacts(product: Product, passages: readonly Passage[], pack: HeadingPack, answers: Readonly<Record<string, string>>): StatedFacts {
  const draft: Draft = new Map();
  for (const value of Object.values(answers)) note(draft, pack, value, ANSWER_WEIGHT, value);
  noteComposition(draft, pack, product);
  for (const passage of passages) {
    if (SKIPPED_KEYS.test(passage.field)) continue;
    if ((passage.role === 'material' || passage.role === 'title') && noteShares(draft, pack, passage)) continue;
    noteMatches(draft, pack, passage.text, passage.tokens, passage.role === 'material', ROLE_WEIGHT[passage.role]);
  }
  if (product.facts?.voltage) note(draft, pack, 'electric', 1, product.facts.voltage);
  if (product.facts?.battery && !['none', 'unknown'].includes(product.facts.battery.kind)) note(draft, pack, 'electric', 1, product.facts.battery.kind);
  if (product.facts?.radio === true) note(draft, pack, 'wireless', 1, 'radio');
  const months = product.facts?.minimumAgeMonths;
  if (months !== null && months !== undefined && months < 36 && product.category?.startsWith('母婴')) note(draft, pack, 'baby', 1, String(months));
  return draft;
}
