import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const WEB = dirname(fileURLToPath(import.meta.url));
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const areas = readdirSync(WEB, { withFileTypes: true }).filter((entry) => entry.isDirectory() && readdirSync(join(WEB, entry.name)).includes('messages')).map((entry) => entry.name);

function catalogueOf(area: string, language: string): ReadonlyMap<string, string> {
  const content: unknown = JSON.parse(readFileSync(join(WEB, area, 'messages', `${language}.json`), 'utf8'));
  return new Map(Object.entries(content as Record<string, string>));
}

/** The `{name}` slots of a text, without the words inside a plural. */
function slotsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort();
}

function sourcesOf(area: string): readonly string[] {
  return readdirSync(join(WEB, area), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(WEB, area, file), 'utf8'));
}

describe.each(areas)('the words of %s', (area) => {
  const catalogues = LANGUAGES.map((language) => catalogueOf(area, language));

  test('are the same ids in every language, none empty', () => {
    const ids = [...(catalogues[0]?.keys() ?? [])].sort();
    for (const catalogue of catalogues) {
      expect([...catalogue.keys()].sort()).toEqual(ids);
      expect([...catalogue].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  test('fill the same slots in every language', () => {
    const [hans = new Map<string, string>(), ...others] = catalogues;
    for (const [id, text] of hans) for (const other of others) expect([id, slotsOf(other.get(id) ?? '')]).toEqual([id, slotsOf(text)]);
  });

  test('have Traditional characters in the Traditional catalogue', () => {
    const simplifiedOnly = /[们这为还请发对时个]/;
    const [, hant = new Map<string, string>()] = catalogues;
    expect([...hant].filter(([, text]) => simplifiedOnly.test(text))).toEqual([]);
  });

  test('exist for every id that a screen says, and every id is said somewhere', () => {
    const known = new Set([...(catalogues[0]?.keys() ?? []), ...catalogueOf('ui', 'en').keys()]);
    const code = sourcesOf(area).join('\n');
    const said = [...code.matchAll(/'((?:ui|storefront|merchant|operator|hub|creator|account)\.[\w.]+)'/g)].map((match) => match[1] ?? '');
    const patterns = [...code.matchAll(/`((?:ui|storefront|merchant|operator|hub|creator|account)\.[\w.]*)\$\{/g)].map((match) => match[1] ?? '');
    expect(said.filter((id) => !known.has(id))).toEqual([]);
    expect(patterns.filter((prefix) => ![...known].some((id) => id.startsWith(prefix)))).toEqual([]);
    // The kit's own words may be said by any area.
    if (area === 'ui') return;
    const unsaid = [...(catalogues[0]?.keys() ?? [])].filter((id) => !said.includes(id) && !patterns.some((prefix) => id.startsWith(prefix)));
    expect(unsaid).toEqual([]);
  });
});
