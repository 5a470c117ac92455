import type { LocalText } from '../market/market.ts';

/** What a check looks at. The identifiers are stable: reviewers' verdicts are counted by them. */
export const CHECKS = {
  empty: { en: 'The text is empty', 'zh-Hans': '译文为空', 'zh-Hant': '譯文為空' },
  unchanged: { en: 'The text is the same as the source', 'zh-Hans': '译文与原文相同', 'zh-Hant': '譯文與原文相同' },
  number: { en: 'A number of the source is missing: {words}', 'zh-Hans': '原文数字缺失：{words}', 'zh-Hant': '原文數字缺失：{words}' },
  number_added: { en: 'A number the source does not have: {words}', 'zh-Hans': '原文没有的数字：{words}', 'zh-Hant': '原文沒有的數字：{words}' },
  unit: { en: 'A measure changed its unit or value: {words}', 'zh-Hans': '单位或数值改变：{words}', 'zh-Hant': '單位或數值改變：{words}' },
  quantity: { en: 'A count is missing or changed: {words}', 'zh-Hans': '数量缺失或改变：{words}', 'zh-Hant': '數量缺失或改變：{words}' },
  negation: { en: 'A negation may be lost: {words}', 'zh-Hans': '否定意思可能丢失：{words}', 'zh-Hant': '否定意思可能遺失：{words}' },
  brand: { en: 'The brand is missing: {words}', 'zh-Hans': '品牌缺失：{words}', 'zh-Hant': '品牌缺失：{words}' },
  brand_added: { en: 'A brand the source does not name: {words}', 'zh-Hans': '原文没有的品牌：{words}', 'zh-Hant': '原文沒有的品牌：{words}' },
  brand_name: { en: 'The brand has no registered Latin name and was left out: {words}', 'zh-Hans': '品牌没有注册的拉丁名，已略去：{words}', 'zh-Hant': '品牌沒有註冊的拉丁名，已略去：{words}' },
  model: { en: 'A model or code is missing: {words}', 'zh-Hans': '型号缺失：{words}', 'zh-Hant': '型號缺失：{words}' },
  material: { en: 'A material is missing: {words}', 'zh-Hans': '材质缺失：{words}', 'zh-Hant': '材質缺失：{words}' },
  material_added: { en: 'A material the source does not state: {words}', 'zh-Hans': '原文没有的材质：{words}', 'zh-Hant': '原文沒有的材質：{words}' },
  product: { en: 'What the product is does not appear', 'zh-Hans': '没有写明是什么商品', 'zh-Hant': '沒有寫明是甚麼商品' },
  trait: { en: 'A color, size or audience is missing: {words}', 'zh-Hans': '颜色、尺码或人群缺失：{words}', 'zh-Hant': '顏色、尺碼或對象缺失：{words}' },
  residual_script: { en: 'Words are left in another script: {words}', 'zh-Hans': '残留其他文字：{words}', 'zh-Hant': '殘留其他文字：{words}' },
  simplified: { en: 'Simplified characters are left: {words}', 'zh-Hans': '残留简体字：{words}', 'zh-Hant': '殘留簡體字：{words}' },
  mixed_script: { en: 'Scripts are mixed: {words}', 'zh-Hans': '文字混用：{words}', 'zh-Hant': '文字混用：{words}' },
  terminology: { en: 'A rendering to avoid: {words}', 'zh-Hans': '应避免的译法：{words}', 'zh-Hant': '應避免的譯法：{words}' },
  forbidden_claim: { en: 'Words this market does not allow: {words}', 'zh-Hans': '该市场不允许的用语：{words}', 'zh-Hant': '該市場不允許的用語：{words}' },
  claim_left_out: { en: 'A claim of the source was left out: {words}', 'zh-Hans': '原文的宣称已略去：{words}', 'zh-Hant': '原文的宣稱已略去：{words}' },
  claim_added: { en: 'A claim the source does not make: {words}', 'zh-Hans': '原文没有的宣称：{words}', 'zh-Hant': '原文沒有的宣稱：{words}' },
  sensitive: { en: 'A person should look at: {words}', 'zh-Hans': '需要人工查看：{words}', 'zh-Hant': '需要人手查看：{words}' },
  taboo: { en: 'May read badly in this market: {words}', 'zh-Hans': '在该市场可能不妥：{words}', 'zh-Hant': '在該市場可能不妥：{words}' },
  length: { en: 'Too long for the channel: {words}', 'zh-Hans': '超出长度限制：{words}', 'zh-Hant': '超出長度限制：{words}' },
  doubled: { en: 'Words are doubled: {words}', 'zh-Hans': '词语重复：{words}', 'zh-Hant': '詞語重複：{words}' },
  markup: { en: 'Markup or a placeholder is damaged: {words}', 'zh-Hans': '标记或占位符损坏：{words}', 'zh-Hant': '標記或佔位符損壞：{words}' },
  brackets: { en: 'Brackets do not match', 'zh-Hans': '括号不成对', 'zh-Hant': '括號不成對' },
  contact: { en: 'Contact details in the text: {words}', 'zh-Hans': '文中有联系方式：{words}', 'zh-Hant': '文中有聯絡方式：{words}' },
  capitals: { en: 'Mostly capitals', 'zh-Hans': '大写过多', 'zh-Hant': '大寫過多' },
  untranslated: { en: 'Words nobody has rendered yet: {words}', 'zh-Hans': '尚无译法的词：{words}', 'zh-Hant': '尚無譯法的詞：{words}' },
  prose: { en: 'The description needs a translator', 'zh-Hans': '描述需要翻译服务或人工', 'zh-Hant': '描述需要翻譯服務或人手' },
} as const satisfies Record<string, LocalText>;
export type CheckId = keyof typeof CHECKS;

/** Blocking is never published; major goes to a person; minor is pointed out. Weights 25/5/1 as MQM scorecards have them. */
export type Severity = 'blocking' | 'major' | 'minor';
export const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = { blocking: 25, major: 5, minor: 1 };

/** Where the words stand: a field of the page or of the source. */
export type CheckSpan = Readonly<{ field: string; start: number; text: string }>;

/** One finding about a text. `message` is English; `checkMessage` gives it in the reader's language. */
export type Check = Readonly<{ check: CheckId; severity: Severity; span: CheckSpan | null; message: string; fix: string | null }>;

/** A finding with its message. `words` are the words it is about. */
export function finding(check: CheckId, severity: Severity, words: string, span: CheckSpan | null = null, fix: string | null = null): Check {
  return { check, severity, span: span ?? (words === '' ? null : { field: 'title', start: -1, text: words }), message: CHECKS[check].en.replace('{words}', words), fix };
}

/** The message of a finding in a console language. */
export function checkMessage(check: Check, locale: keyof LocalText): string {
  return CHECKS[check.check][locale].replace('{words}', check.span?.text ?? '');
}

/** 100 less the weighted findings per target word; 90 and more without a blocking finding may be published unseen. */
export function qualityScore(checks: readonly Check[], targetWords: number): number {
  const weight = checks.reduce((sum, check) => sum + SEVERITY_WEIGHTS[check.severity], 0);
  return Math.max(0, Math.round(100 - (100 * weight) / Math.max(10, targetWords)));
}
