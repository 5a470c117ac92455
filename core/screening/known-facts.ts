import type { Fact } from '../decision/decision.ts';
import type { Material, Product, ProductDocument } from '../product/product.ts';
import { RECORDED } from './rule-pack.ts';

/** A material with where its name came from. */
export type KnownMaterial = Readonly<{ name: string; percent: number | null; from: Fact }>;

/** A recorded fact and the words that say otherwise. */
export type Contradiction = Readonly<{ recorded: Fact; stated: Fact }>;

/**
 * Everything known about a product: recorded facts, read where they stand in the product, and `stated`, what its words say of
 * the facts that nobody recorded. Most facts are never asked for, so none is copied before one is.
 */
export type FactBook = Readonly<{
  product: Product;
  stated: ReadonlyMap<string, Fact>;
  materials: readonly KnownMaterial[];
  ingredientsKnown: boolean;
  documents: readonly ProductDocument[];
  contradictions: readonly Contradiction[];
}>;

/** Facts that are lists or are read elsewhere. */
const LISTS: ReadonlySet<string> = new Set(['materials', 'battery', 'ingredients', 'documents']);

type Known = Pick<FactBook, 'product' | 'stated'>;

/** A fact's value in the book, recorded before stated; undefined where it is not known. */
export function valueIn({ product, stated }: Known, { path, recorded }: FactReading): Fact['value'] | undefined {
  return recorded(product) ?? stated.get(path)?.value;
}

/** A fact of the book with its source and words; undefined where it is not known. */
export function factIn(book: Known, path: string): Fact | undefined {
  return recordedFact(book.product, path) ?? book.stated.get(path);
}

/** All facts of the book by path, recorded ones first. */
export function factsIn(book: FactBook): Map<string, Fact> {
  const facts = recordedFacts(book.product);
  for (const [path, fact] of book.stated) facts.set(path, fact);
  return facts;
}

/** One recorded fact by its path. */
export function recordedFact(product: Product, path: string): Fact | undefined {
  const value = factReading(path).recorded(product);
  return value === undefined ? undefined : { fact: path, value, source: RECORDED };
}

type Recorded = (product: Product) => string | number | boolean | undefined;

/** How a fact is read from a product; found once for each path, because conditions ask it of every product. */
export type FactReading = Readonly<{ path: string; recorded: Recorded }>;

const nothing: Recorded = () => undefined;

/** Facts that stand elsewhere in a product than under their own name; that name counts where the other place is empty. */
const ELSEWHERE: ReadonlyMap<string, Recorded> = new Map<string, Recorded>([
  ['materials', nothing],
  ['battery', nothing],
  ['documents', nothing],
  ['ingredients', ({ facts }) => (facts?.ingredients?.length ? facts.ingredients.slice(0, INGREDIENTS_SHOWN).join(', ') : undefined)],
  ['battery.present', ({ facts }) => (facts?.battery?.kind === 'unknown' ? true : plain(facts?.['battery.present']))],
  ['battery.kind', ({ facts }) => (facts?.battery?.kind === 'unknown' ? undefined : plain(facts?.battery?.kind)) ?? plain(facts?.['battery.kind'])],
  ['battery.wattHours', ({ facts }) => plain(facts?.battery?.wattHours) ?? plain(facts?.['battery.wattHours'])],
  ['battery.packing', ({ facts }) => plain(facts?.battery?.packing) ?? plain(facts?.['battery.packing'])],
  ['originCountry', ({ originCountry, facts }) => plain(originCountry) ?? plain(facts?.['originCountry'])],
  ['brand', ({ brand, facts }) => plain(brand === '' ? null : brand) ?? plain(facts?.['brand'])],
  ['sourceLanguage', ({ sourceLanguage, facts }) => plain(sourceLanguage) ?? plain(facts?.['sourceLanguage'])],
]);

const readings = new Map<string, FactReading>();
/** Far more than packs ask for; paths from elsewhere must not fill the memory. */
const MOST_READINGS = 4_096;

/** The reading of the fact with that path, as `recordedFacts` lists it. */
export function factReading(path: string): FactReading {
  const held = readings.get(path);
  if (held !== undefined) return held;
  if (readings.size >= MOST_READINGS) readings.clear();
  const reading = { path, recorded: ELSEWHERE.get(path) ?? (({ facts }: Product) => plain(facts?.[path])) };
  readings.set(path, reading);
  return reading;
}

function plain(value: unknown): string | number | boolean | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Enough of a list to recognise it by. */
const INGREDIENTS_SHOWN = 20;

/** The recorded facts of a product by path, such as `battery.wattHours`. Absent and null are not known. */
export function recordedFacts(product: Product): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const record = (fact: string, value: unknown): void => {
    const held = plain(value);
    if (held !== undefined) facts.set(fact, { fact, value: held, source: RECORDED });
  };
  for (const [name, value] of Object.entries(product.facts ?? {})) if (!LISTS.has(name)) record(name, value);
  const battery = product.facts?.battery;
  if (battery !== null && battery !== undefined) {
    // A battery of unknown kind is a fact by itself: it must be asked about.
    if (battery.kind === 'unknown') record('battery.present', true);
    else record('battery.kind', battery.kind);
    record('battery.wattHours', battery.wattHours);
    record('battery.packing', battery.packing);
  }
  const ingredients = product.facts?.ingredients ?? [];
  record('ingredients', ingredients.length === 0 ? null : ingredients.slice(0, INGREDIENTS_SHOWN).join(', '));
  record('originCountry', product.originCountry);
  record('brand', product.brand === '' ? null : product.brand);
  record('sourceLanguage', product.sourceLanguage);
  return facts;
}

const NO_MATERIALS: readonly KnownMaterial[] = [];

/** The recorded materials, names in small letters. */
export function recordedMaterials(product: Product): readonly KnownMaterial[] {
  const materials = product.facts?.materials;
  if (materials === null || materials === undefined || materials.length === 0) return NO_MATERIALS;
  return materials.map((material: Material, place) => ({
    name: material.name.toLowerCase(),
    percent: material.percent ?? null,
    from: { fact: `materials.${place}`, value: materialText(material), source: RECORDED },
  }));
}

export function materialText(material: Readonly<{ name: string; percent?: number | null | undefined }>): string {
  return material.percent === null || material.percent === undefined ? material.name : `${material.name} ${material.percent}%`;
}

/** A document that is on file and not expired on that day. The day it expires it still holds. */
export function documentOnFile(documents: readonly ProductDocument[], kind: string, day: string): ProductDocument | null {
  return documents.find((held) => held.kind === kind && (held.expires === null || held.expires === undefined || held.expires >= day)) ?? null;
}
