import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findChineseHits, findEnglishHits } from '#core/wording/text-rule.ts';
import { segmentText } from '#core/wording/segment.ts';
import { loadTermbase, scriptConversion } from '#server/platform/packs/terms.ts';

const SHARED = process.env['PILOTAGE_SHARED'] ?? join(import.meta.dirname, '../../../shared');
const CASES = join(SHARED, 'data/translation/opencc_cases_dev.jsonl');
const terms = loadTermbase();

describe('the termbase of the packs', () => {
  test('holds at least 5,000 product nouns and 2,000 attribute words', () => {
    const rows = [...terms.terms.values()].flat();
    const nouns = rows.filter(({ kind, en }) => ['product', 'scope', 'place', 'generic'].includes(kind) && en !== '');
    const attributes = rows.filter(({ kind, en }) => ['material', 'feature', 'cut', 'style', 'pattern', 'color', 'process', 'season', 'audience', 'scene', 'without'].includes(kind) && en !== '');
    expect(nouns.length).toBeGreaterThanOrEqual(5000);
    expect(attributes.length).toBeGreaterThanOrEqual(2000);
  });

  test('renders no word with Han characters left, and none with a rendering it forbids', () => {
    for (const term of [...terms.terms.values()].flat()) {
      expect(term.en).not.toMatch(/\p{Script=Han}/u);
      expect(term.avoid).not.toContain(term.en);
    }
  });

  test('has the same edition for the same packs', () => {
    expect(loadTermbase().edition).toBe(terms.edition);
  });
});

describe('the text rules', () => {
  test.each(terms.textRules.map((rule) => [rule.id, rule] as const))('%s fires on its own triggers and not on their near misses', (_id, rule) => {
    for (const trigger of rule.zh) {
      if (/^\d+$/.test(trigger)) continue;
      expect(findChineseHits(trigger, segmentText(trigger, null, terms), [rule]).map((hit) => hit.text)).toContain(trigger);
    }
    for (const trigger of rule.en) expect(findEnglishHits(`A ${trigger} thing`, [rule]).map((hit) => hit.text.toLowerCase())).toContain(trigger.toLowerCase());
    for (const harmless of rule.unless) {
      const hits = findChineseHits(harmless, segmentText(harmless, null, terms), [rule]).filter((hit) => hit.text !== harmless);
      expect(hits.every((hit) => !harmless.includes(hit.text) || rule.zh.includes(harmless))).toBe(true);
    }
  });
});

describe.skipIf(!existsSync(CASES))('script conversion, on the published cases (skipped without the shared data)', () => {
  const script = scriptConversion();
  const cases = existsSync(CASES) ? readFileSync(CASES, 'utf8').trim().split('\n').map((line): { id: string; input: string; expected: Record<string, string> } => JSON.parse(line)) : [];
  test.each(cases.filter(({ expected }) => expected['s2hk'] !== undefined))('Simplified to Hong Kong: $id', ({ input, expected }) => {
    expect(script.toHongKong(input)).toBe(expected['s2hk']);
  });
  test.each(cases.filter(({ expected }) => expected['hk2s'] !== undefined))('Hong Kong to Simplified: $id', ({ input, expected }) => {
    expect(script.toSimplified(input)).toBe(expected['hk2s']);
  });
});
