import { applyTariffChanges } from '#core/landed-cost/tariff-changes.ts';
import { computeDuty } from '#core/landed-cost/duty.ts';
import { computeQuote, quote } from '#core/pricing/quote.ts';
import type { QuoteInput } from '#core/pricing/quote-shape.ts';
import { runScenario, withTariff, type ScenarioItem } from '#core/pricing/scenario.ts';
import { loadPricingPacks } from '#server/platform/packs/pricing.ts';

/** One measured figure; `aim` is what the figure should reach, null where it only informs. */
export type Measure = Readonly<{ measure: string; value: number; unit: string; aim: number | null }>;

const AT = '2026-11-20T08:00:00.000Z';
/** Different products that the timed calls go round; enough that no single line stays in every cache. */
const PRODUCTS = 5_000;
const WARM_CALLS = 30_000;

/** Prices, weights and boxes that spread over what a lifestyle marketplace sells; fixed, so that two runs measure the same work. */
function inputs(codes: readonly string[]): readonly QuoteInput[] {
  return Array.from({ length: PRODUCTS }, (_item, index) => ({
    market: 'US', price: { minor: BigInt(2_000 + index * 7), currency: 'CNY' }, weightGrams: BigInt(100 + (index % 900)),
    lengthMm: 200n, widthMm: 150n, heightMm: BigInt(50 + (index % 100)), battery: 'none', hts: codes[(index * 37) % codes.length] ?? '95030000',
    origin: 'CN', category: 'home', feePlan: 'cross-border-2026', policy: {},
  }));
}

/** Calls a second of some work on the products, going round them. */
function perSecond(calls: number, products: readonly QuoteInput[], work: (input: QuoteInput) => unknown): number {
  const time = (count: number): number => {
    const start = performance.now();
    for (let done = 0; done < count; done += products.length) for (const input of products) work(input);
    return performance.now() - start;
  };
  time(WARM_CALLS);
  return Math.round((calls / time(calls)) * 1_000);
}

function* listings(products: readonly QuoteInput[], count: number): Generator<ScenarioItem> {
  for (let index = 0; index < count; index += 1) {
    const input = products[index % PRODUCTS];
    if (input !== undefined) yield { id: String(index), input };
  }
}

/** How many duties and quotes one core computes in a second, and how fast a catalogue is priced again after a change of the tariff. */
export async function run(): Promise<readonly Measure[]> {
  const packs = loadPricingPacks();
  const codes = [...packs.tariff.lines.values()].filter((line) => line.rate.terms !== null && line.rate.terms.specifics.length === 0).map((line) => line.code);
  const products = inputs(codes);
  const draft = applyTariffChanges(packs.tariff, [
    { kind: 'set_programme_rate', heading: '9903.88.03', from: '2026-11-01', ratePpm: 300_000n, source: { citation: 'measured draft', url: null, asOf: null } },
  ]);
  if (!draft.ok) throw new Error(`the measured draft was refused: ${draft.problem.code}`);
  const duty = perSecond(300_000, products, ({ hts }) => computeDuty({ market: 'US', at: '2026-11-20', hts: hts ?? '', origin: 'CN', value: { minor: 2_500n, currency: 'USD' } }, packs.tariff));
  const quoted = perSecond(200_000, products, (input) => computeQuote(input, packs, AT));
  const stamped = perSecond(100_000, products, (input) => quote(input, packs, AT));
  const start = performance.now();
  const scenario = runScenario(listings(products, 200_000), { packs, at: AT }, { packs: withTariff(packs, draft.value), at: AT });
  const seconds = (performance.now() - start) / 1_000;
  return [
    { measure: 'duties of one line, every layer', value: duty, unit: 'a second', aim: null },
    { measure: 'quotes with full breakdown', value: quoted, unit: 'a second', aim: 300_000 },
    { measure: 'quotes with full breakdown and the fingerprint of their inputs', value: stamped, unit: 'a second', aim: null },
    { measure: `listings looked at by a scenario that touches ${scenario.touched} of ${scenario.items}`, value: Math.round(scenario.items / seconds), unit: 'a second', aim: null },
  ];
}
