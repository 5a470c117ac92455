import { MARKETS } from '../market/market.ts';
import { compileCondition, type Binding, type GroupKind, type Test } from './compile-condition.ts';
import { compileExplanation, type Explain } from './explain-condition.ts';
import { factNeeds, type FactNeeds } from './facts-read.ts';
import { foldTable, foldText, type FoldTable } from './fold-text.ts';
import type { MaterialWords } from './infer-composition.ts';
import type { SignIndex } from './read-facts.ts';
import { ruleMessages, type RuleMessages } from './rule-messages.ts';
import { factReading, type FactReading } from './known-facts.ts';
import { noPapers, type Papers } from './judge-rule.ts';
import { isMaterial, type MaterialFamilies } from './material-share.ts';
import { attributeFields, type Texts } from './product-text.ts';
import { prefixes, suffixes, type Reader } from './read-words.ts';
import type { Condition, Question, Rule, RulePack, Sign } from './rule-pack.ts';
import { shelve, type Shelves } from './shelves.ts';
import { wordIndex } from './word-index.ts';

/** A rule as closures: whether it matches, whether its milder reading does, and how either is explained. `everywhere`: no market changes what it says. */
export type CompiledRule = Readonly<{ rule: Rule; messages: RuleMessages; everywhere: boolean; unproved: Papers; hard: Matcher; soft: Matcher | null }>;
export type Matcher = Readonly<{ test: Test; walk: Explain }>;

/** A pack made ready: one trie for all its words, one closure for each rule, and shelves by market and category. */
export type CompiledPack = Readonly<{
  pack: RulePack;
  fold: FoldTable;
  texts: Texts;
  reader: Reader;
  /** Word lists each word belongs to, by how it must be used. */
  groupsOfWord: readonly Readonly<{ things: readonly number[]; claims: readonly number[]; ingredients: readonly number[] }>[];
  /** Word lists come first among the groups. */
  groupCount: number;
  /** The groups of a fact: that it is known, and that it is one of the values rules ask for. */
  groupsOfFact: readonly FactGroups[];
  /** The groups of materials that a material is in. */
  groupsOfMaterial: (name: string) => readonly number[];
  signs: SignIndex;
  materialWords: MaterialWords;
  needs: FactNeeds;
  /** Truth of each kind while one product is decided; written over for the next, so that deciding allocates nothing for it. */
  kinds: Uint8Array;
  /** The question that asks for a fact, by the fact and by every fact its answers give. The first question of the pack wins. */
  questionOf: ReadonlyMap<string, Question>;
  documentKinds: ReadonlySet<string>;
  shelves: Shelves;
}>;

type Member = Readonly<{ op: GroupKind; words: readonly number[]; list: readonly string[] }>;
export type FactGroups = Readonly<{ reading: FactReading; known: number | null; values: ReadonlyMap<string, number> }>;

const compiledPacks = new WeakMap<RulePack, CompiledPack>();

/** The compiled form of a pack, made at its first use. Packs are immutable, so it never goes stale. */
export function compiledPack(pack: RulePack): CompiledPack {
  const held = compiledPacks.get(pack);
  if (held !== undefined) return held;
  const compiled = compileRulePack(pack);
  compiledPacks.set(pack, compiled);
  return compiled;
}

function compileRulePack(pack: RulePack): CompiledPack {
  const fold = foldTable(pack.vocabulary.traditional);
  const numbered = numberWords(fold, pack.vocabulary.masks);
  const groups = new Map<string, number>();
  const members: Member[] = [];
  const groupOf: Binding['groupOf'] = (op, list) => {
    const key = `${op}\n${list.join('\n')}`;
    const held = groups.get(key);
    if (held !== undefined) return held;
    groups.set(key, members.length);
    const words = op === 'known' || op === 'value' || op === 'material' ? [] : list.map((word) => numbered.number(word));
    members.push({ op, words, list });
    return members.length - 1;
  };
  const kindByName = new Map(pack.kinds.map((kind, number) => [kind.name, number]));
  const kindTests: Test[] = [];
  const kindWalks: Explain[] = [];
  const binding: Binding = { groupOf, kindNumber: (name) => kindByName.get(name) ?? -1, kindTests, kindWalks, families: pack.vocabulary.families };
  const matcher = (condition: Condition): Matcher => ({ test: compileCondition(condition, binding), walk: compileExplanation(condition, binding) });
  for (const kind of pack.kinds) {
    const { test, walk } = matcher(kind.when);
    kindTests.push(test);
    kindWalks.push(walk);
  }
  const asksMarket = marketAsker(pack);
  const rules = pack.rules.map((rule) => ({ rule, messages: ruleMessages(rule.message), unproved: noPapers(rule), everywhere: rule.markets.length > 1 && !asksMarket(rule.when) && !(rule.softly && asksMarket(rule.softly)), hard: matcher(rule.when), soft: rule.softly === null ? null : matcher(rule.softly) }));
  const signs = signIndex(pack.vocabulary.signs, numbered);
  const shelves = shelve(rules, pack.kinds, binding, MARKETS);
  const groupCount = members.length;
  const raising = new Set([...shelves.values()].flatMap((ofMarket) => [...ofMarket.values()].flatMap(({ raised }) => raised.flatMap((rules, group) => (rules.length > 0 ? [group] : [])))));
  return {
    pack, fold, signs,
    texts: { fold, attributes: attributeFields(fold) },
    kinds: new Uint8Array(pack.kinds.length),
    questionOf: questionsByFact(pack.questions),
    documentKinds: new Set(pack.documents.map(({ kind }) => kind)),
    reader: {
      index: wordIndex(numbered.list),
      maskCount: numbered.maskCount,
      wordsThatMask: numbered.wordsThatMask,
      deniers: prefixes(pack.vocabulary.deniers.map((word) => foldText(word, fold))),
      claimDeniers: prefixes(pack.vocabulary.claimDeniers.map((word) => foldText(word, fold))),
      heads: wordIndex(pack.vocabulary.heads.map((word) => foldText(word, fold))),
      glue: suffixes(pack.vocabulary.glue),
    },
    groupsOfWord: groupsOfWords(numbered.list.length, members),
    groupCount,
    materialWords: compileMaterials(pack, fold),
    needs: factNeeds(pack),
    shelves,
    groupsOfFact: groupsOfFacts(members, raising),
    groupsOfMaterial: groupsOfMaterials(members, pack.vocabulary.families),
  };
}

