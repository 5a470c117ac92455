import { expect, test } from 'vitest';
import { addressWith, readChoice } from './chosen-products.ts';

test('choosing a product twice takes it away again, and the search stays', () => {
  const chosen = readChoice(new URLSearchParams(addressWith({ search: '茶', ids: ['prd_1'] }, 'prd_2')));
  expect(chosen).toEqual({ search: '茶', ids: ['prd_1', 'prd_2'] });
  expect(readChoice(new URLSearchParams(addressWith(chosen, 'prd_1')))).toEqual({ search: '茶', ids: ['prd_2'] });
});
