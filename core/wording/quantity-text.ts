import type { Quantity } from './quantity.ts';

/** A quantity in English: `text` in the units it was stated in, `also` the other system's (null where one form serves both). */
export type QuantityText = Readonly<{ text: string; also: string | null }>;

// Exact by definition: 1 in = 2.54 cm, 1 lb = 453.59237 g, 1 US fl oz = 29.5735 mL (NIST Handbook 44, appendix C).
const MM_PER_INCH = 25.4;
const MM_PER_FOOT = 304.8;
const GRAMS_PER_OUNCE = 28.3495;
const GRAMS_PER_POUND = 453.592;
const ML_PER_FLUID_OUNCE = 29.5735;
/** In clothing 寸 is a third of a decimetre; on screens, bags and pans it is the inch. */
const MM_PER_TAILOR_INCH = 1000 / 30;
/** From here on a US reader expects feet, pounds. */
const FEET_FROM_MM = 1000;
const POUNDS_FROM_GRAMS = 454;

/** A number without needless zeros, at most three decimals. */
export function numberText(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** One decimal, as US labels round secondary units; more below one half so that nothing becomes 0. */
function roundedText(value: number): string {
  return value < 0.5 ? String(Number(value.toPrecision(2))) : String(Math.round(value * 10) / 10);
}

function joinValues(quantity: Quantity, write: (value: number) => string): string {
  return quantity.values.map(write).join(quantity.shape === 'range' ? '-' : ' x ');
}

/** Whether the title's own words make 寸 a tailor's inch: only clothing does. */
export type QuantityContext = Readonly<{ clothing: boolean }>;

/** Writes a quantity for a US page. Measures carry both systems; 斤, 两 and tailor's 寸 are given in grams and centimetres only. */
export function englishQuantity(quantity: Quantity, context: QuantityContext): QuantityText {
  const { unit, unitWord } = quantity;
  const plain = joinValues(quantity, numberText);
  switch (unit.dimension) {
    case 'length':
      return lengthText(quantity, context);
    case 'mass':
      return massText(quantity);
    case 'volume': {
      const also = `${joinValues(quantity, (value) => roundedText((value * unit.factor) / ML_PER_FLUID_OUNCE))} fl oz`;
      return { text: `${plain} ${unit.en[0]}`, also };
    }
    case 'count': {
      const one = quantity.values.length === 1 && quantity.values[0] === 1;
      return { text: `${plain} ${unit.en[one ? 0 : 1]}`, also: null };
    }
    case 'trait':
      return { text: unitWord === '倍' ? `${plain}x` : `${plain}-${unit.en[0]}`, also: null };
    case 'age':
      return { text: unitWord === '岁' ? `Ages ${plain}` : `${plain} Months`, also: null };
    case 'size':
      return { text: unitWord === '代' ? `Gen ${plain}` : `${unit.en[0]} ${plain}`, also: null };
    case 'angle':
      return { text: `${plain}°`, also: null };
    case 'temperature':
      return { text: `${plain} °C`, also: `${joinValues(quantity, (value) => roundedText(value * 1.8 + 32))} °F` };
    case 'time':
      return { text: `${plain}${timeWord(quantity)}`, also: null };
    case 'electric':
      return { text: unitWord === '%' ? `${plain}%` : `${plain} ${unit.en[0]}`, also: null };
    case 'discard':
      return { text: '', also: null };
  }
}

function timeWord(quantity: Quantity): string {
  const many = quantity.unit.en[0];
  const one = quantity.values.length === 1 && quantity.values[0] === 1;
  return ` ${(one ? many.slice(0, -1) : many).replace(/^./, (first) => first.toUpperCase())}`;
}

function lengthText(quantity: Quantity, context: QuantityContext): QuantityText {
  const { unit, unitWord } = quantity;
  const millimetres = (value: number) => value * (unitWord === '寸' && context.clothing ? MM_PER_TAILOR_INCH : unit.factor);
  const centimetres = `${joinValues(quantity, (value) => roundedText(millimetres(value) / 10))} cm`;
  if (unitWord === '尺' || (unitWord === '寸' && context.clothing)) return { text: centimetres, also: inches(quantity, millimetres) };
  if (unit.en[0] === 'in' || unit.en[0] === 'ft') return { text: `${joinValues(quantity, numberText)} ${unit.en[0]}`, also: centimetres };
  if (unit.en[0] === 'km') return { text: `${joinValues(quantity, numberText)} km`, also: `${joinValues(quantity, (value) => roundedText(value / 1.609344))} mi` };
  const long = quantity.shape !== 'product' && quantity.values.every((value) => millimetres(value) >= FEET_FROM_MM);
  const also = long ? `${joinValues(quantity, (value) => roundedText(millimetres(value) / MM_PER_FOOT))} ft` : inches(quantity, millimetres);
  return { text: `${joinValues(quantity, numberText)} ${unit.en[0]}`, also };
}

function inches(quantity: Quantity, millimetres: (value: number) => number): string {
  return `${joinValues(quantity, (value) => roundedText(millimetres(value) / MM_PER_INCH))} in`;
}

function massText(quantity: Quantity): QuantityText {
  const { unit } = quantity;
  const symbol = unit.en[0];
  const grams = (value: number) => value * unit.factor;
  if (symbol === 'oz' || symbol === 'lb') return { text: `${joinValues(quantity, numberText)} ${symbol}`, also: `${joinValues(quantity, (value) => roundedText(grams(value)))} g` };
  if (symbol === 'mg' || symbol === 't') return { text: `${joinValues(quantity, numberText)} ${symbol}`, also: null };
  const heavy = quantity.values.every((value) => grams(value) >= POUNDS_FROM_GRAMS);
  const also = heavy
    ? `${joinValues(quantity, (value) => roundedText(grams(value) / GRAMS_PER_POUND))} lb`
    : `${joinValues(quantity, (value) => roundedText(grams(value) / GRAMS_PER_OUNCE))} oz`;
  const inGrams = symbol === 'jin' || symbol === 'liang';
  return { text: inGrams ? `${joinValues(quantity, (value) => numberText(grams(value)))} g` : `${joinValues(quantity, numberText)} ${symbol}`, also };
}

/** Both systems in one text: `20 x 30 cm (7.9 x 11.8 in)`. */
export function fullQuantityText(text: QuantityText): string {
  return text.also === null ? text.text : `${text.text} (${text.also})`;
}
