import { categoryOf, type Category, type Product } from '../product/product.ts';
import type { CompiledPack } from './compile-rule-pack.ts';
import { addGroup, emptyGroupSet, type GroupSet } from './group-set.ts';
import { valueIn, type FactBook } from './known-facts.ts';
import type { Judgement } from './judge-rule.ts';
import { textFields, type TextField } from './product-text.ts';
import { readFacts } from './read-facts.ts';
import { readWords, type Hit, type Reading } from './read-words.ts';

/** A product read once under one pack: its words, its facts, and which word lists it touches. Serves every market and day. */
export type PreparedProduct = Readonly<{
  product: Product;
  category: Category | null;
  book: FactBook;
  /** Which word lists were found, as flags for conditions and with the places for reasons. */
  groups: GroupSet;
  places: readonly Place[];
  /** What may wake a rule: word lists found, facts known, and their values. */
  raisers: readonly number[];
  /** What rules that ask for no market had to say on one day, so that the next market need not put it in words again. */
  said: Said;
}>;

/** A list, because few rules speak; the day is that of all of them. */
export type Said = { day: string; judgements: Judgement[] };

/** A place where a word of a list stands. Flat, because most products touch many lists and explain few. */
export type Place = Readonly<{ group: number; hit: Hit }>;

/** Reads a product's texts and facts. The costly half of screening, and the same for every market. */
export function prepareProduct(product: Product, compiled: CompiledPack): PreparedProduct {
  const fields = textFields(product, compiled.texts);
  const reading = readWords(fields, compiled.reader);
  const groups = emptyGroupSet(compiled.groupCount);
  const places: Place[] = [];
  const raisers: number[] = [];
  const touch = (group: number, hit: Hit): void => {
    if (addGroup(groups, group)) raisers.push(group);
    places.push({ group, hit });
  };
  for (const hit of reading.things) {
    const row = compiled.groupsOfWord[hit.word];
    if (row === undefined) continue;
    if (isSaid(hit)) for (const group of row.things) touch(group, hit);
    for (const group of row.ingredients) touch(group, hit);
  }
  for (const hit of reading.claims) if (isSaid(hit)) for (const group of compiled.groupsOfWord[hit.word]?.claims ?? []) touch(group, hit);
  const book = readFacts(product, fields, textOnly(reading, fields), compiled);
  addFactRaisers(book, compiled, raisers);
  for (const { name } of book.materials) for (const group of compiled.groupsOfMaterial(name)) if (addGroup(groups, group)) raisers.push(group);
  return { product, category: categoryOf(product.category), book, groups, places, raisers, said: unsaid() };
}

function unsaid(): Said {
  return { day: '', judgements: [] };
}

/** Whether a word is said of the product, and is not an ingredient, a heading or a label. */
function isSaid({ field, end }: Hit): boolean {
  return field.role === 'text' && end > field.saidFrom;
}

/** The same product with other documents on file: nothing has to be read again. */
export function withDocuments(prepared: PreparedProduct, product: Product): PreparedProduct {
  return { ...prepared, product, said: unsaid(), book: { ...prepared.book, product, documents: product.facts?.documents ?? [] } };
}

function addFactRaisers(book: FactBook, { groupsOfFact }: CompiledPack, raisers: number[]): void {
  for (const groups of groupsOfFact) {
    const value = valueIn(book, groups.reading);
    if (value === undefined) continue;
    if (groups.known !== null) raisers.push(groups.known);
    const one = groups.values.get(String(value));
    if (one !== undefined) raisers.push(one);
  }
}

/** Ingredients are chemistry: their words state no facts about the product. */
function textOnly(reading: Reading, fields: readonly TextField[]): Reading {
  if (fields.every((field) => field.role === 'text')) return reading;
  return { ...reading, things: reading.things.filter((hit) => hit.field.role === 'text'), denied: reading.denied.filter((hit) => hit.field.role === 'text') };
}
