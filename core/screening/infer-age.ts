import type { Fact } from '../decision/decision.ts';
import { readNumber } from './chinese-number.ts';
import { FIGURE, mayState } from './figure-letters.ts';
import { spanOf, type TextField } from './product-text.ts';

const AMOUNT = String.raw`(\d{1,3}|[一二三四五六七八九十两]{1,3})`;

/** The youngest age a text names: 3岁+, 3-6岁, 6个月以上, ages 3+. */
const AGES: readonly Readonly<{ pattern: RegExp; months: number }>[] = [
  { pattern: new RegExp(String.raw`${AMOUNT} ?(?:[-~～至到—] ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?)?(?:个月|月龄)`, 'g'), months: 1 },
  { pattern: new RegExp(String.raw`${AMOUNT} ?(?:\+ ?)?(?:[-~～至到—] ?(?:\d{1,3}|[一二三四五六七八九十]{1,3}) ?)?(?:周?岁)(?!以下|内)`, 'g'), months: 12 },
  { pattern: /(?:ages?|aged) ?(\d{1,2}) ?(?:\+|[-–] ?\d{1,2}|and up|years?)/g, months: 12 },
];

/** How long something keeps or is vouched for is no age: 保修期：1个月. Looked for this many letters before the figure. */
const NOT_AN_AGE = /保修|质保|保质|包换|有效|续航|待机|使用|可用|坚持|疗程|分期|期限|周期/;
const BEFORE = 8;

/** Ages above this are a person's age in a story, not an age grade. */
const OLDEST_GRADE_MONTHS = 240;

/** The age grade the words state in months, with those words; null when they state none. */
export function inferMinimumAge(fields: readonly TextField[]): Fact | null {
  for (const field of fields) {
    if (field.role !== 'text' || !mayState(field.letters, FIGURE.age) || !/[岁月龄]|age/.test(field.folded)) continue;
    for (const { pattern, months } of AGES) {
      for (const match of field.folded.matchAll(pattern)) {
        const amount = readNumber(match[1] ?? '');
        if (amount === null || amount * months > OLDEST_GRADE_MONTHS || NOT_AN_AGE.test(field.folded.slice(Math.max(0, match.index - BEFORE), match.index))) continue;
        return { fact: 'minimumAgeMonths', value: amount * months, source: 'inferred', span: spanOf(field, match.index, match.index + match[0].length) };
      }
    }
  }
  return null;
}
