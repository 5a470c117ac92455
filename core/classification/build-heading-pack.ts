import type { LocalText } from '../market/market.ts';
import { refuse, ok, type Refusal, type Result } from '../result.ts';
import { nameBranch } from './because.ts';
import type { ConfidenceCurve } from './confidence.ts';
import type { Branch, Condition, FactValue, HeadingPack, Kind } from './heading-pack.ts';
import { indexNearNames } from './near-names.ts';
import { indexTerms } from './terms.ts';

/** Words of a row in the three scripts; the loader makes the Traditional ones. */
export type RowWords = Readonly<{ 'zh-Hans': readonly string[]; 'zh-Hant': readonly string[]; en: readonly string[] }>;

/** One row of a kinds file. A row without words continues the kind of goods above it. */
export type KindRow = Readonly<{ hs6: string; when: string; words: RowWords | null; place: string }>;
export type ValueRow = Readonly<{ value: string; dimension: string; parent: string; strength: number; words: RowWords; place: string }>;
export type QuestionRow = Readonly<{ dimension: string; ask: LocalText }>;
/** Other names for goods that stand in a kinds file under `of`. */
export type NameRow = Readonly<{ of: string; words: RowWords; place: string }>;
/** A noun in Simplified and Traditional characters and its English. */
export type NounRow = Readonly<{ chinese: readonly string[]; en: readonly string[] }>;
/** Goods that the nomenclature tells apart by material alone: a row per material. */
export type MaterialRow = Readonly<{ group: string; hs6: string; when: string; place: string }>;
export type HeadingRows = Readonly<{
  edition: string;
  source: string;
  kinds: readonly KindRow[];
  names: readonly NameRow[];
  values: readonly ValueRow[];
  questions: readonly QuestionRow[];
  materials: readonly MaterialRow[];
  confidence: ConfidenceCurve;
  /** Chinese nouns of the termbase with what they are in English: where the English names goods, so does the noun. */
  nouns: readonly NounRow[];
}>;

type PackProblem = Refusal<'heading_pack_broken'>;

function broken(place: string, field: string, value: string, expected: string): Readonly<{ ok: false; problem: PackProblem }> {
  return refuse('heading_pack_broken', { place, value, expected }, field);
}

function localName(words: RowWords): LocalText {
  return { 'zh-Hans': words['zh-Hans'][0] ?? '', 'zh-Hant': words['zh-Hant'][0] ?? '', en: words.en[0] ?? '' };
}

function buildValues(rows: readonly ValueRow[]): Result<ReadonlyMap<string, FactValue>, PackProblem> {
  const byName = new Map(rows.map((row) => [row.value, row]));
  const values = new Map<string, FactValue>();
  for (const row of rows) {
    const lineage: string[] = [];
    for (let at: ValueRow | undefined = row; at !== undefined && !lineage.includes(at.value); at = byName.get(at.parent)) lineage.push(at.value);
    if (row.parent !== '' && !byName.has(row.parent)) return broken(row.place, 'parent', row.parent, 'a value of the same file');
    const name = row.words.en.length === 0 && row.words['zh-Hans'].length === 0 ? { 'zh-Hans': row.value, 'zh-Hant': row.value, en: row.value } : localName(row.words);
    values.set(row.value, { value: row.value, dimension: row.dimension, lineage, strength: row.strength, name });
  }
  return ok(values);
}

/** Reads `knit cotton/linen *0.5`: conditions that must all hold, alternatives by slash, the share by star. */
function parseBranch(hs6: string, when: string, place: string, values: ReadonlyMap<string, FactValue>): Result<Branch, PackProblem> {
  if (!/^\d{6}$/.test(hs6)) return broken(place, 'hs6', hs6, 'six digits');
  const conditions: Condition[] = [];
  let share = 1;
  for (const part of when.split(' ').filter((text) => text !== '')) {
    if (part.startsWith('*')) {
      share = Number(part.slice(1));
      if (!(share > 0)) return broken(place, 'when', part, 'a share above zero, such as *0.5');
      continue;
    }
    const anyOf = part.split('/');
    const first = values.get(anyOf[0] ?? '');
    const unknown = anyOf.find((name) => values.get(name) === undefined);
    if (first === undefined || unknown !== undefined) return broken(place, 'when', unknown ?? part, 'values of the facts file');
    conditions.push({ dimension: first.dimension, anyOf });
  }
  return ok({ hs6, conditions, share });
}

/** How common a material is that the kinds file leaves out for goods told apart by material: it counts only where it is stated. */
const UNNAMED_MATERIAL_SHARE = 0.25;

/**
 * Adds the other materials' headings: a storage box is classified by what it is made of. A kind that names one heading of a group gets the whole group;
 * one that names several gets the materials it leaves out, for a bowl of aluminium is a bowl too.
 */
