/** The part of fontkit (the font reader that pdfkit itself depends on) that the papers use: does a font have a glyph, and how wide is it? */
declare module 'fontkit' {
  export type FontReader = Readonly<{ unitsPerEm: number; hasGlyphForCodePoint(codePoint: number): boolean; glyphForCodePoint(codePoint: number): Readonly<{ advanceWidth: number }> }>;
  export function create(bytes: Uint8Array): FontReader;
}
