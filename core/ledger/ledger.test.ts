import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange, type ExchangeRate } from '../money/exchange.ts';
import { allocate, money, type Money } from '../money/money.ts';
import { claimClearing, merchantPayable, orderClearing } from './account.ts';
import { applyTransaction, deriveBalances, deriveTotals, owedToMerchant, type Balances } from './balances.ts';
import type { ClaimRefunded, ExportFeesCharged, LedgerEvent, OrderCaptured, RefundShare } from './ledger-event.ts';
import { postingsFor } from './postings-for.ts';
import { businessDay, buildStatement, type RecordedTransaction } from './statement.ts';
import type { LedgerTransaction } from './transaction.ts';

const LABEL = { 'zh-Hans': '费', 'zh-Hant': '費', en: 'fee' };
const rate = (ratePpb: bigint): ExchangeRate => ({ from: 'USD', to: 'CNY', ratePpb });
const RATES = { customer: rate(7_000_000_000n), middle: rate(7_140_000_000n) };
const usd = (minor: bigint): Money => money(minor, 'USD');
const cny = (minor: bigint): Money => money(minor, 'CNY');

const CAPTURED: OrderCaptured = {
  type: 'order_captured', orderId: 'ord_1', provider: 'test', total: usd(2499n), rates: RATES, captureMiddle: rate(7_090_000_000n), merchants: [{ merchantId: 'mer_1', supply: cny(9900n) }],
  lines: [
    { code: 'goods', amount: usd(1420n), purpose: 'goods' }, { code: 'MFN', amount: usd(85n), purpose: 'duty' }, { code: 'line_haul', amount: usd(784n), purpose: 'freight' },
    { code: 'handling', amount: usd(210n), purpose: 'fee' },
  ],
};
const FEES: ExportFeesCharged = {
  type: 'export_fees_charged', orderId: 'ord_1', merchantId: 'mer_1',
  fees: [{ code: 'cross_border_service', label: LABEL, amount: cny(1485n), evidence: ['qte_1'] }, { code: 'base', label: LABEL, amount: cny(495n), evidence: ['qte_1'] }],
};
const REFUNDED: ClaimRefunded = {
  type: 'claim_refunded', orderId: 'ord_1', claimId: 'clm_1', provider: 'test', refund: usd(2499n), rate: RATES.customer,
  shares: [
    { party: 'merchant', merchantId: 'mer_1', amount: usd(1499n), charge: cny(7920n), evidence: ['evd_1'] }, { party: 'carrier', amount: usd(1000n), evidence: ['evd_2'] },
  ],
};

function transactionsOf(events: readonly LedgerEvent[]): LedgerTransaction[] {
  return events.flatMap((event) => {
    const result = postingsFor(event);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return [...result.value];
  });
}
function record(transactions: readonly LedgerTransaction[], at: string): RecordedTransaction[] {
  return transactions.map((transaction, index) => ({ ...transaction, id: `txn_${at}_${String(index).padStart(3, '0')}`, at }));
}
function minor(balances: Balances, account: string): bigint {
  return balances.get(account)?.minor ?? 0n;
}

describe('a captured order', () => {
  test('credits the merchant with exactly what its goods earn', () => {
    expect(owedToMerchant(deriveBalances(transactionsOf([CAPTURED])), 'mer_1')).toEqual(cny(9900n));
  });

  test('keeps duty and freight apart from income, and shows the spread by itself', () => {
    const balances = deriveBalances(transactionsOf([CAPTURED]));
    expect(minor(balances, 'platform:held:duty:USD')).toBe(-85n);
    expect(minor(balances, 'platform:held:freight:USD')).toBe(-784n);
    expect(minor(balances, 'platform:income:fx_spread:CNY')).toBe(-199n);
  });

  test('exchanges in two transactions that name each other', () => {
    const [out, back] = transactionsOf([CAPTURED]).filter((one) => one.linkedKey !== null);
    expect([out?.linkedKey, back?.linkedKey]).toEqual([back?.key, out?.key]);
  });

  test('whose lines are not its total is refused with the difference', () => {
    expect(postingsFor({ ...CAPTURED, total: usd(2500n) })).toMatchObject({ ok: false, problem: { code: 'lines_do_not_add_up', facts: { differenceMinor: '1' } } });
  });

  test('in a currency the rate does not start from is refused', () => {
    expect(postingsFor({ ...CAPTURED, total: money(2499n, 'HKD') })).toMatchObject({ ok: false, problem: { code: 'currency_mismatch' } });
  });
});

