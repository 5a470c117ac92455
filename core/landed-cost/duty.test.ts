import { describe, expect, test } from 'vitest';
import { loadTariff } from '#server/platform/packs/tariffs.ts';
import { computeDuty } from './duty.ts';
import type { DutyQuery } from './duty-query.ts';

const tariff = loadTariff();

function dutyOf(hts: string, at: string, more: Partial<DutyQuery> = {}) {
  const duty = computeDuty({ market: 'US', at, hts, origin: 'CN', value: { minor: 10_000n, currency: 'USD' }, mode: 'entry', ...more }, tariff);
  if (!duty.ok) throw new Error(JSON.stringify(duty.problem));
  return { rates: duty.value.layers.map((layer) => [layer.code, Number(layer.ratePpm)]), total: duty.value.total.minor, warnings: duty.value.warnings.map((warning) => warning.code) };
}

describe('the low-value exemption', () => {
  test('stood for China until 2025-05-01 and for every country until 2025-08-28', () => {
    const parcel = (origin: string, at: string) => dutyOf('9616.20.00', at, { origin, mode: 'parcel' }).total;
    expect([parcel('CN', '2025-05-01'), parcel('CN', '2025-05-02')]).toEqual([0n, 14_930n]);
    expect(parcel('MO', '2025-08-28')).toBe(0n);
    expect(parcel('MO', '2025-08-29')).toBeGreaterThan(0n);
  });

  test('held up to USD 800 and not a cent above', () => {
    const worth = (minor: bigint) => dutyOf('3304.10.00', '2025-01-15', { mode: 'parcel', value: { minor, currency: 'USD' } });
    expect(worth(80_000n)).toEqual({ rates: [], total: 0n, warnings: ['low_value_exempt'] });
    expect(worth(80_001n).total).toBe(20_000n);
  });
});

describe('switches between programmes', () => {
  test('the emergency duties were collected to 2026-02-23 and Section 122 from the next day to 2026-07-23', () => {
    expect(dutyOf('9503.00.00', '2026-02-23').rates).toEqual([['IEEPA-FENT', 100_000], ['IEEPA-RECIP', 100_000]]);
    expect(dutyOf('9503.00.00', '2026-02-24').rates).toEqual([['S122', 100_000]]);
    expect(dutyOf('9503.00.00', '2026-07-23').rates).toEqual([['S122', 100_000]]);
    expect(dutyOf('9503.00.00', '2026-07-24').rates).toEqual([['S301-FL', 125_000]]);
  });

  test('the reciprocal duty went from 10 to 84 to 125 and back to 10', () => {
    const rate = (at: string) => dutyOf('9503.00.00', at).rates.find(([code]) => code === 'IEEPA-RECIP')?.[1];
    expect(['2025-04-04', '2025-04-08', '2025-04-09', '2025-04-10', '2025-05-13', '2025-05-14'].map(rate)).toEqual([undefined, 100_000, 840_000, 1_250_000, 1_250_000, 100_000]);
  });

  test('list 4B was suspended and is never charged', () => {
    expect(dutyOf('9503.00.00', '2025-01-15').rates).toEqual([]);
  });
});

describe('origin', () => {
  test('goods of Hong Kong pay no Section 301 list, goods of Macau no fentanyl duty', () => {
    expect(dutyOf('3304.10.00', '2025-12-01', { origin: 'HK' }).rates).toEqual([['IEEPA-FENT', 100_000], ['IEEPA-RECIP', 100_000]]);
    expect(dutyOf('3304.10.00', '2025-12-01', { origin: 'MO' }).rates).toEqual([['IEEPA-RECIP', 100_000]]);
  });

  test('what was not found about goods of Macau is said, not guessed', () => {
    expect(dutyOf('3304.10.00', '2026-08-15', { origin: 'MO' })).toEqual({ rates: [], total: 0n, warnings: ['forced_labour_macau_unknown'] });
  });
});

describe('Section 232 metals', () => {
  test('a share of metal that was not given is assumed to reach 15 %, and that is said', () => {
    expect(dutyOf('8544.42.20', '2026-08-15')).toMatchObject({ rates: [['S301-L3', 250_000], ['S232-MET', 250_000]], warnings: ['metal_share_assumed'] });
  });

  test('chapter 73 asks for no share', () => {
    expect(dutyOf('7323.93.00', '2026-08-15', { metal: { kind: 'steel', weightPpm: 10_000n } }).rates).toEqual([['MFN', 20_000], ['S232-MET', 250_000]]);
  });

  test('before 2026-04-06 a metal content without a value is left out and said', () => {
    expect(dutyOf('7615.10.50', '2025-12-01').warnings).toEqual(['metal_value_missing']);
  });

  test('heaters moved on 2026-06-08 from 25 % on top to a total of 15 %', () => {
    expect(dutyOf('8516.29.00', '2026-06-07').rates).toContainEqual(['S232-MET', 250_000]);
    expect(dutyOf('8516.29.00', '2026-06-08').rates.filter(([code]) => code === 'MFN' || code === 'S232-MET')).toEqual([['MFN', 37_000], ['S232-MET', 113_000]]);
  });
});

describe('specific rates', () => {
  test('a missing quantity is refused by its name', () => {
    const duty = computeDuty({ market: 'US', at: '2026-08-15', hts: '8211.92.20', origin: 'CN', value: { minor: 2_400n, currency: 'USD' } }, tariff);
    expect(duty).toMatchObject({ ok: false, problem: { code: 'quantity_missing', field: 'quantities.no' } });
  });

  test('dozens serve where pieces are asked, and the other way round', () => {
    const knives = (quantities: Record<string, bigint>) => dutyOf('8211.92.20', '2026-08-15', { quantities }).total;
    expect(knives({ doz: 1_000_000n })).toBe(knives({ no: 12_000_000n }));
  });
});

describe('books are informational material', () => {
  test('so only their column 1 and list duty stand', () => {
    expect(dutyOf('4901.99.00.92', '2026-08-15').rates).toEqual([['S301-L4A', 75_000]]);
    expect(dutyOf('4901.99.00.92', '2025-12-01').rates).toEqual([['S301-L4A', 75_000]]);
  });
});

test('petroleum wax candles without a stated deposit rate carry a warning', () => {
  expect(dutyOf('3406.00.00', '2026-08-15').warnings).toEqual(['adcvd_possible']);
});
