import type { Fact, Reason, SourceRef } from '../decision/decision.ts';
import type { LocalText } from '../market/market.ts';

/** Compares what the hub measured with what was declared, and says whether a parcel is taken in or put aside. */

export type Size = Readonly<{ lengthMm?: number | null | undefined; widthMm?: number | null | undefined; heightMm?: number | null | undefined }>;
/** What the merchant stated for the whole parcel. Null is not known. */
export type DeclaredParcel = Size & Readonly<{ weightGrams: number | null; lines?: readonly Readonly<{ sku: string; quantity: number }>[] | undefined }>;
/** What the hub found. A line that was not counted counts as it was declared. */
export type MeasuredParcel = Size & Readonly<{ weightGrams: number; counts?: readonly Readonly<{ sku: string; counted: number }>[] | undefined }>;

export type Comparison = Readonly<{ decision: 'accept' | 'put_aside'; reasons: readonly Reason[] }>;

/**
 * How far scale and tape may differ from the declaration. Heavier is allowed more than lighter: the merchant declares the
 * goods, the scale also weighs carton and padding; lighter means something is missing. Smaller is no fault: soft goods give way.
 */
export const TOLERANCE = {
  lighterPpm: 100_000, lighterGrams: 30,
  heavierPpm: 250_000, heavierGrams: 200,
  longerPpm: 200_000, longerMm: 50,
} as const;

const SOURCE: SourceRef = { citation: 'Hub tolerance of the marketplace: lighter by 10% or 30 g, heavier by 25% or 200 g, longer by 20% or 50 mm, whichever is more', url: null, asOf: '2026-11-23' };

/**
 * Decides by count, weight and size. Anything outside the tolerance puts the parcel aside; a fact nobody declared does
 * not (the hub's measure becomes the fact), but is said.
 */
export function compareWithDeclared(declared: DeclaredParcel, measured: MeasuredParcel): Comparison {
  const faults = [...countReasons(declared, measured), ...weightReasons(declared, measured), ...sizeReasons(declared, measured)];
  if (faults.length > 0) return { decision: 'put_aside', reasons: faults };
  return { decision: 'accept', reasons: [declared.weightGrams === null ? undeclared(measured) : within(declared, measured)] };
}

function countReasons(declared: DeclaredParcel, measured: MeasuredParcel): readonly Reason[] {
  const expected = new Map((declared.lines ?? []).map((line) => [line.sku, line.quantity]));
  return (measured.counts ?? []).flatMap(({ sku, counted }) => {
    const quantity = expected.get(sku) ?? 0;
    if (counted === quantity) return [];
    const code = quantity === 0 ? 'not_ordered' : counted < quantity ? 'count_short' : 'count_over';
    const facts = [declaredFact(`quantity.${sku}`, quantity), hubFact(`counted.${sku}`, counted)];
    return [reason(code, COUNT_TEXT[code](sku, quantity, counted), facts, COUNT_FIX[code])];
  });
}

function weightReasons(declared: DeclaredParcel, measured: MeasuredParcel): readonly Reason[] {
  const said = declared.weightGrams;
  if (said === null) return [];
  const least = said - allowance(said, TOLERANCE.lighterPpm, TOLERANCE.lighterGrams);
  const most = said + allowance(said, TOLERANCE.heavierPpm, TOLERANCE.heavierGrams);
  if (measured.weightGrams >= least && measured.weightGrams <= most) return [];
  const code = measured.weightGrams < least ? 'too_light' : 'too_heavy';
  const bound = code === 'too_light' ? least : most;
  return [reason(code, {
    'zh-Hans': `称重 ${measured.weightGrams} 克，申报 ${said} 克，${code === 'too_light' ? '低于下限' : '高于上限'} ${bound} 克。`,
    'zh-Hant': `稱重 ${measured.weightGrams} 克，申報 ${said} 克，${code === 'too_light' ? '低於下限' : '高於上限'} ${bound} 克。`,
    en: `It weighs ${measured.weightGrams} g, ${said} g was declared; the ${code === 'too_light' ? 'least' : 'most'} allowed is ${bound} g.`,
  }, [declaredFact('weightGrams', said), hubFact('weightGrams', measured.weightGrams)], code === 'too_light' ? CHECK_CONTENTS : CONFIRM_MEASURE)];
}