describe('a refunded claim', () => {
  test('charges the merchant its charge, the carrier its share, and leaves nothing in between', () => {
    const balances = deriveBalances(transactionsOf([CAPTURED, FEES, REFUNDED]));
    expect(owedToMerchant(balances, 'mer_1')).toEqual(cny(0n));
    expect(minor(balances, 'carrier:claims:receivable:USD')).toBe(1000n);
    expect(minor(balances, claimClearing('USD'))).toBe(0n);
    expect(minor(balances, 'provider:test:receivable:USD')).toBe(0n);
  });

  test('takes nothing from a merchant without evidence', () => {
    const shares: RefundShare[] = [{ party: 'merchant', merchantId: 'mer_1', amount: usd(2499n), charge: cny(9900n), evidence: [] }];
    expect(postingsFor({ ...REFUNDED, shares })).toMatchObject({ ok: false, problem: { code: 'no_evidence' } });
  });

  test('never charges a merchant more than its share is worth', () => {
    const shares: RefundShare[] = [{ party: 'merchant', merchantId: 'mer_1', amount: usd(2499n), charge: cny(17_494n), evidence: ['evd_1'] }];
    expect(postingsFor({ ...REFUNDED, shares })).toMatchObject({ ok: false, problem: { code: 'charge_exceeds_share', facts: { shareMinor: '17493' } } });
  });
});

test('a fee without evidence is refused', () => {
  expect(postingsFor({ ...FEES, fees: [{ code: 'base', label: LABEL, amount: cny(1n), evidence: [] }] })).toMatchObject({ ok: false, problem: { code: 'no_evidence' } });
});

test('a business day turns at midnight in Shanghai', () => {
  expect([businessDay('2026-10-31T15:59:59.999Z'), businessDay('2026-10-31T16:00:00.000Z')]).toEqual(['2026-10-31', '2026-11-01']);
});

describe('a statement', () => {
  const recorded = [...record(transactionsOf([CAPTURED, FEES]), '2026-10-05T02:00:00.000Z'), ...record(transactionsOf([REFUNDED]), '2026-11-02T02:00:00.000Z')];

  test('lists what was earned, each fee under its own name, and pays out the rest', () => {
    const statement = buildStatement('mer_1', recorded, { from: '2026-10-01', to: '2026-10-31', minimumPayout: cny(1n) });
    expect(statement.lines.map((line) => [line.code, line.amount.minor])).toEqual([['goods', 9900n], ['cross_border_service', -1485n], ['base', -495n]]);
    expect(statement).toMatchObject({ opening: cny(0n), payout: cny(7920n), state: 'due' });
  });

  test('opens with what the period before left, and carries what is not enough to pay', () => {
    const statement = buildStatement('mer_1', recorded, { from: '2026-11-01', to: '2026-11-30', minimumPayout: cny(1n) });
    expect(statement).toMatchObject({ opening: cny(7920n), closing: cny(0n), payout: cny(0n), state: 'carried' });
    expect(statement.lines[0]).toMatchObject({ code: 'claim', claimId: 'clm_1', evidence: ['evd_1'] });
  });
});

const anyCapture = fc.record({
  goods: fc.bigInt({ min: 0n, max: 5_000_000n }), duty: fc.bigInt({ min: 0n, max: 500_000n }), freight: fc.bigInt({ min: 0n, max: 500_000n }), tax: fc.bigInt({ min: 0n, max: 90_000n }),
  customer: fc.bigInt({ min: 1_000_000n, max: 9_000_000_000n }), middle: fc.bigInt({ min: 1_000_000n, max: 9_000_000_000n }), supplies: fc.array(fc.bigInt({ min: 0n, max: 9_000_000n }), { minLength: 1, maxLength: 4 }),
  captured: fc.bigInt({ min: 1_000_000n, max: 9_000_000_000n }), order: fc.nat(1_000_000),
}).map(({ goods, duty, freight, tax, customer, middle, captured, supplies, order }): OrderCaptured => ({
  type: 'order_captured', orderId: `ord_${order}`, provider: 'test', total: usd(goods + duty + freight + tax), rates: { customer: rate(customer), middle: rate(middle) }, captureMiddle: rate(captured),
  merchants: supplies.map((supply, index) => ({ merchantId: `mer_${index}`, supply: cny(supply) })),
  lines: [{ code: 'goods', amount: usd(goods), purpose: 'goods' }, { code: 'MFN', amount: usd(duty), purpose: 'duty' }, { code: 'line_haul', amount: usd(freight), purpose: 'freight' }, { code: 'sales_tax', amount: usd(tax), purpose: 'tax' }],
}));

