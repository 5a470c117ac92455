import type { Decision, Fact, Reason } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import type { LocalText, Market } from '../market/market.ts';
import { money, type Money } from '../money/money.ts';
import { chargeableGrams, lineCost, obstacleOf, type Obstacle, type Parcel } from '../pricing/line-haul.ts';
import type { CarrierLine } from '../pricing/pricing-packs.ts';
import { arrivesBy } from './arrival.ts';
import { amountWords, beyondValue, dearerBy, OBSTACLE_WORDS, tooLate } from './line-words.ts';

/** Which line a packed parcel goes by. */

/** What of the contents decides whether a line may carry them, each at its strictest. */
export type LineContents = Readonly<{ battery: 'none' | 'in_equipment' | 'with_equipment' | 'alone'; liquid: boolean; powder: boolean }>;

/** A parcel as it stands on the bench. `value` is its customs value; `promisedBy` what the buyer was told, null where nothing was. */
export type PackedParcel = Readonly<{ market: Market; contents: LineContents; parcel: Parcel; value: Money; promisedBy: string | null }>;

/** A line that was not taken, and why. `cost` is null where it could not carry the parcel. */
export type OtherLine = Readonly<{ code: string; name: LocalText; cost: Money | null; why: LocalText }>;

export type LineDecision = Decision<'chosen' | 'no_lawful_line'> &
  Readonly<{ line: Readonly<{ code: string; name: LocalText; cost: Money; chargeableGrams: bigint; days: readonly [number, number]; arrivesBy: string }> | null; others: readonly OtherLine[] }>;

/** Strictest last: one loose battery makes the whole parcel one of loose batteries. */
const BATTERY_RANK = ['none', 'in_equipment', 'with_equipment', 'alone'] as const;

/** The contents of a parcel taken together. Screening passed them before: what it asked nothing about is taken as harmless. */
export function joinContents(parts: readonly Readonly<{ battery?: LineContents['battery'] | null | undefined; liquid?: boolean | null | undefined; powder?: boolean | null | undefined }>[]): LineContents {
  const rank = Math.max(0, ...parts.map((part) => BATTERY_RANK.indexOf(part.battery ?? 'none')));
  return { battery: BATTERY_RANK[rank] ?? 'alone', liquid: parts.some((part) => part.liquid === true), powder: parts.some((part) => part.powder === true) };
}

type Weighed = Readonly<{ line: CarrierLine; obstacle: LocalText | null; cost: Money; grams: bigint; arrives: string; inTime: boolean }>;

/**
 * The cheapest line that may carry a parcel and brings it by the promised day; the faster of two that cost the same. Where none is in time, the one that
 * arrives first: the promise is then told to be late, not kept on paper. Every other line is named with what it would have cost or what kept it away.
 */
export function decideLine(packed: PackedParcel, lines: readonly CarrierLine[], edition: string, at: string): LineDecision {
  const stated = { edition, at, inputsHash: fingerprint({ packed, edition, at }) };
  const day = at.slice(0, 10);
  const weighed = lines.filter((line) => line.market === packed.market && line.from <= day && (line.to === null || day <= line.to)).map((line) => weigh(line, packed, at));
  const lawful = weighed.filter((one) => one.obstacle === null);
  const inTime = lawful.filter((one) => one.inTime);
  const best = inTime.length > 0 ? least(inTime, byCost) : least(lawful, byArrival);
  if (best === null) return { ...stated, outcome: 'no_lawful_line', reasons: [noLine(weighed)], line: null, others: weighed.map((one) => otherThan(one, null, packed)) };
  return {
    ...stated, outcome: 'chosen', reasons: [whyChosen(best, packed)],
    line: { code: best.line.code, name: best.line.name, cost: best.cost, chargeableGrams: best.grams, days: best.line.days, arrivesBy: best.arrives },
    others: weighed.filter((one) => one !== best).toSorted(byCost).map((one) => otherThan(one, best, packed)),
  };
}

