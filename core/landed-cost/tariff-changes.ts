import { ok, refuse, type Result } from '../result.ts';
import { htsDigits } from './duty.ts';
import { parseRateText } from './rate-text.ts';
import type { Programme, TariffEdition, TariffLine } from './tariff-edition.ts';
import type { SourceRef } from '../decision/decision.ts';

/** One change of a row that an operator drafts against a published edition. Days are inclusive; a changed rate opens on `from`. */
export type TariffRowChange =
  | Readonly<{ kind: 'set_line'; code: string; rate: string; units?: readonly string[] | undefined; source: SourceRef }>
  | Readonly<{ kind: 'remove_line'; code: string }>
  | Readonly<{ kind: 'set_programme_rate'; heading: string; from: string; ratePpm: bigint; source: SourceRef }>
  | Readonly<{ kind: 'end_programme'; heading: string; lastDay: string }>
  | Readonly<{ kind: 'add_programme'; programme: Programme }>
  | Readonly<{ kind: 'add_to_list' | 'remove_from_list'; list: string; code: string }>;

const DAY_MS = 86_400_000;

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}

function setLine(edition: TariffEdition, change: Extract<TariffRowChange, { kind: 'set_line' }>): Result<TariffEdition> {
  const code = htsDigits(change.code);
  const rate = parseRateText(change.rate);
  if (rate.terms === null) return refuse('rate_not_computable', { value: change.rate, expected: 'a rate such as 16.5% or 0.8¢ each + 4.6%' }, 'rate');
  const old = edition.lines.get(code);
  const line: TariffLine = { code, rate, units: change.units ?? old?.units ?? [], label: old?.label ?? null, description: old?.description ?? null, source: change.source };
  return ok({ ...edition, lines: new Map(edition.lines).set(code, line) });
}

function removeLine(edition: TariffEdition, code: string): Result<TariffEdition> {
  const lines = new Map(edition.lines);
  if (!lines.delete(htsDigits(code))) return refuse('unknown_hts', { value: code, expected: 'a code of the edition' }, 'code');
  return ok({ ...edition, lines });
}

/** Ends the rows of a heading that are in force on a day, and opens what `next` makes of each of them. */
function reopen(edition: TariffEdition, heading: string, firstDay: string, next: (row: Programme) => Programme | null): Result<TariffEdition> {
  const touched = edition.programmes.filter((row) => row.heading === heading && row.from <= firstDay && (row.to === null || row.to >= firstDay));
  if (touched.length === 0) return refuse('programme_not_in_force', { value: heading, at: firstDay, expected: 'a heading with a row in force on that day' }, 'heading');
  const programmes = edition.programmes.flatMap((row) => {
    if (!touched.includes(row)) return [row];
    const closed = row.from < firstDay ? [{ ...row, to: dayBefore(firstDay) }] : [];
    const opened = next(row);
    return opened === null ? closed : [...closed, opened];
  });
  return ok({ ...edition, programmes });
}

function editList(edition: TariffEdition, list: string, asked: string, add: boolean): Result<TariffEdition> {
  const code = htsDigits(asked);
  const here = edition.lists.get(code) ?? [];
  if (here.includes(list) === add) return refuse(add ? 'already_listed' : 'not_listed', { value: code, list }, 'code');
  const lists = new Map(edition.lists).set(code, add ? [...here, list] : here.filter((heading) => heading !== list));
  return ok({ ...edition, lists });
}

function applyOne(edition: TariffEdition, change: TariffRowChange): Result<TariffEdition> {
  switch (change.kind) {
    case 'set_line':
      return setLine(edition, change);
    case 'remove_line':
      return removeLine(edition, change.code);
    case 'set_programme_rate':
      if (change.ratePpm < 0n) return refuse('negative_rate', { value: change.ratePpm.toString(), expected: 'zero or more ppm' }, 'ratePpm');
      return reopen(edition, change.heading, change.from, (row) => ({ ...row, ratePpm: change.ratePpm, from: change.from, source: change.source }));
    case 'end_programme':
      return reopen(edition, change.heading, nextDay(change.lastDay), () => null);
    case 'add_programme':
      return ok({ ...edition, programmes: [...edition.programmes, change.programme] });
    case 'add_to_list':
    case 'remove_from_list':
      return editList(edition, change.list, change.code, change.kind === 'add_to_list');
  }
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

/**
 * A draft: a published edition with row changes, under a name of its own; the edition itself is not touched.
 * Refuses the first change that cannot be made (`unknown_hts`, `programme_not_in_force`, `already_listed`, `not_listed`, `rate_not_computable`,
 * `negative_rate`), naming its place in the list.
 */
export function applyTariffChanges(edition: TariffEdition, changes: readonly TariffRowChange[], name = `${edition.edition}+draft`): Result<TariffEdition> {
  let draft = edition;
  for (const [index, change] of changes.entries()) {
    const applied = applyOne(draft, change);
    if (!applied.ok) return { ok: false, problem: { ...applied.problem, field: `changes.${index}.${applied.problem.field ?? 'kind'}` } };
    draft = applied.value;
  }
  return ok({ ...draft, edition: name });
}
