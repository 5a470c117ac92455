import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLAIM_KINDS, claimPolicyFor } from '#core/claims/claim-policy.ts';
import { describePolicy } from '#core/claims/describe-policy.ts';
import { LOCALES, MARKETS } from '#core/market/market.ts';
import { loadClaimPolicies } from '#server/platform/packs/claim-policies.ts';

const pack = loadClaimPolicies();

test.each(MARKETS)('%s has a policy on every day of the demo, compensating every quality kind', (market) => {
  for (const day of ['2026-05-01', '2026-11-23', '2027-03-01']) {
    const found = claimPolicyFor(pack, market, day);
    expect(found).toMatchObject({ ok: true });
    const kinds = found.ok ? found.value.kinds : {};
    expect(CLAIM_KINDS.filter((kind) => kinds[kind] === undefined && kind !== 'no_reason')).toEqual([]);
  }
});

test('only Macau, whose law grants it, takes goods back for no reason, and names the law', () => {
  const granting = pack.policies.filter((policy) => policy.kinds.no_reason !== undefined);
  expect(granting.map((policy) => [policy.market, policy.kinds.no_reason?.right])).toEqual([['MO', 'mo_withdrawal']]);
});

test('every policy can be read in three languages', () => {
  for (const policy of pack.policies) for (const point of describePolicy(policy).points) for (const locale of LOCALES) expect(point.text[locale]).not.toBe('');
});

test('a fault rule without a finding is refused by file, field and reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claim-policies-'));
  mkdirSync(join(folder, '2026-01-01'));
  writeFileSync(join(folder, '2026-01-01', 'faults.yaml'), 'damaged:\n  - { when: [], shares: { merchant: 1000000 } }\n');
  expect(() => loadClaimPolicies({ folder })).toThrow(/faults\.yaml: damaged\.0\.when: .*without evidence/);
});

test('an edition that is not there is named together with those that are', () => {
  expect(() => loadClaimPolicies({ edition: '1999-01-01' })).toThrow(/"1999-01-01".*2026-11-23/);
});
