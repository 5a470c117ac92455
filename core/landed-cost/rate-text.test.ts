import { expect, test } from 'vitest';
import { parseRateText } from './rate-text.ts';

test.each([
  ['Free', { ratePpm: 0n, specifics: [] }],
  ['16.5%', { ratePpm: 165_000n, specifics: [] }],
  ['0.8¢ each + 4.6%', { ratePpm: 46_000n, specifics: [{ microCentsPerUnit: 800_000n, unit: 'no' }] }],
  ['$1.035/kg', { ratePpm: 0n, specifics: [{ microCentsPerUnit: 103_500_000n, unit: 'kg' }] }],
  ['90¢/pr. + 37.5%', { ratePpm: 375_000n, specifics: [{ microCentsPerUnit: 90_000_000n, unit: 'prs' }] }],
  ['14.5¢/m2 + 0.4%', { ratePpm: 4_000n, specifics: [{ microCentsPerUnit: 14_500_000n, unit: 'm2' }] }],
  ['5.1¢/liter +3%', { ratePpm: 30_000n, specifics: [{ microCentsPerUnit: 5_100_000n, unit: 'l' }] }],
  ['6¢/kg on drained weight + 8.5%', { ratePpm: 85_000n, specifics: [{ microCentsPerUnit: 6_000_000n, unit: 'kg_drained' }] }],
  ['8¢/liter + 33.9¢/pf. liter', { ratePpm: 0n, specifics: [{ microCentsPerUnit: 8_000_000n, unit: 'l' }, { microCentsPerUnit: 33_900_000n, unit: 'pfl' }] }],
])('%s is understood', (text, terms) => {
  expect(parseRateText(text).terms).toEqual(terms);
});

test.each([
  '51¢ each + 6.25% on the case + 14% on the strap, band or bracelet',
  'The rate applicable to each garment in the ensemble if separately entered',
  'Free, under bond, as prescribed in U.S. note 1 to this subchapter',
  '2.5% on the value of the lead content',
  '',
])('"%s" keeps its text and has no terms', (text) => {
  expect(parseRateText(text)).toEqual({ text, terms: null });
});
