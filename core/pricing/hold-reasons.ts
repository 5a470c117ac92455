import type { Action, Fact, Queue, Reason } from '../decision/decision.ts';
import type { LocalText } from '../market/market.ts';
import type { Refusal } from '../result.ts';

type HoldCode = 'weight_missing' | 'classification_missing' | 'duty_not_computable' | 'no_line' | 'no_market_policy' | 'no_fee_plan' | 'no_exchange_rate' | 'no_handling_rates' | 'below_floor' | 'price_not_cny' | 'price_missing';
type HoldWords = Readonly<{ text: LocalText; owner: Queue; fix: Action | null }>;

function act(kind: Action['kind'], target: string | null, zhHans: string, zhHant: string, en: string): Action {
  return { kind, target, text: { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en } };
}

const WAIT = act('contact', 'pricing', '请联系定价组补充', '請聯絡定價組補充', 'The pricing team adds it');

/** Why a price is held, who can lift the hold and how. */
const HOLDS: Readonly<Record<HoldCode, HoldWords>> = {
  weight_missing: { text: { 'zh-Hans': '缺少重量，无法计算运费。', 'zh-Hant': '缺少重量，無法計算運費。', en: 'The weight is not known, so shipping cannot be computed.' }, owner: 'merchant', fix: act('give_fact', 'weightGrams', '填写含包装的重量（克）', '填寫含包裝的重量（克）', 'Give the packed weight in grams') },
  classification_missing: { text: { 'zh-Hans': '商品还没有归类，无法计算关税。', 'zh-Hant': '商品尚未歸類，無法計算關稅。', en: 'The goods are not classified yet, so duty cannot be computed.' }, owner: 'classification', fix: act('wait', 'classification', '等待归类', '等待歸類', 'Wait for classification') },
  duty_not_computable: { text: { 'zh-Hans': '关税无法计算：{problem}（{field}）。', 'zh-Hant': '關稅無法計算：{problem}（{field}）。', en: 'Duty cannot be computed: {problem} ({field}).' }, owner: 'classification', fix: act('give_fact', null, '补充缺少的数据', '補充缺少的資料', 'Give what is missing') },
  no_line: { text: { 'zh-Hans': '没有线路能承运此商品（电池、液体、粉末、重量或尺寸）。', 'zh-Hant': '沒有線路能承運此商品（電池、液體、粉末、重量或尺寸）。', en: 'No line carries these goods (battery, liquid, powder, weight or size).' }, owner: 'pricing', fix: WAIT },
  no_market_policy: { text: { 'zh-Hans': '这个市场在该日期没有定价政策。', 'zh-Hant': '這個市場在該日期沒有定價政策。', en: 'The market has no price policy on that day.' }, owner: 'pricing', fix: WAIT },
  no_fee_plan: { text: { 'zh-Hans': '费率方案在该日期无效。', 'zh-Hant': '費率方案在該日期無效。', en: 'The fee plan is not in force on that day.' }, owner: 'pricing', fix: WAIT },
  no_exchange_rate: { text: { 'zh-Hans': '没有有效的汇率。', 'zh-Hant': '沒有有效的匯率。', en: 'There is no current exchange rate.' }, owner: 'finance', fix: act('wait', 'finance', '等待更新汇率', '等待更新匯率', 'Wait for the rate to be updated') },
  no_handling_rates: { text: { 'zh-Hans': '集运仓费率在该日期无效。', 'zh-Hant': '集運倉費率在該日期無效。', en: 'The hub has no rates on that day.' }, owner: 'hub', fix: WAIT },
  below_floor: { text: { 'zh-Hans': '到手金额低于商家设定的底价。', 'zh-Hant': '到手金額低於商家設定的底價。', en: 'The payout falls below the floor the merchant set.' }, owner: 'merchant', fix: act('change_switch', 'floor', '调整底价或价格', '調整底價或價格', 'Change the floor or the price') },
  price_missing: { text: { 'zh-Hans': '商品还没有国内售价，无法计算海外价格。', 'zh-Hant': '商品還沒有國內售價，無法計算海外價格。', en: 'The product has no domestic price yet, so the price abroad cannot be computed.' }, owner: 'merchant', fix: act('give_fact', 'price', '填写每个规格的人民币价格', '填寫每個規格的人民幣價格', 'Give each variant its price in CNY') },
  price_not_cny: { text: { 'zh-Hans': '供货价必须是正的人民币金额。', 'zh-Hant': '供貨價必須是正的人民幣金額。', en: 'The domestic price must be a positive amount in CNY.' }, owner: 'merchant', fix: act('give_fact', 'price', '填写人民币价格', '填寫人民幣價格', 'Give the price in CNY') },
};

