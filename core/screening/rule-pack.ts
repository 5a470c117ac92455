import type { Action, FactSource, Queue } from '../decision/decision.ts';
import type { LocalText, Market } from '../market/market.ts';
import type { Category } from '../product/product.ts';

/**
 * The rules of screening as data: one dated, immutable edition. Nothing here is code;
 * `compile-rule-pack.ts` turns it into matchers and closures once.
 */
export type RulePack = Readonly<{
  edition: string;
  rules: readonly Rule[];
  kinds: readonly Kind[];
  vocabulary: Vocabulary;
  questions: readonly Question[];
  documents: readonly DocumentKind[];
}>;

/** What becomes of a product a rule matches; the law's own strength of word, before documents are looked at. */
export const RULE_OUTCOMES = ['prohibit', 'restrict', 'warn', 'condition', 'transport'] as const;
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

/** How sure we are of the rule itself. An uncertain refusal goes to a reviewer instead of being silent. */
export const CONFIDENCES = ['verified', 'known', 'uncertain'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a parcel line must be able to carry; the line packs say which line can. */
export const TRANSPORT_NEEDS = [
  'lithium', 'battery_alone', 'battery_with_equipment', 'battery_in_equipment', 'lithium_metal', 'sodium_ion',
  'flammable_liquid', 'liquid', 'powder', 'magnet', 'oxidiser', 'self_heating',
] as const;
export type TransportNeed = (typeof TRANSPORT_NEEDS)[number];

export type Rule = Readonly<{
  id: string;
  /** Destinations it binds; rules on leaving China bind all of them. */
  markets: readonly Market[];
  /** Platform categories it is tried on; null means every category. */
  categories: readonly Category[] | null;
  outcome: RuleOutcome;
  when: Condition;
  /** A milder reading, tried where `when` is false: the rule then only attaches a condition. */
  softly: Condition | null;
  /** In force from this day, and until (exclusive) that day; null is open. */
  from: string | null;
  until: string | null;
  message: LocalText;
  fix: Readonly<{ kind: Action['kind']; target: string | null; text: LocalText }>;
  citation: string;
  sourceUrl: string | null;
  /** The day the source was last looked at. */
  asOf: string | null;
  /** Document kinds that satisfy the rule: all of them, or any one of them. */
  evidence: readonly string[];
  evidenceMode: 'all' | 'any';
  confidence: Confidence;
  owner: Queue;
  transport: TransportNeed | null;
  note: string | null;
}>;

/** A test over the facts of a product. `mentions` names a thing, `claims` a wording, `contains` an ingredient. */
export type Condition =
  | Readonly<{ op: 'all' | 'any'; of: readonly Condition[] }>
  | Readonly<{ op: 'not'; of: Condition }>
  | Readonly<{ op: 'mentions' | 'claims' | 'contains'; words: readonly string[] }>
  | Readonly<{ op: 'is'; kinds: readonly string[] }>
  | Readonly<{ op: 'category'; categories: readonly Category[] }>
  | Readonly<{ op: 'market'; markets: readonly Market[] }>
  | Readonly<{ op: 'fact'; fact: string; test: FactTest }>
  | Readonly<{ op: 'madeOf'; materials: readonly string[]; atLeastPercent: number }>
  | Readonly<{ op: 'hasDocument'; kind: string }>
  | Readonly<{ op: 'since' | 'before'; day: string }>;

export type FactTest =
  | Readonly<{ is: 'known' }>
  | Readonly<{ is: 'unknown' }>
  | Readonly<{ is: 'equals'; values: readonly (string | number | boolean)[] }>
  | Readonly<{ is: 'over' | 'atLeast' | 'under' | 'atMost'; value: number }>
  | Readonly<{ is: 'within'; low: number; high: number }>;

/** A name for a condition that several rules share, such as `toy` or `cosmetic`. */
export type Kind = Readonly<{ name: string; when: Condition }>;

/** How words are read: what hides them, what denies them, and what they mean as facts. */
export type Vocabulary = Readonly<{
  /** Phrases in which a shorter word means something else: 枪灰色 holds no gun. */
  masks: readonly string[];
  /** Words straight before a thing that deny it: 不含, 非, 仿. */
  deniers: readonly string[];
  /** Words straight before a claim that deny it. */
  claimDeniers: readonly string[];
  /** Nouns straight after a thing that make it a mere modifier: 蓝牙耳机保护套 is a sleeve. */
  heads: readonly string[];
  /** Small words that may stand between a thing and its head noun: 的, 用, 款. */
  glue: readonly string[];
  /** Traditional characters and the simplified ones they are read as, in pairs. */
  traditional: string;
  /** Words of materials by English name, as attributes and titles write them. */
  materials: Readonly<Record<string, readonly string[]>>;
  /** Families of materials, by the parts of names that belong to them. */
  families: Readonly<Record<string, readonly string[]>>;
  /** Words that are facts by themselves: 蓝牙 is a radio. */
  signs: readonly Sign[];
}>;

/** A word that states a fact when the merchant recorded none. */
export type Sign = Readonly<{ fact: string; value: string | number | boolean; words: readonly string[] }>;

/** How a missing fact is asked for, and an answer that would clear the rules that hang on it. */
export type Question = Readonly<{
  fact: string;
  /** Other names under which conditions read the same answer (`voltageMax` is asked as `voltage`). */
  answers: readonly string[];
  ask: LocalText;
  options: readonly Readonly<{ value: string | number | boolean; text: LocalText }>[];
  /** Values tried when looking for the smallest fix, most common first. */
  clearing: readonly (string | number | boolean)[];
}>;

export type DocumentKind = Readonly<{ kind: string; name: LocalText }>;

/** Who stated a fact that was not read from text. */
export const RECORDED: FactSource = 'merchant';
