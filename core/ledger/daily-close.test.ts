import { expect, test } from 'vitest';
import { closeDays, FIRST_HASH, verifyCloses, type ClosedTransaction } from './daily-close.ts';

const transaction = (id: string, at: string, amountMinor: bigint): ClosedTransaction => ({
  id, at, kind: 'test', orderId: null, claimId: null, linkedId: null, reversesId: null,
  postings: [{ id: `${id}a`, account: 'a:CNY', currency: 'CNY', amountMinor, code: 'x', merchantId: null, evidence: [] }, { id: `${id}b`, account: 'b:CNY', currency: 'CNY', amountMinor: -amountMinor, code: 'x', merchantId: null, evidence: [] }],
});
// 16:30 UTC is half past midnight in Shanghai: the next business day.
const ALL = [transaction('t1', '2026-10-01T02:00:00.000Z', 5n), transaction('t2', '2026-10-01T16:30:00.000Z', 7n), transaction('t3', '2026-10-04T01:00:00.000Z', 11n)];
const CLOSES = closeDays(ALL, '2026-10-01', '2026-10-04');

test('days are cut at midnight in Shanghai, quiet days are closed too, balances run on', () => {
  expect(CLOSES.map((close) => [close.day, close.transactions, close.balances['a:CNY']])).toEqual([['2026-10-01', 1, '5'], ['2026-10-02', 1, '12'], ['2026-10-03', 0, '12'], ['2026-10-04', 1, '23']]);
});

test('each day names the hash before it; the first names none', () => {
  expect(CLOSES[0]?.previousHash).toBe(FIRST_HASH);
  expect(CLOSES.slice(1).map((close) => close.previousHash)).toEqual(CLOSES.slice(0, -1).map((close) => close.hash));
});

test('closing day by day comes out as closing all at once', () => {
  const [first, second] = CLOSES;
  if (first === undefined || second === undefined) throw new Error('two days were closed');
  expect(closeDays(ALL.slice(2), '2026-10-03', '2026-10-04', { hash: second.hash, balances: second.balances })).toEqual(CLOSES.slice(2));
});

test('the order in which postings are read changes nothing', () => {
  expect(closeDays(ALL.toReversed(), '2026-10-01', '2026-10-04')).toEqual(CLOSES);
});

test('one cent moved in a closed day is found, on that day and on every later one', () => {
  const changed = [transaction('t1', '2026-10-01T02:00:00.000Z', 6n), ...ALL.slice(1)];
  expect(verifyCloses(CLOSES, CLOSES)).toEqual([]);
  expect(verifyCloses(CLOSES, closeDays(changed, '2026-10-01', '2026-10-04')).map((fault) => [fault.day, fault.what])).toEqual([['2026-10-01', 'content'], ['2026-10-02', 'balances'], ['2026-10-03', 'balances'], ['2026-10-04', 'balances']]);
});

test('a close that was rewritten to fit breaks the chain', () => {
  const changed = [...ALL.slice(0, 2), transaction('t3', '2026-10-03T01:00:00.000Z', 11n)];
  const rewritten = closeDays(changed, '2026-10-01', '2026-10-04');
  const stored = [...CLOSES.slice(0, 2), ...rewritten.slice(2, 3), ...CLOSES.slice(3)];
  expect(verifyCloses(stored, rewritten).map((fault) => fault.day)).toEqual(['2026-10-04']);
});
