import type { StorefrontTextId } from './text.ts';

/** The platform's twelve categories, which the API names in Chinese. */
const CATEGORY_TEXTS: Readonly<Record<string, StorefrontTextId>> = {
  美妆: 'storefront.category.beauty', 家居: 'storefront.category.home', 服饰: 'storefront.category.apparel', 鞋包: 'storefront.category.bags',
  数码家电: 'storefront.category.digital', 旅行: 'storefront.category.travel', 玩具: 'storefront.category.toys', 食品保健: 'storefront.category.food',
  珠宝配饰: 'storefront.category.jewellery', 文具: 'storefront.category.stationery', 宠物: 'storefront.category.pets', 母婴: 'storefront.category.baby',
};

/** The text that names a category, or null for one this storefront has no word for. */
export function categoryText(name: string): StorefrontTextId | null {
  return CATEGORY_TEXTS[name.split('/')[0] ?? ''] ?? null;
}