const anyRefund = fc.tuple(fc.bigInt({ min: 1n, max: 900_000n }), fc.tuple(fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 100 })), fc.nat(100)).map(([refund, weights, chargePercent]): ClaimRefunded => {
  const [merchant, hub, platform] = allocate(usd(refund), weights.map(BigInt));
  const share = merchant ?? usd(0n);
  return {
    type: 'claim_refunded', orderId: 'ord_1', claimId: 'clm_9', provider: 'test', refund: usd(refund), rate: RATES.customer,
    shares: [
      { party: 'merchant', merchantId: 'mer_0', amount: share, charge: cny((exchange(share, RATES.customer, 'half_up').minor * BigInt(chargePercent)) / 100n), evidence: ['evd_1'] },
      { party: 'hub', amount: hub ?? usd(0n), evidence: [] }, { party: 'platform', amount: platform ?? usd(0n), evidence: [] },
    ],
  };
});

const anyFee = fc.bigInt({ min: 0n, max: 100_000n }).map((amount): ExportFeesCharged => ({ ...FEES, merchantId: 'mer_0', fees: [{ code: 'base', label: LABEL, amount: cny(amount), evidence: ['qte_1'] }] }));
const anyPayout = fc.bigInt({ min: 1n, max: 100_000n }).map((amount): LedgerEvent => ({ type: 'payout_paid', merchantId: 'mer_0', statementId: 'stm_1', amount: cny(amount) }));
const anyEvents = fc.array(fc.oneof<fc.Arbitrary<LedgerEvent>[]>(anyCapture, anyRefund, anyFee, anyPayout), { maxLength: 20 });

describe('for any events', () => {
  test('every transaction balances in every currency, without an empty posting', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const transaction of transactionsOf(events)) {
          for (const total of deriveTotals(transaction.postings).values()) expect(total).toBe(0n);
          expect(transaction.postings.every((posting) => posting.amount.minor !== 0n)).toBe(true);
        }
      }),
    );
  });

  test('running balances equal those re-derived from the postings', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const transactions = transactionsOf(events);
        expect(transactions.reduce<Balances>(applyTransaction, new Map())).toEqual(deriveBalances(transactions));
      }),
    );
  });

  test('clearing accounts are empty after every event', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const balances = deriveBalances(transactionsOf(events));
        for (const account of [orderClearing('USD'), orderClearing('CNY'), claimClearing('USD')]) expect(minor(balances, account)).toBe(0n);
      }),
    );
  });

  test('a correction takes every account back to where it was', () => {
    fc.assert(
      fc.property(anyEvents.filter((events) => events.length > 0), (events) => {
        const transactions = transactionsOf(events);
        fc.pre(transactions.length > 0);
        const reversal = transactionsOf([{ type: 'correction', reverses: transactions, reason: LABEL, evidence: ['evd_9'] }]);
        for (const balance of deriveBalances([...transactions, ...reversal]).values()) expect(balance.minor).toBe(0n);
      }),
    );
  });

  test('statements add up: opening and lines are the closing, totals are the lines, and the balance is what is owed', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(20), (events, split) => {
        const recorded = events.flatMap((event, index) => record(transactionsOf([event]), index < split ? '2026-10-05T02:00:00.000Z' : '2026-11-05T02:00:00.000Z'));
        const october = buildStatement('mer_0', recorded, { from: '2026-10-01', to: '2026-10-31', minimumPayout: cny(100n) });
        const november = buildStatement('mer_0', recorded, { from: '2026-11-01', to: '2026-11-30', minimumPayout: cny(100n) });
        expect(november.opening).toEqual(october.closing);
        for (const statement of [october, november]) {
          const lines = statement.lines.reduce((sum, line) => sum + line.amount.minor, 0n);
          expect(statement.opening.minor + lines).toBe(statement.closing.minor);
          expect(statement.totals.reduce((sum, total) => sum + total.amount.minor, 0n)).toBe(lines);
        }
        expect(november.closing.minor).toBe(-minor(deriveBalances(recorded), merchantPayable('mer_0', 'CNY')));
      }),
    );
  });
});
