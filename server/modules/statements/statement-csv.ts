import type { Locale } from '#core/market/market.ts';
import { toDecimal } from '#core/money/money.ts';
import type { MoneyShape } from '#contract/shapes.ts';
import { csvText } from '#server/platform/csv.ts';
import type { StatementShape } from './present.ts';

/** A statement as a spreadsheet reads it. */

const HEAD: Readonly<Record<Locale, readonly string[]>> = {
  'zh-Hans': ['时间', '类别', '说明', '金额', '币种', '订单', '售后', '分录', '证据'],
  'zh-Hant': ['時間', '類別', '說明', '金額', '幣種', '訂單', '售後', '分錄', '證據'],
  en: ['time', 'code', 'label', 'amount', 'currency', 'order', 'claim', 'transaction', 'evidence'],
};
const OPENING: Readonly<Record<Locale, string>> = { 'zh-Hans': '上期结转', 'zh-Hant': '上期結轉', en: 'Carried over' };
const PAYOUT: Readonly<Record<Locale, string>> = { 'zh-Hans': '本期打款', 'zh-Hant': '本期打款', en: 'Paid out' };

/** Lines, what was carried over before them and the payout after them. Amounts are in major units with a dot. */
export function statementCsv(statement: StatementShape, locale: Locale): string {
  const rows = [
    HEAD[locale],
    [statement.from, 'opening', OPENING[locale], ...amountCells(statement.opening), '', '', '', ''],
    ...statement.lines.map((line) => [line.at, line.code, line.label[locale], ...amountCells(line.amount), line.orderId ?? '', line.claimId ?? '', line.transactionId, line.evidence.join(' ')]),
    [statement.to, 'payout', PAYOUT[locale], ...amountCells(statement.payout), '', '', '', ''],
  ];
  return csvText(rows);
}

function amountCells(amount: MoneyShape): string[] {
  return [toDecimal({ minor: BigInt(amount.minor), currency: amount.currency }), amount.currency];
}
