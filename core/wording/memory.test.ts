import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTbx, readTmx, writeTbx, writeTmx } from './exchange.ts';
import { buildMemory, likeness, lookUp, type MemoryEntry } from './memory.ts';

const entry = (source: string, target: string): MemoryEntry => ({ source, target, to: 'en-US', category: null });
const memory = buildMemory([entry('玻璃花瓶30cm', 'Glass Vase, 30 cm'), entry('手工陶瓷茶杯青色', 'Handmade Celadon Tea Cup'), entry('玻璃杯300ml', 'Glass, 300 mL (10.1 fl oz)')]);

describe('the translation memory', () => {
  test('answers a known text at once', () => expect(lookUp('玻璃花瓶30cm', 'en-US', memory)).toMatchObject({ kind: 'exact', target: 'Glass Vase, 30 cm' }));
  test('puts new numbers in the place of the old ones', () => expect(lookUp('玻璃花瓶45cm', 'en-US', memory)).toMatchObject({ kind: 'masked', target: 'Glass Vase, 45 cm' }));
  test('does not refill a text whose numbers were converted', () => expect(lookUp('玻璃杯400ml', 'en-US', memory)?.kind).not.toBe('masked'));
  test('shows a near text with its likeness', () => expect(lookUp('手工陶瓷茶杯白色', 'en-US', memory)).toMatchObject({ kind: 'fuzzy', score: 88 }));
  test('is silent below 70 %', () => expect(lookUp('男士牛仔裤', 'en-US', memory)).toBeNull());
  test('knows nothing in another language', () => expect(lookUp('玻璃花瓶30cm', 'pt-MO', memory)).toBeNull());
  test('counts likeness the same both ways', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
    }));
  });
});

describe('exchange files', () => {
  test('TMX comes back as it went out', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).map((words) => words.trim()).filter((words) => words !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (pairs) => {
        const entries = pairs.map(([source, target]) => entry(source, target));
        expect(readTmx(writeTmx(entries, 'e'))).toEqual({ ok: true, value: entries });
      }),
    );
  });
  test('TBX keeps preferred, admitted and forbidden renderings', () => {
    const term = { zh: '充电宝', en: 'power bank', alternatives: ['portable charger'], kind: 'product', domain: null, hk: '充電寶', avoid: ['charging treasure'] } as const;
    expect(readTbx(writeTbx([term], 'e'))).toEqual({ ok: true, value: [term] });
  });
  test('another file is refused by name', () => {
    expect(readTmx('{}')).toMatchObject({ ok: false, problem: { code: 'not_tmx' } });
    expect(readTbx('{}')).toMatchObject({ ok: false, problem: { code: 'not_tbx' } });
  });
});
