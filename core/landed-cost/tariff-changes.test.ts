import { describe, expect, test } from 'vitest';
import { loadTariff } from '#server/platform/packs/tariffs.ts';
import { compareTariffs } from './compare-tariffs.ts';
import { computeDuty } from './duty.ts';
import { applyTariffChanges, type TariffRowChange } from './tariff-changes.ts';
import { touchedBy } from './touched-lines.ts';
import type { TariffEdition } from './tariff-edition.ts';

const base = loadTariff();
const source = { citation: 'draft of an operator', url: null, asOf: '2026-11-23' };
const doubled: TariffRowChange = { kind: 'set_programme_rate', heading: '9903.05.31', from: '2027-01-01', ratePpm: 250_000n, source };

function draftOf(changes: readonly TariffRowChange[]): TariffEdition {
  const draft = applyTariffChanges(base, changes, 'draft');
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem));
  return draft.value;
}

function dutyMinor(tariff: TariffEdition, hts: string, at: string): bigint {
  const duty = computeDuty({ market: 'US', at, hts, origin: 'CN', value: { minor: 1_500n, currency: 'USD' } }, tariff);
  if (!duty.ok) throw new Error(JSON.stringify(duty.problem));
  return duty.value.total.minor;
}

describe('12.5 % becomes 25 % on 1 January', () => {
  const draft = draftOf([doubled]);

  test('from that day on and not a day before', () => {
    expect(dutyMinor(draft, '9503.00.00', '2026-12-31')).toBe(188n);
    expect(dutyMinor(draft, '9503.00.00', '2027-01-01')).toBe(375n);
  });

  test('and the published edition is not touched', () => {
    expect(dutyMinor(base, '9503.00.00', '2027-01-01')).toBe(188n);
  });

  test('shows as one row closed and one row opened', () => {
    expect(compareTariffs(base, draft).map((change) => change.code)).toEqual(['9903.05.31 all 2026-07-24', '9903.05.31 all 2027-01-01']);
  });

  test('touches goods of China and not those of Macau', () => {
    const touched = touchedBy(base, draft);
    expect(touched({ hts: '95030000', origin: 'CN' })).toBe(true);
    expect(touched({ hts: '95030000', origin: 'MO' })).toBe(false);
  });
});

test('a changed line touches that line alone', () => {
  const draft = draftOf([{ kind: 'set_line', code: '6109.10.00', rate: '20%', source }]);
  const touched = touchedBy(base, draft);
  expect(touched({ hts: '6109100012', origin: 'CN' })).toBe(true);
  expect(touched({ hts: '61099010', origin: 'CN' })).toBe(false);
});

test('an exemption list frees a line from the day its programme stands', () => {
  const draft = draftOf([{ kind: 'add_to_list', list: '9903.05.86', code: '9503.00.00' }]);
  expect(dutyMinor(draft, '9503.00.00', '2026-08-15')).toBe(0n);
});

test('an ended programme is charged on its last day and not after', () => {
  const draft = draftOf([{ kind: 'end_programme', heading: '9903.05.31', lastDay: '2026-12-31' }]);
  expect([dutyMinor(draft, '9503.00.00', '2026-12-31'), dutyMinor(draft, '9503.00.00', '2027-01-01')]).toEqual([188n, 0n]);
});

test.each([
  [{ kind: 'remove_line', code: '9999.99.99' }, 'unknown_hts', 'changes.0.code'],
  [{ kind: 'end_programme', heading: '9903.99.99', lastDay: '2026-12-31' }, 'programme_not_in_force', 'changes.0.heading'],
  [{ kind: 'set_line', code: '6109.10.00', rate: 'half', source }, 'rate_not_computable', 'changes.0.rate'],
  [{ kind: 'remove_from_list', list: '9903.05.86', code: '9503.00.00' }, 'not_listed', 'changes.0.code'],
] as const)('a change that cannot be made is refused by its place: %o', (change, code, field) => {
  expect(applyTariffChanges(base, [change])).toMatchObject({ ok: false, problem: { code, field } });
});

test('comparing an edition with itself finds nothing', () => {
  expect(compareTariffs(base, base)).toEqual([]);
});
