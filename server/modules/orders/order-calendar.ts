/** The dates an order is given when it is placed. Days are calendar days unless they say working days. */

const DAY_MS = 86_400_000;
/** Mainland China has kept UTC+8 without summer time since 1991 (tz database, Asia/Shanghai). */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** A merchant sends to the hub within three days, the hub sends on within two after. Set by the marketplace, 2026-11-23. */
const SHIP_WITHIN_DAYS = 3;
const HUB_DAYS = 2;

/** Merchants are settled on the 1st and the 16th of each month, each time for everything earned before. Set by the marketplace, 2026-11-23. */
const SETTLEMENT_DAYS: readonly number[] = [1, 16];

function later(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** Until when a merchant has to send its goods to the hub. */
export function shipByOf(placedAt: Date): Date {
  return later(placedAt, SHIP_WITHIN_DAYS);
}

/** Until when the parcel is promised: the merchant's days, the hub's, and the slower end of the line's working days with the weekends between. */
export function promisedByOf(placedAt: Date, workingDays: number): Date {
  return later(placedAt, SHIP_WITHIN_DAYS + HUB_DAYS + Math.ceil((workingDays * 7) / 5));
}

/** The business day (YYYY-MM-DD in Asia/Shanghai) of an instant. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first settlement day after a business day. */
export function nextSettlementDay(day: string): string {
  let candidate = new Date(`${day}T00:00:00Z`);
  do candidate = later(candidate, 1);
  while (!SETTLEMENT_DAYS.includes(candidate.getUTCDate()));
  return candidate.toISOString().slice(0, 10);
}

/** When a merchant order is paid out if everything keeps to its days: earned at hand-over, settled on the next settlement day. */
export function payoutOnOf(shipBy: Date): string {
  return nextSettlementDay(shanghaiDay(later(shipBy, HUB_DAYS)));
}
