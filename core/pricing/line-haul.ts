import { divideRounded, money, type Money } from '../money/money.ts';
import type { LocalText } from '../market/market.ts';
import type { CarrierLine } from './pricing-packs.ts';
import type { ChosenLine, QuoteInput } from './quote-shape.ts';

/** A parcel as it leaves the hub: weight with packing, and its box where measured. */
export type Parcel = Readonly<{ grams: bigint; lengthMm: bigint | null; widthMm: bigint | null; heightMm: bigint | null }>;

function volume(parcel: Parcel): bigint | null {
  const { lengthMm, widthMm, heightMm } = parcel;
  return lengthMm === null || widthMm === null || heightMm === null ? null : lengthMm * widthMm * heightMm;
}

/**
 * Grams a line charges for: the actual weight, or the volumetric one (cubic millimetres over the divisor gives grams) when the line's
 * rule says so; then raised to the minimum and to the step. An unmeasured box is charged by weight.
 */
export function chargeableGrams(line: CarrierLine, parcel: Parcel): bigint {
  const cubicMm = volume(parcel);
  const volumetric = line.divisor === null || cubicMm === null ? 0n : divideRounded(cubicMm, line.divisor, 'up');
  const threshold = line.volumeRule === 'double' ? parcel.grams * 2n : parcel.grams;
  const counted = volumetric >= threshold && volumetric > parcel.grams ? volumetric : parcel.grams;
  const raised = counted < line.minimumGrams ? line.minimumGrams : counted;
  return divideRounded(raised, line.stepGrams, 'up') * line.stepGrams;
}

/** What the line charges in CNY: the first weight, each further kilogram pro rata, and the parcel. */
export function lineCost(line: CarrierLine, grams: bigint): Money {
  const further = grams > line.firstGrams ? grams - line.firstGrams : 0n;
  return money(line.firstMinor + divideRounded(further * line.perKgMinor, 1_000n, 'half_up') + line.perParcelMinor, 'CNY');
}

/** What keeps a parcel off a line. */
export type Obstacle = 'battery' | 'liquid' | 'powder' | 'weight' | 'length' | 'girth';
type Carried = Pick<QuoteInput, 'battery' | 'liquid' | 'powder'>;

/** The first thing that keeps a parcel off a line, null when it may go. An unknown fact is taken as harmless: screening asks for it before a parcel leaves. */
export function obstacleOf(line: CarrierLine, contents: Carried, parcel: Parcel): Obstacle | null {
  const battery = contents.battery ?? 'none';
  if (battery !== 'none' && line.carries.battery === 'none') return 'battery';
  if ((battery === 'alone' || battery === 'with_equipment') && line.carries.battery !== 'any') return 'battery';
  if (contents.liquid === true && !line.carries.liquid) return 'liquid';
  if (contents.powder === true && !line.carries.powder) return 'powder';
  if (parcel.grams > line.maximumGrams) return 'weight';
  const { lengthMm, widthMm, heightMm } = parcel;
  if ([lengthMm, widthMm, heightMm].some((side) => side !== null && side > line.longestMm)) return 'length';
  if (line.girthMm !== null && lengthMm !== null && widthMm !== null && heightMm !== null && lengthAndGirth(lengthMm, widthMm, heightMm) > line.girthMm) return 'girth';
  return null;
}

/** The longest side and once around the other two, as carriers measure it. */
function lengthAndGirth(a: bigint, b: bigint, c: bigint): bigint {
  const longest = a > b ? (a > c ? a : c) : b > c ? b : c;
  return longest + 2n * (a + b + c - longest);
}

/** Whether the line takes the goods. */
export function canCarry(line: CarrierLine, contents: Carried, parcel: Parcel): boolean {
  return obstacleOf(line, contents, parcel) === null;
}

export type LineChoice = Readonly<{ line: CarrierLine; cost: Money; chosen: ChosenLine }>;

const CHEAPEST: LocalText = { 'zh-Hans': '能承运此商品的线路中价格最低', 'zh-Hant': '能承運此商品的線路中價格最低', en: 'the cheapest line that carries these goods' };
const WISHED: LocalText = { 'zh-Hans': '按指定的线路', 'zh-Hant': '按指定的線路', en: 'the line that was asked for' };

/** The line a parcel goes by: the one asked for if it can carry the goods, otherwise the cheapest, the faster on a tie. Null when none can. */
export function chooseLine(lines: readonly CarrierLine[], input: QuoteInput, parcel: Parcel): LineChoice | null {
  let best: LineChoice | null = null;
  for (const line of lines) {
    if (!canCarry(line, input, parcel)) continue;
    const grams = chargeableGrams(line, parcel);
    const cost = lineCost(line, grams);
    const wished = line.code === input.line;
    const cheaper = best === null || cost.minor < best.cost.minor || (cost.minor === best.cost.minor && line.days[1] < best.line.days[1]);
    if (!wished && !cheaper) continue;
    best = { line, cost, chosen: { code: line.code, name: line.name, chargeableGrams: grams, days: line.days, because: wished ? WISHED : CHEAPEST } };
    if (wished) return best;
  }
  return best;
}
