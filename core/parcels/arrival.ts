import type { CarrierLine } from '../pricing/pricing-packs.ts';

/** When a parcel is at its buyer's, at the slower end of its line. */

const DAY_MS = 86_400_000;
/** The hub stands in Shenzhen: UTC+8 without summer time since 1991 (tz database, Asia/Shanghai). */
const HUB_OFFSET_MS = 8 * 3_600_000;

/** True when a parcel that is packed now still leaves today. */
export function leavesToday(at: string, line: Pick<CarrierLine, 'cutOff'>): boolean {
  return new Date(Date.parse(at) + HUB_OFFSET_MS).toISOString().slice(11, 16) <= line.cutOff;
}

/** The instant by which a line brings nine in ten of what is packed now. After its cut-off a parcel leaves a day later. */
export function arrivesBy(at: string, line: Pick<CarrierLine, 'cutOff' | 'days'>): string {
  // Weekends lie between: five working days are seven.
  const days = (line.days[1] * 7) / 5 + (leavesToday(at, line) ? 0 : 1);
  return new Date(Date.parse(at) + days * DAY_MS).toISOString();
}
