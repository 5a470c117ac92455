import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange } from '../money/exchange.ts';
import { money } from '../money/money.ts';
import { claimRefundedPostings } from '../ledger/borne-refund.ts';
import type { RefundShare } from '../ledger/ledger-event.ts';
import type { Claim, ClaimedLine } from './claim.ts';
import { CLAIM_KINDS, claimPolicyFor, type ClaimPolicy } from './claim-policy.ts';
import { decideClaim, ruleOnClaim } from './decide-claim.ts';
import { describePolicy } from './describe-policy.ts';
import { FINDINGS, hubFindings, type Evidence, type Finding } from './evidence.ts';

const PHOTO = ['buyer_photo'] as const;
const FULL = { windowDays: 7, evidence: PHOTO, refundPpm: 1_000_000n, right: null, goodsBack: false };
const POLICY: ClaimPolicy = {
  edition: 'claims-test', market: 'US', from: '2026-01-01', to: null, source: { citation: 'test policy', url: null, asOf: '2026-11-23' }, rights: [],
  kinds: { damaged: FULL, wrong: FULL, missing: FULL, not_as_described: FULL, defective: FULL, not_delivered: { ...FULL, evidence: [] } },
  faults: {
    damaged: [{ when: ['received_damaged'], shares: { merchant: 1_000_000 } }, { when: ['received_intact', 'packed_whole'], shares: { carrier: 1_000_000 } }, { when: ['received_intact'], shares: { hub: 500_000, carrier: 500_000 } }],
    defective: [{ when: ['buyer_photo'], shares: { merchant: 1_000_000 } }],
  },
  decideAtOnceUpToMinor: 5_000n, answerHours: 48, reviewHours: 48, appealDays: 14, returns: null, reviewFromClaims: 5,
};
const DELIVERED = '2026-10-10T08:00:00.000Z';
const AT = '2026-10-12T09:00:00.000Z';
const CLAIM: Claim = { kind: 'damaged', quantity: 1, openedAt: '2026-10-12T08:00:00.000Z', answeredAt: null, claimsBefore: 0, photosSeenBefore: 0 };
const LINE: ClaimedLine = {
  quantity: 2, paid: money(4998n, 'USD'), lineRefunded: money(0n, 'USD'), orderLeft: money(4998n, 'USD'), deliveredAt: DELIVERED, promisedBy: '2026-10-09T00:00:00.000Z',
  merchantEarning: money(15_840n, 'CNY'), merchantCharged: money(0n, 'CNY'), rate: { from: 'USD', to: 'CNY', ratePpb: 7_000_000_000n }, disputed: false,
};
const shows = (id: string, ...findings: Finding[]): Evidence => ({ id, kind: 'photo', at: AT, findings });
const PICTURE = shows('evd_photo', 'buyer_photo');
const codes = (decision: { reasons: readonly { code: string }[] }): string[] => decision.reasons.map((reason) => reason.code);

describe('a claim is declined', () => {
  test('for no reason, with the very sentence the buyer saw before paying', () => {
    const decision = decideClaim({ ...CLAIM, kind: 'no_reason' }, [], LINE, POLICY, AT);
    expect(decision.outcome).toBe('declined');
    expect(decision.reasons[0]?.text).toEqual(describePolicy(POLICY).points.find((point) => point.code === 'no_reason')?.text);
  });

  test('one moment after its window, not at its end', () => {
    const end = '2026-10-17T08:00:00.000Z';
    expect(decideClaim({ ...CLAIM, openedAt: end }, [PICTURE], LINE, POLICY, end).outcome).toBe('granted');
    expect(codes(decideClaim({ ...CLAIM, openedAt: '2026-10-17T08:00:00.001Z' }, [PICTURE], LINE, POLICY, end))).toEqual(['window_over']);
  });

  test('before anything was delivered', () => {
    expect(codes(decideClaim(CLAIM, [PICTURE], { ...LINE, deliveredAt: null }, POLICY, AT))).toEqual(['not_delivered_yet']);
  });

  test('when nothing is left to refund', () => {
    expect(codes(decideClaim(CLAIM, [PICTURE], { ...LINE, lineRefunded: LINE.paid }, POLICY, AT))).toEqual(['already_refunded']);
  });
});

