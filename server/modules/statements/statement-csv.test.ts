import { expect, test } from 'vitest';
import { statementCsv } from './statement-csv.ts';

const amount = (minor: string) => ({ minor, currency: 'CNY' as const });

test('a cell that a spreadsheet would run is text, and a negative amount stays a number', () => {
  const label = { 'zh-Hans': '=HYPERLINK("x")', 'zh-Hant': '', en: '' };
  const csv = statementCsv(
    {
      id: 'stm_01jd8x2k9qf5t8w3v6b7n0m1ra', merchantId: 'mer_01jd8x2k9qf5t8w3v6b7n0m1ra', shopName: '店', from: '2026-11-01', to: '2026-11-15', state: 'paid', opening: amount('0'), payout: amount('7920'), payoutOn: '2026-11-16', paidAt: null, totals: [], holds: [],
      lines: [{ at: '2026-11-02T00:00:00.000Z', code: 'goods', label, amount: amount('-1485'), orderId: null, claimId: null, transactionId: 'txn_01jd8x2k9qf5t8w3v6b7n0m1ra', evidence: [] }],
    },
    'zh-Hans',
  );
  expect(csv).toContain(`"'=HYPERLINK(""x"")",-14.85,CNY`);
  expect(csv.endsWith('2026-11-15,payout,本期打款,79.20,CNY,,,,\r\n')).toBe(true);
});
