import { z } from 'zod';
import { MARKETS } from '#core/market/market.ts';
import { moneyInput, productInput } from './product-facts.ts';
import { localText, moneyShape, reasonShape, sourceRef } from './shapes.ts';

/** Shapes of duty and quote lines: what `duty` and `price` read, and how layers and quotes look on the wire. */

/** A decimal number of units to millionths: 0.32 kg is 320000. */
const quantity = z.number().nonnegative().max(1e9).transform((units) => BigInt(Math.round(units * 1_000_000)));
/** A percentage to parts per million: 40 % is 400000. */
const percent = z.number().min(0).max(100).transform((share) => BigInt(Math.round(share * 10_000)));
const originCountry = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 country code, such as "CN"');

export const metalInput = z.object({
  kind: z.string().min(1).max(40),
  weightPercent: percent.nullish(),
  value: z.union([moneyInput, z.string().regex(/^\d{1,18}$/).transform((minor) => ({ minor: BigInt(minor), currency: 'USD' as const }))]).nullish(),
});

/** One line of `duty --in`. */
export const dutyInput = z.looseObject({
  id: z.union([z.string(), z.number()]),
  market: z.enum(MARKETS),
  at: z.iso.date('expected a day, such as "2026-08-15"'),
  hts: z.string().min(4, 'expected a tariff code, such as "6109.10.00"').max(20),
  origin: originCountry.default('CN'),
  shippedFrom: z.string().max(60).nullish(),
  value: moneyInput,
  quantities: z.record(z.string().max(40), quantity.nullish()).nullish(),
  mode: z.enum(['parcel', 'post', 'entry']).nullish(),
  postalMethod: z.enum(['ad_valorem', 'flat']).nullish(),
  abvPercent: percent.nullish(),
  metal: metalInput.nullish(),
  cases: z.array(z.object({ case: z.string().min(1).max(40), ratePercent: z.number().min(0).max(1_000).transform((share) => BigInt(Math.round(share * 10_000))) })).nullish(),
});

export const merchantPolicyInput = z.object({
  keepDomesticPrice: z.boolean().optional(),
  targetMarginPpm: z.coerce.bigint().min(0n).max(5_000_000n).optional(),
  floorMinor: z.coerce.bigint().min(0n).optional(),
});

/** One line of `price --in`: product facts, and besides what a quote may be told. */
export const priceInput = productInput.extend({
  hts: z.string().max(20).nullish(),
  metal: metalInput.nullish(),
  quantities: z.record(z.string().max(40), quantity.nullish()).nullish(),
  line: z.string().max(60).nullish(),
  policy: merchantPolicyInput.nullish(),
  discountPercent: percent.nullish(),
});

export const warningShape = z.object({ code: z.string(), message: z.string() });

export const dutyLayerShape = z.object({
  code: z.string(),
  name: localText,
  basis: z.string(),
  basisAmount: moneyShape.nullable(),
  ratePpm: z.number().int(),
  specific: z.string().nullable(),
  amount: moneyShape,
  heading: z.string(),
  source: sourceRef,
});

export const dutyAnswerShape = z.object({ layers: z.array(dutyLayerShape), total: moneyShape, edition: z.string(), warnings: z.array(warningShape) });

export const quoteLineShape = z.object({ code: z.string(), label: localText, amount: moneyShape, basis: z.string(), source: sourceRef.nullable(), inPrice: z.boolean() });
export const chosenLineShape = z.object({ code: z.string(), name: localText, chargeableGrams: z.number().int(), days: z.tuple([z.number(), z.number()]), because: localText });

export const quoteShape = z.object({
  outcome: z.enum(['quoted', 'held']),
  reasons: z.array(reasonShape),
  edition: z.string(),
  at: z.string(),
  inputsHash: z.string(),
  buyer: z.object({ total: moneyShape, lines: z.array(quoteLineShape) }).nullable(),
  merchant: z.object({ payout: moneyShape, lines: z.array(quoteLineShape) }).nullable(),
  line: chosenLineShape.nullable(),
  dutyLayers: z.array(dutyLayerShape),
  exchange: z.object({ ratePpb: z.string(), spreadPpm: z.number().int(), day: z.string() }).nullable(),
  warnings: z.array(warningShape),
  validUntil: z.string().nullable(),
  hold: z.string().nullable(),
});

export const tariffChangeShape = z.object({ code: z.string(), kind: z.enum(['added', 'removed', 'rate', 'lists']), before: z.string().nullable(), after: z.string().nullable() });

