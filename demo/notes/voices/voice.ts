import type { Category } from '#core/product/product.ts';
import type { SceneName } from '../../drawings/note-cover.ts';

/**
 * How people of one language write. `{name}` is the thing, `{quote}` the shop's own words, `{grams}`, `{cm}` and `{option}` its facts.
 * Every list is long enough that a reader who scrolls does not meet a line again.
 */
export type Voice = Readonly<{
  titles: readonly string[];
  pairTitles: readonly string[];
  openings: Readonly<Record<SceneName, readonly string[]>>;
  quotes: readonly string[];
  also: readonly string[];
  weights: readonly string[];
  sizes: readonly string[];
  options: readonly string[];
  doubts: Readonly<Record<Category, readonly string[]>>;
  closings: readonly string[];
}>;

/** One entry a line. */
export function lines(text: string): readonly string[] {
  return text.trim().split('\n').map((line) => line.trim());
}
