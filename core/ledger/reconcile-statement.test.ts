import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from '../money/money.ts';
import { reconcileStatement, type StatedLine } from './reconcile-statement.ts';

const label = { 'zh-Hans': '行', 'zh-Hant': '行', en: 'line' };
const cny = (minor: bigint) => money(minor, 'CNY');
const preview = { orderId: 'ord_1', pieces: 2, lines: [{ code: 'supply_price', label, amount: cny(19_800n) }, { code: 'discount', label, amount: cny(-800n) }, { code: 'fee:base', label, amount: cny(-990n) }] };
const goods: StatedLine = { orderId: 'ord_1', code: 'goods', label, amount: cny(19_000n) };
const fee: StatedLine = { orderId: 'ord_1', code: 'base', label, amount: cny(-990n) };

test('what was paid as promised is the same line by line: price and discount are what the goods earn', () => {
  const { orders, differences, previewed, stated } = reconcileStatement([goods, fee], [preview], 'CNY');
  expect(orders[0]?.lines.map((line) => [line.code, line.class])).toEqual([['goods', 'same'], ['base', 'same']]);
  expect([differences, previewed, stated]).toEqual([[], cny(18_010n), cny(18_010n)]);
});

test('a charge after the sale, its reversal and a changed fee each have their own class', () => {
  const charge = { orderId: 'ord_1', code: 'claim', label, amount: cny(-500n) };
  const back = { ...charge, amount: cny(500n) };
  const { orders, differences } = reconcileStatement([goods, { ...fee, amount: cny(-1_200n) }, charge, back], [preview], 'CNY');
  expect(orders[0]?.lines.map((line) => [line.code, line.class, line.difference.minor])).toEqual([['goods', 'same', 0n], ['base', 'changed', -210n], ['claim', 'claim', -500n], ['claim', 'reversal', 500n]]);
  expect(differences).toEqual([{ class: 'changed', amount: cny(-210n) }, { class: 'claim', amount: cny(-500n) }, { class: 'reversal', amount: cny(500n) }]);
});

test('a charge on an order of an earlier period has no preview here', () => {
  const { previewed, stated } = reconcileStatement([{ orderId: 'ord_1', code: 'chargeback', label, amount: cny(-700n) }], [preview], 'CNY');
  expect([previewed, stated]).toEqual([cny(0n), cny(-700n)]);
});

test('for any statement: previewed plus all differences is stated', () => {
  const anyLine = fc.record({ orderId: fc.constantFrom('ord_1', 'ord_2', null), code: fc.constantFrom('goods', 'base', 'claim', 'chargeback', 'other'), label: fc.constant(label), amount: fc.bigInt({ min: -10_000n, max: 10_000n }).map(cny) });
  fc.assert(fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
    const { previewed, stated, differences } = reconcileStatement(lines, [preview], 'CNY');
    expect(differences.reduce((sum, one) => sum + one.amount.minor, previewed.minor)).toBe(stated.minor);
    expect(stated.minor).toBe(lines.reduce((sum, line) => sum + line.amount.minor, 0n));
  }));
});
