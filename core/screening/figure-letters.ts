/**
 * Which letters that figures are written with stand in a text, as flags. Most texts lack what a reading needs,
 * and asking for a flag costs a hundredth of trying an expression.
 */
export const FIGURE = {
  /** A numeral, Arabic or Chinese. Without one no figure is stated. */
  number: 1,
  /** Watt-hours, milliampere-hours: wh, 瓦时, mah, ah, ma, 毫安. */
  battery: 2,
  /** 岁, 月, 龄, and the g of “age”. */
  age: 4,
  /** v, 伏. */
  voltage: 8,
  /** The first letter of any unit that a net content or a share is given in. */
  unit: 16,
} as const;

const LETTERS: Readonly<Record<keyof typeof FIGURE, string>> = {
  number: '0123456789一二三四五六七八九十百千万两零',
  battery: 'hm瓦安',
  age: '岁月龄g',
  voltage: 'v伏',
  unit: 'm毫cfkg公千克斤厘%度vwj焦',
};

const FLAGS = flagTable();

function flagTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const kind of ['number', 'battery', 'age', 'voltage', 'unit'] as const) {
    for (const letter of LETTERS[kind]) table[letter.charCodeAt(0)] = (table[letter.charCodeAt(0)] ?? 0) | FIGURE[kind];
  }
  return table;
}

/** The flags of all letters of a folded text together. */
export function figureLetters(folded: string): number {
  let flags = 0;
  for (let index = 0; index < folded.length; index += 1) flags |= FLAGS[folded.charCodeAt(index)] ?? 0;
  return flags;
}

/** Whether a text has a numeral and a letter of that kind. */
export function mayState(letters: number, kind: number): boolean {
  return (letters & FIGURE.number) !== 0 && (letters & kind) !== 0;
}
