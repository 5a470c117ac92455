import { join } from 'node:path';
import { z } from 'zod';
import { CURRENCIES } from '#core/money/currency.ts';
import { MARKETS } from '#core/market/market.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import type { TariffEdition } from '#core/landed-cost/tariff-edition.ts';
import { sourceShape } from './tariff-shapes.ts';
import { loadTariff, PACKS_DIRECTORY, readJson } from './tariffs.ts';

/** Zod shapes of the pricing packs: integers become bigint here, and every row must carry its window and its source. */
const whole = z.union([z.number().int(), z.string().regex(/^-?\d+$/)]).transform((value) => BigInt(value));
const words = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
const dated = { from: z.iso.date(), to: z.iso.date().nullable(), source: sourceShape };

export const feesFile = z.object({
  edition: z.string(),
  plans: z.array(z.object({ plan: z.string(), name: words, items: z.array(z.object({ code: z.string(), label: words, ratePpm: whole })), ...dated })),
  handling: z.array(z.object({ domesticFirstKgMinor: whole, domesticNextKgMinor: whole, hubParcelMinor: whole, packingGrams: whole, ...dated })),
});

export const linesFile = z.object({
  edition: z.string(),
  lines: z.array(z.object({
    code: z.string(), name: words, market: z.enum(MARKETS), firstGrams: whole, firstMinor: whole, perKgMinor: whole, perParcelMinor: whole,
    stepGrams: whole, minimumGrams: whole, divisor: whole.nullable(), volumeRule: z.enum(['greater', 'double']), maximumGrams: whole, longestMm: whole, girthMm: whole.nullable(), valueLimitMinor: whole.nullable(), cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day, such as 16:00'),
    days: z.tuple([z.number().int(), z.number().int()]),
    carries: z.object({ battery: z.enum(['none', 'in_equipment', 'any']), liquid: z.boolean(), powder: z.boolean() }),
    clearance: z.enum(['informal', 'express', 'none']), ...dated,
  })),
  overseas: z.array(z.object({
    market: z.enum(MARKETS), transport: z.enum(['air', 'ocean']), shipmentMinor: whole, bulkPerKgMinor: whole, receivePieceMinor: whole, storageKgMonthMinor: whole,
    lastMileFirstKgMinor: whole, lastMileNextKgMinor: whole, writeOffPpm: whole, capitalPpmPerMonth: whole, ...dated,
  })),
});

export const ratesFile = z.object({
  edition: z.string(),
  rates: z.array(z.object({ from: z.enum(CURRENCIES), to: z.enum(CURRENCIES), day: z.iso.date(), ratePpb: whole, uncertaintyPpm: whole, source: sourceShape })),
});

export const policiesFile = z.object({
  edition: z.string(),
  policies: z.array(z.object({
    market: z.enum(MARKETS), category: z.string().nullable(), dutyInPrice: z.boolean(), spreadPpm: whole, paymentRatePpm: whole, paymentFixedMinor: whole,
    freeShippingFromMinor: whole.nullable(), freeShippingMerchantPpm: whole, charmEndMinor: whole.nullable(), charmStepMinor: whole,
    validHours: z.number().int().positive(), returnPpm: z.tuple([whole, whole, whole]), ...dated,
  })),
});

let shipped: PricingPacks | undefined;

/** Joins the editions of all packs into the one name that a quote carries. */
function readPricingPacks(tariff: TariffEdition): PricingPacks {
  const fees = readJson(join(PACKS_DIRECTORY, 'fees/fees.json'), feesFile);
  const { edition: lineEdition, lines, overseas } = readJson(join(PACKS_DIRECTORY, 'lines/lines.json'), linesFile);
  const { edition: rateEdition, rates } = readJson(join(PACKS_DIRECTORY, 'rates/rates.json'), ratesFile);
  const { edition: policyEdition, policies } = readJson(join(PACKS_DIRECTORY, 'market-policies/policies.json'), policiesFile);
  return {
    edition: [tariff.edition, fees.edition, lineEdition, rateEdition, policyEdition].join('|'),
    tariff, feePlans: fees.plans, handling: fees.handling, lines, rates, policies, overseas,
  };
}

/** The packs a quote is made from; with the shipped tariff they are read once, with another tariff each time. */
export function loadPricingPacks(tariff?: TariffEdition): PricingPacks {
  if (tariff !== undefined) return readPricingPacks(tariff);
  shipped ??= readPricingPacks(loadTariff());
  return shipped;
}
