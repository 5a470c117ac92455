import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money.ts';
import { refundRateFor, refundRow, summariseDeclaration, type ExportedLine, type RefundRates } from './export-record.ts';

const RATES: RefundRates = {
  edition: 'test', source: { citation: 'test', url: null, asOf: null },
  rates: [
    { prefix: '', from: '2019-04-01', to: null, taxPpm: 130_000n, refundPpm: 130_000n }, { prefix: '09', from: '2019-04-01', to: null, taxPpm: 90_000n, refundPpm: 90_000n },
    { prefix: '8507', from: '2026-04-01', to: '2027-01-01', taxPpm: 130_000n, refundPpm: 60_000n }, { prefix: '8507', from: '2027-01-01', to: null, taxPpm: 130_000n, refundPpm: 0n },
  ],
};
const LINE: ExportedLine = { merchantId: 'mer_1', orderLineId: 'oln_1', parcelTracking: 'LK1', exportedOn: '2026-10-05', market: 'US', title: '颈枕', sku: 'a', hsCode: '9404.90', quantity: 1, netGrams: 320, supply: money(11_300n, 'CNY'), returnedQuantity: 0 };

describe('the refund', () => {
  test('of an invoice over 113 yuan at 13 % is 13 yuan', () => {
    expect(refundRow(LINE, RATES)).toMatchObject({ ok: true, value: { taxBase: money(10_000n, 'CNY'), refund: money(1_300n, 'CNY') } });
  });
  test('takes the longest prefix on the day of export', () => {
    const rate = (hsCode: string, on: string) => refundRateFor(RATES, hsCode, on);
    expect(rate('0902.10', '2026-10-05')).toMatchObject({ value: { refundPpm: 90_000n } });
    expect(rate('8507.60', '2026-12-31')).toMatchObject({ value: { refundPpm: 60_000n } });
    expect(rate('8507.60', '2027-01-01')).toMatchObject({ value: { refundPpm: 0n } });
    expect(rate('8507.60', '2010-01-01')).toMatchObject({ ok: false, problem: { code: 'no_refund_rate' } });
  });
  test('leaves out pieces that came back, and says where a code is missing', () => {
    expect(refundRow({ ...LINE, quantity: 2, supply: money(22_600n, 'CNY'), returnedQuantity: 1 }, RATES)).toMatchObject({ value: { refund: money(1_300n, 'CNY'), doubt: null } });
    expect(refundRow({ ...LINE, hsCode: null }, RATES)).toMatchObject({ value: { doubt: 'no_hs_code' } });
  });
});

test('a summary declares every piece, gram and cent of its lines, once', () => {
  const anyLine = fc.record({ merchantId: fc.constantFrom('mer_1', 'mer_2'), market: fc.constantFrom('US' as const, 'HK' as const), hsCode: fc.constantFrom('9404.90.20', '9404.90.10', '6109.10', null), quantity: fc.integer({ min: 1, max: 9 }), netGrams: fc.integer({ min: 1, max: 5_000 }), minor: fc.bigInt({ min: 1n, max: 99_999n }) });
  fc.assert(fc.property(fc.array(anyLine, { maxLength: 30 }), (drawn) => {
    const lines = drawn.map(({ minor, ...line }): ExportedLine => ({ ...LINE, ...line, supply: money(minor, 'CNY') }));
    const rows = summariseDeclaration(lines);
    const sum = (of: (row: { quantity: number }) => number, all: readonly { quantity: number }[]) => all.reduce((total, one) => total + of(one), 0);
    expect(sum((row) => row.quantity, rows)).toBe(sum((line) => line.quantity, lines));
    expect(rows.reduce((total, row) => total + row.value.minor, 0n)).toBe(lines.reduce((total, line) => total + line.supply.minor, 0n));
    expect(rows.reduce((total, row) => total + row.netGrams, 0)).toBe(lines.reduce((total, line) => total + (line.netGrams ?? 0), 0));
    expect(new Set(rows.map((row) => `${row.merchantId} ${row.market} ${row.hsCode}`)).size).toBe(rows.length);
  }));
});
