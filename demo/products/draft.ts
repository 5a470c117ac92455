import type { ProductFacts } from '#core/product/product.ts';
import type { ProductDrawing } from '../drawings/draw.ts';
import { FORMS, type FormName } from '../drawings/forms/forms.ts';
import type { PatternName } from '../drawings/paint.ts';
import { PALETTES, type PaletteName } from '../drawings/palettes.ts';
import { chosen, hashOf, numberBetween } from '../sequence.ts';
import { MATERIAL_NAMES } from './materials.ts';
import { PAPERS, type PaperSet } from './papers.ts';
import type { DemoProduct, DemoVariant } from './product.ts';

/** A product in the shortest words its author can write; `shelf` turns it into a whole one. */
export type Draft = Readonly<{
  key: string;
  title: string;
  /** Short names for notes: Chinese, English. */
  call: readonly [zh: string, en: string];
  text: string;
  path: string;
  /** Yuan. */
  price: number;
  grams?: number;
  /** Length, width, height in millimetres. */
  mm?: readonly [number, number, number];
  /** Materials in English with percentages: `cotton 95, elastane 5`. */
  of?: string;
  /** Options: `颜色:灰/米/蓝`, with a price of its own after `=`: `容量:30ml=89/50ml=129`. */
  picks?: string;
  has?: Readonly<Record<string, string>>;
  facts?: ProductFacts;
  papers?: PaperSet;
  /** Facts the merchant has not told, so that a question is asked. */
  unsaid?: readonly (keyof ProductFacts)[];
  troubled?: true;
  look: readonly [form: FormName, palette: PaletteName, pattern?: PatternName, detail?: string];
}>;

/** What most things have not got; a draft that says otherwise wins. */
const PLAIN_FACTS: ProductFacts = { brandAuthorised: true, battery: { kind: 'none' }, aerosol: false, magnet: false, radio: false, laser: false };

function materialsOf(of: string): readonly Readonly<{ name: string; percent: number }>[] {
  return of.split(', ').map((part) => {
    const space = part.lastIndexOf(' ');
    return { name: part.slice(0, space), percent: Number(part.slice(space + 1)) };
  });
}

function factsOf(merchantKey: string, draft: Draft): ProductFacts {
  const [lengthMm, widthMm, heightMm] = draft.mm ?? [];
  const known: ProductFacts = {
    ...(draft.grams !== undefined && { weightGrams: draft.grams }),
    ...(draft.mm && { lengthMm, widthMm, heightMm }),
    ...(draft.of !== undefined && { materials: materialsOf(draft.of) }),
    ...PLAIN_FACTS,
    ...draft.facts,
    ...(draft.papers && { documents: PAPERS[draft.papers].map((kind) => ({ kind, number: `${merchantKey.slice(0, 2).toUpperCase()}-26-${1000 + (hashOf(draft.key + kind) % 9000)}` })) }),
  };
  return Object.fromEntries(Object.entries(known).filter(([fact]) => !draft.unsaid?.includes(fact)));
}

function attributesOf(draft: Draft): Readonly<Record<string, string>> {
  const made = draft.of?.split(', ').map((part) => {
    const space = part.lastIndexOf(' ');
    const percent = part.slice(space + 1);
    return (MATERIAL_NAMES[part.slice(0, space)] ?? part) + (percent === '100' ? '' : `${percent}%`);
  });
  return {
    ...(made && { 材质: made.join(' ') }),
    ...(draft.grams !== undefined && !draft.unsaid?.includes('weightGrams') && { 净重: `${draft.grams}g` }),
    ...(draft.mm && !draft.unsaid?.includes('lengthMm') && { 尺寸: `${draft.mm.map((side) => side / 10).join('×')}cm` }),
    产地: '中国大陆',
    ...draft.has,
  };
}

function variantsOf(draft: Draft): readonly DemoVariant[] {
  const [name, list] = draft.picks?.split(':') ?? [];
  const picks = list?.split('/') ?? ['默认'];
  return picks.map((pick, index) => {
    const [value = pick, ownPrice] = pick.split('=');
    const sku = picks.length === 1 ? draft.key : `${draft.key}-${index + 1}`;
    return { sku, options: name === undefined ? {} : { [name]: value }, price: { minor: String(Math.round(Number(ownPrice ?? draft.price) * 100)), currency: 'CNY' }, stock: numberBetween(6, 160, sku) };
  });
}

const PALETTE_NAMES = Object.keys(PALETTES).filter((name): name is PaletteName => Object.hasOwn(PALETTES, name));

function drawingsOf(draft: Draft): readonly ProductDrawing[] {
  const [form, palette, pattern = 'plain', detail = ''] = draft.look;
  const second = chosen(PALETTE_NAMES.filter((name) => name !== palette), draft.key);
  const look = { form, palette, pattern, detail, second };
  const views: readonly ProductDrawing['view'][] = draft.picks?.startsWith('颜色') ? ['alone', 'room', 'pair'] : FORMS[form].stance === 'flat' ? ['alone', 'close'] : ['alone', 'room', 'close'];
  return views.map((view) => ({ ...look, view }));
}

/** The products of one shop from their drafts. Keys are prefixed with the merchant's, so they are unique on the marketplace. */
export function shelf(merchantKey: string, brand: string, drafts: readonly Draft[]): readonly DemoProduct[] {
  return drafts.map((short) => {
    const draft = { ...short, key: `${merchantKey}-${short.key}` };
    return {
      key: draft.key, merchantKey, title: draft.title, description: draft.text, category: draft.path, brand, originCountry: 'CN', sourceLanguage: 'zh-Hans',
      attributes: attributesOf(draft), facts: factsOf(merchantKey, draft), variants: variantsOf(draft), drawings: drawingsOf(draft),
      shortName: { zh: draft.call[0], en: draft.call[1] }, troubled: draft.troubled ?? false,
    };
  });
}
