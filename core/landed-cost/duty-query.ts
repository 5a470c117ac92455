import type { Market, LocalText } from '../market/market.ts';
import type { Money } from '../money/money.ts';
import type { SourceRef } from '../decision/decision.ts';
import type { Quantities } from './quantities.ts';

/**
 * One tariff line of one entry. `at` is the day of entry, `origin` where the goods were made (never where they left from),
 * `value` the customs value in the market's currency. `parcel` is an express entry, with the low-value exemption while it stood;
 * `entry` is charged as if entered, whatever its value; `post` follows the postal rules of its time.
 */
export type DutyQuery = Readonly<{
  market: Market;
  at: string;
  hts: string;
  origin: string;
  value: Money;
  quantities?: Quantities | undefined;
  mode?: 'parcel' | 'post' | 'entry' | undefined;
  postalMethod?: 'ad_valorem' | 'flat' | undefined;
  abvPpm?: bigint | null | undefined;
  metal?: MetalContent | null | undefined;
  /** Deposit rates of antidumping and countervailing cases, as the case stands; nobody but the importer knows them. */
  cases?: readonly CaseRate[] | undefined;
}>;

/** `weightPpm` is the metal's share of the article's weight, `value` what the metal in it is worth. */
export type MetalContent = Readonly<{ kind: string; weightPpm?: bigint | null | undefined; value?: Money | null | undefined }>;
export type CaseRate = Readonly<{ case: string; ratePpm: bigint }>;

/** One duty layer as it is charged; the layers of a line add up to its total. */
export type DutyLayer = Readonly<{
  code: string;
  name: LocalText;
  /** What the rate was applied to, in words a program can compare: `value`, `metal`, `not_under_232`, `quantity`, `item`. */
  basis: string;
  basisAmount: Money | null;
  ratePpm: bigint;
  /** The specific part as the schedule prints it, or null. */
  specific: string | null;
  amount: Money;
  heading: string;
  source: SourceRef;
}>;

/** Something the answer rests on that the caller should know: an assumption, a gap, an uncertain row. */
export type DutyWarning = Readonly<{ code: string; message: string }>;

export type DutyAnswer = Readonly<{
  layers: readonly DutyLayer[];
  total: Money;
  edition: string;
  warnings: readonly DutyWarning[];
}>;