function weigh(line: CarrierLine, { contents, parcel, value, promisedBy }: PackedParcel, at: string): Weighed {
  const grams = chargeableGrams(line, parcel);
  const arrives = arrivesBy(at, line);
  const obstacle = obstacleOf(line, contents, parcel);
  const over = line.valueLimitMinor !== null && value.minor > line.valueLimitMinor ? beyondValue(money(line.valueLimitMinor, value.currency)) : null;
  return { line, obstacle: obstacle === null ? over : inWords(obstacle, line), cost: lineCost(line, grams), grams, arrives, inTime: promisedBy === null || arrives <= promisedBy };
}

function inWords(obstacle: Obstacle, line: CarrierLine): LocalText {
  return OBSTACLE_WORDS[obstacle](line);
}

function byCost(left: Weighed, right: Weighed): number {
  return left.cost.minor === right.cost.minor ? byArrival(left, right) : left.cost.minor < right.cost.minor ? -1 : 1;
}
function byArrival(left: Weighed, right: Weighed): number {
  return left.arrives === right.arrives ? (left.cost.minor < right.cost.minor ? -1 : 1) : left.arrives < right.arrives ? -1 : 1;
}
function least(all: readonly Weighed[], order: (left: Weighed, right: Weighed) => number): Weighed | null {
  return all.toSorted(order)[0] ?? null;
}

function otherThan(one: Weighed, best: Weighed | null, { promisedBy }: PackedParcel): OtherLine {
  const { code, name } = one.line;
  if (one.obstacle !== null) return { code, name, cost: null, why: one.obstacle };
  const late = !one.inTime && promisedBy !== null && best?.inTime === true;
  return { code, name, cost: one.cost, why: late ? tooLate(one.arrives, promisedBy) : best === null ? one.line.name : dearerBy(money(one.cost.minor - best.cost.minor, 'CNY')) };
}

function whyChosen(best: Weighed, { promisedBy }: PackedParcel): Reason {
  const day = best.arrives.slice(0, 10);
  const facts: Fact[] = [
    { fact: 'chargeableGrams', value: Number(best.grams), source: 'hub' }, { fact: 'cost', value: amountWords(best.cost), source: 'platform' },
    { fact: 'arrivesBy', value: day, source: 'platform' }, { fact: 'promisedBy', value: promisedBy?.slice(0, 10) ?? null, source: 'platform' },
  ];
  const [code, text] = best.inTime
    ? (['cheapest_in_time', { 'zh-Hans': `能承运且在承诺日前送达（预计 ${day}）的线路中价格最低`, 'zh-Hant': `能承運且在承諾日前送達（預計 ${day}）的線路中價格最低`, en: `the cheapest line that carries this and arrives in time (by ${day})` }] as const)
    : (['fastest_but_late', { 'zh-Hans': `没有线路赶得上承诺日，这条最快（预计 ${day}）`, 'zh-Hant': `沒有線路趕得上承諾日，這條最快（預計 ${day}）`, en: `no line arrives by the promised day; this one is the fastest (by ${day})` }] as const);
  return { code, text, because: facts, source: best.line.source, fix: null, owner: 'hub' };
}

function noLine(weighed: readonly Weighed[]): Reason {
  const say = (locale: keyof LocalText) => weighed.map((one) => `${one.line.name[locale]}: ${one.obstacle?.[locale] ?? ''}`).join(locale === 'en' ? '; ' : '；');
  return {
    code: 'no_lawful_line', because: [], source: null, owner: 'hub', text: { 'zh-Hans': say('zh-Hans'), 'zh-Hant': say('zh-Hant'), en: say('en') },
    fix: { kind: 'contact', target: 'operator', text: { 'zh-Hans': '请运营结束订单或换包装', 'zh-Hant': '請營運結束訂單或換包裝', en: 'Pack it otherwise, or have the order ended' } },
  };
}
