import type { TariffEdition, TariffLine } from './tariff-edition.ts';

/**
 * The lines of an edition that a reader looks for: by the beginning of a code (with or without its dots), or by words of which each
 * stands in the line's label or description. Sorted by code; all lines when nothing is asked.
 */
export function findLines(edition: TariffEdition, search: string): readonly TariffLine[] {
  const asked = search.trim().toLowerCase();
  const digits = asked.replaceAll(/[.\s]/g, '');
  const lines = [...edition.lines.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1));
  if (asked === '') return lines;
  if (/^\d+$/.test(digits)) return lines.filter((line) => line.code.startsWith(digits));
  const words = asked.split(/\s+/);
  return lines.filter((line) => {
    const text = textOf(line);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ label, description }: TariffLine): string {
  return `${label === null ? '' : Object.values(label).join(' ')} ${description ?? ''}`.toLowerCase();
}
