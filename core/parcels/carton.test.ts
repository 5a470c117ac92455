import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCarton, FILL_PPM, type Carton, type PieceSize } from './carton.ts';

const carton = (code: string, innerMm: Carton['innerMm'], costMinor: number, mostGrams = 20_000): Carton => ({
  code, name: { 'zh-Hans': code, 'zh-Hant': code, en: code }, innerMm, outerMm: [innerMm[0] + 8, innerMm[1] + 8, innerMm[2] + 10], tareGrams: 100, costMinor, mostGrams, source: { citation: 'test', url: null, asOf: null },
});
const SMALL = carton('small', [200, 140, 90], 80, 3_000);
const LARGE = carton('large', [430, 350, 260], 360);
const LONG = carton('long', [1_100, 180, 160], 420);
const CARTONS = [LARGE, LONG, SMALL];
const piece = (lengthMm: number, widthMm: number, heightMm: number, quantity = 1, weightGrams: number | null = 200): PieceSize => ({ lengthMm, widthMm, heightMm, weightGrams, quantity });

test('the cheapest carton that fits is taken, however a piece is turned', () => {
  expect(chooseCarton([piece(90, 200, 140)], CARTONS)?.code).toBe('small');
  expect(chooseCarton([piece(60, 900, 50)], CARTONS)?.code).toBe('long');
  expect(chooseCarton([piece(300, 300, 200)], CARTONS)?.code).toBe('large');
});

test('many pieces need room for all of them, and what is heavy needs a carton that bears it', () => {
  expect(chooseCarton([piece(100, 70, 45)], CARTONS)?.code).toBe('small');
  expect(chooseCarton([piece(100, 70, 45, 8)], CARTONS)?.code).toBe('large');
  expect(chooseCarton([piece(100, 70, 45, 1, 3_001)], CARTONS)?.code).toBe('large');
});

test('no carton is named where none fits or a size is not known', () => {
  expect(chooseCarton([piece(1_200, 100, 100)], CARTONS)).toBeNull();
  expect(chooseCarton([piece(100, 70, 45), { ...piece(1, 1, 1), heightMm: null }], CARTONS)).toBeNull();
});

test('what is chosen holds everything, and nothing cheaper would', () => {
  const anyPiece = fc.record({ lengthMm: fc.integer({ min: 10, max: 600 }), widthMm: fc.integer({ min: 10, max: 400 }), heightMm: fc.integer({ min: 5, max: 300 }), weightGrams: fc.integer({ min: 1, max: 4_000 }), quantity: fc.integer({ min: 1, max: 4 }) });
  fc.assert(fc.property(fc.array(anyPiece, { minLength: 1, maxLength: 4 }), (pieces) => {
    const holds = ({ innerMm, mostGrams }: Carton) => {
      const room = innerMm.toSorted((a, b) => a - b);
      const turned = pieces.every((one) => [one.lengthMm, one.widthMm, one.heightMm].toSorted((a, b) => a - b).every((side, index) => side <= (room[index] ?? 0)));
      const volume = pieces.reduce((sum, one) => sum + one.lengthMm * one.widthMm * one.heightMm * one.quantity, 0);
      const single = pieces.length === 1 && pieces[0]?.quantity === 1;
      return turned && pieces.reduce((sum, one) => sum + one.weightGrams * one.quantity, 0) <= mostGrams && (single || volume <= (innerMm[0] * innerMm[1] * innerMm[2] * FILL_PPM) / 1_000_000);
    };
    const possible = CARTONS.filter(holds).map((one) => one.costMinor);
    expect(chooseCarton(pieces, CARTONS)?.costMinor ?? null).toBe(possible.length === 0 ? null : Math.min(...possible));
  }));
});
