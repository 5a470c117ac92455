import type { Product, Variant } from '../product/product.ts';
import { figureLetters } from './figure-letters.ts';
import { foldText, type FoldTable } from './fold-text.ts';
import type { FieldReading } from './read-words.ts';

/**
 * One text of a product: as the merchant wrote it, and folded for reading. `offset` characters before it are the attribute's name.
 * Words that end by `saidFrom` say nothing of the product; facts are read from all of it. `letters` are the flags of `figureLetters`; `reading` is what its words say, once they were read.
 */
export type TextField = Readonly<{ name: string; text: string; folded: string; role: 'text' | 'ingredient'; offset: number; saidFrom: number; letters: number }> & { reading: FieldReading | null };

/** Attributes that name a model or a colour: 珊瑚 is a colour there, 888 a number. */
const LABELS = /型号|货号|款号|款式编号|编号|条码|色号|颜色|colou?r|model|sku/;

/** The answer of an attribute that asks yes or no: there its name says something of the product, as in 含酒精：是. */
const YES = /\s*(?:是|有|支持|含|带|包含|yes|true)/y;

/** How texts are made ready under one pack. */
export type Texts = Readonly<{ fold: FoldTable; attributes: AttributeFields }>;

/** The text of an attribute by its name and value: made and read once while it is remembered. */
export type AttributeFields = Readonly<{ field: (name: string, value: string) => TextField }>;

/** Of the attributes of a thousand real products 59 % had stood on an earlier one (OpenBG titles with attributes, 2026-11-27); so many are remembered. */
const MOST_ATTRIBUTES = 8_192;
/** Longer values are sentences of one product. */
const LONGEST_REMEMBERED = 40;

/** Remembers attributes, because 材质：棉 stands on every third product of a shop. */
export function attributeFields(fold: FoldTable): AttributeFields {
  const byName = new Map<string, Map<string, TextField>>();
  let count = 0;
  return {
    field: (name, value) => {
      const held = byName.get(name)?.get(value);
      if (held !== undefined) return held;
      const field = attributeField(name, value, fold);
      if (value.length > LONGEST_REMEMBERED || name.length > LONGEST_REMEMBERED) return field;
      if (count >= MOST_ATTRIBUTES) {
        byName.clear();
        count = 0;
      }
      const values = byName.get(name) ?? new Map<string, TextField>();
      byName.set(name, values.set(value, field));
      count += 1;
      return field;
    },
  };
}

/** Every text a rule may read, title first. Attribute texts carry their name, because 插头：国标 means nothing without it. */
export function textFields(product: Product, { fold, attributes: known }: Texts): TextField[] {
  const fields: TextField[] = [];
  if (product.title !== '') fields.push(textField('title', product.title, fold));
  const { attributes } = product;
  for (const name in attributes) if (Object.hasOwn(attributes, name)) fields.push(known.field(name, attributes[name] ?? ''));
  if (product.description !== null && product.description !== undefined && product.description !== '') fields.push(textField('description', product.description, fold));
  addOptions(product.variants ?? [], fold, fields);
  product.facts?.ingredients?.forEach((ingredient, place) => {
    if (ingredient !== '') fields.push({ ...textField(`facts.ingredients.${place}`, ingredient, fold), role: 'ingredient' });
  });
  return fields;
}

function textField(name: string, text: string, fold: FoldTable): TextField {
  const folded = foldText(text, fold);
  return { name, text, folded, role: 'text', offset: 0, saidFrom: 0, letters: figureLetters(folded), reading: null };
}

function attributeField(name: string, value: string, fold: FoldTable): TextField {
  const text = `${name}：${value}`;
  const folded = foldText(text, fold);
  return { name: `attributes.${name}`, text, folded, role: 'text', offset: name.length + 1, saidFrom: saidFrom(folded, name.length), letters: figureLetters(folded), reading: null };
}

/** An attribute's name is a heading, not a statement: 地图类型：无 is no map. */
function saidFrom(folded: string, nameLength: number): number {
  if (LABELS.test(folded.slice(0, nameLength))) return folded.length;
  YES.lastIndex = nameLength + 1;
  return YES.test(folded) ? 0 : nameLength + 1;
}

function addOptions(variants: readonly Variant[], fold: FoldTable, fields: TextField[]): void {
  const seen = new Set<string>();
  for (const variant of variants) {
    for (const [name, value] of Object.entries(variant.options)) {
      if (seen.has(value) || value === '') continue;
      seen.add(value);
      fields.push({ ...textField(`variants.${variant.sku}.${name}`, value, fold), saidFrom: LABELS.test(foldText(name, fold)) ? value.length : 0 });
    }
  }
}

/** Where a passage stands in the merchant's own words. */
export function spanOf(field: TextField, start: number, end: number): Readonly<{ field: string; start: number; text: string }> {
  const from = Math.max(start, start < field.offset && end > field.offset ? field.offset : start);
  return { field: field.name, start: Math.max(0, from - field.offset), text: field.text.slice(from, end) };
}
