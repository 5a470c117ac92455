import type { HeadingPack } from './heading-pack.ts';
import type { Passage } from './passages.ts';
import { matchTerms, type TermMatch, type Token } from './terms.ts';

/** What speaks for one kind of goods: the sum of its mentions and the best of them, in the merchant's words; `like` is the name these words only resemble. */
export type GoodsEvidence = Readonly<{ kind: number; score: number; field: string; words: string; like: string | null }>;

/** Words after which English names something the goods go with, not the goods: "case for phone", "cake with cream". */
const TURNS: ReadonlyMap<string, number> = new Map([
  ['for', 0.25], ['with', 0.4], ['from', 0.3], ['to', 0.3], ['by', 0.3], ['on', 0.3], ['containing', 0.3], ['consisting', 0.3], ['bonded', 0.4],
  ['without', 0.15], ['featuring', 0.3], ['like', 0.4], ['in', 0.5], ['and', 0.8], ['of', 0.5],
]);

/** How telling a term is by its length: one character names too much, four hardly anything but itself. Chosen on the development halves of the public sets, 2026-11. */
const CHINESE_LENGTH = [0, 0.6, 1, 1.25, 1.45, 1.6, 1.7] as const;
const LATIN_LENGTH = [0, 0.9, 1.35, 1.55, 1.65] as const;

/** A term inside a longer one: the lid of a pot is no pot, but pots are not far. */
const COVERED = 0.3;

/** Goods right before other goods tell of what sort those are: a mushroom lamp is a lamp. Chosen on the development halves of the public sets, 2026-11. */
const AS_MODIFIER = 0.45;

/** One character names goods only where hardly anything else is said: a whole clause of so many characters. */
const SHORT_CLAUSE = 3;

/** "Wool" beside other goods says what they are made of; alone it is the goods. */
const AS_MATERIAL = 0.45;
/** In brackets after other goods it can be nothing else: shoes (leather). */
const AS_BRACKETED_MATERIAL = 0.1;

function lengthWeight(tokens: readonly Token[], match: TermMatch<number>): number {
  const chinese = tokens[match.from]?.chinese === true || tokens[match.to - 1]?.chinese === true;
  const table = chinese ? CHINESE_LENGTH : LATIN_LENGTH;
  return table[Math.min(match.to - match.from, table.length - 1)] ?? 1;
}

/** Where each token stands: its clause, whether in brackets, and what an English turn before it leaves of its weight. */
type Place = Readonly<{ clause: number; bracketed: boolean; turned: number }>;

function placesOf(text: string, tokens: readonly Token[]): readonly Place[] {
  const places: Place[] = [];
  let clause = 0;
  let depth = 0;
  let turned = 1;
  let at = 0;
  for (const token of tokens) {
    const between = text.slice(at, token.start);
    for (const sign of between) {
      if ('(（[【'.includes(sign)) depth += 1;
      if (')）]】'.includes(sign)) depth = Math.max(0, depth - 1);
      if (',，;；。.|/、!！?？:：()（）[]【】'.includes(sign) || (sign === ' ' && token.chinese) || (sign === '-' && between.includes(' '))) {
        clause += 1;
        turned = 1;
        break;
      }
    }
    const turn = token.chinese ? undefined : TURNS.get(token.text);
    if (turn !== undefined) {
      // A turn opens a clause of its own, so that the word before it stays the head of what it ends.
      clause += 1;
      turned = Math.min(turned, turn);
    }
    places.push({ clause, bracketed: depth > 0, turned });
    at = token.end;
  }
  return places;
}

/** A noun at the end of its clause is the head of it in both languages; brackets hold remarks. */
function placeWeight(places: readonly Place[], match: TermMatch<number>): number {
  const place = places[match.from];
  if (place === undefined) return 0;
  const isHead = places[match.to]?.clause !== place.clause;
  const laterClause = place.clause === 0 ? 1 : 0.85;
  return (isHead ? 1 : 0.72) * (place.bracketed ? 0.45 : laterClause) * place.turned;
}

/** Collects what the passages say the goods are. One mention a passage and kind counts; the same words again do not. */
export function findGoods(passages: readonly Passage[], pack: HeadingPack): readonly GoodsEvidence[] {
  const total = new Map<number, { score: number; best: number; field: string; words: string }>();
  for (const passage of passages) {
    if (passage.role === 'material' || passage.role === 'attribute') continue;
    for (const [kind, mention] of mentionsIn(passage, pack)) {
      const score = mention.score * passage.weight;
      const known = total.get(kind);
      if (known === undefined) total.set(kind, { score, best: score, field: passage.field, words: mention.words });
      else total.set(kind, score > known.best ? { score: known.score + score, best: score, field: passage.field, words: mention.words } : { ...known, score: known.score + score });
    }
  }
  return [...total].map(([kind, { score, field, words }]) => ({ kind, score, field, words, like: null })).sort((a, b) => b.score - a.score || a.kind - b.kind);
}

/** What is left of one character at the end of a long run: 风裤 are trousers of some sort, whatever 风 says, but many a run ends in a stray one. */
const AT_LONG_END = 0.6;

/** A pen is one character, but the first character of a notebook is no pen; at the end of a long run it is a class of goods at most. */
function characterWeight(tokens: readonly Token[], places: readonly Place[], match: TermMatch<number>): number {
  if (match.to - match.from !== 1 || tokens[match.from]?.chinese !== true) return 1;
  const clause = places[match.from]?.clause;
  if (places[match.to]?.clause === clause) return 0;
  return places[match.from - SHORT_CLAUSE]?.clause === clause ? AT_LONG_END : 1;
}

type Mention = Readonly<{ score: number; words: string }>;

function mentionsIn(passage: Passage, pack: HeadingPack): ReadonlyMap<number, Mention> {
  const places = placesOf(passage.text, passage.tokens);
  const best = new Map<number, Mention>();
  const matches = matchTerms(passage.tokens, pack.goods).filter((match) => characterWeight(passage.tokens, places, match) > 0);
  const starts = new Map(matches.map((match) => [match.from, match.to - match.from]));
  const materials = matchTerms(passage.tokens, pack.valueWords);
  for (const match of matches) {
    const first = passage.tokens[match.from];
    const last = passage.tokens[match.to - 1];
    if (first === undefined || last === undefined) continue;
    const asModifier = last.chinese && (starts.get(match.to) ?? 0) >= match.to - match.from && places[match.to]?.clause === places[match.from]?.clause ? AS_MODIFIER : 1;
    const asMaterial = matches.length > 1 && materials.some((value) => value.from <= match.from && value.to >= match.to) ? (places[match.from]?.bracketed === true ? AS_BRACKETED_MATERIAL : AS_MATERIAL) : 1;
    // There is glue in the Chinese word for rubber, and no glue in rubber sandals.
    const inMaterial = materials.some((value) => value.from <= match.from && value.to >= match.to && value.to - value.from > match.to - match.from);
    const score = (lengthWeight(passage.tokens, match) * placeWeight(places, match) * asMaterial * asModifier * characterWeight(passage.tokens, places, match) * (match.covered || inMaterial ? COVERED : 1)) / Math.sqrt(match.meanings.length);
    for (const kind of match.meanings) {
      const known = best.get(kind);
      const words = passage.text.slice(first.start, last.end);
      if (known === undefined) best.set(kind, { score, words });
      else best.set(kind, { score: Math.max(score, known.score) + 0.15 * Math.min(score, known.score), words: score > known.score ? words : known.words });
    }
  }
  return best;
}
