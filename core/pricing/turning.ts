import { isInForce } from '../landed-cost/tariff-edition.ts';
import type { PricingPacks } from './pricing-packs.ts';

type Dated = Readonly<{ from: string; to: string | null }>;

/**
 * Whether anything that a price is made of begins or ends between two days: a duty, an exemption, a fee, a line, a policy, an exchange rate.
 * Both days are YYYY-MM-DD; what holds on the one and not on the other turns. When nothing does, no price can differ.
 */
export function pricesTurnBetween({ tariff, feePlans, handling, lines, policies, rates }: PricingPacks, before: string, after: string): boolean {
  const dated: readonly (readonly Dated[])[] = [tariff.programmes.filter((row) => row.state === 'effective'), tariff.exemptions, tariff.postal, tariff.entryFees, tariff.excise, feePlans, handling, lines, policies];
  const turns = (row: Dated) => isInForce(row, before) !== isInForce(row, after);
  return dated.some((rows) => rows.some(turns)) || rates.some((row) => row.day > before && row.day <= after);
}
