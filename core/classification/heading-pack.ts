import type { LocalText } from '../market/market.ts';
import type { ConfidenceCurve } from './confidence.ts';
import type { NearNames } from './near-names.ts';
import type { TermIndex } from './terms.ts';

/**
 * The heading pack: what goods are called, which facts decide between neighbouring headings, and the six digits they lead to.
 * It holds no rates and no national digits; those come from a schedule.
 */
export type HeadingPack = Readonly<{
  edition: string;
  source: string;
  kinds: readonly Kind[];
  values: ReadonlyMap<string, FactValue>;
  /** The six-digit headings the pack knows under each four digits, with what they are called. */
  headings: ReadonlyMap<string, ReadonlyMap<string, LocalText>>;
  /** How often first candidates prove right. */
  confidence: ConfidenceCurve;
  /** What to ask about a dimension of facts. */
  questions: ReadonlyMap<string, LocalText>;
  /** Words to kinds of goods. */
  goods: TermIndex<number>;
  /** Pieces of the same words, for names that nobody wrote down. */
  near: NearNames;
  /** Words to fact values. A word that only counts where a material is stated stands in `statedValues`. */
  valueWords: TermIndex<string>;
  statedValueWords: TermIndex<string>;
}>;

/** One kind of goods (dress, wall clock): the words for it and the branches its facts decide between. */
export type Kind = Readonly<{ id: number; name: LocalText; branches: readonly Branch[] }>;

/**
 * One way a kind of goods is classified. Every condition must hold; each is a list of values of which one suffices.
 * `share` says how common the branch is among siblings when nothing is known (1 is usual).
 */
export type Branch = Readonly<{ hs6: string; conditions: readonly Condition[]; share: number }>;
export type Condition = Readonly<{ dimension: string; anyOf: readonly string[] }>;

/** A value of one dimension (cotton, of material). `lineage` is the value and what it is a kind of: cotton, textile. */
export type FactValue = Readonly<{
  value: string;
  dimension: string;
  lineage: readonly string[];
  /** How strongly a mention counts beside others: a pearl in a brass ring decides, the brass does not. */
  strength: number;
  name: LocalText;
}>;
