import { expect, test } from 'vitest';
import { pathWithin } from './next-path.ts';

test('after sign-in a visitor goes to a page of this site and nowhere else', () => {
  expect(pathWithin('/merchant/orders?state=shipped')).toBe('/merchant/orders?state=shipped');
  for (const foreign of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '']) expect(pathWithin(foreign, '/start')).toBe('/start');
});
