import type { Category } from '../product/product.ts';
import { brandKey } from './brand.ts';
import type { Quantity } from './quantity.ts';
import type { Segment, TermSegment } from './segment.ts';
import type { TermKind } from './term.ts';
import type { RuleHit } from './text-rule.ts';

/** One thing a title says, with the words it came from. */
export type Said = Readonly<{ zh: string; en: string; start: number; kind: TermKind | 'code' | 'quantity'; quantity?: Quantity }>;
export type DropReason = 'promotion' | 'filler' | 'repeated' | 'another_name' | 'not_allowed' | 'needs_a_person' | 'brand_without_latin_name' | 'name_in_brackets' | 'unknown_word' | 'moved_to_bullets' | 'no_information' | 'draft_refused';
export type Dropped = Readonly<{ text: string; reason: DropReason; rule?: string }>;

/** What a title says about the product, sorted. `unknownCharacters` of `hanCharacters` were in no word of the termbase. */
export type TitleFacts = Readonly<{
  brand: Said | null;
  heads: readonly Said[];
  traits: readonly Said[];
  audience: readonly Said[];
  scenes: readonly Said[];
  compatible: readonly Said[];
  codes: readonly Said[];
  quantities: readonly Said[];
  dropped: readonly Dropped[];
  lostNegations: readonly string[];
  unknownCharacters: number;
  hanCharacters: number;
}>;

type Draft = { -readonly [Key in keyof TitleFacts]: TitleFacts[Key] extends readonly (infer Item)[] ? Item[] : TitleFacts[Key] } & { products: Said[]; otherBrands: Said[]; joined: Set<number> };

const COMPATIBLE_WITH: ReadonlySet<string> = new Set(['适用', '适用于', '适配', '兼容', '适合', 'for', '专用于']);
const NEGATORS: ReadonlySet<string> = new Set(['不含', '无', '不加', '未添加', '零', '0', '免', '无添加', '不添加', '没有', '非', '不是']);
/** What a thing can be free of; a word of one character for a product is none of it (不加糖 is no candy). */
const CONTENTS: ReadonlySet<string> = new Set(['material', 'feature', 'pattern', 'process', 'scent']);
const JOINERS: ReadonlySet<string> = new Set(['+', '和', '与', '及', '&', '加']);
const TRAITS: ReadonlySet<string> = new Set(['material', 'feature', 'cut', 'style', 'pattern', 'color', 'process', 'season', 'without', 'scent', 'claim']);
/** Products that are bought for another product: a phone maker's name beside them says what they fit, not who made them. */
const ACCESSORY = /\b(?:case|protector|film|cable|charger|strap|band|filter|cartridge|toner|adapter|stand|holder|mount|keyboard|lens|battery|cover|brush head|sleeve|skin|sticker)\b/i;

/**
 * Sorts the pieces of a title into facts. Words that rules forbid are left out (`drop`), replaced, or kept for a person (`hold`);
 * everything left out is listed with its reason.
 */
export function readTitleFacts(segments: readonly Segment[], hits: readonly RuleHit[], category: Category | null): TitleFacts {
  const draft = emptyDraft();
  let index = 0;
  while (index < segments.length) index += readAt(segments, index, hits, draft);
  settleHeads(draft, category);
  settleBrand(draft);
  const { products: _products, otherBrands: _otherBrands, joined: _joined, ...facts } = draft;
  return facts;
}

function emptyDraft(): Draft {
  return {
    brand: null, heads: [], traits: [], audience: [], scenes: [], compatible: [], codes: [], quantities: [], dropped: [], lostNegations: [],
    unknownCharacters: 0, hanCharacters: 0, products: [], otherBrands: [], joined: new Set(),
  };
}

