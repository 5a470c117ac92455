import type { LocalText } from '#core/market/market.ts';
import { valueInWords } from './value-words.ts';

/** Words of every kind of event, in the three languages. `{name}` is filled from the event's facts. */
const TEXTS: Readonly<Record<string, readonly [zhHans: string, zhHant: string, en: string]>> = {
  merchant_registered: ['店铺开通', '店舖開通', 'Shop opened'],
  invitation_sent: ['收到出口邀约：{cohort}', '收到出口邀約：{cohort}', 'Invited to export: {cohort}'],
  invitation_accepted: ['接受了出口邀约：{cohort}', '接受了出口邀約：{cohort}', 'Accepted the invitation: {cohort}'],
  invitation_declined: ['婉拒了出口邀约：{cohort}', '婉拒了出口邀約：{cohort}', 'Declined the invitation: {cohort}'],
  cohort_opened: ['开启批次“{cohort}”，邀请 {invited} 家店铺', '開啟批次「{cohort}」，邀請 {invited} 間店舖', 'Opened cohort “{cohort}”, {invited} shops invited'],
  programme_left: ['退出出口计划', '退出出口計劃', 'Left managed export'],
  programme_rejoined: ['重新加入出口计划', '重新加入出口計劃', 'Came back to managed export'],
  switch_opened: ['打开出口开关：{scope}', '打開出口開關：{scope}', 'Export opened: {scope}'],
  switch_paused: ['暂停出口：{scope}', '暫停出口：{scope}', 'Export paused: {scope}'],
  product_created: ['上架商品“{title}”', '上架商品「{title}」', 'Product added: “{title}”'],
  product_imported: ['导入商品“{title}”', '匯入商品「{title}」', 'Product imported: “{title}”'],
  product_edited: ['修改商品“{title}”', '修改商品「{title}」', 'Product edited: “{title}”'],
  variant_changed: ['修改规格 {sku}', '修改規格 {sku}', 'Variant changed: {sku}'],
  pricing_changed: ['修改定价方式', '修改定價方式', 'Pricing policy changed'],
  fact_given: ['补充商品资料：{fact}', '補充商品資料：{fact}', 'Fact given: {fact}'],
  document_added: ['上传证明文件：{kind} {number}', '上載證明文件：{kind} {number}', 'Document on file: {kind} {number}'],
  document_covered: ['文件{kind} {number} 现在适用于 {covers} 件商品', '文件{kind} {number} 現在適用於 {covers} 件商品', '{kind} {number} now covers {covers} products'],
  document_replaced: ['更换文件{kind}：{before} → {number}', '更換文件{kind}：{before} → {number}', '{kind} replaced: {before} → {number}'],
  document_removed: ['撤下文件{kind} {number}，{closed} 件商品因此下线', '撤下文件{kind} {number}，{closed} 件商品因此下線', '{kind} {number} taken off file; {closed} products rested on it'],
  document_expiring: ['{kind} {number} 还有 {days} 天到期，{products} 件商品靠它出口，请及时更换', '{kind} {number} 還有 {days} 天到期，{products} 件商品靠它出口，請及時更換', '{kind} {number} expires in {days} days; {products} products rest on it. Replace it in time'],
  document_expired: ['{kind} {number} 已过期，{products} 件商品因此不能出口', '{kind} {number} 已過期，{products} 件商品因此不能出口', '{kind} {number} has expired; {products} products rested on it'],
  appeal_opened: ['申诉规则 {ruleId}，{dueAt} 前答复', '申訴規則 {ruleId}，{dueAt} 前答覆', 'Appeal on rule {ruleId}; the answer is due by {dueAt}'],
  appeal_settled: ['补充的资料已解决规则 {ruleId} 的问题', '補充的資料已解決規則 {ruleId} 的問題', 'What was added settled rule {ruleId}'],
  appeal_decided: ['申诉结果（规则 {ruleId}）：{decision}', '申訴結果（規則 {ruleId}）：{decision}', 'Appeal decided (rule {ruleId}): {decision}'],
  appeal_escalated: ['申诉逾期未答，已升级，新的答复期限 {dueAt}（规则 {ruleId}）', '申訴逾期未答，已升級，新的答覆期限 {dueAt}（規則 {ruleId}）', 'Appeal overdue and escalated; the answer is now due by {dueAt} (rule {ruleId})'],
  review_escalated: ['审核逾期未答，已升级，新的答复期限 {dueAt}', '審核逾期未答，已升級，新的答覆期限 {dueAt}', 'Review overdue and escalated; the answer is now due by {dueAt}'],
  appeal_withdrawn: ['撤回申诉（规则 {ruleId}）', '撤回申訴（規則 {ruleId}）', 'Appeal withdrawn (rule {ruleId})'],
  ruling_accepted: ['审核人员认可（规则 {ruleId}）', '審核人員認可（規則 {ruleId}）', 'Accepted by a reviewer (rule {ruleId})'],
  ruling_refused: ['审核人员未放行（规则 {ruleId}）', '審核人員未放行（規則 {ruleId}）', 'Refused by a reviewer (rule {ruleId})'],
  ruling_withdrawn: ['撤回对规则 {ruleId} 的裁定', '撤回對規則 {ruleId} 的裁定', 'Ruling on rule {ruleId} taken back'],
  import_finished: ['导入完成：新增 {created}，更新 {updated}，拒绝 {refused}', '匯入完成：新增 {created}，更新 {updated}，拒絕 {refused}', 'Import finished: {created} new, {updated} updated, {refused} refused'],
  verdict_changed: ['审核结论：{before} → {after}', '審核結論：{before} → {after}', 'Verdict: {before} → {after}'],
  quote_changed: ['报价：{before} → {after}', '報價：{before} → {after}', 'Price: {before} → {after}'],
  wording_changed: ['海外文案已更新', '海外文案已更新', 'Page rewritten'],
  listing_live: ['在{market}上线', '在{market}上線', 'Live in {market}'],
  listing_held: ['在{market}暂缓', '在{market}暫緩', 'Held in {market}'],
  listing_off: ['在{market}下线', '在{market}下線', 'Off in {market}'],
  edition_drafted: ['起草税则版本 {name}', '起草稅則版本 {name}', 'Tariff edition drafted: {name}'],
  edition_published: ['发布税则版本 {name}，{changed} 个报价变化', '發佈稅則版本 {name}，{changed} 個報價變化', 'Tariff edition published: {name}, {changed} quotes changed'],
  rules_drafted: ['起草规则版本 {name}', '起草規則版本 {name}', 'Rule edition drafted: {name}'],
  rules_published: ['发布规则版本 {name}（{percent}% 的店铺）：重新审核 {decided} 件商品，{changed} 个结论变化', '發佈規則版本 {name}（{percent}% 的店舖）：重新審核 {decided} 件商品，{changed} 個結論變化', 'Rule edition published: {name} for {percent}% of shops, {decided} products decided again, {changed} verdicts changed'],
  rules_widened: ['规则版本 {name} 扩大到 {percent}% 的店铺：{changed} 个结论变化', '規則版本 {name} 擴大到 {percent}% 的店舖：{changed} 個結論變化', 'Rule edition {name} now for {percent}% of shops, {changed} verdicts changed'],
  rules_withdrawn: ['撤回规则版本 {name}：{changed} 个结论恢复', '撤回規則版本 {name}：{changed} 個結論恢復', 'Rule edition taken back: {name}, {changed} verdicts restored'],
  prices_turned: ['{day} 起有税率或费率生效或失效：{quoted} 件商品重新报价', '{day} 起有稅率或費率生效或失效：{quoted} 件商品重新報價', 'Duties or fees began or ended on {day}: {quoted} products quoted again'],
  rules_turned: ['{day} 起有规则生效或失效：重新审核 {decided} 件商品，{changed} 个结论变化', '{day} 起有規則生效或失效：重新審核 {decided} 件商品，{changed} 個結論變化', 'Rules began or ended on {day}: {decided} products decided again, {changed} verdicts changed'],
  edition_imported: ['导入税则 {name}：{rows} 行，{changes} 处变化', '匯入稅則 {name}：{rows} 行，{changes} 處變化', 'Tariff schedule imported: {name}, {rows} rows, {changes} changes'],
  webhook_created: ['开始向 {url} 推送事件', '開始向 {url} 推送事件', 'Events are sent to {url}'],
  webhook_tested: ['向 {url} 发送测试事件', '向 {url} 發送測試事件', 'Test event sent to {url}'],
  webhook_ended: ['不再向 {url} 推送事件', '不再向 {url} 推送事件', 'Events are no longer sent to {url}'],
  member_added: ['添加成员 {name}', '新增成員 {name}', 'Member added: {name}'],
  member_removed: ['移除成员 {name}', '移除成員 {name}', 'Member removed: {name}'],
  note_published: ['发布笔记“{title}”', '發佈筆記「{title}」', 'Note published: “{title}”'],
  order_placed: ['收到海外订单', '收到海外訂單', 'Order placed'],
  order_cancelled: ['订单已取消', '訂單已取消', 'Order cancelled'],
  order_reduced: ['一家店的商品不会寄到，{amount} 不会扣款', '一間店的商品不會寄到，{amount} 不會扣款', 'One shop’s goods will not come; {amount} will not be charged'],
  merchant_order_created: ['新的供货单，请在 {shipBy} 前寄到集运仓', '新的供貨單，請在 {shipBy} 前寄到集運倉', 'New merchant order, ship to the hub by {shipBy}'],
  merchant_order_shipped: ['已寄往集运仓：{carrier} {trackingNumber}', '已寄往集運倉：{carrier} {trackingNumber}', 'Sent to the hub: {carrier} {trackingNumber}'],
  merchant_order_cancelled: ['供货单已取消，无需发货', '供貨單已取消，無需發貨', 'Merchant order cancelled, nothing to ship'],
  parcel_accepted: ['集运仓已验收，{weightGrams} 克', '集運倉已驗收，{weightGrams} 克', 'Accepted at the hub, {weightGrams} g'],
  parcel_put_aside: ['集运仓暂存，等待处理', '集運倉暫存，等待處理', 'Put aside at the hub'],
  order_short: ['少到 {missing} 件，{amount} 不会扣款', '少到 {missing} 件，{amount} 不會扣款', '{missing} of the pieces did not reach the hub; {amount} will not be charged'],
  merchant_order_short: ['集运仓少收 {missing} 件，到手减少 {amount}', '集運倉少收 {missing} 件，到手減少 {amount}', 'The parcel came {missing} short; the payout falls by {amount}'],
  merchant_order_due: ['供货单请在 {shipBy} 前寄到集运仓', '供貨單請在 {shipBy} 前寄到集運倉', 'Supply order due: send it to the hub by {shipBy}'],
  merchant_order_late: ['供货单已过 {shipBy} 的期限；再过 {days} 天未寄出会自动取消', '供貨單已過 {shipBy} 的期限；再過 {days} 天未寄出會自動取消', 'Supply order late: it was due by {shipBy} and is cancelled {days} days after that'],
  merchant_order_declined: ['商家表示无法供货', '商家表示無法供貨', 'The shop cannot supply'],
  merchant_order_given_up: ['逾期未寄出，供货单已取消', '逾期未寄出，供貨單已取消', 'Not sent in time: the supply order was cancelled'],
  order_delayed: ['商家还没有寄出，我们已催促；再过 {days} 天仍未寄出会取消且不扣款', '商店尚未寄出，我們已催促；再過 {days} 天仍未寄出會取消且不扣款', 'The shop has not sent it yet and was reminded; if it is not sent within {days} days, it is cancelled and you are not charged'],
  parcel_sent_back: ['集运仓退回', '集運倉退回', 'Sent back by the hub'],
  parcel_packed: ['已打包，线路 {line}', '已打包，線路 {line}', 'Packed for {line}'],
  parcel_handed_over: ['已交运：{trackingNumber}', '已交運：{trackingNumber}', 'Handed over: {trackingNumber}'],
  tracking_recorded: ['物流：{status}', '物流：{status}', 'Tracking: {status}'],
  order_delivered: ['买家已收到包裹', '買家已收到包裹', 'Delivered'],
  payment_authorised: ['付款已授权 {amount}', '付款已授權 {amount}', 'Payment authorised: {amount}'],
  payment_captured: ['已请款 {amount}', '已請款 {amount}', 'Payment captured: {amount}'],
  payment_voided: ['付款授权已撤销', '付款授權已撤銷', 'Payment voided'],
  payment_refunded: ['已退款 {amount}', '已退款 {amount}', 'Refunded: {amount}'],
  claim_opened: ['收到售后申请：{kind}', '收到售後申請：{kind}', 'Claim opened: {kind}'],
  claim_answered: ['商家已答复售后', '商家已答覆售後', 'The merchant answered the claim'],
  claim_granted: ['售后成立，退款 {amount}', '售後成立，退款 {amount}', 'Claim granted, {amount} refunded'],
  claim_declined: ['售后未通过', '售後未通過', 'Claim declined'],
  claim_overdue: ['售后超过答复期限', '售後超過答覆期限', 'Claim past its due time'],
  claim_appealed: ['商家提出申诉', '商家提出申訴', 'The merchant appealed'],
  claim_overturned: ['售后改判，原扣款全额冲回', '售後改判，原扣款全額沖回', 'Claim decided anew, the charge turned round in full'],
  claim_upheld: ['申诉后维持原判', '申訴後維持原判', 'Decision left as it was after the appeal'],
  return_asked: ['请买家寄回商品', '請買家寄回商品', 'The goods were asked back'],
  return_sent: ['买家已寄回：{carrier} {trackingNumber}', '買家已寄回：{carrier} {trackingNumber}', 'Sent back by the buyer: {carrier} {trackingNumber}'],
  payment_challenged: ['银行要求买家确认付款', '銀行要求買家確認付款', 'The bank asked the buyer to confirm'],
  payment_given_up: ['付款没有完成：{reason}', '付款沒有完成：{reason}', 'The payment was not completed: {reason}'],
  payment_lost: ['付款授权已失效', '付款授權已失效', 'The authorisation is gone'],
  dispute_opened: ['买家银行提出拒付 {amount}', '買家銀行提出拒付 {amount}', 'The buyer’s bank disputes {amount}'],
  dispute_won: ['拒付抗辩成功 {amount}', '拒付抗辯成功 {amount}', 'Dispute won: {amount}'],
  dispute_lost: ['拒付成立 {amount}', '拒付成立 {amount}', 'Dispute lost: {amount}'],
  hold_placed: ['暂缓打款 {amount}，最迟到 {endsOn}', '暫緩打款 {amount}，最遲到 {endsOn}', '{amount} held until {endsOn} at the latest'],
  hold_released: ['解除暂缓 {amount}', '解除暫緩 {amount}', '{amount} released'],
  books_closed: ['关账 {days} 天', '關帳 {days} 天', '{days} days closed'],
  statement_closed: ['结算单已生成：{from} 至 {to}', '結算單已產生：{from} 至 {to}', 'Statement closed: {from} to {to}'],
  payout_paid: ['已打款 {amount}', '已打款 {amount}', 'Paid out {amount}'],
  api_key_revoked: ['停用接口密钥 {name}', '停用介面密鑰 {name}', 'API key ended: {name}'],
  api_key_created: ['新建接口密钥 {name}', '新建介面密鑰 {name}', 'API key made: {name}'],
};

/** Every kind of event that has words. */
export const EVENT_KINDS = Object.keys(TEXTS);

function fill(text: string, facts: Readonly<Record<string, unknown>>, locale: 'zh-Hans' | 'zh-Hant' | 'en'): string {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const fact = facts[name];
    if (typeof fact === 'object' && fact !== null && locale in fact) return String(Object.entries(fact).find(([key]) => key === locale)?.[1]);
    return fact === undefined || fact === null ? '–' : String(fact);
  });
}

/** What an event says, in every language. An event kind without words shows its code. */
export function describeEvent(kind: string, recorded: Readonly<Record<string, unknown>>): LocalText {
  const facts = Object.fromEntries(Object.entries(recorded).map(([name, value]) => [name, valueInWords(kind, name, value)]));
  const [zhHans, zhHant, en] = TEXTS[kind] ?? [kind, kind, kind];
  return { 'zh-Hans': fill(zhHans, facts, 'zh-Hans'), 'zh-Hant': fill(zhHant, facts, 'zh-Hant'), en: fill(en, facts, 'en') };
}
