import { z } from 'zod';

/** Zod shapes of the tariff packs: where rows enter, integers become bigint and every row must carry its source. */
const whole = z.union([z.number().int(), z.string().regex(/^-?\d+$/)]).transform((value) => BigInt(value));
const wholeOrNull = whole.nullable();
const dayText = z.iso.date();
const words = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
export const sourceShape = z.object({ citation: z.string().min(1), url: z.string().nullable(), asOf: z.string().nullable() });
const origins = z.union([z.literal('all'), z.array(z.string())]);

export const programmeRow = z.object({
  code: z.string(),
  heading: z.string(),
  name: words,
  group: z.string(),
  priority: z.number().int(),
  state: z.enum(['effective', 'announced', 'suspended', 'void']),
  ratePpm: whole,
  topUpToPpm: wholeOrNull,
  from: dayText,
  to: dayText.nullable(),
  origins,
  list: z.string().nullable(),
  exemptLists: z.array(z.string()),
  basis: z.enum(['value', 'metal', 'not_under_232']),
  minimumMetalPpm: wholeOrNull,
  source: sourceShape,
});

export const exciseRow = z.object({
  market: z.enum(['HK', 'MO']),
  code: z.string(),
  name: words,
  prefixes: z.array(z.string()),
  method: z.enum(['tiered_liquor', 'value_and_litre', 'per_thousand', 'per_piece', 'per_kg', 'methyl_alcohol']),
  abvFromPpm: wholeOrNull,
  abvExclusive: z.boolean(),
  ratePpm: whole,
  upperRatePpm: whole,
  tierMinor: whole,
  perUnitMinor: whole,
  from: dayText,
  to: dayText.nullable(),
  source: sourceShape,
});

export const rulesFile = z.object({
  exemptions: z.array(z.object({ code: z.string(), origins, limitMinor: whole, from: dayText, to: dayText.nullable(), source: sourceShape })),
  postal: z.array(z.object({
    code: z.string(), name: words, origins: z.array(z.string()), from: dayText, to: dayText, ratePpm: whole, flatMinor: wholeOrNull, certain: z.boolean(), source: sourceShape,
  })),
  entryFees: z.array(z.object({
    code: z.string(), name: words, entry: z.enum(['informal', 'express', 'formal', 'mail']), transport: z.enum(['any', 'ocean']), ratePpm: whole, flatMinor: whole,
    minimumMinor: wholeOrNull, maximumMinor: wholeOrNull, from: dayText, to: dayText.nullable(), certain: z.boolean(), source: sourceShape,
  })),
  cautions: z.array(z.object({ code: z.string(), message: z.string(), origins, prefixes: z.array(z.string()), from: dayText, to: dayText.nullable(), source: sourceShape })),
  caseScopes: z.array(z.object({ case: z.string(), prefixes: z.array(z.string()), origins: z.array(z.string()), name: words, source: sourceShape })),
});

export const editionFile = z.object({
  edition: z.string().min(1),
  coversFrom: dayText,
  sourcesThrough: dayText,
  complete: z.boolean(),
  note: z.string(),
  linesSource: sourceShape,
});
