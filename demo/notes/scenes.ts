import type { LocalText } from '#core/market/market.ts';
import { categoryOf } from '#core/product/product.ts';
import type { SceneName } from '../drawings/note-cover.ts';
import type { DemoProduct } from '../products/product.ts';
import { hashOf } from '../sequence.ts';

/** What the scenes of notes are called. */
export const SCENE_NAMES: Readonly<Record<SceneName, LocalText>> = {
  desk: { 'zh-Hans': '书桌', 'zh-Hant': '書枱', en: 'Desk' }, bedroom: { 'zh-Hans': '卧室', 'zh-Hant': '睡房', en: 'Bedroom' }, journey: { 'zh-Hans': '旅途', 'zh-Hant': '旅途', en: 'On the way' },
  outdoors: { 'zh-Hans': '户外', 'zh-Hant': '戶外', en: 'Outdoors' }, kitchen: { 'zh-Hans': '厨房', 'zh-Hant': '廚房', en: 'Kitchen' }, street: { 'zh-Hans': '街头', 'zh-Hant': '街頭', en: 'Street' },
  tea: { 'zh-Hans': '茶席', 'zh-Hant': '茶席', en: 'Tea time' }, bathroom: { 'zh-Hans': '浴室', 'zh-Hant': '浴室', en: 'Bathroom' }, living: { 'zh-Hans': '客厅', 'zh-Hant': '客廳', en: 'Living room' },
  pets: { 'zh-Hans': '猫狗日常', 'zh-Hant': '貓狗日常', en: 'Pets' }, nursery: { 'zh-Hans': '儿童房', 'zh-Hant': '細路房', en: 'Nursery' }, vanity: { 'zh-Hans': '梳妆台', 'zh-Hant': '梳妝枱', en: 'Dressing table' }, gift: { 'zh-Hans': '送礼', 'zh-Hant': '送禮', en: 'Gifts' },
};

/** Words of a category path and the scene they belong in; the first that fits wins. */
const BY_PATH: readonly (readonly [RegExp, SceneName])[] = [
  [/童装|婴|母婴|围嘴/, 'nursery'], [/茶|蜂蜜|糕点|冲饮|滋补/, 'tea'], [/餐|厨|锅|杯具|干货|调味|零食/, 'kitchen'], [/睡衣|床品|毯子|助眠|灯具|加湿|闹钟/, 'bedroom'],
  [/卫浴|护肤|手工皂|洗护|身体护理|洁面|卸妆|面膜|个护/, 'bathroom'], [/露营|户外|水壶|背包/, 'outdoors'], [/风扇|移动电源/, 'street'],
];

const BY_CATEGORY = {
  beauty: 'vanity', home: 'living', apparel: 'street', 'shoes-bags': 'street', electronics: 'desk', travel: 'journey', toys: 'gift', supplements: 'kitchen', jewelry: 'vanity', stationery: 'desk', pet: 'pets', baby: 'nursery',
} as const satisfies Record<string, SceneName>;

/** Where a product is shown in a note: by its category path, a toy by the age it is for, and now and then as a present. */
export function sceneOf(product: DemoProduct): SceneName {
  const category = categoryOf(product.category);
  if (category === 'pet') return 'pets';
  if (category === 'toys' && (product.facts.minimumAgeMonths ?? 99) < 72) return 'nursery';
  if (hashOf(`scene ${product.key}`) % 10 === 0) return 'gift';
  const byPath = BY_PATH.find(([words]) => words.test(product.category));
  if (byPath !== undefined && category !== 'jewelry' && category !== 'stationery') return byPath[1];
  return category === null ? 'living' : BY_CATEGORY[category];
}
