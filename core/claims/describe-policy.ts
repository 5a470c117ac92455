import type { LocalText } from '../market/market.ts';
import { CLAIM_KINDS, type ClaimKind, type ClaimPolicy } from './claim-policy.ts';
import { FINDING_NAMES, KIND_NAMES, joinTexts } from './claim-words.ts';

/**
 * A policy in the words a buyer reads before paying. The sentences are made of the policy's own figures, so what was
 * shown and what is decided cannot disagree.
 */
export type PolicyWords = Readonly<{ edition: string; summary: LocalText; points: readonly Readonly<{ code: string; text: LocalText }>[] }>;

/** Says a whole policy: a summary, one point for each kind, and the rights the law gives. */
export function describePolicy(policy: ClaimPolicy): PolicyWords {
  return {
    edition: policy.edition,
    summary: policy.kinds.no_reason === undefined ? QUALITY_ONLY : QUALITY_AND_WITHDRAWAL,
    points: [
      ...CLAIM_KINDS.filter((kind) => policy.kinds[kind] !== undefined).map((kind) => ({ code: kind, text: describeKind(kind, policy) })),
      ...(policy.kinds.no_reason === undefined ? [{ code: 'no_reason', text: describeRefusal('no_reason') }] : []),
      ...policy.rights.map(({ code, text }) => ({ code, text })),
    ],
  };
}

const QUALITY_ONLY: LocalText = {
  'zh-Hans': '商品有问题就赔：损坏、发错、少件、与描述不符、质量问题或没有收到。不支持无理由退货。',
  'zh-Hant': '商品有問題就賠：損壞、發錯、少件、與描述不符、品質問題或沒有收到。不支援無理由退貨。',
  en: 'We pay back what goes wrong: damaged, wrong, missing, not as described, defective or not delivered. Changing your mind is not covered.',
};

const QUALITY_AND_WITHDRAWAL: LocalText = {
  'zh-Hans': '商品有问题就赔：损坏、发错、少件、与描述不符、质量问题或没有收到。本市场的法律另外给予无理由退货的权利。',
  'zh-Hant': '商品有問題就賠：損壞、發錯、少件、與描述不符、品質問題或沒有收到。本市場的法律另外給予無理由退貨的權利。',
  en: 'We pay back what goes wrong: damaged, wrong, missing, not as described, defective or not delivered. The law here also lets you change your mind.',
};

/** Says the terms of one kind; a kind without terms is said to be not covered. */
export function describeKind(kind: ClaimKind, policy: ClaimPolicy): LocalText {
  const terms = policy.kinds[kind];
  if (terms === undefined) return describeRefusal(kind);
  const name = KIND_NAMES[kind];
  const share = Number(terms.refundPpm) / 10_000;
  const proof = joinTexts(terms.evidence.map((finding) => FINDING_NAMES[finding]));
  if (kind === 'not_delivered') {
    return {
      'zh-Hans': `${name['zh-Hans']}：超过承诺日期 ${terms.windowDays} 天仍未送达，退 ${share}%。`,
      'zh-Hant': `${name['zh-Hant']}：超過承諾日期 ${terms.windowDays} 天仍未送達，退 ${share}%。`,
      en: `${name.en}: ${share}% back when it is ${terms.windowDays} days past the promised date.`,
    };
  }
  const back = terms.goodsBack && policy.returns !== null ? describeReturn(policy.returns.sendWithinDays) : NOTHING_MORE;
  return {
    'zh-Hans': `${name['zh-Hans']}：签收后 ${terms.windowDays} 天内申请${proof['zh-Hans'] ? `，附${proof['zh-Hans']}` : ''}，退 ${share}%。${back['zh-Hans']}`,
    'zh-Hant': `${name['zh-Hant']}：簽收後 ${terms.windowDays} 天內申請${proof['zh-Hant'] ? `，附${proof['zh-Hant']}` : ''}，退 ${share}%。${back['zh-Hant']}`,
    en: `${name.en}: claim within ${terms.windowDays} days of delivery${proof.en ? `, with ${proof.en}` : ''}; ${share}% back.${back.en}`,
  };
}

const NOTHING_MORE: LocalText = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

function describeReturn(days: number): LocalText {
  return { 'zh-Hans': `同意后 ${days} 天内寄回商品，收到后退款。`, 'zh-Hant': `同意後 ${days} 天內寄回商品，收到後退款。`, en: ` The goods go back within ${days} days; the refund follows when they arrive.` };
}

/** Says that a kind is not covered; the same sentence stands in the policy before payment and in the decision after. */
export function describeRefusal(kind: ClaimKind): LocalText {
  const name = KIND_NAMES[kind];
  return {
    'zh-Hans': `${name['zh-Hans']}：不在赔付范围内。`,
    'zh-Hant': `${name['zh-Hant']}：不在賠付範圍內。`,
    en: `${name.en}: not covered.`,
  };
}
