import type { TariffEdition } from './tariff-edition.ts';

/** Lengths at which lists name codes: heading, subheading, eight-digit line, statistical suffix. */
const LIST_CODE_LENGTHS = [10, 8, 6, 4] as const;

const NONE: readonly string[] = [];

/**
 * The list headings that name a code, the most specific first. Where a list names a line by some of its ten-digit suffixes,
 * a row of the line itself says what an eight-digit question is answered with.
 */
export function listHeadings(edition: TariffEdition, code: string): readonly string[] {
  let found: readonly string[] = NONE;
  for (const length of LIST_CODE_LENGTHS) {
    if (length > code.length) continue;
    const here = edition.lists.get(code.slice(0, length));
    if (here !== undefined) found = found.length === 0 ? here : [...found, ...here];
  }
  return found;
}

/**
 * Lists that name the code, with a suffix overruling its line: when a ten-digit row exists for a split line,
 * the eight-digit row (which only answers eight-digit questions) is not read.
 */
export function listsOf(edition: TariffEdition, code: string): readonly string[] {
  if (code.length === 10 && edition.splits.has(code.slice(0, 8))) {
    const split = edition.splits.get(code.slice(0, 8)) ?? NONE;
    const line = listHeadings(edition, code.slice(0, 8)).filter((heading) => !split.includes(heading));
    const suffix = edition.lists.get(code) ?? NONE;
    return [...suffix, ...line];
  }
  return listHeadings(edition, code);
}
