import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKETS } from '../market/market.ts';
import { isOpen, switchScope, type ExportSwitch } from './export-switch.ts';

const SHOP_OPEN: ExportSwitch = { scope: 'shop', market: null, productId: null, state: 'open' };

test('a shop that never touched its switch is closed and told how to open it', () => {
  const answer = isOpen([], 'p1', 'US');
  expect(answer.open).toBe(false);
  expect(answer.reasons[0]).toMatchObject({ code: 'shop_not_opened', owner: 'merchant', fix: { kind: 'change_switch', target: 'shop' } });
});

test('the shop switch alone opens every product in every market', () => {
  for (const market of MARKETS) expect(isOpen([SHOP_OPEN], 'p1', market)).toEqual({ open: true, reasons: [] });
});

test('a paused market closes that market only', () => {
  const switches: ExportSwitch[] = [SHOP_OPEN, { scope: 'market', market: 'US', productId: null, state: 'paused' }];
  expect(isOpen(switches, 'p1', 'US').open).toBe(false);
  expect(isOpen(switches, 'p1', 'HK').open).toBe(true);
});

test('an open product switch does not reopen a paused market: a narrower switch only narrows', () => {
  const switches: ExportSwitch[] = [SHOP_OPEN, { scope: 'market', market: 'US', productId: null, state: 'paused' }, { scope: 'product_market', market: 'US', productId: 'p1', state: 'open' }];
  expect(isOpen(switches, 'p1', 'US').open).toBe(false);
});

test('the most specific paused switch is named first, with the merchant’s own reason', () => {
  const switches: ExportSwitch[] = [
    { ...SHOP_OPEN, state: 'paused' },
    { scope: 'product_market', market: 'US', productId: 'p1', state: 'paused', reason: '换季' },
  ];
  const answer = isOpen(switches, 'p1', 'US');
  expect(answer.reasons.map((reason) => reason.code)).toEqual(['product_market_paused', 'shop_paused']);
  expect(answer.reasons[0]?.because).toContainEqual({ fact: 'switch.product_market.reason', value: '换季', source: 'merchant' });
});

test('a switch command’s scope is read off what it names', () => {
  expect([switchScope(null, null), switchScope('HK', null), switchScope(null, 'p1'), switchScope('HK', 'p1')]).toEqual(['shop', 'market', 'product', 'product_market']);
});

const row = fc.record({ market: fc.constantFrom(null, ...MARKETS), productId: fc.constantFrom(null, 'p1', 'p2'), state: fc.constantFrom('open' as const, 'paused' as const) })
  .map((fields): ExportSwitch => ({ ...fields, scope: switchScope(fields.market, fields.productId) }));

test('pausing one more switch never opens anything, and closed always says why', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), row, fc.constantFrom(...MARKETS), (switches, extra, market) => {
      const before = isOpen(switches, 'p1', market);
      const after = isOpen([...switches.filter((other) => other.scope !== extra.scope || other.market !== extra.market || other.productId !== extra.productId), { ...extra, state: 'paused' }], 'p1', market);
      expect(before.open || !after.open).toBe(true);
      expect(after.open).toBe(after.reasons.length === 0);
    }),
  );
});
