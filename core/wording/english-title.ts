import type { Category } from '../product/product.ts';
import { englishQuantity, fullQuantityText } from './quantity-text.ts';
import type { Dropped, Said, TitleFacts } from './title-facts.ts';

/** Visible characters of a title on the storefront (Amazon's mobile cut, 2025), and of a Google feed (merchant specification, 150). */
export const TITLE_LIMIT = 80;
export const FEED_TITLE_LIMIT = 150;

const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'of', 'for', 'with', 'in', 'to', 'the', 'a', 'an', 'on', 'at', 'by', 'from', 'x']);
/** Words that stand before what is worn as possessives; elsewhere audiences follow with `for`. */
const POSSESSIVE: Readonly<Record<string, string>> = { women: "Women's", men: "Men's", kids: "Kids'", girls: "Girls'", boys: "Boys'", baby: 'Baby', toddler: 'Toddler', unisex: 'Unisex', infants: 'Infant' };
const WORN: ReadonlySet<Category> = new Set(['apparel', 'shoes-bags', 'jewelry', 'baby']);
/** More adjectives than this before a product read as a heap. */
const MOST_TRAITS = 5;

type Slot = Readonly<{ place: number; rank: number; text: string; said: Said | null }>;
export type ComposedTitle = Readonly<{ title: string; dropped: readonly Dropped[] }>;

/** Capitals as English titles have them; words with capitals or digits of their own stay. */
export function titleCase(text: string): string {
  return text
    .split(' ')
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : capitalised(word)))
    .join(' ');
}

function capitalised(word: string): string {
  return word
    .split('-')
    .map((part) => (/[A-Z\d]/.test(part) || (part !== word && SMALL_WORDS.has(part) ) ? part : part.replaceAll(/(^|\/)([a-zà-ÿ])/g, (_all, before: string, letter: string) => before + letter.toUpperCase())))
    .join('-');
}

/**
 * [brand] [audience] [attributes] [material] [product] [model] [for use] [size, count], at most `limit` characters. Slots are left out
 * whole, least important first; what is left out is listed, because the bullets carry it.
 */
export function composeEnglishTitle(facts: TitleFacts, category: Category | null, limit: number): ComposedTitle {
  const slots = titleSlots(facts, category);
  const kept: Slot[] = [];
  for (const slot of [...slots].sort((a, b) => a.rank - b.rank || a.place - b.place)) {
    if (render([...kept, slot]).length <= limit) kept.push(slot);
  }
  const dropped = slots.flatMap((slot): Dropped[] => (kept.includes(slot) || slot.said === null ? [] : [{ text: slot.said.zh, reason: 'moved_to_bullets' }]));
  return { title: render(kept), dropped };
}

function render(slots: readonly Slot[]): string {
  const ordered = [...slots].sort((a, b) => a.place - b.place);
  let title = '';
  for (const { text } of ordered) {
    if (title === '') title = text.replace(/^, |^for /, '');
    else if (text.startsWith(', ')) title += text;
    else title += ` ${withoutEcho(title, text)}`.trimEnd();
  }
  return title;
}

/** `Genuine Leather` before `Leather Shoes` says leather once. */
function withoutEcho(title: string, next: string): string {
  const last = title.slice(title.lastIndexOf(' ') + 1).toLowerCase();
  const [first = '', ...rest] = next.split(' ');
  return first.toLowerCase() === last && /[a-z]/.test(last) ? rest.join(' ') : next;
}

function titleSlots(facts: TitleFacts, category: Category | null): Slot[] {
  const slots: Slot[] = [];
  const [head, second] = facts.heads;
  const headText = head === undefined ? '' : titleCase(second === undefined ? head.en : `${head.en} and ${second.en}`);
  if (facts.brand !== null) slots.push({ place: 0, rank: 1, text: facts.brand.en, said: facts.brand });
  if (head !== undefined) slots.push({ place: 60, rank: 0, text: headText, said: head });
  slots.push(...audienceSlots(facts, category), ...traitSlots(facts, headText), ...quantitySlots(facts, category));
  for (const [index, code] of facts.codes.entries()) slots.push({ place: 61 + index / 100, rank: 12 + index, text: code.en, said: code });
  if (facts.compatible.length > 0) {
    const makes = [...new Set(facts.compatible.map((said) => said.en))];
    slots.push({ place: 70, rank: 3, text: `Compatible with ${makes.slice(0, 3).join(' ')}`, said: facts.compatible[0] ?? null });
  }
  const scenes = uniqueByEnglish(facts.scenes).filter((said) => !includesWords(headText, said.en));
  const [scene, other] = scenes;
  // One `for` is enough; the other uses stand in the bullets.
  if (slots.some((slot) => slot.place === 71)) return slots;
  if (scene !== undefined) slots.push({ place: 72, rank: 9, text: `for ${titleCase(scene.en)}`, said: scene });
  if (other !== undefined) slots.push({ place: 73, rank: 14, text: `and ${titleCase(other.en)}`, said: other });
  return slots.filter((slot) => slot.place !== 73 || scene !== undefined);
}

