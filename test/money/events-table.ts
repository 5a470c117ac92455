import type { LedgerEvent, RefundShare } from '#core/ledger/ledger-event.ts';
import { postingsFor } from '#core/ledger/postings-for.ts';
import type { LedgerTransaction } from '#core/ledger/transaction.ts';
import { money } from '#core/money/money.ts';

/** Every business event with the postings that the code makes of it, as a table for docs/CHART-OF-ACCOUNTS.md. Run this file to print it. */

const usd = (minor: bigint) => money(minor, 'USD');
const cny = (minor: bigint) => money(minor, 'CNY');
const rate = (ratePpb: bigint) => ({ from: 'USD' as const, to: 'CNY' as const, ratePpb });
const words = { 'zh-Hans': '费', 'zh-Hant': '費', en: 'fee' };
const SHARES: readonly RefundShare[] = [
  { party: 'merchant', merchantId: 'id', amount: usd(600n), charge: cny(3_000n), evidence: ['evidence'] }, { party: 'hub', amount: usd(100n), evidence: ['evidence'] }, { party: 'carrier', amount: usd(100n), evidence: ['evidence'] }, { party: 'platform', amount: usd(200n), evidence: [] },
];
const REFUND: LedgerEvent = { type: 'claim_refunded', orderId: 'o', claimId: 'c', provider: 'name', refund: usd(1_000n), rate: rate(7_000_000_000n), shares: SHARES };

function posted(event: LedgerEvent): readonly LedgerTransaction[] {
  const result = postingsFor(event);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const EVENTS: readonly Readonly<{ name: string; event: LedgerEvent }>[] = [
  {
    name: 'order captured (parcel handed over)',
    event: {
      type: 'order_captured', orderId: 'o', provider: 'name', total: usd(2_500n), rates: { customer: rate(7_000_000_000n), middle: rate(7_100_000_000n) }, captureMiddle: rate(7_200_000_000n), merchants: [{ merchantId: 'id', supply: cny(9_900n) }],
      lines: [{ code: 'goods', amount: usd(1_420n), purpose: 'goods' }, { code: 'duty', amount: usd(200n), purpose: 'duty' }, { code: 'line_haul', amount: usd(600n), purpose: 'freight' }, { code: 'sales_tax', amount: usd(80n), purpose: 'tax' }, { code: 'fee code', amount: usd(200n), purpose: 'fee' }],
    },
  },
  { name: 'export fees charged', event: { type: 'export_fees_charged', orderId: 'o', merchantId: 'id', fees: [{ code: 'fee code', label: words, amount: cny(500n), evidence: ['quote'] }] } },
  { name: 'claim refunded', event: REFUND },
  { name: 'dispute opened by a buyer’s bank', event: { type: 'dispute_opened', orderId: 'o', disputeId: 'd', provider: 'name', amount: usd(1_000n) } },
  { name: 'dispute won', event: { type: 'dispute_won', orderId: 'o', disputeId: 'd', provider: 'name', amount: usd(1_000n) } },
  { name: 'dispute lost (chargeback)', event: { type: 'chargeback_lost', orderId: 'o', disputeId: 'd', amount: usd(1_000n), rate: rate(7_000_000_000n), shares: SHARES } },
  { name: 'payout paid', event: { type: 'payout_paid', merchantId: 'id', statementId: 's', amount: cny(9_000n) } },
  { name: 'claim decided anew: correction', event: { type: 'correction', reverses: posted(REFUND), reason: words, evidence: ['evidence'] } },
];

/** An account as the chart names it: with `<cur>`, `<id>` and so on in place of what varies. */
function chartName(account: string): string {
  return account.replace(/:(USD|CNY)$/, ':<cur>').replace('merchant:id:', 'merchant:<id>:').replace('provider:name:', 'provider:<name>:').replace('platform:income:fee code:', 'platform:income:<fee code>:');
}

/** Every account that any event posts to. */
export function postedAccounts(): string[] {
  return [...new Set(EVENTS.flatMap(({ event }) => posted(event)).flatMap((one) => one.postings.map((posting) => chartName(posting.account))))].sort();
}

/** The table, one row for each transaction of each event; a debit is Dr, a credit Cr, and ⇄ marks the halves of one exchange. */
export function eventsTable(): string {
  const rows = EVENTS.flatMap(({ name, event }) =>
    posted(event).map((transaction, index) => {
      const side = (debit: boolean) => [...new Set(transaction.postings.filter((one) => one.amount.minor > 0n === debit).map((one) => `\`${chartName(one.account).replace(':<cur>', '')}\` ${one.amount.currency}${one.merchantId !== null && debit && one.code !== 'payout' ? ' (evidence)' : ''}`))].join(', ');
      return `| ${index === 0 ? name : ''} | \`${transaction.kind}\`${transaction.linkedKey === null ? '' : ' ⇄'} | ${side(true)} | ${side(false)} |`;
    }));
  return ['| event | transaction | Dr | Cr |', '|---|---|---|---|', ...rows].join('\n');
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`${eventsTable()}\n`);
