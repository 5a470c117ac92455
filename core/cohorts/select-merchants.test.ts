import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../market/market.ts';
import { selectMerchants, whatWouldChange } from './select-merchants.ts';
import { scoreCandidate, type Candidate, type SelectionPolicy } from './selection-policy.ts';

const POLICY: SelectionPolicy = { places: 10, minimumScore: 50, weights: { originalDesign: 8, craft: 6, patents: 4, noteMentions: 6, repeatBuyers: 4 }, refundsPpmMax: 30_000 };
const NEWCOMER: Candidate = {
  merchantId: 'm-new', kind: 'individual', productCount: 1, domesticOrders: 0, originalDesign: true, craft: true, patents: 0, noteMentions: 12, repeatBuyersPpm: null, refundsPpm: null, joinedDaysAgo: 9,
};
const FACTORY: Candidate = {
  merchantId: 'm-fac', kind: 'factory', productCount: 900, domesticOrders: 80_000, originalDesign: false, craft: false, patents: 0, noteMentions: 3, repeatBuyersPpm: 90_000, refundsPpm: 12_000, joinedDaysAgo: 2_000,
};

describe('a cohort', () => {
  test('picks a one-product newcomer without an order over a factory with 80,000, and tells it why', () => {
    const selection = selectMerchants([FACTORY, NEWCOMER], POLICY);
    expect(selection.picked.map((one) => one.merchantId)).toEqual(['m-new']);
    expect(selection.picked[0]?.reasons.map((reason) => reason.code)).toEqual(['distinctive_enough', 'sign_originalDesign', 'sign_craft', 'sign_noteMentions', 'refunds_not_known', 'newcomer_welcome']);
  });

  test('tells those it left out which single sign would lift them most, and how far', () => {
    const [left] = selectMerchants([FACTORY], POLICY).notPicked;
    expect(left?.reasons[0]).toMatchObject({ code: 'not_distinctive_enough', fix: { kind: 'give_fact', target: 'originalDesign' } });
  });

  test('does not pick a merchant above the refund limit, whatever its points', () => {
    const [left] = selectMerchants([{ ...NEWCOMER, refundsPpm: 30_001 }], POLICY).notPicked;
    expect(left?.reasons[0]).toMatchObject({ code: 'too_many_refunds', fix: { kind: 'wait' } });
  });

  test('says to those without a place at which points the last one went', () => {
    const selection = selectMerchants([NEWCOMER, { ...NEWCOMER, merchantId: 'm-two', craft: false, patents: 2 }], { ...POLICY, places: 1 });
    expect(selection.notPicked[0]?.reasons[0]).toMatchObject({ code: 'no_place_left', because: expect.arrayContaining([{ fact: 'lastScore', value: 73, source: 'platform' }]) });
  });
});

const known = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary, { nil: null });
const anyCandidate: fc.Arbitrary<Candidate> = fc.record({
  merchantId: fc.uuid(), kind: fc.constantFrom('individual', 'brand', 'factory'), productCount: fc.nat(500), domesticOrders: fc.nat(100_000), originalDesign: known(fc.boolean()), craft: known(fc.boolean()),
  patents: known(fc.nat(20)), noteMentions: known(fc.nat(300)), repeatBuyersPpm: known(fc.nat(1_000_000)), refundsPpm: known(fc.nat(100_000)), joinedDaysAgo: fc.nat(4_000),
});
const anyPolicy: fc.Arbitrary<SelectionPolicy> = fc.record({
  places: fc.integer({ min: 1, max: 8 }), minimumScore: fc.nat(100), refundsPpmMax: fc.nat(100_000),
  weights: fc.record({ originalDesign: fc.nat(10), craft: fc.nat(10), patents: fc.nat(10), noteMentions: fc.nat(10), repeatBuyers: fc.nat(10) }),
});

describe('for any candidates and policy', () => {
  test('everybody is in exactly one list, places are kept, every reason speaks three languages', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCandidate, { selector: (one) => one.merchantId, maxLength: 20 }), anyPolicy, (candidates, policy) => {
        const { picked, notPicked } = selectMerchants(candidates, policy);
        expect([...picked, ...notPicked].map((one) => one.merchantId).sort()).toEqual(candidates.map((one) => one.merchantId).sort());
        expect(picked.length).toBeLessThanOrEqual(policy.places);
        for (const one of [...picked, ...notPicked]) for (const reason of one.reasons) for (const locale of LOCALES) expect(reason.text[locale].length).toBeGreaterThan(0);
        for (const one of notPicked) expect(one.reasons[0]?.fix).not.toBeNull();
      }),
    );
  });

  test('selling experience changes no score', () => {
    fc.assert(
      fc.property(anyCandidate, anyPolicy, fc.nat(1_000), fc.nat(1_000_000), (candidate, policy, productCount, domesticOrders) => {
        expect(scoreCandidate({ ...candidate, productCount, domesticOrders, kind: 'other', joinedDaysAgo: 1 }, policy)).toBe(scoreCandidate(candidate, policy));
      }),
    );
  });

  test('the order in which candidates come in changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCandidate, { selector: (one) => one.merchantId, maxLength: 12 }), anyPolicy, (candidates, policy) => {
        expect(selectMerchants([...candidates].reverse(), policy)).toEqual(selectMerchants(candidates, policy));
      }),
    );
  });

  test('what is said would lift a candidate does lift it', () => {
    fc.assert(
      fc.property(anyCandidate, anyPolicy, (candidate, policy) => {
        expect(whatWouldChange(candidate, policy)?.score ?? 101).toBeGreaterThan(scoreCandidate(candidate, policy));
      }),
    );
  });
});