describe('a claim is granted', () => {
  test('for one of two damaged pieces with half of what was paid', () => {
    const decision = decideClaim(CLAIM, [PICTURE, shows('evd_hub', 'received_intact', 'packed_whole')], LINE, POLICY, AT);
    expect(decision).toMatchObject({ outcome: 'granted', refund: money(2499n, 'USD'), faults: [{ party: 'carrier', sharePpm: 1_000_000, evidence: ['evd_hub'] }] });
  });

  test('and borne by the marketplace when nothing shows who caused it', () => {
    expect(decideClaim(CLAIM, [PICTURE], LINE, POLICY, AT).faults).toMatchObject([{ party: 'platform', evidence: [], amount: money(2499n, 'USD'), charge: null }]);
  });

  test('and halved to the cent where hub and carrier share the fault', () => {
    const faults = decideClaim(CLAIM, [PICTURE, shows('evd_hub', 'received_intact')], LINE, POLICY, AT).faults;
    expect(faults.map((fault) => [fault.party, fault.amount.minor])).toEqual([['hub', 1250n], ['carrier', 1249n]]);
  });

  test('and charges a merchant no more than it was to receive for those pieces', () => {
    const decision = decideClaim(CLAIM, [PICTURE, shows('evd_hub', 'received_damaged')], LINE, POLICY, AT);
    expect(decision.faults).toMatchObject([{ party: 'merchant', amount: money(2499n, 'USD'), charge: money(7920n, 'CNY'), evidence: ['evd_hub'] }]);
  });
});

describe('a claim waits', () => {
  test('for the photo its kind asks for, and says so', () => {
    expect(decideClaim(CLAIM, [], LINE, POLICY, AT)).toMatchObject({ outcome: 'needs_evidence', asked: ['buyer_photo'], reasons: [{ code: 'evidence_missing', fix: { kind: 'add_document' } }] });
  });

  test('for the merchant where a larger amount would fall on it, until the answer is due', () => {
    const large: ClaimedLine = { ...LINE, paid: money(20_000n, 'USD'), orderLeft: money(20_000n, 'USD') };
    const waiting = decideClaim({ ...CLAIM, kind: 'defective' }, [PICTURE], large, POLICY, AT);
    expect(waiting).toMatchObject({ outcome: 'needs_answer', answerDue: '2026-10-14T08:00:00.000Z' });
    expect(decideClaim({ ...CLAIM, kind: 'defective' }, [PICTURE], large, POLICY, '2026-10-14T08:00:00.000Z').outcome).toBe('granted');
  });

  test('for a person when the merchant answers with evidence of its own', () => {
    expect(decideClaim(CLAIM, [PICTURE, shows('evd_m', 'merchant_counter')], LINE, POLICY, AT)).toMatchObject({ outcome: 'needs_review', reasons: [{ code: 'counter_evidence' }, { code: 'covered' }, {}] });
  });

  test('for a person, never for a refusal, when a buyer claims often', () => {
    expect(decideClaim({ ...CLAIM, claimsBefore: 40 }, [PICTURE], LINE, POLICY, AT).outcome).toBe('needs_review');
  });

  test('while a parcel may still come, and no longer', () => {
    const open: ClaimedLine = { ...LINE, deliveredAt: null };
    expect(codes(decideClaim({ ...CLAIM, kind: 'not_delivered' }, [], open, POLICY, AT))).toEqual(['still_on_its_way']);
    expect(decideClaim({ ...CLAIM, kind: 'not_delivered', openedAt: '2026-10-16T00:00:00.000Z' }, [], open, POLICY, AT).outcome).toBe('granted');
  });
});

describe('a person’s ruling', () => {
  const by = (evidence: string[], sharePpm = 1_000_000) => [{ party: 'merchant', sharePpm, evidence }] as const;
  const ruling = { grant: true, faults: by(['evd_photo']), refundPpm: 1_000_000n, goodsBack: false, words: '照片清楚', by: 'usr_1' } as const;

  test('never charges a merchant on a word alone, nor on evidence that is not on file', () => {
    expect(ruleOnClaim(CLAIM, [PICTURE], LINE, POLICY, { ...ruling, faults: by([]) }, AT)).toMatchObject({ ok: false, problem: { code: 'no_evidence' } });
    expect(ruleOnClaim(CLAIM, [], LINE, POLICY, ruling, AT)).toMatchObject({ ok: false, problem: { code: 'no_evidence', facts: { evidence: 'evd_photo' } } });
  });

  test('grants with the policy’s amount and carries the words', () => {
    expect(ruleOnClaim(CLAIM, [PICTURE], LINE, POLICY, ruling, AT)).toMatchObject({ ok: true, value: { outcome: 'granted', refund: money(2499n, 'USD'), reasons: [{ code: 'ruled_by_person', text: { en: '照片清楚' } }, {}, {}] } });
  });
});

