import type { CarrierLine } from '../pricing/pricing-packs.ts';
import { leavesToday } from './arrival.ts';
import type { TrackingStatus } from './tracking.ts';

/** What a carrier would report of a parcel: days as its line states them, with delays, losses and returns. For a marketplace without a carrier, and for proofs. */

export type Report = Readonly<{ status: TrackingStatus; at: string; place: string }>;

/** How often something goes wrong, in ppm of parcels. Set by the marketplace for its simulator, 2026-11-27; replace by what carriers report. */
export const MISHAPS = { lostPpm: 3_000, returnedPpm: 8_000, heldPpm: 60_000 } as const;

const HOUR_MS = 3_600_000;
const WORKING_TO_CALENDAR = 7 / 5;
/** The standard normal deviate that nine in ten lie below. */
const Z90 = 1.2815515655446004;

/** The places a parcel passes, by the clearance of its line's market. */
const PLACES: Readonly<Record<string, readonly [origin: string, customs: string, local: string]>> = { US: ['Shenzhen', 'Los Angeles', 'Local facility'], HK: ['深圳', '香港', '香港'], MO: ['珠海', '澳門', '澳門'] };

/** Uniform numbers in [0, 1) from a text, the same for the same text: FNV-1a into mulberry32 (public domain, T. Ettinger 2017). */
function numbersFrom(seed: string): () => number {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A normal deviate by Box and Muller (1958). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/**
 * Working days door to door: log-normal with the line's median and nine-in-ten day, so that half of all parcels take no longer than the first and nine in ten
 * no longer than the second.
 */
function workingDays([median, ninetieth]: readonly [number, number], next: () => number): number {
  return median * Math.exp((Math.log(ninetieth / median) / Z90) * normal(next));
}

/** Every report of a parcel's way from hand-over to its end, in order. The same seed gives the same way. */
export function simulateJourney(seed: string, line: Pick<CarrierLine, 'market' | 'days' | 'cutOff'>, handedOverAt: string): readonly Report[] {
  const next = numbersFrom(seed);
  const start = Date.parse(handedOverAt) + (leavesToday(handedOverAt, line) ? 0 : 24 * HOUR_MS);
  const span = workingDays(line.days, next) * WORKING_TO_CALENDAR * 24 * HOUR_MS;
  const [origin, customs, local] = PLACES[line.market] ?? ['Shenzhen', 'Customs', 'Local facility'];
  const at = (share: number) => new Date(start + span * share).toISOString();
  const fate = next() * 1_000_000;
  const held = next() * 1_000_000 < MISHAPS.heldPpm;
  const way: Report[] = [{ status: 'in_transit', at: at(0.12), place: origin }, ...(held ? [{ status: 'customs_hold' as const, at: at(0.45), place: customs }] : []), { status: 'customs_cleared', at: at(0.6), place: customs }];
  if (fate < MISHAPS.lostPpm) return [...way, { status: 'lost', at: at(3), place: customs }];
  if (fate < MISHAPS.lostPpm + MISHAPS.returnedPpm) return [...way, { status: 'failed_attempt', at: at(1), place: local }, { status: 'undeliverable', at: at(1.2), place: local }, { status: 'returned_to_sender', at: at(2.2), place: origin }];
  return [...way, { status: 'out_for_delivery', at: at(0.95), place: local }, { status: 'delivered', at: at(1), place: local }];
}
