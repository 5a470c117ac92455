import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney } from './money.tsx';
import { decimalOf, minorOf } from './minor-units.ts';

describe('amounts on screens', () => {
  test('minor units become a decimal text without passing through a float', () => {
    expect(decimalOf('9900')).toBe('99.00');
    expect(decimalOf('5')).toBe('0.05');
    expect(decimalOf('-1485')).toBe('-14.85');
    expect(decimalOf('123456789012345678')).toBe('1234567890123456.78');
  });

  test('what somebody typed becomes minor units, and what is no amount stays as typed for the API to refuse', () => {
    expect(minorOf('12.5')).toBe('1250');
    expect(minorOf('¥1,200')).toBe('120000');
    expect(minorOf('0')).toBe('0');
    expect(minorOf('0.07')).toBe('7');
    expect(minorOf('12.345')).toBe('12.345');
    expect(minorOf('abc')).toBe('abc');
  });

  test('typing back what is shown gives the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (minor) => {
        expect(minorOf(decimalOf(minor.toString()))).toBe(minor.toString());
      }),
    );
  });

  test('every currency is told from the others in every language', () => {
    for (const locale of ['en', 'zh-Hans', 'zh-Hant']) {
      const written = (['CNY', 'USD', 'HKD', 'MOP'] as const).map((currency) => formatMoney(locale, { minor: '123456', currency }));
      expect(new Set(written).size).toBe(4);
    }
    expect(formatMoney('en', { minor: '-1485', currency: 'HKD' })).toBe('-HK$14.85');
    expect(formatMoney('en', { minor: '2499', currency: 'USD' })).toBe('$24.99');
  });
});
