import fc from 'fast-check';
import { chooseCarton, type Carton, type PieceSize } from '#core/parcels/carton.ts';
import { arrivesBy } from '#core/parcels/arrival.ts';
import { decideLine, type LineContents, type PackedParcel } from '#core/parcels/line-choice.ts';
import { simulateJourney } from '#core/parcels/simulated-journey.ts';
import type { Market } from '#core/market/market.ts';
import { MARKET_PROFILES } from '#core/market/market.ts';
import { money } from '#core/money/money.ts';
import { chargeableGrams, lineCost } from '#core/pricing/line-haul.ts';
import type { CarrierLine } from '#core/pricing/pricing-packs.ts';
import type { Packs } from '#server/platform/packs/packs.ts';

/** Many parcels of every kind through carton, line and way, and what can be said of all of them. */

type Goods = Readonly<{ market: Market; pieces: readonly PieceSize[]; contents: LineContents; valueMinor: bigint; hour: number; promisedDays: number }>;

/** Goods as a lifestyle marketplace sends them: mostly small and light, some with a battery, some liquid, a few large or dear. */
const anyGoods: fc.Arbitrary<Goods> = fc.record({
  market: fc.constantFrom('US' as const, 'US' as const, 'HK' as const, 'MO' as const),
  pieces: fc.array(fc.record({ lengthMm: fc.integer({ min: 30, max: 560 }), widthMm: fc.integer({ min: 20, max: 320 }), heightMm: fc.integer({ min: 5, max: 200 }), weightGrams: fc.integer({ min: 20, max: 2_500 }), quantity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 3 }),
  contents: fc.record({ battery: fc.constantFrom('none' as const, 'none' as const, 'none' as const, 'in_equipment' as const, 'alone' as const), liquid: fc.constantFrom(false, false, false, true), powder: fc.constantFrom(false, false, false, false, true) }),
  valueMinor: fc.oneof({ weight: 30, arbitrary: fc.bigInt({ min: 500n, max: 20_000n }) }, { weight: 1, arbitrary: fc.bigInt({ min: 200_000n, max: 400_000n }) }), hour: fc.integer({ min: 0, max: 23 }), promisedDays: fc.integer({ min: 8, max: 30 }),
});

export type Tally = { parcels: number; sent: number; noLine: number; ownBox: number; byMedian: number; byNinetieth: number; delivered: number; lost: number; returned: number; unlawful: number; overThreePercent: number; cost: bigint; optimum: bigint };

/** The box of goods that no carton takes: laid in a row along their longest sides. */
function rowOf(pieces: readonly PieceSize[]): readonly [number, number, number] {
  const sides = pieces.map((one) => [one.lengthMm ?? 0, one.widthMm ?? 0, one.heightMm ?? 0].toSorted((a, b) => b - a));
  const stacked = pieces.reduce((sum, one, index) => sum + (sides[index]?.[2] ?? 0) * one.quantity, 0);
  return [Math.max(...sides.map((one) => one[0] ?? 0)), Math.max(...sides.map((one) => one[1] ?? 0)), stacked];
}

/** What may lawfully carry a parcel, said again in other words than the product's, so that a mistake there is seen here. */
function mayCarry(line: CarrierLine, { contents, parcel, value }: PackedParcel): boolean {
  const sides = [Number(parcel.lengthMm), Number(parcel.widthMm), Number(parcel.heightMm)].toSorted((a, b) => a - b);
  const [small = 0, middle = 0, large = 0] = sides;
  const loose = contents.battery === 'alone' || contents.battery === 'with_equipment';
  const battery = line.carries.battery === 'any' || (line.carries.battery === 'in_equipment' && !loose) || contents.battery === 'none';
  const goods = (!contents.liquid || line.carries.liquid) && (!contents.powder || line.carries.powder);
  return battery && goods && Number(parcel.grams) <= Number(line.maximumGrams) && large <= Number(line.longestMm) && (line.girthMm === null || large + 2 * (small + middle) <= Number(line.girthMm)) && (line.valueLimitMinor === null || value.minor <= line.valueLimitMinor);
}

/** Every carton that holds the goods: for the optimum by brute force. */
function cartonsFor(pieces: readonly PieceSize[], cartons: readonly Carton[]): readonly Carton[] {
  return cartons.filter((carton) => chooseCarton(pieces, [carton]) !== null);
}

/** Sends so many parcels of a draw; the same seed draws the same. */
export function sendMany(count: number, seed: number, packs: Packs): Tally {
  const tally: Tally = { parcels: 0, sent: 0, noLine: 0, ownBox: 0, byMedian: 0, byNinetieth: 0, delivered: 0, lost: 0, returned: 0, unlawful: 0, overThreePercent: 0, cost: 0n, optimum: 0n };
  for (const [index, goods] of fc.sample(anyGoods, { numRuns: count, seed }).entries()) sendOne(tally, goods, `${seed}-${index}`, packs);
  return tally;
}

const DAY_MS = 86_400_000;

function sendOne(tally: Tally, goods: Goods, seed: string, { cartons, pricing: { lines, edition } }: Packs): void {
  tally.parcels += 1;
  const at = new Date(Date.parse('2026-11-02T00:00:00Z') + goods.hour * 3_600_000).toISOString();
  const carton = chooseCarton(goods.pieces, cartons);
  if (carton === null) tally.ownBox += 1;
  const grams = goods.pieces.reduce((sum, one) => sum + (one.weightGrams ?? 0) * one.quantity, 0);
  const packedIn = (sides: readonly [number, number, number], tare: number): PackedParcel => ({
    market: goods.market, contents: goods.contents, value: money(goods.valueMinor, MARKET_PROFILES[goods.market].currency), promisedBy: new Date(Date.parse(at) + goods.promisedDays * DAY_MS).toISOString(),
    parcel: { grams: BigInt(grams + tare), lengthMm: BigInt(sides[0]), widthMm: BigInt(sides[1]), heightMm: BigInt(sides[2]) },
  });
  const packed = carton === null ? packedIn(rowOf(goods.pieces), 200) : packedIn(carton.outerMm, carton.tareGrams);
  const decision = decideLine(packed, lines, edition, at);
  const line = lines.find((one) => one.code === decision.line?.code && one.market === goods.market);
  if (decision.line === null || line === undefined) {
    tally.noLine += 1;
    return;
  }
  tally.sent += 1;
  if (!mayCarry(line, packed)) tally.unlawful += 1;
  if (carton !== null) weighCost(tally, goods, packedIn, decision.line.cost.minor + BigInt(carton.costMinor), { cartons, lines, at });
  travel(tally, seed, line, at);
}

type Choices = Readonly<{ cartons: readonly Carton[]; lines: readonly CarrierLine[]; at: string }>;

/** Compares what was paid with the cheapest of every carton that holds the goods by every line that may carry it in time. */
function weighCost(tally: Tally, goods: Goods, packedIn: (sides: readonly [number, number, number], tare: number) => PackedParcel, paid: bigint, { cartons, lines, at }: Choices): void {
  const ways = cartonsFor(goods.pieces, cartons).flatMap((carton) => {
    const packed = packedIn(carton.outerMm, carton.tareGrams);
    return lines.filter((line) => line.market === goods.market && mayCarry(line, packed)).map((line) => ({ inTime: arrivesBy(at, line) <= (packed.promisedBy ?? ''), cost: lineCost(line, chargeableGrams(line, packed.parcel)).minor + BigInt(carton.costMinor) }));
  });
  const inTime = ways.filter((way) => way.inTime);
  // Where nothing is in time the fastest is taken, whatever it costs: there is no cheapest to compare with.
  if (inTime.length === 0) return;
  const least = inTime.reduce((soFar, way) => (way.cost < soFar ? way.cost : soFar), inTime[0]?.cost ?? 0n);
  tally.cost += paid;
  tally.optimum += least;
  if (paid * 100n > least * 103n) tally.overThreePercent += 1;
}

function travel(tally: Tally, seed: string, line: CarrierLine, at: string): void {
  const way = simulateJourney(seed, line, at);
  const end = way.at(-1);
  if (end?.status === 'lost') tally.lost += 1;
  if (end?.status === 'returned_to_sender') tally.returned += 1;
  if (end?.status !== 'delivered') return;
  tally.delivered += 1;
  // The same clock as the promise: a parcel that missed the day's cut-off left a day later.
  const slack = Date.parse(arrivesBy(at, line)) - Date.parse(at) - (line.days[1] * 7 * DAY_MS) / 5;
  if (Date.parse(end.at) - Date.parse(at) - slack <= (line.days[0] * 7 * DAY_MS) / 5) tally.byMedian += 1;
  if (end.at <= arrivesBy(at, line)) tally.byNinetieth += 1;
}
