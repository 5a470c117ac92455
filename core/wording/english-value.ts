import type { Category } from '../product/product.ts';
import { titleCase } from './english-title.ts';
import { englishQuantity, fullQuantityText } from './quantity-text.ts';
import { segmentText, type Segment } from './segment.ts';
import { termIn, type Term, type Termbase } from './term.ts';
import { countHan } from './title-facts.ts';

/** Values that say nothing to a buyer. */
const EMPTY_VALUES: ReadonlySet<string> = new Set(['其他', '其它', 'other', 'other/其他', '其他/other', '见描述', '属性见描述', '见详情', '图片色', '如图', '如图色', '暂无', '待定', '其他品牌', '其他100%']);

/** A short value or name in English: whole when the termbase has it, else word by word when every word is known; null otherwise. */
export function englishValue(text: string, category: Category | null, terms: Termbase, own: readonly Term[] = []): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || EMPTY_VALUES.has(trimmed.toLowerCase())) return null;
  if (countHan(trimmed) === 0) return trimmed;
  const rows = terms.terms.get(trimmed.toLowerCase());
  const whole = rows === undefined ? null : termIn(rows, category);
  if (whole !== null && whole.en !== '') return titleCase(whole.en);
  return joinSegments(segmentText(trimmed, category, terms, own), category);
}

/** An attribute or option name in English; null when it is not known. */
export function englishName(name: string, category: Category | null, terms: Termbase): string | null {
  const known = terms.attributeNames.get(name.trim());
  return known ?? englishValue(name, category, terms);
}

const SEPARATORS: Readonly<Record<string, string>> = { '、': ',', ',': ',', ';': ';', '/': '/', '+': ' +', '|': ',', '。': '', '(': ' (', ')': ')', '（': ' (', '）': ')', '-': '-', '~': '-', '～': '-', ':': ':', '%': '%', '·': ' ', ' ': '', '【': ' (', '】': ')', '[': ' (', ']': ')', '&': ' &', '<': ' <', '>': ' >', '≥': ' ≥', '≤': ' ≤', '.': '.', '_': ' ' };

function joinSegments(segments: readonly Segment[], category: Category | null): string | null {
  let text = '';
  for (const segment of segments) {
    if (segment.kind === 'unknown') return null;
    if (segment.kind === 'mark') {
      const mark = SEPARATORS[segment.text];
      if (mark === undefined) return null;
      text += mark;
      continue;
    }
    const words = wordsOf(segment, category);
    if (words === null) return null;
    if (words !== '') text += text === '' || /[(/:-]$/.test(text) ? words : ` ${words}`;
  }
  const tidy = text.replaceAll(/\s+/g, ' ').replaceAll(/\( /g, '(').replaceAll(/^[\s,;/+&:-]+|[\s,;/+&:-]+$/g, '').replaceAll(/ ?\(\)/g, '');
  return tidy === '' ? null : tidy;
}

function wordsOf(segment: Segment, category: Category | null): string | null {
  if (segment.kind === 'quantity') return segment.quantities.map((quantity) => fullQuantityText(englishQuantity(quantity, { clothing: category === 'apparel' }))).join(' x ');
  if (segment.kind === 'term') {
    const { term } = segment;
    // A brand without a Latin name, or a word that only matters in a title, leaves no hole that a reader would notice.
    if (term.kind === 'filler' || term.kind === 'promotion') return term.en === '' ? '' : titleCase(term.en);
    return term.en === '' ? null : titleCase(term.en);
  }
  return segment.text;
}
