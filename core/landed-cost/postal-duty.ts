import { money } from '../money/money.ts';
import type { DutyQuery, DutyWarning } from './duty-query.ts';
import { EXACT_PER_MINOR, exactPortion, type ExactLayer } from './layer-sum.ts';
import { isInForce, type TariffEdition } from './tariff-edition.ts';

/**
 * What a postal item paid between the end of its exemption and 2026-07-24, when mail began to be entered like any parcel:
 * one rate on its value, or a flat amount an item if the carrier chose so. Null when no postal window covers the day,
 * and the schedule applies. Column 1 and Section 301 were not charged on mail in these windows.
 */
export function postalLayer(edition: TariffEdition, query: DutyQuery): Readonly<{ layer: ExactLayer | null; warnings: readonly DutyWarning[] }> | null {
  const window = edition.postal.find((row) => isInForce(row, query.at) && row.origins.includes(query.origin));
  if (window === undefined) return null;
  const warnings: DutyWarning[] = window.certain ? [] : [{ code: 'uncertain_rate', message: `the postal rate of ${window.from} to ${window.to} is not certain (${window.source.citation})` }];
  const flat = query.postalMethod === 'flat';
  if (flat && window.flatMinor === null) warnings.push({ code: 'flat_not_offered', message: `no flat postal amount was offered on ${query.at}; the rate on the value is charged` });
  const flatMinor = flat ? window.flatMinor : null;
  const exact = flatMinor === null ? exactPortion(query.value, window.ratePpm) : flatMinor * EXACT_PER_MINOR;
  const layer: ExactLayer = {
    layer: {
      code: window.code, name: window.name, basis: flatMinor === null ? 'value' : 'item', basisAmount: flatMinor === null ? query.value : money(flatMinor, query.value.currency),
      ratePpm: flatMinor === null ? window.ratePpm : 0n, specific: flatMinor === null ? null : 'flat amount an item', heading: window.code, source: window.source,
    },
    exact,
  };
  return { layer: exact === 0n ? null : layer, warnings };
}
