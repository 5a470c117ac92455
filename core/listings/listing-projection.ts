import type { Action, Fact, Queue, Reason } from '../decision/decision.ts';
import type { LocalText } from '../market/market.ts';
import type { SwitchAnswer } from '../switches/export-switch.ts';

/**
 * A listing is not stored as a state somebody sets: it is computed from enrolment, switches, verdict, wording, quote and
 * stock. Each part that keeps it away is named, with who owns it and what would give it.
 */

/** live: buyers see it. held: something is missing that somebody can give. off: will, stock or rules keep it away. */
export type ListingState = 'live' | 'held' | 'off';

/** What each part says; null is a part that does not exist yet. Its reasons are carried into the listing's. */
export type ListingParts = Readonly<{
  enrolled: boolean;
  switches: SwitchAnswer;
  verdict: Readonly<{ outcome: 'allowed' | 'allowed_with_conditions' | 'needs_facts' | 'needs_review' | 'blocked'; reasons?: readonly Reason[] | undefined }> | null;
  wording: Readonly<{ status: 'ready' | 'needs_review' | 'needs_provider'; reasons?: readonly Reason[] | undefined }> | null;
  quote: Readonly<{ outcome: 'quoted' | 'held'; reasons?: readonly Reason[] | undefined }> | null;
  /** Pieces that can be sold; null is not known. */
  stock: number | null;
}>;

export type ListingProjection = Readonly<{ state: ListingState; reasons: readonly Reason[] }>;

type PartAnswer = Readonly<{ state: ListingState; reasons: readonly Reason[] }>;

const PASSED: PartAnswer = { state: 'live', reasons: [] };

/** Computes a listing's state from its parts. The reasons name every part that is missing, those that take it off first. */
export function projectListing(parts: ListingParts): ListingProjection {
  const answers = [enrolmentPart(parts.enrolled), switchPart(parts.switches), verdictPart(parts.verdict), stockPart(parts.stock), wordingPart(parts.wording), quotePart(parts.quote)];
  const off = answers.filter((answer) => answer.state === 'off');
  const held = answers.filter((answer) => answer.state === 'held');
  if (off.length + held.length === 0) return { state: 'live', reasons: [allReady(parts)] };
  return { state: off.length > 0 ? 'off' : 'held', reasons: [...off, ...held].flatMap((answer) => answer.reasons) };
}

function enrolmentPart(enrolled: boolean): PartAnswer {
  if (enrolled) return PASSED;
  return { state: 'off', reasons: [missing('not_enrolled', MISSING.not_enrolled, 'merchant', 'contact', [fact('enrolled', false)])] };
}

function switchPart(switches: SwitchAnswer): PartAnswer {
  return switches.open ? PASSED : { state: 'off', reasons: switches.reasons };
}

function verdictPart(verdict: ListingParts['verdict']): PartAnswer {
  if (verdict === null) return { state: 'held', reasons: [missing('verdict_missing', MISSING.verdict_missing, 'compliance', 'wait', [fact('verdict', null)])] };
  if (verdict.outcome === 'allowed' || verdict.outcome === 'allowed_with_conditions') return PASSED;
  const because = [fact('verdict.outcome', verdict.outcome)];
  if (verdict.outcome === 'blocked') return { state: 'off', reasons: [missing('verdict_blocked', MISSING.verdict_blocked, 'compliance', 'appeal', because), ...(verdict.reasons ?? [])] };
  const own = verdict.outcome === 'needs_facts'
    ? missing('verdict_needs_facts', MISSING.verdict_needs_facts, 'merchant', 'give_fact', because)
    : missing('verdict_needs_review', MISSING.verdict_needs_review, 'compliance', 'wait', because);
  return { state: 'held', reasons: [own, ...(verdict.reasons ?? [])] };
}

function wordingPart(wording: ListingParts['wording']): PartAnswer {
  if (wording === null) return { state: 'held', reasons: [missing('wording_missing', MISSING.wording_missing, 'wording', 'wait', [fact('wording', null)])] };
  if (wording.status === 'ready') return PASSED;
  const code = wording.status === 'needs_review' ? 'wording_needs_review' : 'wording_needs_provider';
  return { state: 'held', reasons: [missing(code, MISSING[code], 'wording', 'wait', [fact('wording.status', wording.status)]), ...(wording.reasons ?? [])] };
}

function quotePart(quote: ListingParts['quote']): PartAnswer {
  if (quote === null) return { state: 'held', reasons: [missing('quote_missing', MISSING.quote_missing, 'pricing', 'wait', [fact('quote', null)])] };
  if (quote.outcome === 'quoted') return PASSED;
  // What exactly is missing comes instead of the news that something is.
  return { state: 'held', reasons: quote.reasons !== undefined && quote.reasons.length > 0 ? quote.reasons : [missing('quote_held', MISSING.quote_held, 'pricing', 'wait', [fact('quote.outcome', quote.outcome)])] };
}

function stockPart(stock: number | null): PartAnswer {
  if (stock === null) return { state: 'held', reasons: [missing('stock_unknown', MISSING.stock_unknown, 'merchant', 'give_fact', [fact('stock', null)])] };
  if (stock > 0) return PASSED;
  return { state: 'off', reasons: [missing('out_of_stock', MISSING.out_of_stock, 'merchant', 'give_fact', [fact('stock', stock)])] };
}

function fact(name: string, value: Fact['value']): Fact {
  return { fact: name, value, source: 'platform' };
}

type MissingText = Readonly<{ text: LocalText; fix: LocalText; target: string }>;

function missing(code: string, words: MissingText, owner: Queue, kind: Action['kind'], because: readonly Fact[]): Reason {
  return { code, text: words.text, because, source: null, fix: { kind, target: words.target, text: words.fix }, owner };
}