/** Sides are compared in order of length, so that it does not matter how the parcel lay. */
function sizeReasons(declared: DeclaredParcel, measured: MeasuredParcel): readonly Reason[] {
  const said = sides(declared);
  const found = sides(measured);
  if (said === null || found === null) return [];
  const beyond = found.some((side, index) => side > (said[index] ?? 0) + allowance(said[index] ?? 0, TOLERANCE.longerPpm, TOLERANCE.longerMm));
  if (!beyond) return [];
  const [saidText, foundText] = [said.join('×'), found.join('×')];
  return [reason('too_large', {
    'zh-Hans': `实测 ${foundText} 毫米，申报 ${saidText} 毫米，超出允许范围。`, 'zh-Hant': `實測 ${foundText} 毫米，申報 ${saidText} 毫米，超出允許範圍。`,
    en: `It measures ${foundText} mm, ${saidText} mm was declared; that is beyond the tolerance.`,
  }, [declaredFact('size', saidText), hubFact('size', foundText)], CONFIRM_MEASURE)];
}

function sides(size: Size): readonly number[] | null {
  const known = [size.lengthMm, size.widthMm, size.heightMm].filter((side) => typeof side === 'number');
  return known.length === 3 ? known.sort((left, right) => right - left) : null;
}

/** The larger of a share and a fixed amount, in whole units. */
function allowance(declared: number, ppm: number, least: number): number {
  return Math.max(Math.floor((declared * ppm) / 1_000_000), least);
}

function hubFact(name: string, value: Fact['value']): Fact {
  return { fact: name, value, source: 'hub' };
}
function declaredFact(name: string, value: Fact['value']): Fact {
  return { fact: `declared.${name}`, value, source: 'merchant' };
}
function reason(code: string, text: LocalText, because: readonly Fact[], fix: LocalText | null): Reason {
  return { code, text, because, source: SOURCE, fix: fix && { kind: 'contact', target: 'hub', text: fix }, owner: 'hub' };
}

const CHECK_CONTENTS: LocalText = { 'zh-Hans': '开箱核对是否少件', 'zh-Hant': '開箱核對是否少件', en: 'Open it and check whether something is missing' };
const CONFIRM_MEASURE: LocalText = { 'zh-Hans': '核对商品，确认后以仓库实测为准重新计价', 'zh-Hant': '核對商品，確認後以倉庫實測為準重新計價', en: 'Check the goods; once confirmed, the hub’s measure is priced from then on' };

type CountCode = 'count_short' | 'count_over' | 'not_ordered';
const COUNT_TEXT: Readonly<Record<CountCode, (sku: string, quantity: number, counted: number) => LocalText>> = {
  count_short: (sku, quantity, counted) => ({ 'zh-Hans': `${sku}：应到 ${quantity} 件，实到 ${counted} 件。`, 'zh-Hant': `${sku}：應到 ${quantity} 件，實到 ${counted} 件。`, en: `${sku}: ${quantity} expected, ${counted} came.` }),
  count_over: (sku, quantity, counted) => ({ 'zh-Hans': `${sku}：应到 ${quantity} 件，多到了 ${counted - quantity} 件。`, 'zh-Hant': `${sku}：應到 ${quantity} 件，多到了 ${counted - quantity} 件。`, en: `${sku}: ${quantity} expected, ${counted - quantity} too many came.` }),
  not_ordered: (sku, _quantity, counted) => ({ 'zh-Hans': `${sku}：订单里没有，到了 ${counted} 件。`, 'zh-Hant': `${sku}：訂單裡沒有，到了 ${counted} 件。`, en: `${sku}: not part of the order, ${counted} came.` }),
};
const COUNT_FIX: Readonly<Record<CountCode, LocalText>> = {
  count_short: { 'zh-Hans': '请商家补寄缺的件', 'zh-Hant': '請商家補寄缺的件', en: 'Ask the merchant to send the rest' },
  count_over: { 'zh-Hans': '退回多出的件', 'zh-Hant': '退回多出的件', en: 'Send back what is too many' },
  not_ordered: { 'zh-Hans': '不接受代替品，退回并请商家寄对的', 'zh-Hant': '不接受代替品，退回並請商家寄對的', en: 'Substitutes are not accepted: send it back and ask for the right item' },
};

function undeclared(measured: MeasuredParcel): Reason {
  return reason('weight_not_declared', {
    'zh-Hans': `没有申报重量，以仓库实测 ${measured.weightGrams} 克为准。`, 'zh-Hant': `沒有申報重量，以倉庫實測 ${measured.weightGrams} 克為準。`, en: `No weight was declared; the hub’s ${measured.weightGrams} g is the fact from now on.`,
  }, [declaredFact('weightGrams', null), hubFact('weightGrams', measured.weightGrams)], null);
}

function within(declared: DeclaredParcel, measured: MeasuredParcel): Reason {
  return reason('as_declared', { 'zh-Hans': '数量、重量、尺寸与申报相符。', 'zh-Hant': '數量、重量、尺寸與申報相符。', en: 'Count, weight and size are as declared.' },
    [declaredFact('weightGrams', declared.weightGrams), hubFact('weightGrams', measured.weightGrams)], null);
}
