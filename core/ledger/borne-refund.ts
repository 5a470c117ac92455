import { exchange, type ExchangeRate } from '../money/exchange.ts';
import { subtract, sum, type Money } from '../money/money.ts';
import type { LocalText } from '../market/market.ts';
import { refuse, type Result } from '../result.ts';
import { claimClearing, claimReceivable, cost, disputed, exchangePosition, merchantPayable, providerReceivable } from './account.ts';
import type { ChargebackLost, ClaimRefunded, RefundShare } from './ledger-event.ts';
import { checkAll, credit, posting, type LedgerRefusal, type LedgerTransaction, type Posting, type Subject } from './transaction.ts';

type MerchantShare = Extract<RefundShare, { party: 'merchant' }>;

/** Money that went back to a buyer and what is borne of it by whom. `code` names it on accounts and statements. */
type Borne = Readonly<{ about: Subject; key: string; kind: string; code: 'claim' | 'chargeback'; text: LocalText; chargeText: LocalText; gave: Posting; refund: Money; rate: ExchangeRate; shares: readonly RefundShare[] }>;

/**
 * The postings of a refunded claim: the buyer gets the refund through the provider, and each party bears its proven
 * share. A merchant's charge goes through two linked exchange transactions, because it is charged in its own currency.
 * May fail with: lines_do_not_add_up (the shares are not the refund), currency_mismatch, negative_amount,
 * charge_exceeds_share (a merchant would be charged more than its share is worth), no_evidence.
 */
export function claimRefundedPostings(event: ClaimRefunded): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const { refund, rate, shares } = event;
  return borne({
    about: { orderId: event.orderId, claimId: event.claimId, statementId: null }, key: event.claimId, kind: 'claim_refunded', code: 'claim', refund, rate, shares,
    text: { 'zh-Hans': '售后退款给买家', 'zh-Hant': '售後退款給買家', en: 'Claim refunded to the buyer' },
    chargeText: { 'zh-Hans': '售后由商家承担的部分', 'zh-Hant': '售後由商家承擔的部分', en: 'The merchant’s share of a claim' },
    gave: credit(providerReceivable(event.provider, refund.currency), refund, 'refunded'),
  });
}

/** The postings of a lost dispute: what the bank had taken already is borne like a refund. May fail as `claimRefundedPostings`. */
export function chargebackLostPostings(event: ChargebackLost): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const { amount, rate, shares } = event;
  return borne({
    about: { orderId: event.orderId, claimId: null, statementId: null, disputeId: event.disputeId }, key: event.disputeId, kind: 'chargeback_lost', code: 'chargeback', refund: amount, rate, shares,
    text: { 'zh-Hans': '拒付由银行判给买家', 'zh-Hant': '拒付由銀行判給買家', en: 'Dispute lost, the bank kept the payment' },
    chargeText: { 'zh-Hans': '拒付由商家承担的部分', 'zh-Hant': '拒付由商家承擔的部分', en: 'The merchant’s share of a chargeback' },
    gave: credit(disputed(amount.currency), amount, 'chargeback'),
  });
}

function borne(event: Borne): Result<readonly LedgerTransaction[], LedgerRefusal> {
  const fault = faultOf(event);
  if (fault) return fault;
  const { refund, code } = event;
  const others = event.shares.filter((share) => share.party !== 'merchant');
  const merchants = event.shares.filter((share) => share.party === 'merchant');
  return checkAll([
    {
      ...event.about, key: `refund:${event.key}`, linkedKey: null, kind: event.kind, text: event.text,
      postings: [
        ...others.map((share) => posting(bearerAccount(share, code), share.amount, `${code}_${share.party}`, { evidence: share.evidence })),
        posting(claimClearing(refund.currency), sum(merchants.map((share) => share.amount), refund.currency), `${code}_merchant`),
        event.gave,
      ],
    },
    ...merchants.flatMap((share) => chargeMerchant(event, share)),
  ]);
}

function bearerAccount(share: Exclude<RefundShare, MerchantShare>, code: Borne['code']): string {
  return share.party === 'platform' ? cost(`${code}s`, share.amount.currency) : claimReceivable(share.party, share.amount.currency);
}

function chargeMerchant({ about, key, code, rate, chargeText }: Borne, share: MerchantShare): LedgerTransaction[] {
  const worth = exchange(share.amount, rate, 'half_up');
  const out = `claim_exchange_out:${key}:${share.merchantId}`;
  const back = `claim_charge:${key}:${share.merchantId}`;
  const { merchantId, evidence } = share;
  return [
    {
      ...about, key: out, linkedKey: back, kind: 'exchange_out',
      text: { 'zh-Hans': '售后换汇：付出', 'zh-Hant': '售後換匯：付出', en: 'Claim exchanged: paid out' },
      postings: [posting(exchangePosition(share.amount.currency), share.amount, 'exchange'), credit(claimClearing(share.amount.currency), share.amount, `${code}_merchant`)],
    },
    {
      ...about, key: back, linkedKey: out, kind: `${code}_charged`, text: chargeText,
      postings: [
        posting(merchantPayable(merchantId, share.charge.currency), share.charge, code, { merchantId, evidence }),
        posting(cost('claims_beyond_cap', worth.currency), subtract(worth, share.charge), 'claims_beyond_cap'),
        credit(exchangePosition(worth.currency), worth, 'exchange'),
      ],
    },
  ];
}

function faultOf(event: Borne): Readonly<{ ok: false; problem: LedgerRefusal }> | null {
  const { refund, shares, rate } = event;
  const strange = [...shares.map((share) => share.amount.currency), rate.from].find((currency) => currency !== refund.currency);
  if (strange) return refuse('currency_mismatch', { expected: refund.currency, found: strange }, 'shares');
  const negative = shares.find((share) => share.amount.minor < 0n || (share.party === 'merchant' && share.charge.minor < 0n));
  if (negative || refund.minor <= 0n) return refuse('negative_amount', { minor: (negative?.amount ?? refund).minor.toString() }, negative ? 'shares' : 'refund');
  const difference = subtract(sum(shares.map((share) => share.amount), refund.currency), refund);
  if (difference.minor !== 0n) return refuse('lines_do_not_add_up', { totalMinor: refund.minor.toString(), differenceMinor: difference.minor.toString() }, 'shares');
  for (const share of shares) {
    if (share.party !== 'merchant') continue;
    if (share.charge.currency !== rate.to) return refuse('currency_mismatch', { expected: rate.to, found: share.charge.currency }, 'shares');
    const worth = exchange(share.amount, rate, 'half_up');
    if (share.charge.minor > worth.minor) return refuse('charge_exceeds_share', { chargeMinor: share.charge.minor.toString(), shareMinor: worth.minor.toString() }, 'shares');
  }
  return null;
}