test('a policy is found by its market and day, its last day being outside', () => {
  const pack = { edition: 'x', policies: [{ ...POLICY, to: '2026-06-01' }, { ...POLICY, from: '2026-06-01', edition: 'newer' }] };
  expect(claimPolicyFor(pack, 'US', '2026-06-01T00:00:00Z')).toMatchObject({ ok: true, value: { edition: 'newer' } });
  expect(claimPolicyFor(pack, 'HK', '2026-06-01')).toMatchObject({ ok: false, problem: { code: 'no_claim_policy' } });
});

const anyEvidence = fc.array(fc.record({ findings: fc.subarray([...FINDINGS]) }), { maxLength: 5 }).map((list) => list.map(({ findings }, index): Evidence => ({ id: `evd_${index}`, kind: 'photo', at: AT, findings })));
const anyCase = fc.record({
  kind: fc.constantFrom(...CLAIM_KINDS), quantity: fc.integer({ min: 1, max: 4 }), paid: fc.bigInt({ min: 0n, max: 200_000n }), refunded: fc.bigInt({ min: 0n, max: 200_000n }), left: fc.bigInt({ min: 0n, max: 200_000n }),
  earning: fc.bigInt({ min: 0n, max: 900_000n }), charged: fc.bigInt({ min: 0n, max: 900_000n }), delivered: fc.boolean(), evidence: anyEvidence, claimsBefore: fc.nat(8),
}).map(({ kind, quantity, paid, refunded, left, earning, charged, delivered, evidence, claimsBefore }) => ({
  claim: { ...CLAIM, kind, quantity, claimsBefore }, evidence,
  line: { ...LINE, quantity: 3, paid: money(paid, 'USD'), lineRefunded: money(refunded < paid ? refunded : paid, 'USD'), orderLeft: money(left, 'USD'), merchantEarning: money(earning, 'CNY'), merchantCharged: money(charged < earning ? charged : earning, 'CNY'), deliveredAt: delivered ? DELIVERED : null },
}));

describe('for any claim, evidence and line', () => {
  test('refunds stay within line and order, and shares add up to the refund', () => {
    fc.assert(
      fc.property(anyCase, ({ claim, evidence, line }) => {
        const decision = decideClaim(claim, evidence, line, POLICY, AT);
        expect(decision.refund.minor).toBeLessThanOrEqual(line.paid.minor - line.lineRefunded.minor);
        expect(decision.refund.minor).toBeLessThanOrEqual(line.orderLeft.minor);
        expect(decision.faults.reduce((total, fault) => total + fault.amount.minor, 0n)).toBe(decision.refund.minor);
        expect(decision.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  test('no merchant is charged without evidence on file, above its share, or above what it earned', () => {
    fc.assert(
      fc.property(anyCase, ({ claim, evidence, line }) => {
        for (const fault of decideClaim(claim, evidence, line, POLICY, AT).faults.filter((one) => one.party === 'merchant')) {
          expect(fault.evidence.length).toBeGreaterThan(0);
          expect(fault.evidence.every((id) => evidence.some((one) => one.id === id))).toBe(true);
          expect(fault.charge?.minor).toBeLessThanOrEqual(exchange(fault.amount, line.rate, 'half_up').minor);
          expect(fault.charge?.minor).toBeLessThanOrEqual(line.merchantEarning.minor - line.merchantCharged.minor);
        }
      }),
    );
  });

  test('what is granted or proposed can be posted to the ledger as it is', () => {
    fc.assert(
      fc.property(anyCase, ({ claim, evidence, line }) => {
        const { faults, refund } = decideClaim(claim, [PICTURE, ...evidence], { ...line, deliveredAt: DELIVERED }, POLICY, AT);
        const shares = faults.map(({ party, amount, charge, evidence: proof }): RefundShare => (party === 'merchant' ? { party, merchantId: 'mer_1', amount, charge: charge ?? money(0n, 'CNY'), evidence: proof } : { party, amount, evidence: proof }));
        expect(claimRefundedPostings({ type: 'claim_refunded', orderId: 'ord_1', claimId: 'clm_1', provider: 'test', refund, rate: line.rate, shares }).ok).toBe(refund.minor > 0n);
      }),
    );
  });

  test('the hub’s receipt says one thing about state, item and count', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.nat(9), fc.nat(9), (intact, matching, declared, counted) => {
        expect(new Set(hubFindings({ intact, matching, declared, counted })).size).toBe(3);
      }),
    );
  });
});
