import type { Reason } from '#core/decision/decision.ts';
import type { LocalText, Market } from '#core/market/market.ts';
import { money } from '#core/money/money.ts';
import { canCarry, chargeableGrams, chooseLine, lineCost, type Parcel } from '#core/pricing/line-haul.ts';
import type { CarrierLine, PricingPacks } from '#core/pricing/pricing-packs.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { refuse, type Result } from '#core/result.ts';
import { moneyText, presentMoney } from '#server/modules/orders/present-money.ts';
import type { ParcelLine } from './store.ts';

/** Which line a packed parcel goes by: the cheapest that may carry what is really in it, with the reason and the runners-up. Pure. */

/** What of the contents decides whether a line may carry them. */
export type Contents = Pick<QuoteInput, 'battery' | 'liquid' | 'powder'>;

/** Strictest last: one loose battery makes the whole parcel one of loose batteries. */
const BATTERY_RANK = ['none', 'in_equipment', 'with_equipment', 'alone'] as const;

/** The contents of a parcel taken together, each property at its strictest. */
export function joinContents(parts: readonly Contents[]): Contents {
  const rank = Math.max(0, ...parts.map((part) => BATTERY_RANK.indexOf(part.battery ?? 'none')));
  return { battery: BATTERY_RANK[rank] ?? 'alone', liquid: parts.some((part) => part.liquid === true), powder: parts.some((part) => part.powder === true) };
}

/** Chooses the line. Fails with `no_lawful_line`, saying for each line what keeps it away. */
export function chooseParcelLine(packs: PricingPacks, market: Market, contents: Contents, parcel: Parcel, at: Date): Result<ParcelLine> {
  const input: QuoteInput = { market, price: money(1n, 'CNY'), weightGrams: parcel.grams, hts: null, origin: 'CN', feePlan: '', policy: {}, ...contents };
  const day = at.toISOString().slice(0, 10);
  const lines = packs.lines.filter((line) => line.market === market && line.from <= day && (line.to === null || day <= line.to));
  const choice = chooseLine(lines, input, parcel);
  if (choice === null) return refuse('no_lawful_line', { why: lines.map((line) => `${line.code}: ${obstacle(line, input, parcel).en}`).join('; ') });
  const cost = presentMoney(choice.cost);
  const because: Reason[] = [{
    code: 'cheapest_lawful', text: choice.chosen.because, source: choice.line.source, fix: null, owner: 'hub',
    because: [{ fact: 'chargeableGrams', value: Number(choice.chosen.chargeableGrams), source: 'hub' }, { fact: 'cost', value: moneyText(choice.cost), source: 'platform' }],
  }];
  const others = lines.filter((line) => line.code !== choice.line.code);
  return {
    ok: true,
    value: {
      code: choice.line.code, name: choice.chosen.name, days: [...choice.chosen.days],
      because: because.map((reason) => ({ ...reason, because: reason.because.map(({ fact, value, source }) => ({ fact, value, source })), source: reason.source === null ? null : { ...reason.source }, fix: null })),
      alternatives: others
        .map((line) => (canCarry(line, input, parcel)
          ? { code: line.code, name: line.name, cost: presentMoney(lineCost(line, chargeableGrams(line, parcel))), why: dearer(lineCost(line, chargeableGrams(line, parcel)).minor - BigInt(cost.minor)) }
          : { code: line.code, name: line.name, cost: null, why: obstacle(line, input, parcel) }))
        .sort((left, right) => (left.cost === null ? 1 : right.cost === null ? -1 : Number(BigInt(left.cost.minor) - BigInt(right.cost.minor)))),
    },
  };
}

function dearer(differenceMinor: bigint): LocalText {
  const more = moneyText(money(differenceMinor, 'CNY'));
  return differenceMinor === 0n
    ? { 'zh-Hans': '同价，但更慢', 'zh-Hant': '同價，但更慢', en: 'the same price, but slower' }
    : { 'zh-Hans': `贵 ${more}`, 'zh-Hant': `貴 ${more}`, en: `dearer by ${more}` };
}

/** The first thing that keeps a parcel off a line, in the order in which the line itself asks. */
function obstacle(line: CarrierLine, input: QuoteInput, parcel: Parcel): LocalText {
  const light = { ...input, battery: 'none' as const };
  if (canCarry(line, light, parcel)) return { 'zh-Hans': '不能承运这种电池', 'zh-Hant': '不能承運這種電池', en: 'does not carry such batteries' };
  if (input.liquid === true && !line.carries.liquid) return { 'zh-Hans': '不能承运液体', 'zh-Hant': '不能承運液體', en: 'does not carry liquids' };
  if (input.powder === true && !line.carries.powder) return { 'zh-Hans': '不能承运粉末', 'zh-Hant': '不能承運粉末', en: 'does not carry powders' };
  if (parcel.grams > line.maximumGrams) return { 'zh-Hans': `超过限重 ${line.maximumGrams} 克`, 'zh-Hant': `超過限重 ${line.maximumGrams} 克`, en: `heavier than its ${line.maximumGrams} g` };
  return { 'zh-Hans': `超过限长 ${line.longestMm} 毫米`, 'zh-Hant': `超過限長 ${line.longestMm} 毫米`, en: `longer than its ${line.longestMm} mm` };
}