const MISSING = {
  not_enrolled: {
    target: 'enrolment',
    text: { 'zh-Hans': '店铺没有参加这个市场的托管出口。', 'zh-Hant': '店鋪沒有參加這個市場的託管出口。', en: 'The shop does not take part in managed export to this market.' },
    fix: { 'zh-Hans': '接受邀约，或联系平台', 'zh-Hant': '接受邀約，或聯絡平台', en: 'Accept an invitation, or contact the marketplace' },
  },
  verdict_missing: {
    target: 'verdict',
    text: { 'zh-Hans': '这个市场的规则审核还没有完成。', 'zh-Hant': '這個市場的規則審核還沒有完成。', en: 'It has not been screened against this market’s rules yet.' },
    fix: { 'zh-Hans': '不用操作，审核会自动进行', 'zh-Hant': '不用操作，審核會自動進行', en: 'Nothing to do: screening runs by itself' },
  },
  verdict_blocked: {
    target: 'verdict',
    text: { 'zh-Hans': '这个市场的规则不允许。', 'zh-Hant': '這個市場的規則不允許。', en: 'This market’s rules do not allow it.' },
    fix: { 'zh-Hans': '看依据和修改办法，或提出申诉', 'zh-Hant': '看依據和修改辦法，或提出申訴', en: 'Read the findings and their fixes, or appeal' },
  },
  verdict_needs_facts: {
    target: 'facts',
    text: { 'zh-Hans': '审核还缺一项商品资料。', 'zh-Hant': '審核還缺一項商品資料。', en: 'Screening still needs a fact about the product.' },
    fix: { 'zh-Hans': '回答这个问题，结论马上更新', 'zh-Hant': '回答這個問題，結論馬上更新', en: 'Answer the question; the verdict follows at once' },
  },
  verdict_needs_review: {
    target: 'verdict',
    text: { 'zh-Hans': '这件商品要由合规人员看一遍。', 'zh-Hant': '這件商品要由合規人員看一遍。', en: 'A compliance officer has to look at this product.' },
    fix: { 'zh-Hans': '不用操作，48 小时内答复', 'zh-Hant': '不用操作，48 小時內答覆', en: 'Nothing to do: the answer comes within 48 hours' },
  },
  wording_missing: {
    target: 'wording',
    text: { 'zh-Hans': '这个市场的文案还没有写好。', 'zh-Hant': '這個市場的文案還沒有寫好。', en: 'The page for this market has not been written yet.' },
    fix: { 'zh-Hans': '不用操作，文案会自动生成', 'zh-Hant': '不用操作，文案會自動生成', en: 'Nothing to do: the page is written by itself' },
  },
  wording_needs_review: {
    target: 'wording',
    text: { 'zh-Hans': '文案有一处要人看过才能上架。', 'zh-Hant': '文案有一處要人看過才能上架。', en: 'Something in the wording needs a reader before it goes up.' },
    fix: { 'zh-Hans': '不用操作，48 小时内看完；也可以自己改文案', 'zh-Hant': '不用操作，48 小時內看完；也可以自己改文案', en: 'Nothing to do: it is read within 48 hours; or edit the wording yourself' },
  },
  wording_needs_provider: {
    target: 'wording',
    text: { 'zh-Hans': '这种语言要接入翻译服务才能写全。', 'zh-Hant': '這種語言要接入翻譯服務才能寫全。', en: 'This language needs a translation provider to be complete.' },
    fix: { 'zh-Hans': '等平台接入翻译服务', 'zh-Hant': '等平台接入翻譯服務', en: 'Wait for the marketplace to connect a provider' },
  },
  quote_missing: {
    target: 'quote',
    text: { 'zh-Hans': '价格还没有算好。', 'zh-Hant': '價格還沒有算好。', en: 'The price has not been computed yet.' },
    fix: { 'zh-Hans': '不用操作，价格会自动计算', 'zh-Hant': '不用操作，價格會自動計算', en: 'Nothing to do: the price is computed by itself' },
  },
  quote_held: {
    target: 'quote',
    text: { 'zh-Hans': '价格算不出来，先不上架。', 'zh-Hant': '價格算不出來，先不上架。', en: 'The price could not be computed, so it is held.' },
    fix: { 'zh-Hans': '看缺的是哪一项，补上后马上重算', 'zh-Hant': '看缺的是哪一項，補上後馬上重算', en: 'See which part is missing; giving it re-computes the price at once' },
  },
  stock_unknown: {
    target: 'stock',
    text: { 'zh-Hans': '没有填写库存。', 'zh-Hant': '沒有填寫庫存。', en: 'The stock has not been stated.' },
    fix: { 'zh-Hans': '填写库存', 'zh-Hant': '填寫庫存', en: 'State the stock' },
  },
  out_of_stock: {
    target: 'stock',
    text: { 'zh-Hans': '库存为零。', 'zh-Hant': '庫存為零。', en: 'It is out of stock.' },
    fix: { 'zh-Hans': '补货后会自动上架', 'zh-Hant': '補貨後會自動上架', en: 'It goes live by itself once there is stock' },
  },
} as const satisfies Readonly<Record<string, MissingText>>;

function allReady(parts: ListingParts): Reason {
  return {
    code: 'all_parts_ready',
    text: { 'zh-Hans': '开关、审核、文案、价格、库存都已就绪。', 'zh-Hant': '開關、審核、文案、價格、庫存都已就緒。', en: 'Switch, verdict, wording, price and stock are all in place.' },
    because: [fact('verdict.outcome', parts.verdict?.outcome ?? null), fact('wording.status', parts.wording?.status ?? null), fact('quote.outcome', parts.quote?.outcome ?? null), fact('stock', parts.stock)],
    source: null,
    fix: null,
    owner: 'platform',
  };
}