function filled(text: LocalText, values: Readonly<Record<string, string>>): LocalText {
  const fill = (words: string): string => words.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
  return { 'zh-Hans': fill(text['zh-Hans']), 'zh-Hant': fill(text['zh-Hant']), en: fill(text.en) };
}

/** A reason to hold a price, with the facts it rests on. */
export function holdReason(code: HoldCode, because: readonly Fact[] = [], values: Readonly<Record<string, string>> = {}): Reason {
  const { text, owner, fix } = HOLDS[code];
  return { code, text: filled(text, values), because, source: null, fix, owner };
}

const PERSON_WORKS_IT_OUT = act('wait', 'classification', '不用操作，归类组会处理', '不用操作，歸類組會處理', 'Nothing to do: the classification team works it out');

/** Why a duty has no amount, by the code of its refusal, and what is to be done. */
const DUTY_WORDS: Readonly<Record<string, Pick<HoldWords, 'text' | 'fix'>>> = {
  rate_not_computable: {
    text: { 'zh-Hans': '税号 {hts} 的税率按部件分别计征（{rate}），不能用整件价格算出，系统不会猜一个数。', 'zh-Hant': '稅號 {hts} 的稅率按部件分別計徵（{rate}），不能用整件價格算出，系統不會猜一個數。', en: 'Line {hts} is charged part by part ({rate}). No amount follows from the price of the whole, and none is guessed.' },
    fix: PERSON_WORKS_IT_OUT,
  },
  quantity_missing: {
    text: { 'zh-Hans': '税号 {hts} 按数量计征（{rate}），还缺少每件的数量（{unit}）。', 'zh-Hant': '稅號 {hts} 按數量計徵（{rate}），還缺少每件的數量（{unit}）。', en: 'Line {hts} is charged by quantity ({rate}), and how much one piece holds ({unit}) is not known.' },
    fix: act('give_fact', null, '补充每件的数量', '補充每件的數量', 'Give the quantity of one piece'),
  },
  unknown_hts: { text: { 'zh-Hans': '现行税则里没有税号 {hts}。', 'zh-Hant': '現行稅則裏沒有稅號 {hts}。', en: 'The schedule in force has no line {hts}.' }, fix: PERSON_WORKS_IT_OUT },
  date_not_covered: { text: { 'zh-Hans': '现有税则版本不包含这一天。', 'zh-Hant': '現有稅則版本不包含這一天。', en: 'No edition of the tariff covers that day.' }, fix: act('wait', 'pricing', '等待税则更新', '等待稅則更新', 'Wait for the tariff to be updated') },
  origin_not_covered: { text: { 'zh-Hans': '还不能计算这个原产地的关税。', 'zh-Hant': '還不能計算這個原產地的關稅。', en: 'Duty for this country of origin cannot be computed yet.' }, fix: act('give_fact', 'originCountry', '核对原产地', '核對原產地', 'Check the country of origin') },
};

/** The reason for a duty that was refused, in words where the refusal has some; otherwise its code and field stay readable. */
export function dutyHold(problem: Refusal): Reason {
  const given = Object.entries(problem.facts ?? {});
  const facts: Fact[] = given.map(([fact, value]) => ({ fact, value, source: 'platform' }));
  const plain = holdReason('duty_not_computable', facts, { problem: problem.code, field: problem.field ?? '' });
  const words = DUTY_WORDS[problem.code];
  return words === undefined ? plain : { ...plain, text: filled(words.text, Object.fromEntries(given.map(([name, value]) => [name, String(value)]))), fix: words.fix };
}
