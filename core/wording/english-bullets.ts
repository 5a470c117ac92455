import type { Category, Product } from '../product/product.ts';
import { titleCase, uniqueByEnglish } from './english-title.ts';
import { englishQuantity, fullQuantityText, type QuantityContext } from './quantity-text.ts';
import type { Said, TitleFacts } from './title-facts.ts';
import { UNITS } from './unit.ts';

/** Mains voltage of the United States and the most a 120 V appliance is labelled for (export rules, section 6.6). */
const US_MAINS_VOLTS = 120;

/** Everything the title said, as lines a buyer can scan; nothing is said here that the title or a recorded fact does not say. */
export function englishBullets(facts: TitleFacts, product: Product, category: Category | null): string[] {
  const context: QuantityContext = { clothing: category === 'apparel' };
  const kinds = (...names: Said['kind'][]) => facts.traits.filter((said) => names.includes(said.kind));
  const measured = facts.quantities.filter((said) => said.quantity !== undefined && !['count', 'discard'].includes(said.quantity.unit.dimension));
  const counts = facts.quantities.filter((said) => said.quantity?.unit.dimension === 'count');
  return [
    line('Material', words(kinds('material'))),
    line('Features', words(kinds('feature', 'claim', 'without', 'process'))),
    line('Design', words(kinds('cut', 'style', 'pattern'))),
    line('Color', words(kinds('color'))),
    line('Scent or Flavor', words(kinds('scent'))),
    line('Season', words(kinds('season'))),
    line('Size and Specification', quantities(measured, context)),
    line('Quantity', quantities(counts, context)),
    line('For', words([...facts.audience, ...facts.scenes])),
    line('Compatible With', [...new Set(facts.compatible.map((said) => said.en))]),
    line('Reference', facts.codes.map((said) => said.en)),
    ...recordedLines(product, facts),
  ].filter((text) => text !== null);
}

function line(label: string, values: readonly string[]): string | null {
  return values.length === 0 ? null : `${label}: ${values.join(', ')}`;
}

function words(said: readonly Said[]): string[] {
  return uniqueByEnglish(said).map((item) => titleCase(item.en));
}

function quantities(said: readonly Said[], context: QuantityContext): string[] {
  return [...new Set(said.flatMap((item) => (item.quantity === undefined ? [] : [fullQuantityText(englishQuantity(item.quantity, context))])))];
}

/** Recorded facts a buyer needs and the title does not give. */
function recordedLines(product: Product, facts: TitleFacts): (string | null)[] {
  const { weightGrams, lengthMm, widthMm, heightMm, voltage } = product.facts ?? {};
  const stated = new Set(facts.quantities.map((said) => said.quantity?.unit.dimension));
  const sides = [lengthMm, widthMm, heightMm].flatMap((side) => (typeof side === 'number' && side > 0 ? [side / 10] : []));
  const centimetres = UNITS['cm'];
  const grams = UNITS['g'];
  return [
    sides.length > 1 && !stated.has('length') && centimetres !== undefined
      ? `Dimensions: ${fullQuantityText(englishQuantity({ values: sides, shape: 'product', unitWord: 'cm', unit: centimetres, pack: false }, { clothing: false }))}`
      : null,
    typeof weightGrams === 'number' && weightGrams > 0 && !stated.has('mass') && grams !== undefined
      ? `Weight: ${fullQuantityText(englishQuantity({ values: [weightGrams], shape: 'single', unitWord: 'g', unit: grams, pack: false }, { clothing: false }))}`
      : null,
    typeof voltage === 'string' && isForeignVoltage(voltage) ? `Voltage: ${voltage.replaceAll(/[^\d.\-~VvAaCcHhZz /]/g, '')} (US mains supply is ${US_MAINS_VOLTS} V)` : null,
  ];
}

function isForeignVoltage(voltage: string): boolean {
  const volts = [...voltage.matchAll(/\d+/g)].map((match) => Number(match[0])).filter((value) => value >= 100);
  return volts.length > 0 && volts.every((value) => value > US_MAINS_VOLTS + 10);
}
