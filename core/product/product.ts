import type { Money } from '../money/money.ts';

/** Platform categories: the first part of a product's category path, and the rule base's word for each. */
export const CATEGORIES = {
  美妆: 'beauty', 家居: 'home', 服饰: 'apparel', 鞋包: 'shoes-bags', 数码家电: 'electronics', 旅行: 'travel',
  玩具: 'toys', 食品保健: 'supplements', 珠宝配饰: 'jewelry', 文具: 'stationery', 宠物: 'pet', 母婴: 'baby',
} as const;
export type CategoryName = keyof typeof CATEGORIES;
export type Category = (typeof CATEGORIES)[CategoryName];

export type Battery = Readonly<{
  kind: 'none' | 'li_ion' | 'li_metal' | 'nimh' | 'alkaline' | 'lead' | 'unknown';
  wattHours?: number | null | undefined;
  packing?: 'alone' | 'with_equipment' | 'in_equipment' | null | undefined;
}>;

export type Material = Readonly<{ name: string; percent?: number | null | undefined }>;

/** A document on file for a product. `expires` is a date (YYYY-MM-DD); without it the document does not expire. */
export type ProductDocument = Readonly<{ kind: string; number?: string | null | undefined; expires?: string | null | undefined }>;

/** What is recorded about a product. An absent or null key is not known; `{kind:'none'}`, false and 0 are recorded facts. */
export type ProductFacts = Readonly<{
  weightGrams?: number | null | undefined;
  lengthMm?: number | null | undefined;
  widthMm?: number | null | undefined;
  heightMm?: number | null | undefined;
  materials?: readonly Material[] | null | undefined;
  battery?: Battery | null | undefined;
  liquidMl?: number | null | undefined;
  powderGrams?: number | null | undefined;
  aerosol?: boolean | null | undefined;
  magnet?: boolean | null | undefined;
  radio?: boolean | null | undefined;
  laser?: boolean | null | undefined;
  minimumAgeMonths?: number | null | undefined;
  bladeMm?: number | null | undefined;
  voltage?: string | null | undefined;
  ingredients?: readonly string[] | null | undefined;
  brandAuthorised?: boolean | null | undefined;
  documents?: readonly ProductDocument[] | null | undefined;
  /** Facts the packs ask for beyond the fixed ones (for example `alcoholPercent`), by name. */
  [other: string]: unknown;
}>;

/**
 * What a reviewer ruled about one rule and this product: that it does not apply (`accept`), or that it does (`refuse`).
 * `basis` is the fingerprint of what the reviewer read; a ruling with one lapses as soon as page, facts or rule change, one without stands.
 */
export type Ruling = Readonly<{ id: string; ruleId: string; says: 'accept' | 'refuse'; basis: string | null; reason: string }>;

export type Variant = Readonly<{ sku: string; options: Readonly<Record<string, string>>; price?: Money | null | undefined; stock?: number | null | undefined }>;

/** A product as a merchant or an import states it. Only `id` and `title` are required; the rest may be inferred or asked. */
export type Product = Readonly<{
  id: string;
  title: string;
  description?: string | null | undefined;
  category?: string | null | undefined;
  brand?: string | null | undefined;
  originCountry?: string | null | undefined;
  sourceLanguage?: string | null | undefined;
  attributes?: Readonly<Record<string, string>> | null | undefined;
  facts?: ProductFacts | null | undefined;
  variants?: readonly Variant[] | null | undefined;
  images?: readonly string[] | null | undefined;
  /** Reviewers' rulings on this product, oldest first; the last on a rule counts. */
  rulings?: readonly Ruling[] | null | undefined;
}>;

/** The platform category of a path such as `家居/旅行用品`, or null when its first part is not one. */
export function categoryOf(path: string | null | undefined): Category | null {
  const first = path?.split('/', 1)[0];
  return first !== undefined && isCategoryName(first) ? CATEGORIES[first] : null;
}

function isCategoryName(text: string): text is CategoryName {
  return Object.hasOwn(CATEGORIES, text);
}
