import { expect, test } from 'vitest';
import { money, type Money } from '../money/money.ts';
import { deriveBalances, owedToMerchant } from './balances.ts';
import { buyerLinesOf, invertRate, merchantLinesOf } from './from-quote.ts';
import { postingsFor } from './postings-for.ts';

const LABEL = { 'zh-Hans': '行', 'zh-Hant': '行', en: 'line' };
const line = (code: string, amount: Money) => ({ code, label: LABEL, amount });
const usd = (minor: bigint): Money => money(minor, 'USD');
const cny = (minor: bigint): Money => money(minor, 'CNY');

const BUYER = [line('goods', usd(1400n)), line('line_haul', usd(700n)), line('exchange_spread', usd(11n)), line('duty:S301-FL', usd(175n)), line('free_shipping', usd(-100n)), line('sales_tax', usd(90n)), line('rounding', usd(23n))];
const MERCHANT = [line('supply_price', cny(9900n)), line('fee:cross_border_service', cny(-1485n)), line('fee:base', cny(-495n))];

test('each line of the price goes to whom it is for', () => {
  expect(buyerLinesOf(BUYER).map((one) => one.purpose)).toEqual(['goods', 'freight', 'fee', 'duty', 'freight', 'tax', 'fee']);
});

test('what a quote promised a merchant is what the ledger owes it, to the cent', () => {
  const rate = invertRate({ from: 'CNY', to: 'USD', ratePpb: 141_000_000n });
  const { supply, fees } = merchantLinesOf(MERCHANT, ['qte_1']);
  const captured = postingsFor({ type: 'order_captured', orderId: 'ord_1', provider: 'test', total: usd(2299n), lines: buyerLinesOf(BUYER), rates: { customer: rate, middle: rate }, captureMiddle: rate, merchants: [{ merchantId: 'mer_1', supply }] });
  const charged = postingsFor({ type: 'export_fees_charged', orderId: 'ord_1', merchantId: 'mer_1', fees });
  const transactions = [captured, charged].flatMap((result) => (result.ok ? result.value : []));
  expect(owedToMerchant(deriveBalances(transactions), 'mer_1')).toEqual(cny(7920n));
});
