import type { LocalText } from '../market/market.ts';
import { toDecimal, type Money } from '../money/money.ts';
import type { Obstacle } from '../pricing/line-haul.ts';
import type { CarrierLine } from '../pricing/pricing-packs.ts';

/** What keeps a parcel off a line, and why a line was not taken, in words. */

export function amountWords(amount: Money): string {
  return `${amount.currency} ${toDecimal(amount)}`;
}

export const OBSTACLE_WORDS: Readonly<Record<Obstacle, (line: CarrierLine) => LocalText>> = {
  battery: () => ({ 'zh-Hans': '不能承运这种电池', 'zh-Hant': '不能承運這種電池', en: 'does not carry such batteries' }),
  liquid: () => ({ 'zh-Hans': '不能承运液体', 'zh-Hant': '不能承運液體', en: 'does not carry liquids' }),
  powder: () => ({ 'zh-Hans': '不能承运粉末', 'zh-Hant': '不能承運粉末', en: 'does not carry powders' }),
  weight: (line) => ({ 'zh-Hans': `超过限重 ${line.maximumGrams} 克`, 'zh-Hant': `超過限重 ${line.maximumGrams} 克`, en: `heavier than its ${line.maximumGrams} g` }),
  length: (line) => ({ 'zh-Hans': `超过限长 ${line.longestMm} 毫米`, 'zh-Hant': `超過限長 ${line.longestMm} 毫米`, en: `longer than its ${line.longestMm} mm` }),
  girth: (line) => ({ 'zh-Hans': `长加围长超过 ${line.girthMm ?? 0n} 毫米`, 'zh-Hant': `長加圍長超過 ${line.girthMm ?? 0n} 毫米`, en: `length and girth beyond its ${line.girthMm ?? 0n} mm` }),
};

export function beyondValue(limit: Money): LocalText {
  const most = amountWords(limit);
  return { 'zh-Hans': `货值超过上限 ${most}`, 'zh-Hant': `貨值超過上限 ${most}`, en: `worth more than its limit of ${most}` };
}

export function dearerBy(difference: Money): LocalText {
  const more = amountWords(difference);
  if (difference.minor <= 0n) return { 'zh-Hans': '不更贵，但更慢', 'zh-Hant': '不更貴，但更慢', en: 'not dearer, but slower' };
  return { 'zh-Hans': `贵 ${more}`, 'zh-Hant': `貴 ${more}`, en: `dearer by ${more}` };
}

export function tooLate(arrives: string, promisedBy: string): LocalText {
  const [day, promised] = [arrives.slice(0, 10), promisedBy.slice(0, 10)];
  return { 'zh-Hans': `预计 ${day} 才到，晚于承诺的 ${promised}`, 'zh-Hant': `預計 ${day} 才到，晚於承諾的 ${promised}`, en: `would arrive by ${day}, after the promised ${promised}` };
}
