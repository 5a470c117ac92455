import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoNotes, demoProducts } from '../catalogue.ts';
import { drawAvatar } from './avatar.ts';
import { drawProduct, type ProductDrawing } from './draw.ts';
import { FORMS, type FormName } from './forms/forms.ts';
import { drawNoteCover } from './note-cover.ts';
import { PATTERNS } from './paint.ts';
import { PALETTES, type PaletteName } from './palettes.ts';

const forms = Object.keys(FORMS).filter((name): name is FormName => Object.hasOwn(FORMS, name));
const palettes = Object.keys(PALETTES).filter((name): name is PaletteName => Object.hasOwn(PALETTES, name));

const anyDrawing: fc.Arbitrary<ProductDrawing> = fc.record({
  form: fc.constantFrom(...forms), palette: fc.constantFrom(...palettes), pattern: fc.constantFrom(...PATTERNS), detail: fc.constantFrom('', 'print', 'cat', 'pearls'),
  view: fc.constantFrom('alone' as const, 'room' as const, 'close' as const, 'pair' as const), second: fc.constantFrom(...palettes),
});

/** What is wrong with a picture: words that are no numbers, groups left open, names that nothing defines. */
function faultsOf(svg: string): readonly string[] {
  const defined = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const open = (svg.match(/<g[ >]/g)?.length ?? 0) - (svg.match(/<\/g>/g)?.length ?? 0);
  return [...(svg.match(/NaN|undefined|Infinity/g) ?? []), ...(open === 0 ? [] : ['open group']), ...[...svg.matchAll(/url\(#([^)]+)\)/g)].flatMap((match) => (match[1] !== undefined && defined.has(match[1]) ? [] : [`no ${match[1]}`]))];
}

test('there are more than sixty forms', () => expect(forms.length).toBeGreaterThan(60));

test('any form in any palette, pattern and view is a whole picture that names only what it defines, the same every time', () => {
  fc.assert(fc.property(anyDrawing, (spec) => {
    const svg = drawProduct(spec);
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toBe(drawProduct(spec));
  }), { numRuns: 300 });
});

test('every product has two or three pictures, and no two products look the same', () => {
  expect(demoProducts.filter((product) => product.drawings.length < 2 || product.drawings.length > 3)).toEqual([]);
  const looks = demoProducts.map((product) => JSON.stringify({ ...product.drawings[0], second: null }));
  expect(looks.filter((look, index) => looks.indexOf(look) !== index)).toEqual([]);
});

test('every cover of a note is a whole picture', () => {
  expect(demoNotes.flatMap((note) => faultsOf(drawNoteCover(note.cover)))).toEqual([]);
});

test('any seed has a face, always the same', () => {
  fc.assert(fc.property(fc.string(), (seed) => {
    expect(faultsOf(drawAvatar(seed))).toEqual([]);
    expect(drawAvatar(seed)).toBe(drawAvatar(seed));
  }));
});
