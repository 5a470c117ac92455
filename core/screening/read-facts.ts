import type { Fact } from '../decision/decision.ts';
import type { Product, ProductDocument } from '../product/product.ts';
import { findContradictions } from './contradiction.ts';
import { FIGURE } from './figure-letters.ts';
import type { FactNeeds } from './facts-read.ts';
import { inferMinimumAge } from './infer-age.ts';
import { inferWattHours } from './infer-battery.ts';
import { inferMaterials, type MaterialWords } from './infer-composition.ts';
import { inferMeasures } from './infer-measures.ts';
import { inferVoltage, voltageBounds } from './infer-voltage.ts';
import { factIn, factReading, recordedFact, recordedMaterials, valueIn, type Contradiction, type FactBook } from './known-facts.ts';
import { spanOf, type TextField } from './product-text.ts';
import type { Hit, Reading } from './read-words.ts';
import type { Sign } from './rule-pack.ts';

/** The signs of a pack by the number of the word that shows them. */
export type SignIndex = readonly (readonly Sign[])[];

/** What of a compiled pack reading facts takes. */
export type FactReader = Readonly<{ signs: SignIndex; materialWords: MaterialWords; needs: FactNeeds }>;

/**
 * Everything known about a product. What the merchant or the hub's scale recorded wins;
 * what was recorded nowhere is read from the words, and says so with the words and their place.
 */
export function readFacts(product: Product, fields: readonly TextField[], reading: Reading, { signs, materialWords, needs }: FactReader): FactBook {
  const stated = new Map<string, Fact>();
  const said = statedFacts(fields, reading, signs, needs);
  for (const fact of said) if (factReading(fact.fact).recorded(product) === undefined && !stated.has(fact.fact) && !deniedByRecord(fact, product, stated)) stated.set(fact.fact, fact);
  completeBattery(product, stated);
  if (needs.voltage) addVoltageBounds(product, stated);
  const recordedList = recordedMaterials(product);
  const materials = recordedList.length > 0 || !needs.materials ? recordedList : inferMaterials(fields, materialWords);
  const [main] = materials;
  if (main !== undefined) stated.set('materials', { ...main.from, fact: 'materials' });
  return {
    product,
    stated,
    materials,
    ingredientsKnown: (product.facts?.ingredients?.length ?? 0) > 0,
    documents: product.facts?.documents ?? NO_DOCUMENTS,
    contradictions: said.length === 0 ? NO_CONTRADICTIONS : findContradictions((path) => recordedFact(product, path), said),
  };
}

const NO_SIGNS: readonly Sign[] = [];
const NO_FACTS: readonly Fact[] = [];
const NO_DOCUMENTS: readonly ProductDocument[] = [];
const NO_CONTRADICTIONS: readonly Contradiction[] = [];

/** Facts the words state: figures first, because 10000mAh says more than 电池. */
function statedFacts(fields: readonly TextField[], reading: Reading, signs: SignIndex, needs: FactNeeds): readonly Fact[] {
  const figures = figureFacts(fields, needs);
  const shown = signFacts(reading, signs);
  if (shown.length === 0 && figures.length === 0) return NO_FACTS;
  const stated = [...figures];
  for (const fact of shown) if (!stated.some((other) => other.fact === fact.fact)) stated.push(fact);
  const wattHours = figures.find((fact) => fact.fact === 'battery.wattHours');
  if (wattHours !== undefined && !stated.some((fact) => fact.fact === 'battery.kind')) stated.push({ ...wattHours, fact: 'battery.kind', value: 'li_ion' });
  return stated;
}

function figureFacts(everyField: readonly TextField[], needs: FactNeeds): readonly Fact[] {
  const fields = everyField.filter((field) => field.role === 'text' && (field.letters & FIGURE.number) !== 0);
  if (fields.length === 0) return NO_FACTS;
  const figures = [needs.battery ? inferWattHours(fields) : null, needs.age ? inferMinimumAge(fields) : null, needs.voltage ? inferVoltage(fields) : null];
  return [...figures.filter((fact) => fact !== null), ...inferMeasures(fields, needs.measures)];
}

/** Facts that single words show, each by the word that says most of it. */
function signFacts(reading: Reading, signs: SignIndex): readonly Fact[] {
  if (!reading.things.some((hit) => isSign(hit, signs)) && !reading.denied.some((hit) => isSign(hit, signs))) return NO_FACTS;
  const seen = new Map<string, Readonly<{ rank: number; fact: Fact }>>();
  const offer = (hit: Hit, sign: Sign, rank: number, value: Sign['value']): void => {
    const held = seen.get(sign.fact);
    if (held !== undefined && held.rank <= rank) return;
    seen.set(sign.fact, { rank, fact: { fact: sign.fact, value, source: 'inferred', span: spanOf(hit.field, hit.start, hit.end) } });
  };
  for (const hit of reading.things) for (const sign of signs[hit.word] ?? NO_SIGNS) offer(hit, sign, rankOf(hit), sign.value);
  for (const hit of reading.denied) {
    for (const sign of signs[hit.word] ?? NO_SIGNS) {
      if (sign.value === true) offer(hit, sign, 1, false);
      else if (sign.fact === 'battery.kind' && sign.value !== 'none') offer(hit, sign, 1, 'none');
    }
  }
  return [...seen.values()].map(({ fact }) => fact);
}

function isSign({ word }: Hit, signs: SignIndex): boolean {
  return (signs[word] ?? NO_SIGNS).length > 0;
}

/** A word in the title says more about the product than one in its description. */
function rankOf(hit: Hit): number {
  return hit.field.name === 'description' ? 2 : 0;
}

const BATTERY_KIND = factReading('battery.kind');
const BATTERY_PACKING = factReading('battery.packing');
const VOLTAGE = factReading('voltage');

/** A recorded "no battery" leaves no watt-hours to infer. */
function deniedByRecord(fact: Fact, product: Product, stated: ReadonlyMap<string, Fact>): boolean {
  return fact.fact.startsWith('battery.') && fact.fact !== 'battery.kind' && valueIn({ product, stated }, BATTERY_KIND) === 'none';
}

/** A battery is built in unless it is recorded or worded as sold by itself: nobody writes 内置 on every torch. */
function completeBattery(product: Product, stated: Map<string, Fact>): void {
  const kind = valueIn({ product, stated }, BATTERY_KIND);
  if (kind === undefined || kind === 'none' || valueIn({ product, stated }, BATTERY_PACKING) !== undefined) return;
  const span = BATTERY_KIND.recorded(product) === undefined ? stated.get('battery.kind')?.span : undefined;
  stated.set('battery.packing', { fact: 'battery.packing', value: 'in_equipment', source: 'inferred', ...(span && { span }) });
}

function addVoltageBounds(product: Product, stated: Map<string, Fact>): void {
  if (valueIn({ product, stated }, VOLTAGE) === undefined) return;
  for (const bound of voltageBounds(factIn({ product, stated }, 'voltage'))) if (factIn({ product, stated }, bound.fact) === undefined) stated.set(bound.fact, bound);
}
