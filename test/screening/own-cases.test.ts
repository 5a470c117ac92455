import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isMarket } from '#core/market/market.ts';
import { productInput } from '#contract/product-facts.ts';
import { screen } from '#core/screening/screen.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { disagreements, type AcceptanceCase } from './acceptance-case.ts';

/** Invented products of every agency, each answer decided from the law's text before the engine was asked. */
const file = fileURLToPath(new URL('own-cases.jsonl', import.meta.url));
const cases: AcceptanceCase[] = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

describe('products of our own, their answers decided beforehand', () => {
  const pack = loadRulePack();
  test.each(cases.map((one) => [one.id, one.input, one] as const))('%s', (_id, input, one) => {
    if (!isMarket(one.market)) throw new Error(`unknown market ${one.market}`);
    expect(disagreements(one, screen(productInput.parse(input), one.market, one.at, pack))).toEqual([]);
  });
});
