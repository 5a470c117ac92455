import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Product } from '../product/product.ts';
import { factReading, recordedFacts } from './known-facts.ts';

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const text = fc.constantFrom('', 'CN', 'none', 'zh');
const kinds = fc.constantFrom('none' as const, 'li_ion' as const, 'unknown' as const);
const battery = fc.record({ kind: kinds, wattHours: fc.option(fc.double({ noNaN: true })), packing: fc.constantFrom(null, 'alone' as const) });
const facts = fc.record({
  weightGrams: some(fc.nat()), magnet: some(fc.boolean()), voltage: some(text), battery: some(fc.option(battery)), ingredients: some(fc.array(text, { maxLength: 30 })),
  'battery.kind': some(text), 'battery.present': some(fc.boolean()), brand: some(text), originCountry: some(text), materials: some(fc.constant([{ name: 'cotton' }])), documents: some(fc.constant([])),
});
const product: fc.Arbitrary<Product> = fc.record({ id: text, title: text, brand: some(fc.option(text)), originCountry: some(fc.option(text)), sourceLanguage: some(fc.option(text)), facts: some(fc.option(facts)) });

const PATHS = ['weightGrams', 'magnet', 'voltage', 'battery', 'battery.kind', 'battery.present', 'battery.wattHours', 'battery.packing', 'ingredients', 'materials', 'documents', 'brand', 'originCountry', 'sourceLanguage', 'neverRecorded'];

test('a fact read where it stands is the one that the list of all recorded facts gives', () => {
  fc.assert(fc.property(product, fc.constantFrom(...PATHS), (one, path) => {
    expect(factReading(path).recorded(one)).toBe(recordedFacts(one).get(path)?.value);
  }));
});
