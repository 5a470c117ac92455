import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, sum, type Money } from '#core/money/money.ts';
import { applyTariffChanges } from '#core/landed-cost/tariff-changes.ts';
import { payoutPreview } from '#core/pricing/payout-preview.ts';
import { quote } from '#core/pricing/quote.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { reconcileLines } from '#core/pricing/reconcile-lines.ts';
import { replaysQuote, requote } from '#core/pricing/requote.ts';
import { lossIfReturned } from '#core/pricing/returned-loss.ts';
import { runScenario, withTariff } from '#core/pricing/scenario.ts';
import { splitLines } from '#core/pricing/split-lines.ts';
import { stockChoice } from '#core/pricing/stock-choice.ts';
import { loadPricingPacks } from '#server/platform/packs/pricing.ts';

const packs = loadPricingPacks();
const AT = '2026-11-20T08:00:00.000Z';
const mug: QuoteInput = {
  market: 'US', price: { minor: 6_900n, currency: 'CNY' }, weightGrams: 420n, lengthMm: 130n, widthMm: 120n, heightMm: 110n, battery: 'none',
  hts: '6912.00.44', origin: 'CN', category: 'home', feePlan: 'cross-border-2026', policy: {},
};

/** The forced-labour duty doubled from 2026-11-01. */
const dearer = (() => {
  const draft = applyTariffChanges(packs.tariff, [{ kind: 'set_programme_rate', heading: '9903.05.31', from: '2026-11-01', ratePpm: 250_000n, source: { citation: 'draft', url: null, asOf: null } }], 'draft');
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem));
  return withTariff(packs, draft.value);
})();

describe('the payout preview', () => {
  const preview = payoutPreview(mug, packs, AT, 'inferred');

  test('orders its percentiles', () => {
    for (const range of [preview.buyerTotal, preview.payoutAfterReturns]) {
      expect(range?.p10.minor).toBeLessThanOrEqual(range?.p50.minor ?? 0n);
      expect(range?.p50.minor).toBeLessThanOrEqual(range?.p90.minor ?? 0n);
    }
  });

  test('is narrower for a weight from the hub scale than for one guessed from the text', () => {
    const width = (source: 'hub' | 'inferred') => {
      const range = payoutPreview(mug, packs, AT, source).buyerTotal;
      return (range?.p90.minor ?? 0n) - (range?.p10.minor ?? 0n);
    };
    expect(width('hub')).toBeLessThan(width('inferred'));
  });

  test('leaves less than the payout, because some pieces come back', () => {
    expect(preview.payoutAfterReturns?.p90.minor).toBeLessThan(preview.quote.merchant?.payout.minor ?? 0n);
  });

  test('has no range where the quote has no numbers', () => {
    expect(payoutPreview({ ...mug, weightGrams: null }, packs, AT, 'merchant')).toMatchObject({ buyerTotal: null, payoutAfterReturns: null, ifReturned: null });
  });
});

describe('what is lost when goods come back', () => {
  const made = quote(mug, packs, AT);
  const lost = (cause: 'merchant' | 'buyer' | 'carriage') => {
    const loss = lossIfReturned(made, cause);
    if (loss === null) throw new Error('the quote has no numbers');
    return loss;
  };

  test('through the merchant: the payout and the way, and the buyer nothing', () => {
    expect(lost('merchant').merchant.minor).toBeGreaterThan(made.merchant?.payout.minor ?? 0n);
    expect(lost('merchant').buyer.minor).toBe(0n);
  });
  test('through the buyer: the merchant only gives the payout back', () => {
    expect(lost('buyer').merchant).toEqual(made.merchant?.payout);
  });
  test('through the carriage: the marketplace bears it all', () => {
    expect([lost('carriage').merchant.minor, lost('carriage').buyer.minor]).toEqual([0n, 0n]);
  });
  test('every cause adds up to the same loss', () => {
    const all = (cause: 'merchant' | 'buyer' | 'carriage') => lost(cause).merchant.minor + lost(cause).buyer.minor + lost(cause).marketplace.minor;
    expect(new Set([all('merchant'), all('buyer'), all('carriage')]).size).toBe(1);
  });
});

