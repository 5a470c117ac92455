import { expect, test } from 'vitest';
import { SHELVES, shelfOf } from './shelf.ts';

const ID = 'ord_01m8etnmfcf36vzx4045dcmcfy';

test('all parcels of an order lie on one shelf of its market', () => {
  expect(shelfOf(ID, 'US')).toBe(shelfOf(ID, 'US'));
  expect(shelfOf(ID, 'US')).toMatch(/^US-\d\d$/);
  expect(shelfOf(ID, 'HK').slice(3)).toBe(shelfOf(ID, 'US').slice(3));
});

test('orders spread over all shelves', () => {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  const shelves = Array.from({ length: 4_000 }, (_order, index) => shelfOf(`ord_01m8etnmfcf36vzx${Array.from({ length: 6 }, (_place, place) => letters[Math.floor(index / 32 ** place) % 32]).join('')}`, 'US'));
  const counts = [...Map.groupBy(shelves, (shelf) => shelf).values()].map((own) => own.length);
  expect(counts).toHaveLength(SHELVES);
  expect(Math.max(...counts)).toBeLessThan(4 * Math.min(...counts));
});
