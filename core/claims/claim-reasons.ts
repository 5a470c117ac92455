import type { Action, Fact, Reason } from '../decision/decision.ts';
import type { LocalText } from '../market/market.ts';
import { toDecimal, type Money } from '../money/money.ts';
import type { Claim } from './claim.ts';
import type { ClaimPolicy } from './claim-policy.ts';
import { FINDING_NAMES, KIND_NAMES, PARTY_NAMES, joinTexts } from './claim-words.ts';
import { describeKind, describeRefusal } from './describe-policy.ts';
import type { Finding } from './evidence.ts';
import type { Fault } from './fault.ts';

/** The reasons of claim decisions. Each quotes the policy the buyer saw before paying, by its edition. */

function reason(code: string, policy: ClaimPolicy, text: LocalText, because: readonly Fact[], fix: Action | null = null): Reason {
  return { code, text, because, source: policy.source, fix, owner: 'claims' };
}

function fact(name: string, value: Fact['value'], source: Fact['source'] = 'platform'): Fact {
  return { fact: name, value, source };
}

/** This kind is not compensated: the sentence is the one of the policy. */
export function notCompensated(claim: Claim, policy: ClaimPolicy): Reason {
  return reason('not_compensated', policy, describeRefusal(claim.kind), [fact('claim.kind', claim.kind), fact('policy.edition', policy.edition)]);
}

/** More pieces are claimed than were bought. */
export function tooMany(claim: Claim, ordered: number, policy: ClaimPolicy): Reason {
  const text = { 'zh-Hans': `申请 ${claim.quantity} 件，但只买了 ${ordered} 件。`, 'zh-Hant': `申請 ${claim.quantity} 件，但只買了 ${ordered} 件。`, en: `${claim.quantity} were claimed but only ${ordered} were bought.` };
  return reason('quantity_too_large', policy, text, [fact('claim.quantity', claim.quantity), fact('line.quantity', ordered)]);
}

/** Nothing was delivered yet, so nothing about the goods can be claimed. */
export function notDeliveredYet(policy: ClaimPolicy): Reason {
  const text = { 'zh-Hans': '包裹还没有送达。', 'zh-Hant': '包裹還沒有送達。', en: 'The parcel has not been delivered yet.' };
  return reason('not_delivered_yet', policy, text, [fact('order.deliveredAt', null)], wait({ 'zh-Hans': '收到后再申请', 'zh-Hant': '收到後再申請', en: 'Claim once it has arrived' }));
}

/** A parcel that may still arrive. `from` is the day from which it can be claimed as not delivered. */
export function stillOnItsWay(from: string | null, policy: ClaimPolicy): Reason {
  const day = from === null ? '—' : from.slice(0, 10);
  const text = { 'zh-Hans': `包裹还在路上，${day} 起可以按没有收到申请。`, 'zh-Hant': `包裹還在路上，${day} 起可以按沒有收到申請。`, en: `The parcel is still on its way; it can be claimed as not delivered from ${day}.` };
  return reason('still_on_its_way', policy, text, [fact('claimableFrom', from)], wait({ 'zh-Hans': `等到 ${day}`, 'zh-Hant': `等到 ${day}`, en: `Wait until ${day}` }));
}

/** The window of this kind is over. */
export function windowOver(claim: Claim, policy: ClaimPolicy, until: string): Reason {
  const rule = describeKind(claim.kind, policy);
  const day = until.slice(0, 10);
  const text = { 'zh-Hans': `已过申请期限（${day}）。${rule['zh-Hans']}`, 'zh-Hant': `已過申請期限（${day}）。${rule['zh-Hant']}`, en: `The time to claim ended on ${day}. ${rule.en}` };
  return reason('window_over', policy, text, [fact('claim.openedAt', claim.openedAt), fact('claimableUntil', until)]);
}

/** Evidence that the policy asks for is missing. */
export function evidenceMissing(asked: readonly Finding[], policy: ClaimPolicy): Reason {
  const names = joinTexts(asked.map((finding) => FINDING_NAMES[finding]));
  const text = { 'zh-Hans': `还缺：${names['zh-Hans']}。`, 'zh-Hant': `還缺：${names['zh-Hant']}。`, en: `Still missing: ${names.en}.` };
  return reason('evidence_missing', policy, text, asked.map((finding) => fact(`evidence.${finding}`, null)), {
    kind: 'add_document', target: asked.join(','), text: { 'zh-Hans': `补上${names['zh-Hans']}`, 'zh-Hant': `補上${names['zh-Hant']}`, en: `Add ${names.en}` },
  });
}

/** Nothing is left to refund. */
export function nothingLeft(policy: ClaimPolicy): Reason {
  const text = { 'zh-Hans': '这部分已经全额退过款。', 'zh-Hant': '這部分已經全額退過款。', en: 'This has already been refunded in full.' };
  return reason('already_refunded', policy, text, [fact('refundLeft', '0')]);
}

/** The claim is granted under the terms of its kind. */
export function granted(claim: Claim, policy: ClaimPolicy, refund: Money): Reason {
  const name = KIND_NAMES[claim.kind];
  const amount = `${refund.currency} ${toDecimal(refund)}`;
  const text = { 'zh-Hans': `“${name['zh-Hans']}”属于赔付范围，退款 ${amount}。`, 'zh-Hant': `「${name['zh-Hant']}」屬於賠付範圍，退款 ${amount}。`, en: `“${name.en}” is covered; the refund is ${amount}.` };
  return reason('covered', policy, text, [fact('claim.kind', claim.kind), fact('claim.quantity', claim.quantity), fact('refund', amount)]);
}

