import type { Product } from '../product/product.ts';
import { tokenize, type Token } from './terms.ts';

/** What a piece of a product's text is good for. */
export type PassageRole = 'title' | 'type' | 'category' | 'category_above' | 'material' | 'attribute' | 'description';

/** A piece of the product's own text, in tokens; `weight` is what a mention in it counts beside one in the title. */
export type Passage = Readonly<{ role: PassageRole; field: string; text: string; tokens: readonly Token[]; weight: number }>;

const WEIGHTS: Readonly<Record<PassageRole, number>> = { title: 1, type: 0.7, category: 0.75, category_above: 0.25, material: 0.1, attribute: 0.1, description: 0.2 };

const TYPE_KEYS = /^(?:item |product )?type$|item type|product type|品名|品类|品類|类型|類型|类别|類別|款式|适用对象|產品名稱|产品名称|classification/i;
const MATERIAL_KEYS = /material|composition|fabric|metals? type|材质|材質|面料|材料|成分|质地|質地|upper|outsole|shell/i;

/** A description is read from its beginning: what follows is the shop, its service and other goods. */
const DESCRIPTION_READ = 600;

function passage(role: PassageRole, field: string, text: string): Passage {
  return { role, field, text, tokens: tokenize(text), weight: WEIGHTS[role] };
}

/** The texts of a product worth reading for what it is, in the order they are trusted. */
export function passagesOf(product: Product): readonly Passage[] {
  const passages: Passage[] = [passage('title', 'title', product.title)];
  for (const [name, value] of Object.entries(product.attributes ?? {})) {
    const role = TYPE_KEYS.test(name.trim()) ? 'type' : MATERIAL_KEYS.test(name) ? 'material' : 'attribute';
    passages.push(passage(role, `attributes.${name}`, value));
  }
  const path = (product.category ?? '').split(/[/>|]/).map((part) => part.trim()).filter((part) => part !== '');
  path.forEach((part, depth) => passages.push(passage(depth === path.length - 1 ? 'category' : 'category_above', 'category', part)));
  if (product.description) passages.push(passage('description', 'description', product.description.slice(0, DESCRIPTION_READ)));
  return passages;
}
