import { z } from 'zod';
import { CURRENCIES } from '#core/money/currency.ts';

/** Product facts: the input of `screen`, `classify`, `localize` and `price`, and the import format `pilotage`. */

const count = z.number().nonnegative().nullish();

/** Minor units arrive as a string on the wire and become bigint where data enters. */
export const moneyInput = z.object({
  minor: z.string().regex(/^-?\d{1,18}$/, 'expected whole minor units, such as "9900"').transform((minor) => BigInt(minor)),
  currency: z.enum(CURRENCIES),
});

const battery = z.looseObject({
  kind: z.enum(['none', 'li_ion', 'li_metal', 'nimh', 'alkaline', 'lead', 'unknown']),
  wattHours: count,
  packing: z.enum(['alone', 'with_equipment', 'in_equipment']).nullish(),
});

export const productDocument = z.looseObject({ kind: z.string().min(1).max(60), number: z.string().max(200).nullish(), expires: z.iso.date().nullish() });

export const productFacts = z.looseObject({
  weightGrams: count,
  lengthMm: count,
  widthMm: count,
  heightMm: count,
  materials: z.array(z.looseObject({ name: z.string().min(1).max(100), percent: z.number().min(0).max(100).nullish() })).max(50).nullish(),
  battery: battery.nullish(),
  liquidMl: count,
  powderGrams: count,
  aerosol: z.boolean().nullish(),
  magnet: z.boolean().nullish(),
  radio: z.boolean().nullish(),
  laser: z.boolean().nullish(),
  minimumAgeMonths: count,
  bladeMm: count,
  voltage: z.string().max(60).nullish(),
  ingredients: z.array(z.string().max(200)).max(500).nullish(),
  brandAuthorised: z.boolean().nullish(),
  documents: z.array(productDocument).max(200).nullish(),
});

/** A price of goods: above zero, and below what multiplied pieces and rates could carry out of 64 bits. */
const priceInput = moneyInput.refine(({ minor }) => minor > 0n && minor < 1_000_000_000_000n, { message: 'expected a price above zero of at most 12 digits in minor units', path: ['minor'] });

export const variantInput = z.object({
  sku: z.string().min(1).max(100),
  options: z.record(z.string().max(60), z.string().max(200)).default({}),
  price: priceInput.nullish(),
  stock: z.number().int().min(0).max(10_000_000).nullish(),
});

/** A reviewer's ruling as it stands among a product's stored facts. It is written by appeals and reviews only: what a merchant sends of it is not kept. */
export const ruling = z.object({ id: z.string(), ruleId: z.string(), says: z.enum(['accept', 'refuse']), basis: z.string().nullable(), reason: z.string() });

/** Texts are capped so that one product cannot stall a batch; a longer description is refused by name. */
export const MAX_DESCRIPTION_CHARACTERS = 20_000_000;

export const productInput = z.looseObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(2_000),
  description: z.string().max(MAX_DESCRIPTION_CHARACTERS).nullish(),
  category: z.string().max(200).nullish(),
  brand: z.string().max(200).nullish(),
  originCountry: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 country code, such as "CN"').nullish(),
  sourceLanguage: z.string().max(20).nullish(),
  attributes: z.record(z.string().max(200), z.string().max(5_000)).nullish(),
  facts: productFacts.nullish(),
  variants: z.array(variantInput).max(500).nullish(),
  images: z.array(z.string().max(2_000)).max(50).nullish(),
  rulings: z.array(ruling).max(200).nullish(),
});
