import { describe, expect, test } from 'vitest';
import { computeDuty } from '#core/landed-cost/duty.ts';
import { hkDeclarationCharge } from '#core/landed-cost/excise.ts';
import { dutiableValue, reportedValue } from '#core/landed-cost/dutiable-value.ts';
import { entryFees } from '#core/landed-cost/entry-fees.ts';
import type { DutyQuery } from '#core/landed-cost/duty-query.ts';
import type { Money } from '#core/money/money.ts';
import { loadTariff } from '#server/platform/packs/tariffs.ts';

const tariff = loadTariff();

function usd(minor: bigint): Money {
  return { minor, currency: 'USD' };
}

function totalMinor(query: DutyQuery): bigint {
  const answer = computeDuty(query, tariff);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value.total.minor;
}

describe('fee vectors (section 6, fiscal year 2026)', () => {
  const feesOf = (valueMinor: bigint, entry: 'informal' | 'formal', transport: 'air' | 'ocean') =>
    Object.fromEntries(entryFees({ at: '2026-08-15', value: usd(valueMinor), entry, transport }, tariff).fees.map((fee) => [fee.code, fee.amount.minor]));

  test.each([
    ['(a) an informal automated entry pays 2.69', 5_000n, 'informal', 'air', { MPF: 269n }],
    ['(b) a formal entry of 3,000 is raised to the minimum of 33.58', 300_000n, 'formal', 'air', { MPF: 3_358n }],
    ['(c) a formal entry of 20,000 pays 69.28', 2_000_000n, 'formal', 'air', { MPF: 6_928n }],
    ['(d) a formal entry of 250,000 is capped at 651.50', 25_000_000n, 'formal', 'air', { MPF: 65_150n }],
    ['(e) by sea 20,000 pay 25.00 of harbour maintenance besides', 2_000_000n, 'formal', 'ocean', { MPF: 6_928n, HMF: 2_500n }],
  ] as const)('%s', (_claim, value, entry, transport, fees) => {
    expect(feesOf(value, entry, transport)).toEqual(fees);
  });

  test('fees after 2026-09-30 are answered with a warning, because the new amounts were not found', () => {
    const { fees, warnings } = entryFees({ at: '2026-11-23', value: usd(4_000n), entry: 'informal', transport: 'air' }, tariff);
    expect(fees[0]?.amount.minor).toBe(269n);
    expect(warnings.map((warning) => warning.code)).toEqual(['uncertain_fee']);
  });
});

describe('postal vectors (section 6): goods of China worth USD 40', () => {
  const post = (at: string, postalMethod: 'ad_valorem' | 'flat') =>
    totalMinor({ market: 'US', at, hts: '6109.10.00', origin: 'CN', value: usd(4_000n), mode: 'post', postalMethod });

  test.each([
    ['2025-04-20', 0n, 0n],
    ['2025-05-10', 4_800n, 10_000n],
    ['2025-06-10', 2_160n, 10_000n],
    ['2025-09-15', 1_200n, 20_000n],
    ['2025-12-01', 800n, 16_000n],
    ['2026-03-15', 400n, 400n],
    ['2026-08-15', 1_460n, 1_460n],
  ] as const)('%s', (at, adValorem, flat) => {
    expect(post(at, 'ad_valorem')).toBe(adValorem);
    expect(post(at, 'flat')).toBe(flat);
  });
});

describe('a delivered-duty-paid price holds its customs value (section 6)', () => {
  const value = dutiableValue({ price: usd(6_000n), freight: usd(800n), insurance: usd(0n), clearing: usd(350n), dutyRatePpm: 535_000n });
  const handbag = (minor: bigint): DutyQuery => ({ market: 'US', at: '2026-08-15', hts: '4202.22.15', origin: 'CN', value: usd(minor) });

  test('60.00 for a handbag with 8.00 freight and 3.50 clearing is 31.60, reported as 32', () => {
    expect(value.minor).toBe(3_160n);
    expect(reportedValue(value).minor).toBe(3_200n);
  });

  test('the duty is 17.12 on the reported value', () => {
    expect(totalMinor(handbag(reportedValue(value).minor))).toBe(1_712n);
  });

  test('and 16.91 on 31.60; the facts state 16.90 from a value that was never rounded', () => {
    expect(totalMinor(handbag(value.minor))).toBe(1_691n);
  });
});

describe('Hong Kong and Macau vectors (section 6)', () => {
  const hk = (hts: string, minor: bigint, more: Partial<DutyQuery> = {}): bigint =>
    totalMinor({ market: 'HK', at: '2026-08-15', hts, origin: 'CN', value: { minor, currency: 'HKD' }, ...more });
  const mo = (hts: string, minor: bigint, more: Partial<DutyQuery> = {}): bigint =>
    totalMinor({ market: 'MO', at: '2026-08-15', hts, origin: 'CN', value: { minor, currency: 'MOP' }, ...more });

  test('spirits of 0.7 L worth HK$500 pay HK$230', () => {
    expect(hk('220830', 50_000n, { quantities: { l: 700_000n }, abvPpm: 400_000n })).toBe(23_000n);
  });
  test('spirits of 0.7 L worth HK$150 pay HK$150', () => {
    expect(hk('220830', 15_000n, { quantities: { l: 700_000n }, abvPpm: 400_000n })).toBe(15_000n);
  });
  test('spirits of 1.5 L worth HK$600 pay by the litre: HK$330', () => {
    expect(hk('220830', 60_000n, { quantities: { l: 1_500_000n }, abvPpm: 400_000n })).toBe(33_000n);
  });
  test('wine and a T-shirt pay nothing in Hong Kong', () => {
    expect(hk('220421', 20_000n, { quantities: { l: 750_000n }, abvPpm: 130_000n })).toBe(0n);
    expect(hk('610910', 20_000n)).toBe(0n);
  });
  test('the declaration charge is HK$7.00 on 100,000, HK$0.20 on 5,000, capped at HK$200 on 3,000,000', () => {
    const charge = (minor: bigint) => hkDeclarationCharge({ minor, currency: 'HKD' }, false).minor;
    expect([charge(10_000_000n), charge(500_000n), charge(300_000_000n)]).toEqual([700n, 20n, 20_000n]);
  });
  test('spirits of 0.7 L worth MOP 500 pay MOP 64 in Macau', () => {
    expect(mo('220830', 50_000n, { quantities: { l: 700_000n }, abvPpm: 400_000n })).toBe(6_400n);
  });
  test('beer, wine and a T-shirt pay nothing in Macau; 20 cigarettes pay MOP 30', () => {
    expect([mo('220300', 5_000n), mo('220421', 5_000n), mo('610910', 5_000n)]).toEqual([0n, 0n, 0n]);
    expect(mo('240220', 5_000n, { quantities: { no: 20_000_000n } })).toBe(3_000n);
  });
  test('a spirit of unknown strength is charged, and the answer says that the strength was assumed', () => {
    const answer = computeDuty({ market: 'HK', at: '2026-08-15', hts: '220870', origin: 'CN', value: { minor: 50_000n, currency: 'HKD' }, quantities: { l: 700_000n } }, tariff);
    expect(answer.ok && answer.value.total.minor).toBe(23_000n);
    expect(answer.ok && answer.value.warnings.map((warning) => warning.code)).toEqual(['strength_assumed']);
  });
});