describe('at checkout', () => {
  const stored = quote(mug, packs, AT);

  test('a valid quote is honoured as it stands', () => {
    expect(requote(stored, mug, packs, '2026-11-22T08:00:00.000Z')).toEqual({ kind: 'honoured', quote: stored });
  });
  test('after an edition changed, the difference is shown by line', () => {
    const again = requote(stored, mug, dearer, '2026-11-21T08:00:00.000Z');
    expect(again.kind).toBe('changed');
    expect(again.kind === 'changed' && again.differences.map((row) => row.code)).toContain('duty:S301-FL');
  });
  test('an expired quote that comes out the same is honoured', () => {
    expect(requote(stored, mug, packs, '2026-11-24T08:00:00.000Z').kind).toBe('honoured');
  });
  test('a stored quote replays, and one that was tampered with does not', () => {
    expect(replaysQuote(stored, mug, packs)).toBe(true);
    expect(replaysQuote({ ...stored, validUntil: null }, mug, packs)).toBe(false);
    expect(replaysQuote(stored, { ...mug, weightGrams: 421n }, packs)).toBe(false);
  });
});

describe('a scenario over a catalogue', () => {
  const items = [
    { id: 'mug', input: mug },
    { id: 'mug-hk', input: { ...mug, market: 'HK' as const } },
    { id: 'macau-made', input: { ...mug, origin: 'MO' } },
    { id: 'earbuds', input: { ...mug, hts: '8517.62.00.90' } },
    { id: 'margin', input: { ...mug, policy: { floorMinor: 5_600n } } },
  ];
  const result = runScenario(items, { packs, at: AT }, { packs: dearer, at: AT });

  test('computes only what the change can reach and shows only what it changes', () => {
    expect([result.items, result.touched]).toEqual([5, 2]);
    expect(result.rows.map((row) => row.id)).toEqual(['mug', 'margin']);
    expect(result.buyerDelta.US?.minor).toBeGreaterThan(0n);
  });
  test('finds every item that recomputing everything finds', () => {
    const changed = items.filter(({ input }) => quote(input, packs, AT).buyer?.total.minor !== quote(input, dearer, AT).buyer?.total.minor).map(({ id }) => id);
    expect(result.rows.map((row) => row.id)).toEqual(changed);
  });
});

describe('direct mail or stock', () => {
  const forecast = { pieces: 600n, months: 3n, customsValuePpm: 1_000_000n };
  const choice = stockChoice(mug, forecast, packs, AT);

  test('lines of either way add up, and the break-even is where stock stops being dearer', () => {
    if (!choice.ok) throw new Error(JSON.stringify(choice.problem));
    for (const way of [choice.value.direct, choice.value.overseas]) expect(sum(way.lines.map((line) => line.amount), 'CNY')).toEqual(way.perPiece);
    const at = choice.value.breakEvenPieces ?? 0n;
    const cost = (pieces: bigint) => {
      const other = stockChoice(mug, { ...forecast, pieces }, packs, AT);
      return other.ok ? other.value.overseas.perPiece.minor : 0n;
    };
    expect(at).toBeGreaterThan(1n);
    expect(cost(at)).toBeLessThanOrEqual(choice.value.direct.perPiece.minor);
    expect(cost(at - 1n)).toBeGreaterThan(choice.value.direct.perPiece.minor);
  });
  test('a forecast of nothing is refused', () => {
    expect(stockChoice(mug, { ...forecast, pieces: 0n }, packs, AT)).toMatchObject({ ok: false, problem: { code: 'invalid_forecast' } });
  });
});

test('splitting the lines of a parcel over its pieces never loses or makes a cent', () => {
  const made = quote(mug, packs, AT);
  const lines = made.buyer?.lines ?? [];
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 8 }), (weights) => {
      fc.pre(weights.some((weight) => weight > 0n));
      const parts = splitLines(lines, weights);
      const total: Money = sum(parts.flatMap((part) => part.map((line) => line.amount)), 'USD');
      expect(total).toEqual(made.buyer?.total);
      for (const [index, line] of lines.entries()) expect(sum(parts.flatMap((part) => part[index]?.amount ?? []), 'USD')).toEqual(line.amount);
    }),
  );
});

test('a statement is set beside its preview line by line, and every difference has a class', () => {
  const preview = [{ code: 'supply_price', amount: money(9_900n, 'CNY') }, { code: 'fee:platform_base', amount: money(-495n, 'CNY') }, { code: 'discount', amount: money(-100n, 'CNY') }];
  const statement = [{ code: 'supply_price', amount: money(9_900n, 'CNY') }, { code: 'fee:platform_base', amount: money(-496n, 'CNY') }, { code: 'claim', amount: money(-3_000n, 'CNY') }];
  expect(reconcileLines(preview, statement, 1n).map((row) => [row.code, row.class, row.difference.minor])).toEqual([
    ['supply_price', 'same', 0n], ['fee:platform_base', 'rounding', -1n], ['discount', 'not_charged', 100n], ['claim', 'not_previewed', -3_000n],
  ]);
});
