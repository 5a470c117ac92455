import { money, type Money } from '../money/money.ts';
import { MARKET_PROFILES } from '../market/market.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { DutyAnswer, DutyQuery, DutyWarning } from './duty-query.ts';
import { exactPortion, roundLayers } from './layer-sum.ts';
import { quantityOf } from './quantities.ts';
import { isInForce, type ExciseRow, type TariffEdition } from './tariff-edition.ts';

const MICRO = 1_000_000n;
const CODE = /^\d{4,10}$/;

function needed(unit: string, query: DutyQuery): Result<bigint> {
  const found = quantityOf(unit, query.quantities ?? {}, null);
  if (found === null) return refuse('quantity_missing', { hts: query.hts, unit, expected: `quantities.${unit}` }, `quantities.${unit}`);
  return ok(found.micro);
}

/**
 * Hong Kong liquor above 30 %: one rate on the value up to the tier and a lower one above it, for each bottle of a litre or less,
 * and for each litre of a larger bottle (Cap. 109, from 2024-10-16). `quantities.no` is the number of bottles, one when not given.
 */
function tieredLiquor(row: ExciseRow, query: DutyQuery): Result<bigint> {
  const litres = needed('l', query);
  if (!litres.ok) return litres;
  const bottles = query.quantities?.['no'] ?? MICRO;
  // A bottle above a litre is charged by the litre: the tiers are counted in litres instead of bottles.
  const tiers = litres.value > bottles ? litres.value : bottles;
  const tier = money((row.tierMinor * tiers) / MICRO, query.value.currency);
  const lower = query.value.minor < tier.minor ? query.value : tier;
  const upper = money(query.value.minor - lower.minor, query.value.currency);
  return ok(exactPortion(lower, row.ratePpm) + exactPortion(upper, row.upperRatePpm));
}

/** Hong Kong methyl alcohol: an amount for 100 litres and more for each per cent of strength above 30 (Cap. 109). */
function methylAlcohol(row: ExciseRow, query: DutyQuery): Result<bigint> {
  const litres = needed('l', query);
  if (!litres.ok) return litres;
  const abvPpm = query.abvPpm ?? 0n;
  // Per cent above 30, in millionths of a per cent: strength in ppm x 100.
  const above = abvPpm > 300_000n ? (abvPpm - 300_000n) * 100n : 0n;
  const perHectolitre = row.perUnitMinor * MICRO + row.tierMinor * above;
  return ok((perHectolitre * litres.value) / 100n);
}

function exactExcise(row: ExciseRow, query: DutyQuery): Result<bigint> {
  if (row.method === 'tiered_liquor') return tieredLiquor(row, query);
  if (row.method === 'methyl_alcohol') return methylAlcohol(row, query);
  const unit = row.method === 'value_and_litre' ? 'l' : row.method === 'per_thousand' ? 'thousand' : row.method === 'per_piece' ? 'no' : 'kg';
  const quantity = needed(unit, query);
  if (!quantity.ok) return quantity;
  return ok(exactPortion(query.value, row.ratePpm) + row.perUnitMinor * MICRO * quantity.value);
}

function reachesStrength(row: ExciseRow, abvPpm: bigint): boolean {
  if (row.abvFromPpm === null) return true;
  return row.abvExclusive ? abvPpm > row.abvFromPpm : abvPpm >= row.abvFromPpm;
}

/** The row that charges the goods, and a warning where their strength had to be assumed: a spirit is never called free for want of a number. */
function findRow(query: DutyQuery, edition: TariffEdition, warnings: DutyWarning[]): ExciseRow | null {
  const row = edition.excise.find((entry) => entry.market === query.market && isInForce(entry, query.at) && entry.prefixes.some((prefix) => query.hts.startsWith(prefix)));
  if (row === undefined) return null;
  const abvPpm = query.abvPpm ?? null;
  if (row.abvFromPpm !== null && abvPpm === null) {
    warnings.push({ code: 'strength_assumed', message: `abvPercent was not given; the goods are taken to reach ${row.abvFromPpm / 10_000n} % by volume` });
    return row;
  }
  return abvPpm === null || reachesStrength(row, abvPpm) ? row : null;
}

/**
 * Excise of a free port: nothing on most goods, a formula on liquor, tobacco and methyl alcohol. The value is the market value in
 * Hong Kong and the CIF value in Macau. Refuses `invalid_hts` and `quantity_missing`.
 */
export function exciseDuty(query: DutyQuery, edition: TariffEdition): Result<DutyAnswer> {
  if (!CODE.test(query.hts)) return refuse('invalid_hts', { value: query.hts, expected: 'four to ten digits of the Harmonized System' }, 'hts');
  const { currency } = MARKET_PROFILES[query.market];
  const warnings: DutyWarning[] = [];
  if (query.at > edition.sourcesThrough) warnings.push({ code: 'after_sources', message: `the sources of ${edition.edition} end on ${edition.sourcesThrough}; later changes are not in it` });
  const row = findRow(query, edition, warnings);
  if (row === null) return ok({ layers: [], total: money(0n, currency), edition: edition.edition, warnings });
  const exact = exactExcise(row, query);
  if (!exact.ok) return exact;
  const { code, name, ratePpm, method, source } = row;
  const layer = { code, name, basis: method, basisAmount: query.value, ratePpm, specific: null, heading: code, source };
  return ok({ ...roundLayers([{ layer, exact: exact.value }], currency), edition: edition.edition, warnings });
}

/**
 * The charge on a Hong Kong import declaration for a value in HKD: 20 cents to HK$46,000, 12.5 cents for each further HK$1,000 or part,
 * rounded up to 10 cents, at most HK$200; food is charged 20 cents flat (Cap. 60E; customs.gov.hk, 2026).
 */
export function hkDeclarationCharge(value: Money, isFood: boolean): Money {
  if (isFood || value.minor <= 4_600_000n) return money(20n, 'HKD');
  const thousands = (value.minor - 4_600_000n + 99_999n) / 100_000n;
  const tenthsOfCent = 200n + thousands * 125n;
  const minor = ((tenthsOfCent + 99n) / 100n) * 10n;
  return money(minor > 20_000n ? 20_000n : minor, 'HKD');
}

