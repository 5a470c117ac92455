import type { Fact } from '../decision/decision.ts';
import type { Contradiction } from './known-facts.ts';

/** A watt-hour figure in the text may be rounded; a fifth apart is another battery. */
const WATT_HOUR_TOLERANCE = 0.2;
/** Children's products end at 12 years (15 USC 2052(a)(2)); ages on the two sides of it contradict each other. */
const FIRST_ADULT_MONTHS = 156;

/** Recorded facts that the merchant's own words deny. Small differences are not contradictions. */
export function findContradictions(recorded: (path: string) => Fact | undefined, stated: readonly Fact[]): Contradiction[] {
  const found: Contradiction[] = [];
  for (const fact of stated) {
    const held = recorded(fact.fact) ?? (fact.fact === 'battery.wattHours' ? noBattery(recorded) : undefined);
    if (held !== undefined && contradicts(held, fact)) found.push({ recorded: held, stated: fact });
  }
  return found;
}

function noBattery(recorded: (path: string) => Fact | undefined): Fact | undefined {
  const kind = recorded('battery.kind');
  return kind?.value === 'none' ? kind : undefined;
}

function contradicts(recorded: Fact, stated: Fact): boolean {
  switch (stated.fact) {
    case 'battery.kind':
      return (recorded.value === 'none') !== (stated.value === 'none');
    case 'battery.wattHours':
      if (recorded.value === 'none') return true;
      return Math.abs(Number(recorded.value) - Number(stated.value)) > WATT_HOUR_TOLERANCE * Math.max(Number(recorded.value), Number(stated.value));
    case 'minimumAgeMonths':
      return Number(recorded.value) >= FIRST_ADULT_MONTHS !== Number(stated.value) >= FIRST_ADULT_MONTHS;
    case 'voltage':
      return !overlaps(volts(recorded), volts(stated));
    case 'radio':
    case 'magnet':
    case 'laser':
    case 'aerosol':
      return recorded.value !== stated.value;
    default:
      return false;
  }
}

function volts(fact: Fact): readonly [number, number] {
  const values = [...String(fact.value).matchAll(/\d{1,4}/g)].map((match) => Number(match[0])).filter((value) => value !== 50 && value !== 60);
  return values.length === 0 ? [0, Number.POSITIVE_INFINITY] : [Math.min(...values), Math.max(...values)];
}

/** 110 V and 120 V, 220 V and 240 V are one supply under two names (IEC 60038). */
function overlaps(one: readonly [number, number], other: readonly [number, number]): boolean {
  const slack = 20;
  return one[0] <= other[1] + slack && other[0] <= one[1] + slack;
}
