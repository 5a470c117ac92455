/**
 * Folds text so that one spelling stands for all: full-width to half-width, capitals to small letters, Traditional to Simplified.
 * One code unit stays one code unit, so a position in the folded text is a position in the merchant's own words.
 */
export type FoldTable = Uint16Array;

/** Builds the table from the pack's pairs of Traditional and Simplified characters (data from OpenCC, Apache-2.0). */
export function foldTable(pairs: string): FoldTable {
  const table = new Uint16Array(65_536);
  for (let code = 0; code < table.length; code += 1) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
  table[0x3000] = 0x20;
  for (let code = 0x41; code <= 0x5a; code += 1) {
    table[code] = code + 0x20;
    table[code + 0xfee0] = code + 0x20;
  }
  for (let index = 0; index + 1 < pairs.length; index += 2) table[pairs.charCodeAt(index)] = pairs.charCodeAt(index + 1);
  return table;
}

const CHUNK = 4_096;

/** Folds a text; the answer has the same length. */
export function foldText(text: string, table: FoldTable): string {
  let changed = false;
  for (let index = 0; index < text.length && !changed; index += 1) {
    const code = text.charCodeAt(index);
    changed = table[code] !== code;
  }
  if (!changed) return text;
  let folded = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, text.length);
    const codes: number[] = [];
    for (let index = start; index < end; index += 1) {
      const code = text.charCodeAt(index);
      codes.push(table[code] ?? code);
    }
    folded += String.fromCharCode(...codes);
  }
  return folded;
}