/** Reads the piece at `index` and answers how many pieces it took. */
function readAt(segments: readonly Segment[], index: number, hits: readonly RuleHit[], draft: Draft): number {
  const segment = segments[index];
  if (segment === undefined) return 1;
  const han = countHan(segment.text);
  draft.hanCharacters += han;
  const hit = hits.find((found) => found.rule.action !== 'warn' && found.start < segment.start + segment.text.length && segment.start < found.start + found.text.length);
  if (hit !== undefined && segment.kind !== 'mark') return applyRule(segment, hit, draft);
  if (segment.kind === 'unknown' && isBracketed(segments, index)) {
    draft.hanCharacters -= han;
    draft.dropped.push({ text: segment.text, reason: 'name_in_brackets' });
    return 1;
  }
  if (segment.kind === 'unknown') {
    draft.unknownCharacters += han;
    draft.dropped.push({ text: segment.text, reason: 'unknown_word' });
    return 1;
  }
  if (segment.kind === 'mark') {
    if (JOINERS.has(segment.text)) draft.joined.add(segment.start);
    return 1;
  }
  if (segment.kind === 'latin') return readLatin(segments, index, draft);
  if (segment.kind === 'quantity') return readQuantities(segments, index, draft);
  return segment.kind === 'term' ? readTerm(segments, index, segment, draft) : 1;
}

const OPENS = /[【[(「『《〈<{]$/;
const CLOSES = /^[】\])」』》〉>}]/;

/** A word alone between brackets that nobody knows is the shop's own name or a title: it says nothing of the goods that a buyer abroad could use. */
function isBracketed(segments: readonly Segment[], index: number): boolean {
  const [before, after] = [segments[index - 1], segments[index + 1]];
  return before?.kind === 'mark' && OPENS.test(before.text.trim()) && after?.kind === 'mark' && CLOSES.test(after.text.trim());
}

function applyRule(segment: Segment, hit: RuleHit, draft: Draft): number {
  const { rule } = hit;
  if (rule.action === 'replace' && rule.instead !== null && rule.instead.en !== '') {
    draft.traits.push({ zh: segment.text, en: rule.instead.en, start: segment.start, kind: 'claim' });
  } else {
    draft.dropped.push({ text: segment.text, reason: rule.action === 'hold' ? 'needs_a_person' : 'not_allowed', rule: rule.id });
  }
  return 1;
}


function readTerm(segments: readonly Segment[], index: number, segment: TermSegment, draft: Draft): number {
  const { term } = segment;
  const said: Said = { zh: segment.text, en: term.en, start: segment.start, kind: term.kind };
  if (COMPATIBLE_WITH.has(term.zh)) return 1 + readCompatible(segments, index + 1, draft);
  if (NEGATORS.has(term.zh)) return readNegation(segments, index, segment, draft);
  if (JOINERS.has(term.zh)) draft.joined.add(segment.start);
  if (term.kind === 'value' && term.en === '') {
    // A word that only Hong Kong writes otherwise; nobody has given it English yet.
    draft.unknownCharacters += countHan(segment.text);
    draft.dropped.push({ text: segment.text, reason: 'unknown_word' });
  } else if (term.kind === 'filler' || term.kind === 'value') draft.dropped.push({ text: segment.text, reason: 'filler' });
  else if (term.kind === 'promotion') draft.dropped.push({ text: segment.text, reason: 'promotion' });
  else if (term.kind === 'brand') readBrand(said, draft);
  else if (term.kind === 'audience') draft.audience.push(said);
  else if (term.kind === 'scene') draft.scenes.push(said);
  else if (TRAITS.has(term.kind)) draft.traits.push(said);
  else return readProduct(segments, index, draft);
  return 1;
}

/** A brand; where the Latin name stands before it, that was the same name. */
function readBrand(said: Said, draft: Draft): void {
  if (said.en === '') {
    draft.dropped.push({ text: said.zh, reason: 'brand_without_latin_name' });
    return;
  }
  const key = brandKey(said.en);
  const twins = draft.codes.filter((code) => brandKey(code.en) === key);
  for (const twin of twins) draft.codes.splice(draft.codes.indexOf(twin), 1);
  if (draft.brand === null) draft.brand = said;
  else if (brandKey(draft.brand.en) !== key) draft.otherBrands.push(said);
}

