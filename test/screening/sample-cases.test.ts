import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMarket } from '#core/market/market.ts';
import { productInput } from '#contract/product-facts.ts';
import { screen } from '#core/screening/screen.ts';
import { loadRulePack } from '#server/platform/packs/rules.ts';
import { disagreements, type AcceptanceCase } from './acceptance-case.ts';

const shared = process.env['PILOTAGE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const file = join(shared, 'data/screening/sample_cases.jsonl');
const cases: AcceptanceCase[] = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];

describe.skipIf(cases.length === 0)(`the acceptance cases (skipped where ${file} is absent)`, () => {
  const pack = loadRulePack();
  test.each(cases.map((one) => [one.id, one.why, one] as const))('%s: %s', (_id, _why, one) => {
    if (!isMarket(one.market)) throw new Error(`unknown market ${one.market}`);
    expect(disagreements(one, screen(productInput.parse(one.input), one.market, one.at, pack))).toEqual([]);
  });
});
