import { expect, test } from 'vitest';
import { checkAddress } from './delivery-address.ts';

const given = { name: 'Dana', line1: '418 Maple Street', line2: '', city: 'Portland', region: 'oregon', postalCode: '972051234', phone: '+1 503 555 0148' };

test('a state may be written out and a ZIP run together; the label has both as the post wants them', () => {
  expect(checkAddress('US', given)).toMatchObject({ ok: true, value: { region: 'OR', postalCode: '97205-1234' } });
});

test.each([['US', { region: 'XX' }, 'address.region'], ['US', { postalCode: '9720' }, 'address.postalCode'], ['HK', { city: '沙田' }, 'address.postalCode'], ['MO', { city: '99', postalCode: '' }, 'address.city']] as const)('in %s %j is refused at %s', (market, change, field) => {
  expect(checkAddress(market, { ...given, ...change })).toMatchObject({ ok: false, problem: { code: 'invalid_address', field } });
});
