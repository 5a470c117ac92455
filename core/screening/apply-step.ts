import type { Product, ProductFacts } from '../product/product.ts';
import type { FixStep } from './verdict.ts';

/** The product as it would be after a step: a fact given, words taken out, or a document put on file. */
export function applyStep(product: Product, step: FixStep): Product {
  const { target, value } = step;
  if (target === null) return product;
  if (step.kind === 'add_document') return withFacts(product, { documents: [...(product.facts?.documents ?? []).filter((held) => held.kind !== target), { kind: target }] });
  if (step.kind === 'give_fact' && value !== null) return giveFact(product, target, value);
  if (step.kind === 'edit_text' && typeof value === 'string' && value !== '') return withoutWords(product, value);
  return product;
}

function withFacts(product: Product, facts: ProductFacts): Product {
  return { ...product, facts: { ...product.facts, ...facts } };
}

function giveFact(product: Product, fact: string, value: string | number | boolean): Product {
  if (fact === 'originCountry' && typeof value === 'string') return { ...product, originCountry: value };
  if (fact === 'materials' && typeof value === 'string') return withFacts(product, { materials: [{ name: value, percent: 100 }] });
  if (fact === 'ingredients' && typeof value === 'string') return withFacts(product, { ingredients: [value] });
  const battery = product.facts?.battery ?? { kind: 'unknown' };
  if (fact === 'battery.wattHours' && typeof value === 'number') return withFacts(product, { battery: { ...battery, wattHours: value } });
  if (fact === 'battery.packing') {
    return value === 'alone' || value === 'with_equipment' || value === 'in_equipment' ? withFacts(product, { battery: { ...battery, packing: value } }) : product;
  }
  if (fact === 'battery.kind') {
    return value === 'none' || value === 'li_ion' || value === 'li_metal' || value === 'nimh' || value === 'alkaline' || value === 'lead'
      ? withFacts(product, { battery: { ...battery, kind: value } })
      : product;
  }
  return withFacts(product, { [fact]: value });
}

/** A title is never empty; what is left of one without its only word is a dash. */
function withoutWords(product: Product, words: string): Product {
  const strip = (text: string): string => text.replaceAll(words, ' ');
  return {
    ...product,
    title: strip(product.title).trim() === '' ? '-' : strip(product.title),
    ...(product.description && { description: strip(product.description) }),
    ...(product.attributes && { attributes: Object.fromEntries(Object.entries(product.attributes).map(([name, text]) => [name, strip(text)])) }),
    ...(product.variants && {
      variants: product.variants.map((variant) => ({ ...variant, options: Object.fromEntries(Object.entries(variant.options).map(([name, text]) => [name, strip(text)])) })),
    }),
  };
}