/** Tells whether a condition, or a kind that it names, asks for the market. */
function marketAsker({ kinds }: RulePack): (condition: Condition) => boolean {
  const asks = (condition: Condition, asking: readonly string[]): boolean => {
    switch (condition.op) {
      case 'market':
        return true;
      case 'not':
        return asks(condition.of, asking);
      case 'all':
      case 'any':
        return condition.of.some((part) => asks(part, asking));
      case 'is':
        return condition.kinds.some((name) => {
          const when = asking.includes(name) ? undefined : kinds.find((kind) => kind.name === name)?.when;
          return when !== undefined && asks(when, [...asking, name]);
        });
      default:
        return false;
    }
  };
  return (condition) => asks(condition, []);
}

function questionsByFact(questions: readonly Question[]): ReadonlyMap<string, Question> {
  const table = new Map<string, Question>();
  for (const question of questions) for (const fact of [question.fact, ...question.answers]) if (!table.has(fact)) table.set(fact, question);
  return table;
}

/** Numbers the words of a pack, masks first, each folded spelling once. A mask may be a word too: 按摩枪 hides 枪 and is a massager. */
function numberWords(fold: FoldTable, masks: readonly string[]) {
  const list = [...new Set(masks.map((mask) => foldText(mask, fold)))];
  const maskCount = list.length;
  const masked = new Set(list);
  const wordsThatMask = new Set<number>();
  const numbers = new Map<string, number>();
  const number = (word: string): number => {
    const folded = foldText(word, fold);
    const held = numbers.get(folded);
    if (held !== undefined) return held;
    numbers.set(folded, list.length);
    if (masked.has(folded)) wordsThatMask.add(list.length);
    list.push(folded);
    return list.length - 1;
  };
  return { list, maskCount, wordsThatMask, number };
}

const NO_SIGNS: readonly Sign[] = [];

function signIndex(signs: readonly Sign[], words: Readonly<{ list: readonly string[]; number: (word: string) => number }>): SignIndex {
  const index = new Map<number, Sign[]>();
  for (const sign of signs) {
    for (const word of sign.words) {
      const number = words.number(word);
      index.set(number, [...(index.get(number) ?? []), sign]);
    }
  }
  return words.list.map((_word, number) => index.get(number) ?? NO_SIGNS);
}

function groupsOfWords(count: number, members: readonly Member[]): CompiledPack['groupsOfWord'] {
  const table = Array.from({ length: count }, () => ({ things: new Array<number>(), claims: new Array<number>(), ingredients: new Array<number>() }));
  members.forEach(({ op, words }, group) => {
    for (const word of words) {
      const row = table[word];
      if (op === 'mentions') row?.things.push(group);
      else if (op === 'claims') row?.claims.push(group);
      else if (op === 'contains') row?.ingredients.push(group);
    }
  });
  return table;
}

/** Only groups that raise a rule somewhere are worth looking for. */
function groupsOfFacts(members: readonly Member[], raising: ReadonlySet<number>): readonly FactGroups[] {
  const table = new Map<string, { reading: FactReading; known: number | null; values: Map<string, number> }>();
  members.forEach(({ op, list: [fact, value] }, group) => {
    if (fact === undefined || (op !== 'known' && op !== 'value') || !raising.has(group)) return;
    const row = table.get(fact) ?? { reading: factReading(fact), known: null, values: new Map<string, number>() };
    table.set(fact, row);
    if (op === 'known') row.known = group;
    else if (value !== undefined) row.values.set(value, group);
  });
  return [...table.values()];
}

/** Most products of a shop are of the same few materials, so which groups a name is in was mostly found before. */
const MOST_NAMES = 4_096;

function groupsOfMaterials(members: readonly Member[], families: MaterialFamilies): CompiledPack['groupsOfMaterial'] {
  const known = new Map<string, readonly number[]>();
  return (name) => {
    const held = known.get(name);
    if (held !== undefined) return held;
    if (known.size >= MOST_NAMES) known.clear();
    const groups = members.flatMap(({ op, list }, group) => (op === 'material' && list.some((wanted) => isMaterial(name, wanted, families)) ? [group] : []));
    known.set(name, groups);
    return groups;
  };
}

function compileMaterials(pack: RulePack, fold: FoldTable): MaterialWords {
  const pairs = Object.entries(pack.vocabulary.materials).flatMap(([name, words]) => [name, ...words].map((word) => ({ name, word: foldText(word, fold) })));
  return { index: wordIndex(pairs.map((pair) => pair.word)), names: pairs.map((pair) => pair.name) };
}
