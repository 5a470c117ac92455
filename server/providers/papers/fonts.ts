import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { z } from 'zod';
import { unpackWoff } from './woff.ts';

/**
 * Chooses a font file for every character, by looking whether the file really has its glyph. The fonts come in pieces:
 * one file with the common characters of each script, and a hundred small ones for the rest, found by their declared
 * ranges. Traditional text prefers Traditional shapes and the other way round.
 */

/** Which shapes a character that both scripts share should have. */
export type Script = 'simplified' | 'traditional';
export type Weight = 400 | 700;

/** A font file in plain form, with its metrics; `has` and `advance` (in thousandths of the type size) are by character. */
export type Font = Readonly<{ name: string; bytes: Buffer; has: (codePoint: number) => boolean; advance: (codePoint: number) => number }>;
type Family = Readonly<{ folder: string; name: string; common: string }>;

const resolve = createRequire(import.meta.url).resolve;
const FAMILIES: Readonly<Record<Script, Family>> = {
  simplified: { folder: dirname(resolve('@fontsource/noto-sans-sc/package.json')), name: 'noto-sans-sc', common: 'chinese-simplified' },
  traditional: { folder: dirname(resolve('@fontsource/noto-sans-tc/package.json')), name: 'noto-sans-tc', common: 'chinese-traditional' },
};

const opened = new Map<string, Font>();

/** Reads a font file once for the whole process. */
function openFont(family: Family, piece: string, weight: Weight): Font {
  const name = `${family.name}-${piece}-${weight}-normal`;
  const known = opened.get(name);
  if (known !== undefined) return known;
  const bytes = unpackWoff(readFileSync(join(family.folder, 'files', `${name}.woff`)));
  const reader = create(bytes);
  const font: Font = {
    name, bytes, has: (codePoint) => reader.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => (reader.glyphForCodePoint(codePoint).advanceWidth * 1_000) / reader.unitsPerEm,
  };
  opened.set(name, font);
  return font;
}

type Range = Readonly<{ piece: string; from: number; to: number }>;
const ranges = new Map<string, readonly Range[]>();

/** The declared ranges of a family's small pieces (`unicode.json` of the font package: `U+4e00-4e02,U+4e05`). */
function rangesOf(family: Family): readonly Range[] {
  const known = ranges.get(family.name);
  if (known) return known;
  const declared = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(family.folder, 'unicode.json'), 'utf8')));
  const read = Object.entries(declared).flatMap(([piece, list]) =>
    list.split(',').map((part): Range => {
      const [from = 0, to = from] = part.replace('U+', '').split('-').map((hex) => Number.parseInt(hex, 16));
      return { piece: piece.replaceAll(/[[\]]/g, ''), from, to };
    }),
  );
  ranges.set(family.name, read);
  return read;
}

function* candidates(codePoint: number, script: Script, weight: Weight): Generator<Font> {
  const families = script === 'simplified' ? [FAMILIES.simplified, FAMILIES.traditional] : [FAMILIES.traditional, FAMILIES.simplified];
  for (const family of families) {
    yield openFont(family, family.common, weight);
    for (const range of rangesOf(family)) if (codePoint >= range.from && codePoint <= range.to) yield openFont(family, range.piece, weight);
  }
}

const chosen = new Map<string, Font | null>();

/** A font that has this character's glyph, or null when none on hand has it. */
export function fontFor(codePoint: number, script: Script, weight: Weight): Font | null {
  const key = `${codePoint}:${script}:${weight}`;
  const known = chosen.get(key);
  if (known !== undefined) return known;
  const found = candidates(codePoint, script, weight).find((font) => font.has(codePoint)) ?? null;
  chosen.set(key, found);
  return found;
}

/** A stretch of text in one font, and its width in thousandths of the type size. */
export type Run = Readonly<{ font: Font; text: string; width: number }>;

/** What is printed for a character that no font has: a white square, so that it is seen to be missing. */
const MISSING = 0x25a1;

/** A Chinese font draws this apostrophe as wide as a Han character, which tears a Latin name apart (O’Connor). */
const LATIN_APOSTROPHE = /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu;

/** Splits a text into stretches of one font each. No character is dropped. */
export function splitRuns(text: string, script: Script, weight: Weight): Run[] {
  const runs: { font: Font; text: string; width: number }[] = [];
  for (const character of text.normalize('NFC').replaceAll(/\s/g, ' ').replaceAll(LATIN_APOSTROPHE, "'")) {
    const own = fontFor(character.codePointAt(0) ?? MISSING, script, weight);
    const codePoint = own === null ? MISSING : (character.codePointAt(0) ?? MISSING);
    const font = own ?? fontFor(MISSING, script, weight);
    if (font === null) throw new Error('the fonts lack even the sign for a missing character');
    const last = runs.at(-1);
    const run = last?.font === font ? last : { font, text: '', width: 0 };
    if (run !== last) runs.push(run);
    run.text += String.fromCodePoint(codePoint);
    run.width += font.advance(codePoint);
  }
  return runs;
}
