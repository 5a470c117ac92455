import type { LocalText, Market } from '../market/market.ts';
import type { SourceRef } from '../decision/decision.ts';

/**
 * A dated, immutable edition of the tariff: what a line costs, which programmes add to it and from when to when.
 * Dates are calendar days (YYYY-MM-DD) of the place of entry, both ends inclusive; `to: null` is open.
 */
export type TariffEdition = Readonly<{
  edition: string;
  /** First day of entry the edition answers for; an earlier day is refused. */
  coversFrom: string;
  /** Last day its sources speak of; a later day is answered with a warning. */
  sourcesThrough: string;
  /** Whether every line of the schedule is in it, so that an unknown suffix is an error and not a gap. */
  complete: boolean;
  lines: ReadonlyMap<string, TariffLine>;
  /** Code (4 to 10 digits) to the list headings that name it. */
  lists: ReadonlyMap<string, readonly string[]>;
  /** Eight-digit codes of which only some ten-digit suffixes stand on a list. */
  splits: ReadonlyMap<string, readonly string[]>;
  programmes: readonly Programme[];
  exemptions: readonly Exemption[];
  postal: readonly PostalWindow[];
  entryFees: readonly EntryFee[];
  excise: readonly ExciseRow[];
  caseScopes: readonly CaseScope[];
  cautions: readonly Caution[];
}>;

/** One line of the US schedule, eight or ten digits. Units are those printed; the rate is inherited from the parent where the line prints none. */
export type TariffLine = Readonly<{
  code: string;
  rate: Column1Rate;
  units: readonly string[];
  label: LocalText | null;
  /** The schedule's own words with those of its parents, where an import brought them. */
  description: string | null;
  source: SourceRef;
}>;

/** A column 1 rate: its text as printed, and its terms, or null when no arithmetic over value and quantities expresses it. */
export type Column1Rate = Readonly<{ text: string; terms: RateTerms | null }>;
export type RateTerms = Readonly<{ ratePpm: bigint; specifics: readonly SpecificRate[] }>;
/** Millionths of a US cent for one unit; `unit` is a key of the query's quantities. */
export type SpecificRate = Readonly<{ microCentsPerUnit: bigint; unit: string }>;

/** `effective` rows are charged; the other states are kept so that a screen can show what was announced, suspended or void. */
export type ProgrammeState = 'effective' | 'announced' | 'suspended' | 'void';

/**
 * One dated row of an additional duty. Rows of one `group` exclude each other: the smallest `priority` that applies wins.
 * `scope` is every good, or the goods of one list heading.
 */
export type Programme = Readonly<{
  code: string;
  heading: string;
  name: LocalText;
  group: string;
  priority: number;
  state: ProgrammeState;
  ratePpm: bigint;
  /** Column 1 and this row together make this rate (headings 9903.82.10 and .11); null for a plain addition. */
  topUpToPpm: bigint | null;
  from: string;
  to: string | null;
  origins: readonly string[] | 'all';
  list: string | null;
  exemptLists: readonly string[];
  /** What the rate is charged on: the entered value, its metal content, or what Section 232 does not already cover. */
  basis: 'value' | 'metal' | 'not_under_232';
  /** Outside chapters 72, 73, 74 and 76 the row needs this share of metal by weight. */
  minimumMetalPpm: bigint | null;
  source: SourceRef;
}>;

/** Low-value entries that pay nothing (19 USC 1321). */
export type Exemption = Readonly<{ code: string; origins: readonly string[] | 'all'; limitMinor: bigint; from: string; to: string | null; source: SourceRef }>;

/** How a postal item was charged in a window: one rate on its value, or a flat amount an item where the carrier could choose it. */
export type PostalWindow = Readonly<{
  code: string;
  name: LocalText;
  origins: readonly string[];
  from: string;
  to: string;
  ratePpm: bigint;
  flatMinor: bigint | null;
  certain: boolean;
  source: SourceRef;
}>;

export type EntryFee = Readonly<{
  code: string;
  name: LocalText;
  entry: 'informal' | 'express' | 'formal' | 'mail';
  transport: 'any' | 'ocean';
  ratePpm: bigint;
  flatMinor: bigint;
  minimumMinor: bigint | null;
  maximumMinor: bigint | null;
  from: string;
  to: string | null;
  certain: boolean;
  source: SourceRef;
}>;

/** One excise row of a free port. `method` names the formula; amounts are minor units of the market's currency. */
export type ExciseRow = Readonly<{
  market: Exclude<Market, 'US'>;
  code: string;
  name: LocalText;
  prefixes: readonly string[];
  method: 'tiered_liquor' | 'value_and_litre' | 'per_thousand' | 'per_piece' | 'per_kg' | 'methyl_alcohol';
  /** Alcohol by volume from which the row applies, in millionths; null when the row asks no strength. */
  abvFromPpm: bigint | null;
  /** True when the strength must exceed the limit, false when reaching it is enough. */
  abvExclusive: boolean;
  ratePpm: bigint;
  upperRatePpm: bigint;
  tierMinor: bigint;
  perUnitMinor: bigint;
  from: string;
  to: string | null;
  source: SourceRef;
}>;

/** Lines that antidumping or countervailing orders may reach: the deposit rate is the case's, never the schedule's. */
export type CaseScope = Readonly<{ case: string; prefixes: readonly string[]; origins: readonly string[]; name: LocalText; source: SourceRef }>;

/** What the edition knows that it does not hold, said with every answer it could change. No prefixes means every line. */
export type Caution = Readonly<{ code: string; message: string; origins: readonly string[] | 'all'; prefixes: readonly string[]; from: string; to: string | null; source: SourceRef }>;

/** True when `day` lies in a row's window. */
export function isInForce(row: Readonly<{ from: string; to: string | null }>, day: string): boolean {
  return row.from <= day && (row.to === null || day <= row.to);
}

/** True when a row names the origin. */
export function namesOrigin(row: Readonly<{ origins: readonly string[] | 'all' }>, origin: string): boolean {
  return row.origins === 'all' || row.origins.includes(origin);
}