function widenByMaterial(branches: readonly Branch[], groups: ReadonlyMap<string, readonly Branch[]>): readonly Branch[] {
  const single = branches.length === 1 ? branches[0] : undefined;
  if (single !== undefined) {
    const group = single.conditions.length > 0 ? undefined : [...groups.values()].find((rows) => rows[0]?.hs6 === single.hs6);
    return group ?? branches;
  }
  const named = branches.flatMap((branch) => branch.conditions.flatMap(({ anyOf }) => anyOf));
  const byMaterial = branches.every(({ conditions }) => conditions.every(({ dimension }) => dimension === 'material'));
  const shared = (rows: readonly Branch[]): number => branches.filter(({ hs6 }) => rows.some((row) => row.hs6 === hs6)).length;
  const group = [...groups.values()].sort((a, b) => shared(b) - shared(a))[0];
  if (!byMaterial || group === undefined || shared(group) < 2 || shared(group) * 2 < branches.length) return branches;
  const missing = group.filter(({ conditions }) => !conditions.some(({ anyOf }) => anyOf.some((value) => named.includes(value))));
  return [...branches, ...missing.map((branch) => ({ ...branch, share: UNNAMED_MATERIAL_SHARE }))];
}

type OpenKind = { words: RowWords; branches: Branch[] };

/** Builds the pack from its rows. A broken row is refused with its file and line: a pack half read would classify wrongly in silence. */
export function buildHeadingPack(rows: HeadingRows): Result<HeadingPack, PackProblem> {
  const values = buildValues(rows.values);
  if (!values.ok) return values;
  const groups = new Map<string, Branch[]>();
  for (const row of rows.materials) {
    const branch = parseBranch(row.hs6, row.when, row.place, values.value);
    if (!branch.ok) return branch;
    groups.set(row.group, [...(groups.get(row.group) ?? []), branch.value]);
  }
  const open: OpenKind[] = [];
  for (const row of rows.kinds) {
    const branch = parseBranch(row.hs6, row.when, row.place, values.value);
    if (!branch.ok) return branch;
    if (row.words !== null) open.push({ words: row.words, branches: [] });
    const kind = open.at(-1);
    if (kind === undefined) return broken(row.place, 'zh', '', 'words: the first row of a file names its goods');
    kind.branches.push(branch.value);
  }
  const kinds: readonly Kind[] = open.map((kind, id) => ({ id, name: localName(kind.words), branches: widenByMaterial(kind.branches, groups) }));
  const goods = open.flatMap((kind, id) => allWords(kind.words).map((word) => [word, id] as const));
  const others = otherNames(rows.names, goods);
  if (!others.ok) return others;
  const written = [...goods, ...others.value];
  const named = [...written, ...bridgeNouns(rows.nouns, written)];
  return ok({
    edition: rows.edition,
    source: rows.source,
    kinds,
    values: values.value,
    headings: nameHeadings(kinds, values.value),
    confidence: rows.confidence,
    questions: new Map(rows.questions.map((row) => [row.dimension, row.ask])),
    goods: indexTerms(named),
    near: indexNearNames(named),
    valueWords: indexTerms(valueWords(rows.values, (word) => !word.startsWith('~'))),
    statedValueWords: indexTerms(valueWords(rows.values, () => true)),
  });
}

/** Every other name with the kinds it stands for: a word that means two kinds passes both on. */
function otherNames(rows: readonly NameRow[], goods: readonly (readonly [string, number])[]): Result<readonly (readonly [string, number])[], PackProblem> {
  const kindsOf = Map.groupBy(goods, ([word]) => word);
  const found: (readonly [string, number])[] = [];
  for (const row of rows) {
    const kinds = kindsOf.get(row.of);
    if (kinds === undefined) return broken(row.place, 'of', row.of, 'a name that stands in a kinds file');
    found.push(...allWords(row.words).flatMap((word) => kinds.map(([, kind]) => [word, kind] as const)));
  }
  return ok(found);
}

/** Nouns that no row names, under the kinds their English names. */
function bridgeNouns(nouns: readonly NounRow[], written: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  const kindsOf = Map.groupBy(written, ([word]) => word);
  return nouns.flatMap(({ chinese, en }) => {
    const kinds = new Set(en.flatMap((word) => (kindsOf.get(word) ?? []).map(([, kind]) => kind)));
    return chinese.filter((word) => !kindsOf.has(word)).flatMap((word) => [...kinds].map((kind) => [word, kind] as const));
  });
}

/** The first branch that leads to a heading gives it its name. */
function nameHeadings(kinds: readonly Kind[], values: ReadonlyMap<string, FactValue>): ReadonlyMap<string, ReadonlyMap<string, LocalText>> {
  const headings = new Map<string, Map<string, LocalText>>();
  for (const kind of kinds) {
    for (const branch of kind.branches) {
      const under = headings.get(branch.hs6.slice(0, 4)) ?? new Map<string, LocalText>();
      if (!under.has(branch.hs6)) under.set(branch.hs6, nameBranch(kind.name, branch, values));
      headings.set(branch.hs6.slice(0, 4), under);
    }
  }
  return headings;
}

function allWords(words: RowWords): readonly string[] {
  return [...new Set([...words['zh-Hans'], ...words['zh-Hant'], ...words.en])];
}

function valueWords(rows: readonly ValueRow[], keep: (word: string) => boolean): readonly (readonly [string, string])[] {
  return rows.flatMap((row) => allWords(row.words).filter(keep).map((word) => [word.replace('~', ''), row.value] as const));
}
