import type { ListingLocale, Market } from '../market/market.ts';
import type { Check } from './check.ts';
import type { Dropped } from './title-facts.ts';

/** Who wrote a segment: in this order a locked glossary entry, the memory, the termbase, script conversion, a provider, a person; `source` is untouched. */
export type WrittenBy = 'glossary' | 'memory' | 'terms' | 'script' | 'provider' | 'person' | 'source' | 'none';
export type Provenance = Readonly<{ segment: string; by: WrittenBy }>;
export type WordingStatus = 'ready' | 'needs_review' | 'needs_provider';

/** Options of one variant in the language of the page, by its SKU. */
export type VariantWording = Readonly<{ sku: string; options: Readonly<Record<string, string>> }>;

/** A listing's text in one language: what it says, who wrote it, what was left out and why, what the checks found. */
export type Wording = Readonly<{
  to: ListingLocale;
  title: string;
  /** For feeds that show 150 characters. */
  feedTitle: string;
  bullets: readonly string[];
  description: string;
  attributes: Readonly<Record<string, string>>;
  variants: readonly VariantWording[];
  status: WordingStatus;
  checks: readonly Check[];
  provenance: readonly Provenance[];
  dropped: readonly Dropped[];
  edition: string;
  inputsHash: string;
}>;

/** A text offered for a segment by the memory, a provider or a person; it is used only when the checks pass. */
export type Draft = Readonly<{ segment: string; text: string; by: 'glossary' | 'memory' | 'provider' | 'person' }>;

export type LocalizeOptions = Readonly<{ market: Market; drafts?: readonly Draft[] | undefined }>;
