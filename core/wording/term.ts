import type { Category } from '../product/product.ts';

/**
 * What a word of a listing says about the product. `product` is what the thing is; `scope` is the thing or place it is for when it stands
 * before a product (phone, sofa), `place` the same for rooms and vehicles, which also say where it is used; `generic` names hardly anything by itself (kit, accessory); `filler` and `promotion` are not written.
 */
export const TERM_KINDS = [
  'product', 'scope', 'place', 'generic', 'brand', 'material', 'feature', 'cut', 'style', 'pattern', 'color', 'process', 'season', 'audience',
  'scene', 'scent', 'without', 'claim', 'filler', 'promotion', 'value',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** One row of the termbase. `en` is the preferred rendering, `alternatives` others a checker accepts, `avoid` renderings that are wrong. */
export type Term = Readonly<{
  zh: string;
  en: string;
  alternatives: readonly string[];
  kind: TermKind;
  domain: Category | null;
  /** Written Chinese of Hong Kong and Macau where it differs by more than script; null where script conversion is right. */
  hk: string | null;
  avoid: readonly string[];
}>;

/** A rule about words that a listing must not carry in a market, as edited in packs/taboos. */
export type TextRule = Readonly<{
  id: string;
  markets: readonly string[];
  categories: readonly string[];
  zh: readonly string[];
  en: readonly string[];
  /** Words that contain a trigger and are harmless. */
  unless: readonly string[];
  /** `drop`: left out and listed. `replace`: the words of `instead`. `hold`: left out and a person looks. `warn`: written and pointed out. */
  action: 'drop' | 'replace' | 'hold' | 'warn';
  instead: Readonly<{ en: string; zh: string }> | null;
  fix: string;
  citation: string;
  sourceUrl: string | null;
  asOf: string;
}>;

export type TermRows = Readonly<{
  edition: string;
  terms: readonly Term[];
  attributeNames: readonly Readonly<{ zh: string; en: string }>[];
  textRules: readonly TextRule[];
}>;

/** Script conversions, supplied by the loader so that core stays free of dictionaries. */
export type ScriptConversion = Readonly<{ toHongKong: (text: string) => string; toSimplified: (text: string) => string }>;

/** The words wording is made with: one dated edition. */
export type Termbase = Readonly<{
  edition: string;
  terms: ReadonlyMap<string, readonly Term[]>;
  /** First character to the longest term that begins with it: bounds the look-up at each position. */
  longestByFirst: ReadonlyMap<string, number>;
  attributeNames: ReadonlyMap<string, string>;
  textRules: readonly TextRule[];
  /** English words of materials, claims and brands, lower case: what a text must not say unless the source does. */
  evidence: ReadonlyMap<string, readonly Term[]>;
  script: ScriptConversion;
}>;

const EVIDENCED_KINDS: ReadonlySet<TermKind> = new Set(['material', 'brand', 'claim', 'without']);

/** Indexes the rows of one edition. Rows keep their order: the first row of a word wins where no domain decides. */
export function buildTermbase(rows: TermRows, script: ScriptConversion): Termbase {
  const terms = new Map<string, Term[]>();
  const longestByFirst = new Map<string, number>();
  const evidence = new Map<string, Term[]>();
  for (const term of rows.terms) {
    const key = term.zh.toLowerCase();
    append(terms, key, term);
    const first = key.slice(0, 1);
    longestByFirst.set(first, Math.max(longestByFirst.get(first) ?? 0, key.length));
    if (EVIDENCED_KINDS.has(term.kind)) for (const en of [term.en, ...term.alternatives]) if (en !== '') append(evidence, en.toLowerCase(), term);
  }
  const attributeNames = new Map(rows.attributeNames.map((name) => [name.zh, name.en]));
  return { edition: rows.edition, terms, longestByFirst, attributeNames, textRules: rows.textRules, evidence, script };
}

/** The row of a word in a category: the category's own row first, then the general one, then any. */
export function termIn(rows: readonly Term[], category: Category | null): Term | null {
  return rows.find((row) => row.domain === category && category !== null) ?? rows.find((row) => row.domain === null) ?? rows[0] ?? null;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
