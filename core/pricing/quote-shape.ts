import type { LocalText, Market } from '../market/market.ts';
import type { Money } from '../money/money.ts';
import type { Decision, SourceRef } from '../decision/decision.ts';
import type { DutyLayer, DutyWarning, MetalContent } from '../landed-cost/duty-query.ts';
import type { Quantities } from '../landed-cost/quantities.ts';

/** What a merchant decided about prices. Without a target margin the domestic price is kept. `floorMinor` is the least payout in CNY. */
export type MerchantPolicy = Readonly<{
  keepDomesticPrice?: boolean | undefined;
  targetMarginPpm?: bigint | undefined;
  floorMinor?: bigint | undefined;
}>;

/** The facts of one variant that its price in one market depends on. Null is not known. */
export type QuoteInput = Readonly<{
  market: Market;
  /** The domestic price, in CNY. */
  price: Money;
  weightGrams: bigint | null;
  lengthMm?: bigint | null | undefined;
  widthMm?: bigint | null | undefined;
  heightMm?: bigint | null | undefined;
  battery?: 'none' | 'in_equipment' | 'with_equipment' | 'alone' | null | undefined;
  liquid?: boolean | null | undefined;
  powder?: boolean | null | undefined;
  hts: string | null;
  origin: string;
  category?: string | null | undefined;
  quantities?: Quantities | undefined;
  metal?: MetalContent | null | undefined;
  abvPpm?: bigint | null | undefined;
  /** A carrier service wished for; used when it can carry the goods. */
  line?: string | null | undefined;
  feePlan: string;
  policy: MerchantPolicy;
  /** A campaign's discount on the goods, borne by the merchant. */
  discountPpm?: bigint | undefined;
  /** Sales tax of the delivery address, where the market collects one and the address is known. */
  salesTaxPpm?: bigint | undefined;
}>;

/** One itemised line. `source` is null only where the line follows from the lines before it. */
export type QuoteLine = Readonly<{ code: string; label: LocalText; amount: Money; basis: string; source: SourceRef | null; inPrice: boolean }>;

export type QuoteSide = Readonly<{ total: Money; lines: readonly QuoteLine[] }>;
export type PayoutSide = Readonly<{ payout: Money; lines: readonly QuoteLine[] }>;

export type ChosenLine = Readonly<{ code: string; name: LocalText; chargeableGrams: bigint; days: readonly [number, number]; because: LocalText }>;

/**
 * The decision what one variant costs in one market and what the merchant receives. `held` carries its reasons; where the numbers
 * could still be computed (below the floor, an uncovered layer) they are shown, otherwise the sides are null.
 */
export type Quote = Decision<'quoted' | 'held'> &
  Readonly<{
    buyer: QuoteSide | null;
    merchant: PayoutSide | null;
    line: ChosenLine | null;
    dutyLayers: readonly DutyLayer[];
    exchange: Readonly<{ ratePpb: bigint; spreadPpm: bigint; day: string }> | null;
    warnings: readonly DutyWarning[];
    validUntil: string | null;
    /** The code of the first reason of a held quote. */
    hold: string | null;
  }>;
