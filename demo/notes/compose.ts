import { Converter } from 'opencc-js';
import { MARKETS, type Market } from '#core/market/market.ts';
import { categoryOf, type Category } from '#core/product/product.ts';
import type { Look } from '../drawings/draw.ts';
import type { NoteCover, SceneName } from '../drawings/note-cover.ts';
import type { DemoEnglishPage } from '../products/english/page.ts';
import type { DemoProduct } from '../products/product.ts';
import { at, hashOf, numberBetween } from '../sequence.ts';
import { demoAuthors, type DemoAuthor } from './authors.ts';
import type { DemoNote } from './note.ts';
import { SCENE_NAMES, sceneOf } from './scenes.ts';
import { ENGLISH } from './voices/english.ts';
import { SIMPLIFIED } from './voices/simplified.ts';
import { TRADITIONAL } from './voices/traditional.ts';
import type { Voice } from './voices/voice.ts';

/** Notes are put together from lines that people wrote, each list used to its end before a line comes again. */

type Language = DemoNote['language'];

const VOICES: Readonly<Record<Language, Voice>> = { en: ENGLISH, 'zh-Hans': SIMPLIFIED, 'zh-Hant': TRADITIONAL };
const toHongKong = Converter({ from: 'cn', to: 'hk' });

/** The next line of a list, counted by name. */
type Next = (name: string, list: readonly string[]) => string;

function counting(): Next {
  const used = new Map<string, number>();
  return (name, list) => {
    const count = used.get(name) ?? 0;
    used.set(name, count + 1);
    return list.length === 0 ? '' : at(list, count);
  };
}

const isPlural = (name: string) => /[^s]s$/.test(name);
const NEEDS_SINGULAR = /\b(?:a|an|this|one|another|other)\s\{name\}/i;

function filled(template: string, words: Readonly<Record<string, string>>): string {
  const text = template.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
  return text.replace(/\b([Aa]) (?=[aeio])/g, '$1n ');
}

function nameOf(product: DemoProduct, language: Language): string {
  if (language === 'en') return product.shortName.en;
  return language === 'zh-Hant' ? toHongKong(product.shortName.zh) : product.shortName.zh;
}

/** The shop's own words: its first sentence, or the first two where the first is very short. */
function quoteOf(product: DemoProduct, language: Language, page: DemoEnglishPage | undefined): string {
  if (page !== undefined) return page.description;
  const [first = '', second] = product.description.split('。');
  const quote = first.length < 12 && second !== undefined && second !== '' ? `${first}。${second}` : first;
  return language === 'zh-Hant' ? toHongKong(quote) : quote;
}

/** Options that are a matter of taste; a size is not. */
const TASTE = /颜色|图案|款式|色号|香味/;

function factLine(product: DemoProduct, language: Language, next: Next): string {
  const voice = VOICES[language];
  const turn = hashOf(`fact ${product.key} ${language}`) % 3;
  const option = Object.entries(at(product.variants, hashOf(product.key)).options).find(([name]) => TASTE.test(name))?.[1];
  if (turn === 2 && option !== undefined && voice.options.length > 0) return filled(next(`option ${language}`, voice.options), { option: language === 'zh-Hant' ? toHongKong(option) : option });
  if (turn === 1 && typeof product.facts.lengthMm === 'number') return filled(next(`size ${language}`, voice.sizes), { cm: String(product.facts.lengthMm / 10) });
  return typeof product.facts.weightGrams === 'number' ? filled(next(`weight ${language}`, voice.weights), { grams: String(product.facts.weightGrams) }) : '';
}

function titleOf(lead: DemoProduct, other: DemoProduct | undefined, language: Language, next: Next): string {
  const voice = VOICES[language];
  const name = nameOf(lead, language);
  if (other !== undefined && hashOf(`title ${lead.key}`) % 2 === 0) return filled(next(`pair ${language}`, voice.pairTitles), { name, other: nameOf(other, language) });
  if (language === 'en' && isPlural(name)) return filled(next('plural', voice.titles.filter((title) => !NEEDS_SINGULAR.test(title))), { name });
  return filled(next(`title ${language}`, voice.titles), { name });
}

/** What may be wanting: of a device without a battery, nothing about charging. */
function doubtCategory(product: DemoProduct): Category {
  const category = categoryOf(product.category) ?? 'home';
  return category === 'electronics' && product.facts.battery?.kind !== 'li_ion' ? 'home' : category;
}