function audienceSlots(facts: TitleFacts, category: Category | null): Slot[] {
  const names = uniqueByEnglish(facts.audience);
  const [first, second] = names;
  if (first === undefined) return [];
  const possessive = POSSESSIVE[first.en.toLowerCase()];
  if (category !== null && WORN.has(category) && possessive !== undefined) return [{ place: 1, rank: 4, text: possessive, said: first }];
  const who = second === undefined || first.en.toLowerCase() === 'unisex' ? first.en : `${first.en} and ${second.en}`;
  return [{ place: 71, rank: 6, text: first.en.toLowerCase() === 'unisex' ? 'for Men and Women' : `for ${titleCase(who)}`, said: first }];
}

const TRAIT_RANK: Readonly<Record<string, number>> = { without: 2, material: 3, color: 5, pattern: 6, feature: 5, cut: 6, process: 7, claim: 7, scent: 5, season: 11, style: 10 };
const TRAIT_PLACE: Readonly<Record<string, number>> = { without: 20, feature: 22, claim: 23, cut: 24, season: 25, style: 26, scent: 27, color: 30, pattern: 32, process: 34, material: 36 };

function traitSlots(facts: TitleFacts, headText: string): Slot[] {
  const traits = uniqueByEnglish(facts.traits).filter((said) => !includesWords(headText, said.en));
  const seen = new Map<string, number>();
  const ranked = traits.map((said, index) => {
    const before = seen.get(said.kind) ?? 0;
    seen.set(said.kind, before + 1);
    // The second and third of a kind say less than the first of another.
    return { place: (TRAIT_PLACE[said.kind] ?? 28) + index / 100, rank: (TRAIT_RANK[said.kind] ?? 8) + before * 3, text: titleCase(said.en), said };
  });
  const chosen: typeof ranked = [];
  for (const slot of ranked.sort((a, b) => a.rank - b.rank)) {
    if (chosen.length < MOST_TRAITS && !isCovered(slot.text, chosen.map((other) => other.text))) chosen.push(slot);
  }
  return chosen;
}

function quantitySlots(facts: TitleFacts, category: Category | null): Slot[] {
  const context = { clothing: category === 'apparel' };
  const written = new Set<string>();
  return facts.quantities.flatMap((said, index): Slot[] => {
    if (said.quantity === undefined) return [];
    const { unit } = said.quantity;
    const text = englishQuantity(said.quantity, context);
    if (written.has(text.text)) return [];
    written.add(text.text);
    if (unit.dimension === 'trait' && unit.en[0] !== 'Piece Set') return [{ place: 21 + index / 100, rank: 4, text: text.text, said }];
    return [{ place: 80 + index, rank: 2 + index, text: `, ${fullQuantityText(text)}`, said }];
  });
}

/** Whether a trait adds no word to those chosen (Winter beside Fall and Winter), or repeats all of one. */
function isCovered(text: string, chosen: readonly string[]): boolean {
  const words = new Set(text.toLowerCase().split(/[ -]/));
  return chosen.some((other) => {
    const others = other.toLowerCase().split(/[ -]/);
    return [...words].every((word) => others.includes(word)) || others.every((word) => words.has(word));
  });
}

export function uniqueByEnglish(said: readonly Said[]): Said[] {
  const seen = new Set<string>();
  return said.filter((item) => item.en !== '' && !seen.has(item.en.toLowerCase()) && seen.add(item.en.toLowerCase()));
}

function includesWords(text: string, words: string): boolean {
  return ` ${text.toLowerCase()} `.includes(` ${words.toLowerCase()} `);
}
