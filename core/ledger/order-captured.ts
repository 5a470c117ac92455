import { exchange } from '../money/exchange.ts';
import { money, negate, subtract, sum, type Money } from '../money/money.ts';
import { refuse, type Result } from '../result.ts';
import { exchangePosition, heldFor, income, merchantPayable, orderClearing, providerReceivable } from './account.ts';
import type { BuyerLine, OrderCaptured } from './ledger-event.ts';
import { checkAll, credit, posting, type LedgerRefusal, type LedgerTransaction, type Posting } from './transaction.ts';

/**
 * The postings of a captured payment: the buyer's money split by purpose; the goods' share exchanged in two linked
 * transactions with the spread by itself; each merchant credited with what its goods earn.
 * May fail with: lines_do_not_add_up, currency_mismatch, negative_amount.
 */
export function orderCapturedPostings(event: OrderCaptured): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const { total, rates } = event;
  const fault = faultOf(event);
  if (fault) return fault;
  const goods = sum(event.lines.filter((line) => line.purpose === 'goods').map((line) => line.amount), total.currency);
  const atCapture = exchange(goods, event.captureMiddle, 'half_up');
  const atMiddle = exchange(goods, rates.middle, 'half_up');
  const atCustomer = exchange(goods, rates.customer, 'half_up');
  const about = { orderId: event.orderId, claimId: null, statementId: null };
  const out = `exchange_out:${event.orderId}`;
  const back = `exchange_in:${event.orderId}`;
  return checkAll([
    {
      ...about, key: `capture:${event.orderId}`, linkedKey: null, kind: 'order_captured',
      text: { 'zh-Hans': '买家付款已扣款', 'zh-Hant': '買家付款已扣款', en: 'Buyer’s payment captured' },
      postings: [posting(providerReceivable(event.provider, total.currency), total, 'captured'), ...event.lines.map(buyerLinePosting)],
    },
    {
      ...about, key: out, linkedKey: back, kind: 'exchange_out',
      text: { 'zh-Hans': '货款换汇：付出', 'zh-Hant': '貨款換匯：付出', en: 'Goods exchanged: paid out' },
      postings: [posting(orderClearing(total.currency), goods, 'goods'), credit(exchangePosition(total.currency), goods, 'exchange')],
    },
    {
      ...about, key: back, linkedKey: out, kind: 'exchange_in',
      text: { 'zh-Hans': '货款换汇：收到', 'zh-Hant': '貨款換匯：收到', en: 'Goods exchanged: received' },
      postings: [
        posting(exchangePosition(atCapture.currency), atCapture, 'exchange'),
        credit(orderClearing(atCustomer.currency), atCustomer, 'goods'),
        credit(income('fx_spread', atMiddle.currency), subtract(atMiddle, atCustomer), 'fx_spread'),
        credit(income('fx_movement', atCapture.currency), subtract(atCapture, atMiddle), 'fx_movement'),
      ],
    },
    earnings(event, atCustomer),
  ]);
}

function buyerLinePosting(line: BuyerLine): Posting {
  const { currency } = line.amount;
  switch (line.purpose) {
    case 'goods':
      return credit(orderClearing(currency), line.amount, line.code);
    case 'fee':
      return credit(income(line.code, currency), line.amount, line.code);
    case 'duty':
    case 'freight':
    case 'tax':
      return credit(heldFor(line.purpose, currency), line.amount, line.code);
  }
}

/** Prices end in .99 and rates have decimals, so the goods' share rarely equals what merchants earn to the cent: the marketplace keeps or bears the difference. */
function earnings(event: OrderCaptured, goods: Money): LedgerTransaction {
  const supply = sum(event.merchants.map((merchant) => merchant.supply), goods.currency);
  return {
    orderId: event.orderId, claimId: null, statementId: null, key: `earnings:${event.orderId}`, linkedKey: null, kind: 'goods_earned',
    text: { 'zh-Hans': '商品货款', 'zh-Hant': '商品貨款', en: 'Goods sold' },
    postings: [
      posting(orderClearing(goods.currency), goods, 'goods'),
      ...event.merchants.map(({ merchantId, supply: earned }) => credit(merchantPayable(merchantId, earned.currency), earned, 'goods', { merchantId })),
      credit(income('price_rounding', goods.currency), subtract(goods, supply), 'price_rounding'),
    ],
  };
}

function faultOf(event: OrderCaptured): Readonly<{ ok: false; problem: LedgerRefusal }> | null {
  const { total, lines, rates, merchants } = event;
  const strange = [...lines.map((line) => line.amount), money(0n, rates.customer.from), money(0n, rates.middle.from), money(0n, event.captureMiddle.from)].find((amount) => amount.currency !== total.currency);
  if (strange) return refuse('currency_mismatch', { expected: total.currency, found: strange.currency }, 'lines');
  const home = rates.customer.to;
  const foreign = [rates.middle.to, event.captureMiddle.to, ...merchants.map((merchant) => merchant.supply.currency)].find((currency) => currency !== home);
  if (foreign) return refuse('currency_mismatch', { expected: home, found: foreign }, 'merchants');
  const negative = merchants.find((merchant) => merchant.supply.minor < 0n);
  if (negative || total.minor < 0n) return refuse('negative_amount', { minor: (negative?.supply ?? total).minor.toString() }, negative ? 'merchants' : 'total');
  const difference = negate(subtract(sum(lines.map((line) => line.amount), total.currency), total));
  if (difference.minor !== 0n) return refuse('lines_do_not_add_up', { totalMinor: total.minor.toString(), differenceMinor: difference.minor.toString() }, 'lines');
  return null;
}
