import type { Action, Reason } from '../decision/decision.ts';
import type { LocalText } from '../market/market.ts';
import { FULL_AT, type Candidate, type Lift, type Sign } from './selection-policy.ts';

/** The words of cohort selection: what a merchant reads about why it was picked, or what would change that. */

const SIGN_NAMES: Readonly<Record<Sign, LocalText>> = {
  originalDesign: { 'zh-Hans': '原创设计', 'zh-Hant': '原創設計', en: 'original design' },
  craft: { 'zh-Hans': '手工或工艺', 'zh-Hant': '手工或工藝', en: 'craft' },
  patents: { 'zh-Hans': '专利', 'zh-Hant': '專利', en: 'patents' },
  noteMentions: { 'zh-Hans': '笔记提到', 'zh-Hant': '筆記提到', en: 'mentions in notes' },
  repeatBuyers: { 'zh-Hans': '回头客', 'zh-Hant': '回頭客', en: 'buyers who come back' },
};

/** The facts under which a sign shows in full: what a counterfactual candidate has. */
export function candidateFact(sign: Sign): Partial<Candidate> {
  switch (sign) {
    case 'originalDesign':
      return { originalDesign: true };
    case 'craft':
      return { craft: true };
    case 'patents':
      return { patents: FULL_AT.patents };
    case 'noteMentions':
      return { noteMentions: FULL_AT.noteMentions };
    case 'repeatBuyers':
      return { repeatBuyersPpm: FULL_AT.repeatBuyersPpm };
  }
}

/** Says that a sign shows in a candidate. */
export function signReason(candidate: Candidate, sign: Sign): Reason {
  const value = { originalDesign: candidate.originalDesign, craft: candidate.craft, patents: candidate.patents, noteMentions: candidate.noteMentions, repeatBuyers: candidate.repeatBuyersPpm }[sign];
  return { code: `sign_${sign}`, text: signText(candidate, sign), because: [{ fact: sign === 'repeatBuyers' ? 'repeatBuyersPpm' : sign, value, source: 'platform' }], source: null, fix: null, owner: 'platform' };
}

function signText(candidate: Candidate, sign: Sign): LocalText {
  switch (sign) {
    case 'originalDesign':
      return { 'zh-Hans': '商品是自己的原创设计。', 'zh-Hant': '商品是自己的原創設計。', en: 'The goods are the shop’s own design.' };
    case 'craft':
      return { 'zh-Hans': '商品出自手工或一门工艺。', 'zh-Hant': '商品出自手工或一門工藝。', en: 'The goods are made by hand or by a craft.' };
    case 'patents':
      return { 'zh-Hans': `登记了 ${candidate.patents} 项专利。`, 'zh-Hant': `登記了 ${candidate.patents} 項專利。`, en: `Patents on file: ${candidate.patents}.` };
    case 'noteMentions':
      return { 'zh-Hans': `有 ${candidate.noteMentions} 篇笔记提到这些商品。`, 'zh-Hant': `有 ${candidate.noteMentions} 篇筆記提到這些商品。`, en: `Notes that mention the goods: ${candidate.noteMentions}.` };
    case 'repeatBuyers': {
      const share = percent(candidate.repeatBuyersPpm ?? 0);
      return { 'zh-Hans': `${share} 的买家会再来买。`, 'zh-Hant': `${share} 的買家會再來買。`, en: `${share} of buyers come back.` };
    }
  }
}

/** Says how many points were reached against how many are needed, and what would lift the candidate. */
export function scoreReason(candidate: Candidate, score: number, minimum: number, lift: Lift | null = null): Reason {
  const reached = score >= minimum;
  return {
    code: reached ? 'distinctive_enough' : 'not_distinctive_enough',
    text: reached
      ? { 'zh-Hans': `特色分 ${score}，达到入选线 ${minimum}。`, 'zh-Hant': `特色分 ${score}，達到入選線 ${minimum}。`, en: `Distinctiveness ${score}, at or above the line of ${minimum}.` }
      : { 'zh-Hans': `特色分 ${score}，还没到入选线 ${minimum}。`, 'zh-Hant': `特色分 ${score}，還沒到入選線 ${minimum}。`, en: `Distinctiveness ${score}, below the line of ${minimum}.` },
    because: [{ fact: 'score', value: score, source: 'platform' }, { fact: 'minimumScore', value: minimum, source: 'platform' }, { fact: 'productCount', value: candidate.productCount, source: 'platform' }],
    source: null,
    fix: reached ? null : liftAction(lift, minimum),
    owner: 'platform',
  };
}