/** A product with what stands directly before or after it: 汽车|坐垫 is one thing, 鱼缸|灯 too; 护颈枕|U型枕 are two names of one. */
function readProduct(segments: readonly Segment[], index: number, draft: Draft): number {
  const words: TermSegment[] = [];
  for (let at = index; at < segments.length; at += 1) {
    const next = segments[at];
    if (next?.kind !== 'term' || !isNoun(next.term.kind)) break;
    const last = words.at(-1);
    if (last !== undefined && !compounds(last, next)) break;
    words.push(next);
  }
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return 1;
  const zh = words.map((word) => word.text).join('');
  const said: Said = { zh, en: uniqueWords(words.map((word) => word.term.en)), start: first.start, kind: last.term.kind };
  draft.products.push(said);
  // The first piece was counted by readAt.
  draft.hanCharacters += countHan(zh) - countHan(first.text);
  return words.length;
}

function compounds(first: TermSegment, second: TermSegment): boolean {
  if (FOR_ANOTHER.has(first.term.kind)) return true;
  if (FOR_ANOTHER.has(second.term.kind)) return false;
  return second.term.kind === 'generic' || (second.text.length === 1 && first.text.at(-1) !== second.text);
}

const FOR_ANOTHER: ReadonlySet<TermKind> = new Set(['scope', 'place']);

function isNoun(kind: TermKind): boolean {
  return kind === 'product' || kind === 'generic' || FOR_ANOTHER.has(kind);
}

function uniqueWords(parts: readonly string[]): string {
  const words: string[] = [];
  for (const word of parts.join(' ').split(' ')) if (!words.some((known) => known.toLowerCase() === word.toLowerCase())) words.push(word);
  return words.join(' ');
}

function readNegation(segments: readonly Segment[], index: number, segment: TermSegment, draft: Draft): number {
  const next = segments[index + 1];
  if (next?.kind === 'term' && (segment.text === '非' || segment.text === '不是')) {
    draft.dropped.push({ text: segment.text + next.text, reason: 'filler' });
    return 2;
  }
  if (next?.kind === 'term' && next.term.en !== '' && (CONTENTS.has(next.term.kind) || (next.term.kind === 'product' && next.text.length > 1))) {
    draft.hanCharacters += countHan(next.text);
    draft.traits.push({ zh: segment.text + next.text, en: `${next.term.en}-Free`, start: segment.start, kind: 'without' });
    return 2;
  }
  if (next?.kind === 'unknown') draft.lostNegations.push(segment.text + next.text);
  else draft.dropped.push({ text: segment.text, reason: 'filler' });
  return 1;
}

function readCompatible(segments: readonly Segment[], from: number, draft: Draft): number {
  let at = from;
  for (; at < segments.length; at += 1) {
    const segment = segments[at];
    if (segment === undefined) break;
    const brand = segment.kind === 'term' && segment.term.kind === 'brand' && segment.term.en !== '';
    const separator = segment.kind === 'mark' && /[\s/、,]/.test(segment.text);
    if (brand) draft.compatible.push({ zh: segment.text, en: segment.term.en, start: segment.start, kind: 'brand' });
    else if (segment.kind === 'latin') draft.compatible.push({ zh: segment.text, en: segment.text, start: segment.start, kind: 'code' });
    else if (!separator) break;
    draft.hanCharacters += countHan(segment.text);
  }
  return at - from;
}

/** Latin words and numbers are kept as they stand; neighbours parted by one space are one name (`Galaxy S9 Plus`). */
function readLatin(segments: readonly Segment[], index: number, draft: Draft): number {
  const first = segments[index];
  if (first === undefined) return 1;
  let text = first.text;
  let taken = 1;
  for (let space = segments[index + taken], next = segments[index + taken + 1]; space?.text === ' ' && next?.kind === 'latin'; space = segments[index + taken], next = segments[index + taken + 1]) {
    text += ` ${next.text}`;
    taken += 2;
  }
  const slash = segments[index + taken];
  const alias = segments[index + taken + 1];
  if (slash?.text === '/' && alias?.kind === 'unknown' && draft.brand === null && /[a-z]/i.test(text)) {
    draft.brand = { zh: `${text}/${alias.text}`, en: text, start: first.start, kind: 'brand' };
    draft.hanCharacters += countHan(alias.text);
    return taken + 2;
  }
  if (draft.codes.some((code) => code.en.toLowerCase() === text.toLowerCase())) draft.dropped.push({ text, reason: 'repeated' });
  else draft.codes.push({ zh: text, en: text, start: first.start, kind: 'code' });
  return taken;
}