const ON_FILE: LocalText = { 'zh-Hans': '见所附证据', 'zh-Hant': '見所附證據', en: 'see the evidence attached' };

/** Who bears it, by what proof; or that nobody else could be shown to be at fault. */
export function faultReason(fault: Fault, policy: ClaimPolicy): Reason {
  const name = PARTY_NAMES[fault.party];
  const share = `${fault.sharePpm / 10_000}%`;
  const because = fault.evidence.map((id) => fact('evidence', id));
  if (fault.evidence.length === 0) {
    const text = { 'zh-Hans': '没有证据指向其他人，由平台承担。', 'zh-Hant': '沒有證據指向其他人，由平台承擔。', en: 'Nothing shows that anybody else caused it, so the marketplace bears it.' };
    return reason('fault_not_proven', policy, text, because);
  }
  const shown = fault.shown.length === 0 ? ON_FILE : joinTexts(fault.shown.map((finding) => FINDING_NAMES[finding]));
  const text = { 'zh-Hans': `由${name['zh-Hans']}承担 ${share}：${shown['zh-Hans']}。`, 'zh-Hant': `由${name['zh-Hant']}承擔 ${share}：${shown['zh-Hant']}。`, en: `Borne by ${name.en}, ${share}: ${shown.en}.` };
  return reason(`fault_${fault.party}`, policy, text, because);
}

/** The merchant may answer first. */
export function answerFirst(due: string, policy: ClaimPolicy): Reason {
  const text = { 'zh-Hans': `商家可以在 ${due} 前回应，之后决定。`, 'zh-Hant': `商家可以在 ${due} 前回應，之後決定。`, en: `The merchant may answer until ${due}; then it is decided.` };
  return reason('merchant_may_answer', policy, text, [fact('answerDue', due)], wait({ 'zh-Hans': '等商家回应', 'zh-Hant': '等商家回應', en: 'Wait for the merchant’s answer' }));
}

/** A person has to look, and why. */
export function needsPerson(why: 'counter_evidence' | 'many_claims' | 'tracking_says_delivered' | 'photo_seen_before' | 'dispute_open' | 'returned_to_sender', policy: ClaimPolicy): Reason {
  const hours = policy.reviewHours;
  const text: LocalText = {
    counter_evidence: { 'zh-Hans': '买卖双方的证据不一致，由人工判断。', 'zh-Hant': '買賣雙方的證據不一致，由人工判斷。', en: 'The two sides’ evidence disagrees, so a person decides.' },
    many_claims: { 'zh-Hans': '近期售后较多，由人工看一遍。', 'zh-Hant': '近期售後較多，由人工看一遍。', en: 'There were several claims lately, so a person looks at it.' },
    photo_seen_before: { 'zh-Hans': '照片与另一笔订单的照片相似，由人工看一遍。', 'zh-Hant': '照片與另一筆訂單的照片相似，由人工看一遍。', en: 'A photo looks like one from another order, so a person looks at it.' },
    dispute_open: { 'zh-Hans': '买家银行正在处理这笔付款，由人工跟进。', 'zh-Hant': '買家銀行正在處理這筆付款，由人工跟進。', en: 'The bank is already deciding over this payment, so a person follows it up.' },
    returned_to_sender: { 'zh-Hans': '包裹被退回，由人工核实原因（地址、拒收或承运商）。', 'zh-Hant': '包裹被退回，由人工核實原因（地址、拒收或承運商）。', en: 'The parcel came back, so a person checks why: the address, a refusal, or the carrier.' },
    tracking_says_delivered: { 'zh-Hans': '物流显示已送达，由人工核实。', 'zh-Hant': '物流顯示已送達，由人工核實。', en: 'Tracking says it was delivered, so a person checks.' },
  }[why];
  return reason(why, policy, text, [fact('review', why)], wait({ 'zh-Hans': `${hours} 小时内答复`, 'zh-Hant': `${hours} 小時內答覆`, en: `The answer comes within ${hours} hours` }));
}

/** The goods come back before the money does. */
export function goodsBackFirst(policy: ClaimPolicy): Reason {
  const days = policy.returns?.sendWithinDays ?? 0;
  const text = { 'zh-Hans': `请在 ${days} 天内寄回商品，集运点收到后退款。`, 'zh-Hant': `請在 ${days} 天內寄回商品，集運點收到後退款。`, en: `Send the goods back within ${days} days; the refund follows when they arrive.` };
  return reason('goods_back_first', policy, text, [fact('returns.sendWithinDays', days)], wait({ 'zh-Hans': '寄回商品', 'zh-Hant': '寄回商品', en: 'Send the goods back' }));
}

/** The goods are back. */
export function goodsArrived(policy: ClaimPolicy): Reason {
  const text = { 'zh-Hans': '退回的商品已收到。', 'zh-Hant': '退回的商品已收到。', en: 'The goods that were sent back have arrived.' };
  return reason('goods_arrived', policy, text, [fact('return.received', true, 'hub')]);
}

/** The goods did not come back in time. */
export function notSentBack(policy: ClaimPolicy): Reason {
  const text = { 'zh-Hans': '商品没有在期限内寄回，申请结束。', 'zh-Hant': '商品沒有在期限內寄回，申請結束。', en: 'The goods were not sent back in time, so the claim has ended.' };
  return reason('not_sent_back', policy, text, [fact('return.received', false)]);
}

/** A person's ruling, in that person's words. */
export function ruledBy(words: string, by: string, policy: ClaimPolicy): Reason {
  return reason('ruled_by_person', policy, { 'zh-Hans': words, 'zh-Hant': words, en: words }, [fact('ruledBy', by)]);
}

function wait(text: LocalText): Action {
  return { kind: 'wait', target: null, text };
}
