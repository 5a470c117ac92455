import type { Currency } from '../money/currency.ts';
import type { LocalText, Market } from '../market/market.ts';
import type { SourceRef } from '../decision/decision.ts';
import type { TariffEdition } from '../landed-cost/tariff-edition.ts';

/** Everything a quote is computed from besides its inputs: dated, immutable editions. `edition` names them all together. */
export type PricingPacks = Readonly<{
  edition: string;
  tariff: TariffEdition;
  feePlans: readonly FeePlan[];
  handling: readonly HandlingRates[];
  lines: readonly CarrierLine[];
  rates: readonly ExchangeRow[];
  policies: readonly MarketPolicy[];
  overseas: readonly OverseasRates[];
}>;

type Window = Readonly<{ from: string; to: string | null }>;

/** What the marketplace keeps of the goods price, by named plan; a cohort is invited under one. Rates in ppm of the goods price. */
export type FeePlan = Window & Readonly<{ plan: string; name: LocalText; items: readonly FeeItem[]; source: SourceRef }>;
export type FeeItem = Readonly<{ code: string; label: LocalText; ratePpm: bigint }>;

/** The domestic leg to the hub and the hub's own work, in CNY minor units a parcel; packing adds weight. */
export type HandlingRates = Window &
  Readonly<{ domesticFirstKgMinor: bigint; domesticNextKgMinor: bigint; hubParcelMinor: bigint; packingGrams: bigint; source: SourceRef }>;

/** A carrier service from the hub to a market. `days` are working days door to door: half arrive by the first number, nine in ten by the second. */
export type CarrierLine = Window &
  Readonly<{
    code: string;
    name: LocalText;
    market: Market;
    firstGrams: bigint;
    firstMinor: bigint;
    perKgMinor: bigint;
    perParcelMinor: bigint;
    stepGrams: bigint;
    minimumGrams: bigint;
    /** Cubic centimetres a kilogram; null when the line never charges volume. */
    divisor: bigint | null;
    /** Whether volume counts whenever it is greater, or only from twice the actual weight. */
    volumeRule: 'greater' | 'double';
    maximumGrams: bigint;
    longestMm: bigint;
    /** Most of the longest side and once around the others together; null without such a limit. */
    girthMm: bigint | null;
    /** Most a parcel may be worth, in the market's currency; null without a limit. */
    valueLimitMinor: bigint | null;
    /** Until when on a day the hub's parcels still leave (HH:MM, at the hub). */
    cutOff: string;
    days: readonly [number, number];
    carries: Readonly<{ battery: 'none' | 'in_equipment' | 'any'; liquid: boolean; powder: boolean }>;
    clearance: 'informal' | 'express' | 'none';
    source: SourceRef;
  }>;

/** A middle rate on a day, in billionths of `to` for one `from`; `uncertaintyPpm` is how far it is expected to move until settlement (P10 to P90, each way). */
export type ExchangeRow = Readonly<{ from: Currency; to: Currency; day: string; ratePpb: bigint; uncertaintyPpm: bigint; source: SourceRef }>;

/** How a market's price is made. Amounts in the market's currency. `category: null` holds for every category without a row of its own. */
export type MarketPolicy = Window &
  Readonly<{
    market: Market;
    category: string | null;
    dutyInPrice: boolean;
    spreadPpm: bigint;
    paymentRatePpm: bigint;
    paymentFixedMinor: bigint;
    freeShippingFromMinor: bigint | null;
    /** The merchant's part of shipping that the buyer does not pay; the marketplace bears the rest. */
    freeShippingMerchantPpm: bigint;
    /** Prices are raised to end in this many minor units of each `charmStepMinor`: 99 of 100 is 12.99. Null leaves them as they come out. */
    charmEndMinor: bigint | null;
    charmStepMinor: bigint;
    validHours: number;
    /** Share of orders returned or claimed, in ppm (P10, P50, P90), for payout previews. */
    returnPpm: readonly [bigint, bigint, bigint];
    source: SourceRef;
  }>;

/** What stock in a market costs: bulk freight, the warehouse and the last mile. CNY minor units; `capitalPpmPerMonth` is the cost of money in goods. */
export type OverseasRates = Window &
  Readonly<{
    market: Market;
    transport: 'air' | 'ocean';
    shipmentMinor: bigint;
    bulkPerKgMinor: bigint;
    receivePieceMinor: bigint;
    storageKgMonthMinor: bigint;
    lastMileFirstKgMinor: bigint;
    lastMileNextKgMinor: bigint;
    /** Share of a shipment expected never to sell at its price. */
    writeOffPpm: bigint;
    capitalPpmPerMonth: bigint;
    source: SourceRef;
  }>;