function readQuantities(segments: readonly Segment[], index: number, draft: Draft): number {
  const segment = segments[index];
  if (segment?.kind !== 'quantity') return 1;
  const next = segments[index + 1];
  const only = segment.quantities.length === 1 ? segment.quantities[0] : undefined;
  if (only?.unitWord === '%' && next?.kind === 'term' && next.term.kind === 'material') {
    draft.hanCharacters += countHan(next.text);
    draft.traits.push({ zh: segment.text + next.text, en: `${segment.text.replace(/\s/g, '')} ${next.term.en}`, start: segment.start, kind: 'material', quantity: only });
    return 2;
  }
  for (const quantity of segment.quantities) {
    if (quantity.unit.dimension === 'discard' || isYear(quantity)) draft.dropped.push({ text: segment.text, reason: 'promotion' });
    else draft.quantities.push({ zh: segment.text, en: '', start: segment.start, kind: 'quantity', quantity });
  }
  return 1;
}

/** 2021年 is when a listing was written, not a lifetime of 2,021 years. */
function isYear(quantity: Quantity): boolean {
  const value = quantity.values[0] ?? 0;
  return quantity.unitWord === '年' && value >= 1900 && value <= 2100;
}

/** A place or thing a product is for, and a word for hardly anything, are names only when nothing better is said. */
const HEAD_PENALTY: Readonly<Record<string, number>> = { scope: 6, place: 9, generic: 12 };

/** The product's name is the one that says most: its own category, repeated, long, near the end; generic words only when nothing else is said. */
function settleHeads(draft: Draft, category: Category | null): void {
  const named = draft.products.filter((said) => said.en !== '');
  const last = named.length - 1;
  let best: Said | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [position, said] of named.entries()) {
    const again = named.filter((other) => other.en === said.en).length - 1;
    const score = said.zh.length * 2 + again * 2 + (last === 0 ? 0 : position / last) + (/\d-piece/i.test(said.en) ? 8 : 0) - (HEAD_PENALTY[said.kind] ?? 0);
    if (score >= bestScore) [best, bestScore] = [said, score];
  }
  if (best === null) return;
  draft.heads.push(best);
  const also = named.find((said) => said.en !== best.en && besideJoiner(best, said, draft.joined));
  if (also !== undefined) draft.heads.push(also);
  for (const said of named) {
    if (said.kind === 'place' && !draft.heads.includes(said)) draft.scenes.push(said);
    else if (!draft.heads.includes(said)) draft.dropped.push({ text: said.zh, reason: said.en === best.en ? 'repeated' : 'another_name' });
  }
  settleMakers(draft, category === 'electronics' && ACCESSORY.test(best.en));
}

/** Makers named beside an accessory are what it fits; elsewhere a second brand is not written. */
function settleMakers(draft: Draft, accessory: boolean): void {
  if (accessory) draft.compatible.push(...draft.otherBrands);
  else draft.dropped.push(...draft.otherBrands.map((said): Dropped => ({ text: said.zh, reason: 'another_name' })));
  if (accessory && draft.brand !== null && draft.codes.length > 0) {
    draft.compatible.unshift(draft.brand);
    draft.brand = null;
  }
}

function besideJoiner(one: Said, other: Said, joined: ReadonlySet<number>): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return [...joined].some((at) => at >= first.start + first.zh.length && at < second.start && second.start - (first.start + first.zh.length) <= 2);
}

/** Without a stated brand, Latin letters at the very beginning are one. */
function settleBrand(draft: Draft): void {
  const first = draft.codes[0];
  if (draft.brand === null && first !== undefined && first.start <= 1 && /^[a-z][a-z'’.& -]+$/i.test(first.en) && first.en.length > 1) {
    draft.brand = { ...first, kind: 'brand' };
    draft.codes.shift();
  }
  const brand = draft.brand;
  if (brand !== null) draft.codes = draft.codes.filter((code) => brandKey(code.en) !== brandKey(brand.en));
}

/** Han characters of a text. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
