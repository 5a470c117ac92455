import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { categoryOf } from '#core/product/product.ts';
import { checkTranslation } from '#core/wording/check-translation.ts';
import { localize } from '#core/wording/localize.ts';
import { loadTermbase } from '#server/platform/packs/terms.ts';

const terms = loadTermbase();
const titles = readFileSync(join(import.meta.dirname, '../../test/wording/titles.tsv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));

/** The longest true translation: the title as a feed shows it, with what the bullets add. */
const good = titles.map(([, category = '', source = '']) => {
  const page = localize({ id: 't', title: source, category }, 'en-US', { market: 'US' }, terms);
  return { source, category, text: [page.feedTitle, ...page.bullets].join('; ') };
});
const findings = (source: string, category: string, text: string) =>
  checkTranslation({ source, target: text, page: text, to: 'en-US', market: 'US', category: categoryOf(category), limit: null }, terms).filter((check) => check.severity !== 'minor' && check.check !== 'doubled');

type Damage = readonly [name: string, bar: number, damage: (text: string, source: string) => string];
const withoutConversions = (text: string) => text.replaceAll(/ \([\d.][^()]*\)/g, '');
const replaceAllOf = (text: string, pattern: RegExp, to: string) => text.replaceAll(pattern, to);
const DAMAGES: readonly Damage[] = [
  ['a number lost', 0.99, (text) => replaceAllOf(withoutConversions(text), /(?<! x )\b(?<![.\d])\d+(?:\.\d+)? (?=(?:mL|cm|mm|g|kg|L|W|m|mAh|in)\b)/g, '')],
  ['a number changed', 0.99, (text) => replaceAllOf(withoutConversions(text), /(?<![\d.])(\d+(?:\.\d+)?)(?= (?:mL|cm|mm|g|kg|L|W|mAh|Hz)\b)/g, '77$1')],
  ['a unit swapped', 0.99, (text) => withoutConversions(text).replaceAll(/ mL\b/g, ' L').replaceAll(/ cm\b/g, ' m').replaceAll(/(?<=\d) g\b/g, ' kg')],
  ['a count changed', 0.99, (text) => text.replaceAll(/\b(\d+)(?= (?:Pcs|Pairs|Packs|Bottles|Sheets|Rolls)\b)/g, '9$1')],
  ['a brand added', 0.99, (text) => `Nike ${text}`],
  ['a material added', 0.95, (text, source) => (source.includes('羊绒') ? text : `Cashmere ${text}`)],
  ['Han characters left', 0.99, (text) => `${text} 包邮`],
  ['a claim added', 0.95, (text) => `${text}, cures eczema`],
  ['another forbidden claim', 0.95, (text) => `FDA approved ${text}`],
  ['contact details', 0.99, (text) => `${text} WeChat: abc12345`],
  ['a negation lost', 0.95, (text) => replaceAllOf(text, /\b[A-Za-z]+-Free\b|\bNo Added \w+|\bOdorless|\bSmokeless|\bWireless/gi, '')],
  ['a placeholder left', 0.99, (text) => `${text} {brand}`],
  ['the text empty', 0.99, () => ' '],
];

describe('planted errors', () => {
  test.each(DAMAGES)('%s is found', (_name, bar, damage) => {
    const damaged = good.map(({ source, category, text }) => ({ source, category, before: withoutConversions(text), text: damage(text, source), untouched: text })).filter(({ before, untouched, text }) => before !== text && untouched !== text);
    const missed = damaged.filter(({ source, category, text }) => findings(source, category, text).length === 0);
    expect(damaged.length).toBeGreaterThan(2);
    expect(1 - missed.length / damaged.length >= bar ? [] : missed).toEqual([]);
  });

  test('good translations raise an alarm in at most 3 % of cases', () => {
    const alarmed = good.filter(({ source, category, text }) => findings(source, category, text).length > 0);
    const why = alarmed.map(({ source, category, text }) => `${source} → ${text}: ${findings(source, category, text).map((check) => check.message).join('; ')}`);
    expect(alarmed.length / good.length <= 0.03 ? [] : why).toEqual([]);
  });
});
