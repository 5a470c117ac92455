import type { MoneyShape } from '#contract/shapes.ts';
import type { Locale } from '#core/market/market.ts';
import { toDecimal } from '#core/money/money.ts';
import { shanghaiDay } from '#server/modules/orders/order-calendar.ts';
import { drawText, printPages, type Page } from '#server/providers/papers/page.ts';
import { drawTable, type Column } from '#server/providers/papers/table.ts';
import type { StatementWithPreview } from './reconcile.ts';

/** A statement on paper: totals, every line with what it rests on, and the reconciliation with the previews. A4. */

const A4 = { widthMm: 210, heightMm: 297 } as const;
const LEFT_MM = 15;
const TEXT_MM = A4.widthMm - 2 * LEFT_MM;
const BOTTOM_MM = 280;
const TOP_OF_NEXT_MM = 15;

type Words = Readonly<Record<'title' | 'period' | 'payoutOn' | 'opening' | 'payout' | 'held' | 'closing' | 'lines' | 'day' | 'what' | 'rests' | 'amount' | 'reconciliation' | 'order' | 'previewed' | 'stated' | 'difference' | 'why' | 'until', string>>;

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-Hans': { title: '结算单', period: '账期', payoutOn: '打款日', opening: '上期结转', payout: '本期打款', held: '暂缓', closing: '合计', lines: '明细', day: '日期', what: '说明', rests: '依据', amount: '金额（元）', reconciliation: '与到手预估核对', order: '订单', previewed: '预估', stated: '实际', difference: '差额', why: '差异类别', until: '至' },
  'zh-Hant': { title: '結算單', period: '帳期', payoutOn: '打款日', opening: '上期結轉', payout: '本期打款', held: '暫緩', closing: '合計', lines: '明細', day: '日期', what: '說明', rests: '依據', amount: '金額（元）', reconciliation: '與到手預估核對', order: '訂單', previewed: '預估', stated: '實際', difference: '差額', why: '差異類別', until: '至' },
  en: { title: 'Statement', period: 'Period', payoutOn: 'Paid on', opening: 'Carried in', payout: 'Paid out', held: 'Held', closing: 'Total', lines: 'Lines', day: 'Day', what: 'What', rests: 'Rests on', amount: 'Amount (CNY)', reconciliation: 'Beside the payout preview', order: 'Order', previewed: 'Preview', stated: 'Stated', difference: 'Difference', why: 'Class', until: 'until' },
};

/** What each class of difference is called. */
export const CLASS_WORDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  same: { 'zh-Hans': '一致', 'zh-Hant': '一致', en: 'same' },
  rounding: { 'zh-Hans': '取整', 'zh-Hant': '取整', en: 'rounding' },
  changed: { 'zh-Hans': '金额变化', 'zh-Hant': '金額變化', en: 'changed' },
  not_charged: { 'zh-Hans': '未发生', 'zh-Hant': '未發生', en: 'not charged' },
  not_previewed: { 'zh-Hans': '预估时没有', 'zh-Hant': '預估時沒有', en: 'not previewed' },
  claim: { 'zh-Hans': '售后', 'zh-Hant': '售後', en: 'claim' },
  chargeback: { 'zh-Hans': '拒付', 'zh-Hant': '拒付', en: 'chargeback' },
  reversal: { 'zh-Hans': '冲回', 'zh-Hant': '沖回', en: 'turned round' },
};

function amount({ minor, currency }: MoneyShape): string {
  return toDecimal({ minor: BigInt(minor), currency });
}

/** The last characters of an id tell it apart; whole ids stand in the CSV. */
function shortId(id: string | null): string {
  return id === null ? '—' : `…${id.slice(-8)}`;
}

