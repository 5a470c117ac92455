import type { z } from 'zod';
import type { address } from '#contract/checkout.ts';
import type { Market } from '#core/market/market.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';

/** What a delivery address needs in each market, so that a parcel is not posted to a place that does not exist. */

export type Address = z.output<typeof address>;

/** States, the federal district, territories and military post of the United States with their two letters (USPS Publication 28, appendix B, read 2026-11-23). */
const US_STATES: Readonly<Record<string, string>> = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut', DE: 'Delaware', DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho',
  IL: 'Illinois', IN: 'Indiana', IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland', MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi', MO: 'Missouri', MT: 'Montana',
  NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York', NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania', RI: 'Rhode Island',
  SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas', UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington', WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming',
  AS: 'American Samoa', GU: 'Guam', MP: 'Northern Mariana Islands', PR: 'Puerto Rico', VI: 'Virgin Islands', AA: 'Armed Forces Americas', AE: 'Armed Forces Europe', AP: 'Armed Forces Pacific',
};

type Checked = Result<Address, Refusal<'invalid_address'>>;

/**
 * Checks an address for its market and brings it into the form that goes onto the label. The United States: a state by
 * letters or name, and a ZIP of five or nine digits. Hong Kong and Macau know no postal codes; the district stands in
 * `city`. Fails with `invalid_address` (facts: field, detail).
 */
export function checkAddress(market: Market, given: Address): Checked {
  return market === 'US' ? checkUnitedStates(given) : checkWithoutPostalCode(market, given);
}

function checkUnitedStates(given: Address): Checked {
  const state = stateCode(given.region);
  if (state === null) return wrong('region', given.region, 'a state such as CA or California');
  if (!/^\d{5}(-?\d{4})?$/.test(given.postalCode)) return wrong('postalCode', given.postalCode, 'a ZIP code of 5 or 9 digits such as 94110 or 94110-1234');
  const postalCode = given.postalCode.replace(/^(\d{5})(\d{4})$/, '$1-$2');
  return ok({ ...given, region: state, postalCode });
}

function stateCode(region: string): string | null {
  const wanted = region.trim().toUpperCase();
  return Object.entries(US_STATES).find(([code, name]) => code === wanted || name.toUpperCase() === wanted)?.[0] ?? null;
}

/** A postal code in Hong Kong or Macau is a filler that forms of other countries ask for; carriers there misroute by it. */
function checkWithoutPostalCode(market: 'HK' | 'MO', given: Address): Checked {
  const place = market === 'HK' ? 'Hong Kong' : 'Macau';
  if (given.postalCode !== '') return wrong('postalCode', given.postalCode, `nothing: ${place} has no postal codes`);
  if (!/\p{L}/u.test(given.city)) return wrong('city', given.city, market === 'HK' ? 'a district such as 沙田 or Sha Tin' : 'a parish or island such as 氹仔 or Taipa');
  return ok(given);
}

function wrong(field: keyof Address, value: string, expected: string): Checked {
  return refuse('invalid_address', { field, value, detail: `${value === '' ? 'it is empty' : `“${value}”`}; expected ${expected}` }, `address.${field}`);
}