function liftAction(lift: Lift | null, minimum: number): Action {
  if (lift === null) {
    return { kind: 'contact', target: null, text: { 'zh-Hans': '联系平台，说明商品有什么特别', 'zh-Hant': '聯絡平台，說明商品有什麼特別', en: 'Tell the marketplace what sets the goods apart' } };
  }
  const name = SIGN_NAMES[lift.sign];
  const enough = lift.score >= minimum;
  return {
    kind: 'give_fact',
    target: lift.sign,
    text: {
      'zh-Hans': `补上“${name['zh-Hans']}”的资料，最多可到 ${lift.score} 分${enough ? '，就能入选' : ''}`,
      'zh-Hant': `補上「${name['zh-Hant']}」的資料，最多可到 ${lift.score} 分${enough ? '，就能入選' : ''}`,
      en: `Showing ${name.en} would lift it to at most ${lift.score}${enough ? ', which is enough' : ''}`,
    },
  };
}

/** Says whether the refund share is within the policy's limit. */
export function refundsReason(refundsPpm: number, maximumPpm: number): Reason {
  const [share, limit] = [percent(refundsPpm), percent(maximumPpm)];
  const within = refundsPpm <= maximumPpm;
  return {
    code: within ? 'few_refunds' : 'too_many_refunds',
    text: within
      ? { 'zh-Hans': `质量退款 ${share}，在 ${limit} 以内。`, 'zh-Hant': `品質退款 ${share}，在 ${limit} 以內。`, en: `Quality refunds ${share}, within ${limit}.` }
      : { 'zh-Hans': `质量退款 ${share}，超过 ${limit}。`, 'zh-Hant': `品質退款 ${share}，超過 ${limit}。`, en: `Quality refunds ${share}, above ${limit}.` },
    because: [{ fact: 'refundsPpm', value: refundsPpm, source: 'platform' }, { fact: 'refundsPpmMax', value: maximumPpm, source: 'platform' }],
    source: null,
    fix: within ? null : { kind: 'wait', target: 'refundsPpm', text: { 'zh-Hans': `退款降到 ${limit} 以内后，下一批会重新评`, 'zh-Hant': `退款降到 ${limit} 以內後，下一批會重新評`, en: `Once refunds fall to ${limit} or less, the next cohort looks again` } },
    owner: 'platform',
  };
}

/** Says that nothing is known of refunds, which does not harm. */
export function refundsUnknownReason(): Reason {
  return {
    code: 'refunds_not_known',
    text: { 'zh-Hans': '还没有退款记录，不影响入选。', 'zh-Hant': '還沒有退款記錄，不影響入選。', en: 'There is no refund record yet; that does not count against it.' },
    because: [{ fact: 'refundsPpm', value: null, source: 'platform' }], source: null, fix: null, owner: 'platform',
  };
}

/** Says that having sold nothing yet was no obstacle. */
export function newcomerReason(candidate: Candidate): Reason {
  return {
    code: 'newcomer_welcome',
    text: {
      'zh-Hans': `有 ${candidate.productCount} 件商品、还没有订单：这一批看商品特色，不看销售经验。`,
      'zh-Hant': `有 ${candidate.productCount} 件商品、還沒有訂單：這一批看商品特色，不看銷售經驗。`,
      en: `Products: ${candidate.productCount}, no order yet. This cohort looks at the goods, not at selling experience.`,
    },
    because: [{ fact: 'productCount', value: candidate.productCount, source: 'platform' }, { fact: 'domesticOrders', value: candidate.domesticOrders, source: 'platform' }],
    source: null, fix: null, owner: 'platform',
  };
}

/** Says that the candidate qualified but the places went to others. */
export function noPlaceReason(score: number, lastScore: number, places: number): Reason {
  return {
    code: 'no_place_left',
    text: {
      'zh-Hans': `够条件，但这一批只有 ${places} 个名额，最后一名 ${lastScore} 分。`, 'zh-Hant': `夠條件，但這一批只有 ${places} 個名額，最後一名 ${lastScore} 分。`,
      en: `It qualifies, but the cohort has only ${places} places and the last went at ${lastScore} points.`,
    },
    because: [{ fact: 'score', value: score, source: 'platform' }, { fact: 'lastScore', value: lastScore, source: 'platform' }, { fact: 'places', value: places, source: 'platform' }],
    source: null,
    fix: { kind: 'wait', target: 'places', text: { 'zh-Hans': '等下一批，或名额增加', 'zh-Hant': '等下一批，或名額增加', en: 'Wait for the next cohort, or for more places' } },
    owner: 'platform',
  };
}

/** 25_000 ppm is 2.5%. */
function percent(ppm: number): string {
  return `${Math.round(ppm / 1_000) / 10}%`;
}
