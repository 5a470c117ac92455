import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { productFacts } from '#contract/product-facts.ts';
import type { Product } from '#core/product/product.ts';
import { screen } from '#core/screening/screen.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';

/** The day the examples are judged on: every rule of the edition is in force by then. */
const DAY = '2027-02-01';
const product = z.strictObject({ category: z.string(), title: z.string(), brand: z.string().optional(), facts: productFacts.optional() });
const examples = z.record(z.string(), z.strictObject({ fires: product, nearMiss: product }));

const folder = fileURLToPath(new URL('examples/', import.meta.url));
const table = Object.assign({}, ...readdirSync(folder).map((name) => examples.parse(parse(readFileSync(folder + name, 'utf8'))))) as z.output<typeof examples>;
const pack = loadRulePack();

/** Facts not named are recorded as absent, as a careful merchant would. */
function asProduct(example: z.output<typeof product>): Product {
  return { id: 'example', originCountry: 'CN', ...example, facts: { battery: { kind: 'none' }, aerosol: false, magnet: false, radio: false, laser: false, ...example.facts } };
}

function speaks(ruleId: string, example: z.output<typeof product>): boolean {
  const market = pack.rules.find((rule) => rule.id === ruleId)?.markets[0] ?? 'US';
  return screen(asProduct(example), market, DAY, pack).findings.some((finding) => finding.ruleId === ruleId && finding.outcome !== 'allowed' && finding.outcome !== 'needs_facts');
}

describe('every rule of the edition has an example that fires it and a near miss that does not', () => {
  test('no rule is without examples', () => {
    expect(pack.rules.map((rule) => rule.id).filter((id) => table[id] === undefined)).toEqual([]);
  });

  test.each(Object.entries(table))('%s', (ruleId, { fires, nearMiss }) => {
    expect(speaks(ruleId, fires), `fires on ${fires.title}`).toBe(true);
    expect(speaks(ruleId, nearMiss), `sleeps on ${nearMiss.title}`).toBe(false);
  });
});
