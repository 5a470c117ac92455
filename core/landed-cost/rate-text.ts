import type { Column1Rate, SpecificRate } from './tariff-edition.ts';

/** How the schedule prints a unit, and the key of the quantities it stands for. Source: HTS General Statistical Notes, 2026. */
const UNIT_KEYS: Readonly<Record<string, string>> = {
  each: 'no', head: 'no', article: 'no', kg: 'kg', 't': 't', liter: 'l', 'pf. liter': 'pfl', 'pf.liter': 'pfl', 'pf liter': 'pfl',
  'doz.': 'doz', doz: 'doz', 'pr.': 'prs', pr: 'prs', 'doz.pr.': 'dozprs', 'doz. pr.': 'dozprs', m2: 'm2', 'm²': 'm2', m3: 'm3', 'm³': 'm3', m: 'm', gross: 'gross',
  bbl: 'bbl', thousand: 'thousand', '1000': 'thousand', '1,000': 'thousand', carat: 'carat', g: 'g', jewel: 'jewel', 'clean kg': 'clean_kg', '1,000 pins': 'thousand_pins',
};

/** Weights that are not the plain net weight: they have a key of their own, so that a net weight is never taken for them unnoticed. */
const WEIGHED_AS: Readonly<Record<string, string>> = {
  'drained weight': 'kg_drained', 'contents and container': 'kg_with_container', 'entire contents of container': 'kg_contents', 'total sugars': 'kg_sugars',
  'lead content': 'kg_lead', 'copper content': 'kg_copper', 'tungsten content': 'kg_tungsten', 'molybdenum content': 'kg_molybdenum', 'magnesium content': 'kg_magnesium',
};

const PERCENT = /^(\d+(?:\.\d+)?)\s*%$/;
const SPECIFIC = /^(?:\$(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*¢)\s*(?:\/\s*(.+?)|(each))(?:\s+(?:on|of)\s+(.+))?$/;

/** Decimal text to an integer of 10^-digits; null when it has more digits than that. */
function scaled(text: string, digits: number): bigint | null {
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length > digits) return null;
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

function parseSpecific(term: string): SpecificRate | null {
  const match = SPECIFIC.exec(term);
  if (match === null) return null;
  const [, dollars, cents, perUnit, each, weighedAs] = match;
  // A dollar is 10^8 micro-cents, a cent 10^6.
  const microCentsPerUnit = dollars === undefined ? scaled(cents ?? '0', 6) : scaled(dollars, 8);
  const unit = each === undefined ? UNIT_KEYS[(perUnit ?? '').trim()] : 'no';
  if (microCentsPerUnit === null || unit === undefined) return null;
  if (weighedAs === undefined) return { microCentsPerUnit, unit };
  const special = unit === 'kg' ? WEIGHED_AS[weighedAs.trim()] : undefined;
  return special === undefined ? null : { microCentsPerUnit, unit: special };
}

/**
 * Reads a column 1 general rate as the schedule prints it: `Free`, `16.5%`, `0.8¢ each + 4.6%`, `$1.035/kg`.
 * A rate that depends on anything but value and quantities (parts of a watch, another heading) keeps its text and has no terms.
 */
export function parseRateText(text: string): Column1Rate {
  const printed = text.trim().replace(/\s+/g, ' ');
  if (/^free\b/i.test(printed)) return { text: printed, terms: printed.includes(',') ? null : { ratePpm: 0n, specifics: [] } };
  let ratePpm = 0n;
  const specifics: SpecificRate[] = [];
  for (const term of printed.split('+')) {
    const percent = PERCENT.exec(term.trim());
    if (percent !== null) {
      const parsed = scaled(percent[1] ?? '', 4);
      if (parsed === null) return { text: printed, terms: null };
      ratePpm += parsed;
      continue;
    }
    const specific = parseSpecific(term.trim());
    if (specific === null) return { text: printed, terms: null };
    specifics.push(specific);
  }
  return { text: printed, terms: { ratePpm, specifics } };
}