function bodyOf(lead: DemoProduct, other: DemoProduct | undefined, scene: SceneName, language: Language, page: DemoEnglishPage | undefined, next: Next): string {
  const voice = VOICES[language];
  const category = doubtCategory(lead);
  const opening = next(`opening ${language} ${scene}`, voice.openings[scene]);
  const quote = filled(next(`quote ${language}`, voice.quotes), { quote: quoteOf(lead, language, page) });
  const heart = page === undefined ? quote : `${page.seen} ${quote}`;
  const also = other === undefined ? '' : filled(next(`also ${language}`, voice.also), { other: nameOf(other, language) });
  const rest = [factLine(lead, language, next), also, next(`doubt ${language} ${category}`, voice.doubts[category])].filter((line) => line !== '');
  const space = language === 'en' ? ' ' : '';
  return [opening, [heart, ...rest].join(space), next(`closing ${language}`, voice.closings)].join('\n\n');
}

const lookOf = (product: DemoProduct): readonly Look[] => product.drawings.slice(0, 1);
const LIGHTS: readonly NoteCover['light'][] = ['morning', 'noon', 'dusk', 'noon', 'morning', 'night'];

function marketsOf(author: DemoAuthor): readonly Market[] {
  if (author.market === null) return MARKETS;
  return author.market === 'US' ? ['US'] : author.market === 'HK' ? ['HK', 'MO'] : ['MO', 'HK'];
}

function tagsOf(lead: DemoProduct, scene: SceneName, language: Language): readonly string[] {
  const [category = '', kind = ''] = lead.category.split('/');
  if (language === 'en') return [lead.shortName.en, SCENE_NAMES[scene].en.toLowerCase(), categoryOf(lead.category) ?? 'home'];
  const tags = [lead.shortName.zh, kind, category, SCENE_NAMES[scene]['zh-Hans']].filter((tag) => tag !== '');
  return [...new Set(language === 'zh-Hant' ? tags.map((tag) => toHongKong(tag)) : tags)];
}

/** Which languages a product is written about in: English where a person wrote its English page, otherwise mostly Traditional Chinese. */
function languagesFor(product: DemoProduct, hasPage: boolean): readonly Language[] {
  const turn = hashOf(`language ${product.key}`) % 3;
  if (hasPage) return turn === 0 ? ['en', 'zh-Hant'] : ['en'];
  return turn === 0 ? ['zh-Hans'] : ['zh-Hant'];
}

/** The notes of the demo: at least one for every product that sells without trouble. Same products, same notes. */
export function composeNotes(products: readonly DemoProduct[], pages: readonly DemoEnglishPage[]): readonly DemoNote[] {
  const next = counting();
  const written = new Map(pages.map((page) => [page.productKey, page]));
  const fine = products.filter((product) => !product.troubled);
  const turns = new Map<Language, number>();
  const drafts = fine.flatMap((lead) => languagesFor(lead, written.has(lead.key)).map((language) => ({ lead, language })));
  return drafts.toSorted((left, right) => hashOf(left.lead.key + left.language) - hashOf(right.lead.key + right.language)).map(({ lead, language }, index): DemoNote => {
    const scene = sceneOf(lead);
    const draw = hashOf(`note ${lead.key} ${language}`);
    const company = fine.filter((product) => product.key !== lead.key && sceneOf(product) === scene && (language !== 'en' || !isPlural(product.shortName.en)));
    const others = draw % 3 === 0 && company.length > 2 ? [at(company, draw >>> 3), ...(draw % 4 === 0 ? [at(company, (draw >>> 3) + 1)] : [])] : [];
    const writers = demoAuthors.filter((author) => author.language === language);
    const turn = turns.get(language) ?? 0;
    turns.set(language, turn + 1);
    const author = at(writers, turn);
    const things = [lead, ...others];
    return {
      key: `note-${String(index + 1).padStart(3, '0')}`, authorKey: author.key, title: titleOf(lead, others[0], language, next), body: bodyOf(lead, others[0], scene, language, language === 'en' ? written.get(lead.key) : undefined, next),
      tags: tagsOf(lead, scene, language), scene, language, productKeys: things.map((product) => product.key), markets: marketsOf(author), daysAgo: numberBetween(1, 88, `day ${lead.key} ${language}`), likes: 0, saves: 0,
      cover: { scene, light: at(LIGHTS, draw >>> 5), things: things.flatMap(lookOf), turn: draw >>> 7 },
    };
  });
}
