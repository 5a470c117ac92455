import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { chargeableGrams } from '#core/pricing/line-haul.ts';
import { quote } from '#core/pricing/quote.ts';
import type { CarrierLine } from '#core/pricing/pricing-packs.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { loadPricingPacks } from '#server/platform/packs/pricing.ts';

const packs = loadPricingPacks();
const AT = '2026-11-20T08:00:00.000Z';

/** A neck pillow of 99 yuan, 320 g. */
const pillow: QuoteInput = {
  market: 'US', price: { minor: 9_900n, currency: 'CNY' }, weightGrams: 320n, lengthMm: 300n, widthMm: 280n, heightMm: 120n, battery: 'none',
  hts: '9404.90.20', origin: 'CN', category: 'home', feePlan: 'cross-border-2026', policy: { keepDomesticPrice: true },
};

function amountOf(lines: readonly Readonly<{ code: string; amount: { minor: bigint } }>[] | undefined, code: string): bigint | undefined {
  return lines?.find((line) => line.code === code)?.amount.minor;
}

const input: fc.Arbitrary<QuoteInput> = fc.record({
  market: fc.constantFrom('US' as const, 'HK' as const, 'MO' as const),
  price: fc.bigInt({ min: 1n, max: 5_000_000n }).map((minor) => ({ minor, currency: 'CNY' as const })),
  weightGrams: fc.bigInt({ min: 1n, max: 12_000n }),
  lengthMm: fc.option(fc.bigInt({ min: 10n, max: 500n })),
  widthMm: fc.option(fc.bigInt({ min: 10n, max: 500n })),
  heightMm: fc.option(fc.bigInt({ min: 10n, max: 500n })),
  battery: fc.constantFrom('none' as const, 'in_equipment' as const),
  hts: fc.constantFrom('6109.10.00', '3304.10.00', '8507.60.00', '7323.93.00', '9503.00.00', '8211.92.20'),
  origin: fc.constantFrom('CN', 'HK'),
  feePlan: fc.constantFrom('cross-border-2026', 'first-cohort-2026', 'growth-2026'),
  policy: fc.constantFrom<QuoteInput['policy']>({}, { keepDomesticPrice: true }, { targetMarginPpm: 0n }, { targetMarginPpm: 150_000n }),
  discountPpm: fc.constantFrom(undefined, 50_000n, 333_333n),
  salesTaxPpm: fc.constantFrom(undefined, 88_750n),
});

describe('a quote adds up', () => {
  test('buyer lines sum to the total and merchant lines to the payout, in every market and policy', () => {
    fc.assert(
      fc.property(input, (facts) => {
        const made = quote(facts, packs, AT);
        expect(made.outcome).toBe('quoted');
        expect(made.buyer?.lines.reduce((soFar, line) => soFar + line.amount.minor, 0n)).toBe(made.buyer?.total.minor);
        expect(made.merchant?.lines.reduce((soFar, line) => soFar + line.amount.minor, 0n)).toBe(made.merchant?.payout.minor);
      }),
      { numRuns: 500 },
    );
  });

  test('the same inputs and packs give the same decision, byte for byte', () => {
    fc.assert(
      fc.property(input, (facts) => {
        expect(canonicalJson(quote({ ...facts }, packs, AT))).toBe(canonicalJson(quote(facts, packs, AT)));
      }),
      { numRuns: 100 },
    );
  });

  test('a dearer product never costs the buyer less', () => {
    fc.assert(
      fc.property(input, fc.bigInt({ min: 0n, max: 100_000n }), (facts, more) => {
        // Free shipping is a step down on purpose, so the claim is for the market without it.
        const us = { ...facts, market: 'US' as const };
        const dearer = { ...us, price: { ...us.price, minor: us.price.minor + more } };
        expect(quote(dearer, packs, AT).buyer?.total.minor ?? -1n).toBeGreaterThanOrEqual(quote(us, packs, AT).buyer?.total.minor ?? 0n);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what the merchant receives', () => {
  test('the kept domestic price less 15 % and 5 %: 99.00 pays out 79.20', () => {
    const made = quote(pillow, packs, AT);
    expect(made.merchant?.payout).toEqual({ minor: 7_920n, currency: 'CNY' });
    expect(amountOf(made.merchant?.lines, 'fee:cross_border_service')).toBe(-1_485n);
    expect(amountOf(made.merchant?.lines, 'fee:platform_base')).toBe(-495n);
  });

  test('a target margin of nothing pays out the whole domestic price', () => {
    const made = quote({ ...pillow, policy: { targetMarginPpm: 0n } }, packs, AT);
    expect(made.merchant?.payout.minor).toBe(9_900n);
    expect(amountOf(made.merchant?.lines, 'supply_price')).toBe(12_375n);
  });

  test('a target margin is always reached', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1_000_000n }), fc.bigInt({ min: 0n, max: 900_000n }), (minor, targetMarginPpm) => {
        const made = quote({ ...pillow, price: { minor, currency: 'CNY' }, policy: { targetMarginPpm } }, packs, AT);
        const wanted = minor * (1_000_000n + targetMarginPpm);
        // Each fee rounds half up on its own, so the last cent may fall either way.
        expect(((made.merchant?.payout.minor ?? 0n) + 1n) * 1_000_000n).toBeGreaterThanOrEqual(wanted);
      }),
    );
  });

  test('a payout below the floor is held with the numbers shown', () => {
    const made = quote({ ...pillow, policy: { floorMinor: 8_000n } }, packs, AT);
    expect(made.outcome).toBe('held');
    expect(made.hold).toBe('below_floor');
    expect(made.merchant?.payout.minor).toBe(7_920n);
    expect(made.validUntil).toBeNull();
  });

  test('a campaign cannot cross the floor unnoticed', () => {
    const facts = { ...pillow, policy: { floorMinor: 7_500n } };
    expect(quote(facts, packs, AT).outcome).toBe('quoted');
    expect(quote({ ...facts, discountPpm: 100_000n }, packs, AT).hold).toBe('below_floor');
  });
});

