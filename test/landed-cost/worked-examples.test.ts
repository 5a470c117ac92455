import { describe, expect, test } from 'vitest';
import { computeDuty } from '#core/landed-cost/duty.ts';
import type { DutyQuery } from '#core/landed-cost/duty-query.ts';
import { loadTariff } from '#server/platform/packs/tariffs.ts';

/**
 * The 45 worked examples of the landed-cost facts (section 6, T01 to T45, gathered 2026-11-23): goods of China by air, value in whole dollars.
 * A programme such as `S301` stands for any list of Section 301 or its four-year review.
 */
type Example = Readonly<{ id: string; goods: string; query: DutyQuery; more?: Partial<DutyQuery>; dutyMinor: bigint; programmes: readonly string[] }>;

function us(hts: string, at: string, minor: bigint): DutyQuery {
  return { market: 'US', at, hts, origin: 'CN', value: { minor, currency: 'USD' } };
}

const EXAMPLES: readonly Example[] = [
  { id: 'T01', goods: 'lipstick', query: us('3304.10.00', '2025-12-01', 2_500n), dutyMinor: 1_125n, programmes: ['S301', 'IEEPA-FENT', 'IEEPA-RECIP'] },
  { id: 'T02', goods: 'lipstick', query: us('3304.10.00', '2026-05-15', 2_500n), dutyMinor: 875n, programmes: ['S301', 'S122'] },
  { id: 'T03', goods: 'lipstick', query: us('3304.10.00', '2026-08-15', 2_500n), dutyMinor: 938n, programmes: ['S301', 'S301-FL'] },
  { id: 'T04', goods: 'cotton t-shirt', query: us('6109.10.00', '2025-12-01', 1_200n), dutyMinor: 528n, programmes: ['MFN', 'S301', 'IEEPA-FENT', 'IEEPA-RECIP'] },
  { id: 'T05', goods: 'cotton t-shirt', query: us('6109.10.00', '2026-03-15', 1_200n), dutyMinor: 408n, programmes: ['MFN', 'S301', 'S122'] },
  { id: 'T06', goods: 'cotton t-shirt', query: us('6109.10.00', '2026-08-15', 1_200n), dutyMinor: 438n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T07', goods: 'synthetic knit dress', query: us('6104.43.20', '2026-08-15', 3_000n), dutyMinor: 1_080n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T08', goods: 'pu handbag', query: us('4202.22.15', '2026-05-15', 4_500n), dutyMinor: 2_295n, programmes: ['MFN', 'S301', 'S122'] },
  { id: 'T09', goods: 'pu handbag', query: us('4202.22.15', '2026-08-15', 4_500n), dutyMinor: 2_408n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T10', goods: 'leather handbag', query: us('4202.21.90', '2026-08-15', 8_000n), dutyMinor: 3_720n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T11', goods: 'textile sports shoes', query: us('6404.11.90', '2026-08-15', 3_500n), dutyMinor: 1_400n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T12', goods: 'plastic clogs', query: us('6402.99.31', '2026-08-15', 2_000n), dutyMinor: 370n, programmes: ['MFN', 'S301-FL'] },
  { id: 'T13', goods: 'plush toy', query: us('9503.00.00', '2025-04-20', 1_500n), more: { mode: 'entry' }, dutyMinor: 2_175n, programmes: ['IEEPA-FENT', 'IEEPA-RECIP'] },
  { id: 'T14', goods: 'plush toy', query: us('9503.00.00', '2026-08-15', 1_500n), dutyMinor: 188n, programmes: ['S301-FL'] },
  { id: 'T15', goods: 'fashion necklace', query: us('7117.19.90', '2026-08-15', 1_000n), dutyMinor: 310n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T16', goods: 'silver ring', query: us('7113.11.50', '2026-08-15', 4_000n), dutyMinor: 1_000n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T17', goods: 'power bank', query: us('8507.60.00', '2025-12-01', 2_200n), dutyMinor: 680n, programmes: ['MFN', 'S301', 'IEEPA-FENT', 'IEEPA-RECIP'] },
  { id: 'T18', goods: 'power bank', query: us('8507.60.00', '2026-01-15', 2_200n), dutyMinor: 1_065n, programmes: ['MFN', 'S301', 'IEEPA-FENT', 'IEEPA-RECIP'] },
  { id: 'T19', goods: 'power bank', query: us('8507.60.00', '2026-03-15', 2_200n), dutyMinor: 845n, programmes: ['MFN', 'S301', 'S122'] },
  { id: 'T20', goods: 'power bank', query: us('8507.60.00', '2026-08-15', 2_200n), dutyMinor: 900n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T21', goods: 'bluetooth earbuds', query: us('8517.62.00', '2025-12-01', 3_000n), dutyMinor: 525n, programmes: ['S301', 'IEEPA-FENT'] },
  { id: 'T22', goods: 'bluetooth earbuds', query: us('8517.62.00', '2026-08-15', 3_000n), dutyMinor: 225n, programmes: ['S301'] },
  { id: 'T23', goods: 'wired headphones', query: us('8518.30.20', '2026-08-15', 1_500n), dutyMinor: 188n, programmes: ['S301-FL'] },
  { id: 'T24', goods: 'stoneware mug', query: us('6912.00.44', '2026-08-15', 800n), dutyMinor: 180n, programmes: ['MFN', 'S301-FL'] },
  { id: 'T25', goods: 'porcelain plate set', query: us('6911.10.80', '2026-08-15', 2_500n), dutyMinor: 1_020n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T26', goods: 'vacuum flask', query: us('9617.00.10', '2026-08-15', 1_800n), dutyMinor: 355n, programmes: ['MFN', 'S301-FL'] },
  { id: 'T27', goods: 'stainless pot', query: us('7323.93.00', '2026-03-15', 3_500n), dutyMinor: 420n, programmes: ['MFN', 'S122'] },
  { id: 'T28', goods: 'stainless pot', query: us('7323.93.00', '2026-05-15', 3_500n), dutyMinor: 945n, programmes: ['MFN', 'S232-MET'] },
  { id: 'T29', goods: 'stainless pot', query: us('7323.93.00', '2026-08-15', 3_500n), dutyMinor: 945n, programmes: ['MFN', 'S232-MET'] },
  { id: 'T30', goods: 'cast aluminium pan', query: us('7615.10.50', '2025-12-01', 4_000n), more: { metal: { kind: 'aluminium', value: { minor: 1_800n, currency: 'USD' } } }, dutyMinor: 1_944n, programmes: ['MFN', 'S301', 'S232-MET', 'IEEPA-FENT', 'IEEPA-RECIP'] },
  { id: 'T31', goods: 'cast aluminium pan', query: us('7615.10.50', '2026-03-15', 4_000n), more: { metal: { kind: 'aluminium', value: { minor: 1_800n, currency: 'USD' } } }, dutyMinor: 1_544n, programmes: ['MFN', 'S301', 'S232-MET', 'S122'] },
  { id: 'T32', goods: 'cast aluminium pan', query: us('7615.10.50', '2026-08-15', 4_000n), more: { metal: { kind: 'aluminium', value: { minor: 1_800n, currency: 'USD' } } }, dutyMinor: 1_424n, programmes: ['MFN', 'S301', 'S232-MET'] },
  { id: 'T33', goods: 'two kitchen knives', query: us('8211.92.20', '2026-08-15', 2_400n), more: { quantities: { no: 2_000_000n } }, dutyMinor: 892n, programmes: ['MFN', 'S301', 'S232-MET'] },
  { id: 'T34', goods: 'usb cable', query: us('8544.42.20', '2026-08-15', 600n), more: { metal: { kind: 'copper', weightPpm: 150_000n } }, dutyMinor: 300n, programmes: ['S301', 'S232-MET'] },
  { id: 'T35', goods: 'usb cable', query: us('8544.42.20', '2026-08-15', 600n), more: { metal: { kind: 'copper', weightPpm: 149_999n } }, dutyMinor: 225n, programmes: ['S301', 'S301-FL'] },
  { id: 'T36', goods: 'hair dryer', query: us('8516.31.00', '2026-08-15', 2_800n), dutyMinor: 459n, programmes: ['MFN', 'S301-FL'] },
  { id: 'T37', goods: 'notebook', query: us('4820.10.20', '2026-08-15', 900n), dutyMinor: 338n, programmes: ['S301', 'S301-FL'] },
  { id: 'T38', goods: 'dog leash', query: us('4201.00.30', '2026-08-15', 1_100n), dutyMinor: 439n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T39', goods: 'stroller', query: us('8715.00.00', '2026-08-15', 9_000n), dutyMinor: 1_521n, programmes: ['MFN', 'S301-FL'] },
  { id: 'T40', goods: 'supplement', query: us('2106.90.99', '2026-08-15', 2_600n), dutyMinor: 686n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T41', goods: 'phone case', query: us('3926.90.99', '2026-08-15', 700n), dutyMinor: 177n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T42', goods: 'sunglasses', query: us('9004.10.00', '2026-08-15', 2_000n), dutyMinor: 440n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T43', goods: 'terry towel', query: us('6302.60.00', '2026-08-15', 1_600n), dutyMinor: 466n, programmes: ['MFN', 'S301', 'S301-FL'] },
  { id: 'T44', goods: 'petroleum wax candle with ad 108.30 %', query: us('3406.00.00', '2026-08-15', 1_400n), more: { cases: [{ case: 'A-570-504', ratePpm: 1_083_000n }] }, dutyMinor: 1_796n, programmes: ['S301', 'S301-FL', 'ADCVD'] },
  { id: 'T45', goods: 'lipstick parcel under usd 800', query: us('3304.10.00', '2025-04-20', 2_500n), dutyMinor: 0n, programmes: [] },
];

const tariff = loadTariff();

describe('the worked examples come out to the cent', () => {
  test.each(EXAMPLES)('$id $goods', ({ query, more, dutyMinor, programmes }) => {
    const answer = computeDuty({ ...query, ...more }, tariff);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    expect(answer.value.total).toEqual({ minor: dutyMinor, currency: 'USD' });
    const charged = answer.value.layers.map((layer) => layer.code.replace(/^S301-(L\d\w?|4YR)$/, 'S301'));
    expect(charged.toSorted()).toEqual(programmes.toSorted());
    expect(answer.value.layers.reduce((soFar, layer) => soFar + layer.amount.minor, 0n)).toBe(dutyMinor);
  });

  test('all 45 are here', () => {
    expect(new Set(EXAMPLES.map((example) => example.id)).size).toBe(45);
  });
});
