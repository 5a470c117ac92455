import { spanOf, type TextField } from './product-text.ts';
import type { KnownMaterial } from './known-facts.ts';
import { findWords, type WordIndex } from './word-index.ts';

/** The words of materials and the English name of each. */
export type MaterialWords = Readonly<{ index: WordIndex; names: readonly string[] }>;

const SHARE_AFTER = /^ ?[：:（(]? ?(\d{1,3}(?:\.\d{1,2})?) ?%/;
const SHARE_BEFORE = /(\d{1,3}(?:\.\d{1,2})?) ?% ?$/;
/** Attributes that state what a thing is made of; a material named anywhere else may be a colour or a pattern. */
const MATERIAL_ATTRIBUTES = /材质|材料|面料|成分|质地|填充物|里料|material|fabric|composition/;

/**
 * The composition a text states: 涤纶95% 氨纶5%, 100%棉, or the value of an attribute such as 材质.
 * A material without a percentage counts only in such an attribute.
 */
export function inferMaterials(fields: readonly TextField[], words: MaterialWords): KnownMaterial[] {
  const found = new Map<string, KnownMaterial>();
  for (const field of fields) {
    if (field.role !== 'text') continue;
    const isComposition = MATERIAL_ATTRIBUTES.test(field.name);
    if (!isComposition && !field.folded.includes('%')) continue;
    let end = 0;
    findWords(words.index, field.folded, (word, start, stop) => {
      if (start < field.offset || start < end) return;
      const after = SHARE_AFTER.exec(field.folded.slice(stop, stop + 12));
      const before = after === null ? SHARE_BEFORE.exec(field.folded.slice(Math.max(0, start - 8), start)) : null;
      const share = after?.[1] ?? before?.[1];
      const percent = share === undefined ? null : Number(share);
      if (percent === null ? !isComposition : percent > 100) return;
      const name = words.names[word] ?? '';
      end = stop + (after?.[0].length ?? 0);
      const from = before === null ? start : start - before[0].length;
      if (!found.has(name)) {
        found.set(name, { name, percent, from: { fact: `materials.${found.size}`, value: percent === null ? name : `${name} ${percent}%`, source: 'inferred', span: spanOf(field, from, end) } });
      }
    });
  }
  return [...found.values()];
}