describe('what the buyer pays', () => {
  test('duty stands inside the price, layer by layer, on the goods line', () => {
    const made = quote(pillow, packs, AT);
    const goods = amountOf(made.buyer?.lines, 'goods') ?? 0n;
    const duty = made.buyer?.lines.filter((line) => line.code.startsWith('duty:')) ?? [];
    expect(duty.map((line) => line.code)).toEqual(['duty:MFN', 'duty:S301-L4A', 'duty:S301-FL']);
    expect(duty.every((line) => line.inPrice)).toBe(true);
    expect(duty.reduce((soFar, line) => soFar + line.amount.minor, 0n)).toBe((goods * 260_000n + 500_000n) / 1_000_000n);
  });

  test('prices end as the market likes and are never rounded down', () => {
    const made = quote(pillow, packs, AT);
    expect((made.buyer?.total.minor ?? 0n) % 100n).toBe(99n);
    expect(amountOf(made.buyer?.lines, 'rounding') ?? 0n).toBeGreaterThanOrEqual(0n);
  });

  test('Hong Kong goods above the limit travel free, and the line says what was taken off', () => {
    const made = quote({ ...pillow, market: 'HK', price: { minor: 50_000n, currency: 'CNY' } }, packs, AT);
    const lines = made.buyer?.lines;
    const carriage = ['domestic_leg', 'hub_handling', 'line_haul'].reduce((soFar, code) => soFar + (amountOf(lines, code) ?? 0n), 0n);
    expect(amountOf(lines, 'free_shipping')).toBe(-carriage);
  });

  test('goods with a built-in battery go by a line that carries them', () => {
    const made = quote({ ...pillow, battery: 'in_equipment', line: 'us-standard' }, packs, AT);
    expect(made.line?.code).not.toBe('us-standard');
  });
});

describe('a quote is held rather than guessed', () => {
  test.each([
    ['without a weight', { weightGrams: null }, 'weight_missing'],
    ['without a tariff code for the United States', { hts: null }, 'classification_missing'],
    ['with a code the schedule does not hold', { hts: '9999.99.99' }, 'duty_not_computable'],
    ['under a plan that does not exist', { feePlan: 'none' }, 'no_fee_plan'],
    ['when no line can carry it', { battery: 'alone' as const }, 'no_line'],
  ])('%s', (_claim, change, code) => {
    const made = quote({ ...pillow, ...change }, packs, AT);
    expect(made.hold).toBe(code);
    expect(made.reasons[0]?.owner).toBeDefined();
    expect(made.buyer).toBeNull();
  });

});

describe('volumetric vectors (section 10): 30 x 20 x 15 cm, 0.9 kg', () => {
  const base = packs.lines.find((line) => line.code === 'us-standard');
  const parcel = { grams: 900n, lengthMm: 300n, widthMm: 200n, heightMm: 150n };
  const line = (divisor: bigint, volumeRule: CarrierLine['volumeRule']): CarrierLine => {
    if (base === undefined) throw new Error('the pack has no us-standard');
    return { ...base, divisor, volumeRule };
  };

  test.each([[5_000n, 1_800n], [6_000n, 1_500n], [8_000n, 1_125n]])('divisor %s charges %s g', (divisor, grams) => {
    expect(chargeableGrams(line(divisor, 'greater'), parcel)).toBe(grams);
  });

  test('under the double rule 1.125 kg is less than twice 0.9 kg, so 0.9 kg is charged', () => {
    expect(chargeableGrams(line(8_000n, 'double'), parcel)).toBe(900n);
  });
});

test('an exchange rate older than two weeks is said on the quote, which stands', () => {
  const old = quote(pillow, packs, '2027-03-01');
  expect(old.outcome).toBe('quoted');
  expect(old.warnings.map((warning) => warning.code)).toContain('exchange_rate_old');
  expect(quote(pillow, packs, '2026-11-24').warnings.map((warning) => warning.code)).not.toContain('exchange_rate_old');
});
