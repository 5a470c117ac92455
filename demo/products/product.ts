import type { ProductFacts } from '#core/product/product.ts';
import type { ProductDrawing } from '../drawings/draw.ts';

/** A variant as it stands on the wire: minor units as a string. */
export type DemoVariant = Readonly<{ sku: string; options: Readonly<Record<string, string>>; price: Readonly<{ minor: string; currency: 'CNY' }>; stock: number }>;

/** A product of the demo marketplace as its merchant wrote it, and how its pictures are drawn. */
export type DemoProduct = Readonly<{
  key: string;
  merchantKey: string;
  title: string;
  description: string;
  category: string;
  brand: string;
  originCountry: 'CN';
  sourceLanguage: 'zh-Hans';
  attributes: Readonly<Record<string, string>>;
  facts: ProductFacts;
  variants: readonly DemoVariant[];
  drawings: readonly ProductDrawing[];
  /** What readers and writers of notes call it. */
  shortName: Readonly<{ zh: string; en: string }>;
  /** True where some market is expected to refuse it: such a product is never ordered or praised in the demo. */
  troubled: boolean;
}>;

/** The product in the form that `import --format pilotage` and the screening commands read. `images` are addresses of its drawings. */
export function productInputOf(product: DemoProduct, images: readonly string[] = []) {
  const { key, title, description, category, brand, originCountry, sourceLanguage, attributes, facts, variants } = product;
  return { id: key, title, description, category, brand, originCountry, sourceLanguage, attributes, facts, variants, images };
}
