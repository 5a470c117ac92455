import { z } from 'zod';
import { CURRENCIES } from '#core/money/currency.ts';
import { LISTING_LOCALES, LOCALES, MARKETS } from '#core/market/market.ts';
import { ID_PREFIXES, type IdKind, type IdOf } from '#core/ids/id.ts';
import { isId } from '#core/ids/id.ts';

/** Shapes that many routes share: ids, money, pages, reasons. */

export const none = z.object({}).strict();

/** A prefixed id of one kind; anything else is refused naming the kind that was expected. */
export function idOf<Kind extends IdKind>(kind: Kind) {
  return z
    .string()
    .refine((text): text is IdOf<Kind> => isId(kind, text), { message: `expected a ${kind} id (${ID_PREFIXES[kind]}_…)` })
    .meta({ example: `${ID_PREFIXES[kind]}_01jd8x2k9qf5t8w3v6b7n0m1ra` });
}

/** Integer minor units as a decimal string, with the ISO 4217 currency. */
export const moneyShape = z.object({ minor: z.string().regex(/^-?\d{1,18}$/, 'expected whole minor units, such as "9900"'), currency: z.enum(CURRENCIES) });
export type MoneyShape = z.output<typeof moneyShape>;

export const market = z.enum(MARKETS);
export const locale = z.enum(LOCALES);
export const listingLocale = z.enum(LISTING_LOCALES);
export const instant = z.iso.datetime({ offset: true });
/** A calendar day. ISO 8601 has a year 0, the calendar of the database has none. */
export const day = z.iso.date().refine((text) => !text.startsWith('0000'), { message: 'expected a day such as 2026-11-23' });
export const localText = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const pageQuery = z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(24) });
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const factShape = z.object({
  fact: z.string(),
  value: scalar,
  source: z.enum(['merchant', 'import', 'inferred', 'hub', 'platform']),
  span: z.object({ field: z.string(), start: z.number().int(), text: z.string() }).optional(),
});
export const sourceRef = z.object({ citation: z.string(), url: z.string().nullable(), asOf: z.string().nullable() });
export const action = z.object({
  kind: z.enum(['give_fact', 'edit_text', 'add_document', 'appeal', 'wait', 'change_switch', 'contact']),
  target: z.string().nullable(),
  text: localText,
});
export const queue = z.enum(['merchant', 'compliance', 'classification', 'pricing', 'wording', 'hub', 'claims', 'finance', 'platform']);
export const reasonShape = z.object({
  code: z.string(),
  text: localText,
  because: z.array(factShape),
  source: sourceRef.nullable(),
  fix: action.nullable(),
  owner: queue,
});
