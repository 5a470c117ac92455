import type { Programme, TariffEdition } from './tariff-edition.ts';

/** One difference between two editions. `before` and `after` are texts a person reads: a rate, list headings, a programme row. */
export type TariffChange = Readonly<{
  kind: 'line_added' | 'line_removed' | 'rate' | 'lists' | 'programme';
  code: string;
  before: string | null;
  after: string | null;
}>;

function programmeKey(row: Programme): string {
  return `${row.heading} ${row.list ?? 'all'} ${row.from}`;
}

function programmeText(row: Programme): string {
  const origins = row.origins === 'all' ? 'all' : row.origins.join('/');
  return `${row.ratePpm} ppm, ${row.from} to ${row.to ?? 'open'}, ${origins}, ${row.state}`;
}

function changed(kind: TariffChange['kind'], code: string, before: string | null, after: string | null): TariffChange[] {
  return before === after ? [] : [{ kind, code, before, after }];
}

/** Compares two keyed texts; a key on one side only differs from nothing. */
function compareTexts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, kind: TariffChange['kind']): TariffChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => changed(kind, key, before.get(key) ?? null, after.get(key) ?? null));
}

function listTexts(edition: TariffEdition): ReadonlyMap<string, string> {
  return new Map([...edition.lists].map(([code, headings]) => [code, headings.toSorted().join(' ')]));
}

/** What an edition changes against the one before it, line by line, list by list and programme by programme, sorted by code. */
export function compareTariffs(before: TariffEdition, after: TariffEdition): readonly TariffChange[] {
  const lineCodes = [...new Set([...before.lines.keys(), ...after.lines.keys()])].toSorted();
  const lines = lineCodes.flatMap((code) => {
    const old = before.lines.get(code)?.rate.text ?? null;
    const now = after.lines.get(code)?.rate.text ?? null;
    return changed(old === null ? 'line_added' : now === null ? 'line_removed' : 'rate', code, old, now);
  });
  const rowTexts = (edition: TariffEdition) => new Map(edition.programmes.map((row) => [programmeKey(row), programmeText(row)]));
  return [...lines, ...compareTexts(listTexts(before), listTexts(after), 'lists'), ...compareTexts(rowTexts(before), rowTexts(after), 'programme')];
}
