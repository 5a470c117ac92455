import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from './own-words.tsx';

const at = (start: number, text: string) => ({ field: 'title', start, text });

test('words read twice are marked once, the longer reading wins', () => {
  expect(apart([at(7, '护颈枕'), at(8, '颈枕'), at(2, 'U型枕')]).map(({ text }) => text)).toEqual(['U型枕', '护颈枕']);
});

test('marks never overlap and stay in order, whatever was read', () => {
  const span = fc.record({ start: fc.nat(50), text: fc.string({ minLength: 1, maxLength: 8 }) }).map(({ start, text }) => at(start, text));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      let end = 0;
      for (const mark of apart(spans)) {
        expect(mark.start).toBeGreaterThanOrEqual(end);
        end = mark.start + mark.text.length;
      }
    }),
  );
});
