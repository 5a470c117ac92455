import type { Category } from '../product/product.ts';
import { segmentText, type Segment } from './segment.ts';
import type { Term, Termbase } from './term.ts';
import { numberText } from './quantity-text.ts';

/** Pieces of one text conversion: which words were local vocabulary, which only changed script. */
export type HongKongText = Readonly<{ text: string; localTerms: number }>;

/**
 * Simplified Chinese as Hong Kong and Macau write it: the termbase's local words where it has them, script conversion for everything between.
 * Words the termbase knows are never cut by a local word (毛衣链 is not 冷衫 with a chain), and 斤/两 are given in grams, because they weigh
 * 604.79 g and 37.80 g there.
 */
export function toHongKongChinese(text: string, category: Category | null, terms: Termbase, own: readonly Term[] = []): HongKongText {
  let out = '';
  let plain = '';
  let localTerms = 0;
  const flush = () => {
    out += plain === '' ? '' : terms.script.toHongKong(plain);
    plain = '';
  };
  for (const segment of segmentText(text, category, terms, own)) {
    const local = localForm(segment);
    if (local === null) {
      plain += text.slice(segment.start, segment.start + segment.text.length);
    } else {
      flush();
      out += local;
      localTerms += 1;
    }
  }
  flush();
  return { text: out, localTerms };
}

function localForm(segment: Segment): string | null {
  if (segment.kind === 'term') return segment.term.hk;
  if (segment.kind !== 'quantity') return null;
  const [quantity] = segment.quantities;
  if (segment.quantities.length !== 1 || quantity === undefined || !['斤', '市斤', '两'].includes(quantity.unitWord)) return null;
  return `${quantity.values.map((value) => numberText(value * quantity.unit.factor)).join('-')}克${quantity.pack ? '裝' : ''}`;
}