/** Prints a statement in the reader's language. */
export function statementPdf(statement: StatementWithPreview, locale: Locale): Promise<Uint8Array> {
  const words = WORDS[locale];
  const title = `${words.title} ${statement.from} ${words.until} ${statement.to}`;
  return printPages({ ...A4, script: locale === 'zh-Hant' ? 'traditional' : 'simplified', title, issuedAt: `${statement.to}T16:00:00.000Z` }, (page) => {
    const nextPage = () => startPage(page);
    let y = drawText(page, title, LEFT_MM, 15, TEXT_MM, { size: 16, weight: 700 }) + 1;
    y = drawText(page, `${statement.shopName} · ${statement.id} · ${words.payoutOn} ${statement.payoutOn}`, LEFT_MM, y, TEXT_MM, { size: 9 }) + 4;
    y = drawTable(page, totalsColumns(words), totalRows(statement, locale, words), { xMm: LEFT_MM, yMm: y, bottomMm: BOTTOM_MM, size: 9 }, nextPage) + 6;
    y = drawText(page, words.lines, LEFT_MM, roomFor(page, y, 25), TEXT_MM, { size: 11, weight: 700 }) + 2;
    y = drawTable(page, lineColumns(words), statement.lines.map((line) => [shanghaiDay(new Date(line.at)), line.label[locale], shortId(line.claimId ?? line.orderId), amount(line.amount)]), { xMm: LEFT_MM, yMm: y, bottomMm: BOTTOM_MM, size: 8.5 }, nextPage) + 6;
    y = drawText(page, words.reconciliation, LEFT_MM, roomFor(page, y, 25), TEXT_MM, { size: 11, weight: 700 }) + 2;
    drawTable(page, reconciliationColumns(words), reconciliationRows(statement, locale), { xMm: LEFT_MM, yMm: y, bottomMm: BOTTOM_MM, size: 8.5 }, nextPage);
  });
}

function startPage(page: Page): number {
  page.document.addPage();
  return TOP_OF_NEXT_MM;
}

function roomFor(page: Page, yMm: number, neededMm: number): number {
  return yMm + neededMm > BOTTOM_MM ? startPage(page) : yMm;
}

const totalsColumns = (words: Words): readonly Column[] => [{ head: words.what, widthMm: 130 }, { head: words.amount, widthMm: 50, align: 'right' }];
const lineColumns = (words: Words): readonly Column[] => [{ head: words.day, widthMm: 25 }, { head: words.what, widthMm: 90 }, { head: words.rests, widthMm: 30 }, { head: words.amount, widthMm: 35, align: 'right' }];
const reconciliationColumns = (words: Words): readonly Column[] => [{ head: words.order, widthMm: 26 }, { head: words.what, widthMm: 52 }, { head: words.previewed, widthMm: 26, align: 'right' }, { head: words.stated, widthMm: 26, align: 'right' }, { head: words.difference, widthMm: 24, align: 'right' }, { head: words.why, widthMm: 26 }];

function totalRows(statement: StatementWithPreview, locale: Locale, words: Words): string[][] {
  return [
    [words.opening, amount(statement.opening)],
    ...statement.totals.map((total) => [total.label[locale], amount(total.amount)]),
    ...statement.holds.map((hold) => [`${words.held}: ${hold.reason[locale]} (${words.until} ${hold.endsOn})`, amount(hold.amount)]),
    [words.payout, amount(statement.payout)],
  ];
}

function reconciliationRows({ reconciliation }: StatementWithPreview, locale: Locale): string[][] {
  const cell = (value: MoneyShape | null) => (value === null ? '—' : amount(value));
  return [
    ...reconciliation.orders.flatMap((order) => order.lines.map((line) => [shortId(order.orderId), line.label[locale], cell(line.previewed), cell(line.stated), amount(line.difference), CLASS_WORDS[line.class]?.[locale] ?? line.class])),
    [WORDS[locale].closing, '', amount(reconciliation.previewed), amount(reconciliation.stated), amount({ ...reconciliation.stated, minor: String(BigInt(reconciliation.stated.minor) - BigInt(reconciliation.previewed.minor)) }), ''],
  ];
}
