const DIGITS: ReadonlyMap<string, number> = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
const UNITS: ReadonlyMap<string, number> = new Map([['十', 10], ['百', 100], ['千', 1_000]]);

/** Reads a number in figures (10000, 3.7) or Chinese numerals (一万, 五十, 两); null when it is neither. Characters are folded. */
export function readNumber(text: string): number | null {
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) return Number(text);
  const wan = /^(\d{1,6}(?:\.\d{1,4})?)万$/.exec(text);
  if (wan?.[1] !== undefined) return Number(wan[1]) * 10_000;
  return readNumerals(text);
}

function readNumerals(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit = 0;
  if (text === '' || text.length > 12) return null;
  for (const character of text) {
    const value = character === '两' ? 2 : character === '〇' ? 0 : DIGITS.get(character);
    const unit = UNITS.get(character);
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (character === '万') {
      total += (section + digit) * 10_000;
      section = 0;
      digit = 0;
    } else return null;
  }
  return total + section + digit;
}
