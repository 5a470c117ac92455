import type { DutyWarning } from './duty-query.ts';
import { listsOf } from './list-membership.ts';
import { isInForce, namesOrigin, type CaseScope, type Programme, type TariffEdition } from './tariff-edition.ts';

/** The rows of an edition that speak of goods of one code and origin on one day, and what deserves to be said whenever they are used. */
export type RowsInForce = Readonly<{ programmes: readonly Programme[]; possibleCases: readonly DutyWarning[]; standing: readonly DutyWarning[] }>;

/** Whether a row speaks of the code at all: in force on the day, of this origin, on its list and on none that exempts from it. */
function reaches(row: Programme, day: string, origin: string, lists: readonly string[]): boolean {
  if (row.state !== 'effective' || !isInForce(row, day) || !namesOrigin(row, origin)) return false;
  if (row.list !== null && !lists.includes(row.list)) return false;
  for (const exempt of row.exemptLists) if (lists.includes(exempt)) return false;
  return true;
}

/** Of the rows that reach the code, the one of each group with the smallest priority, in the order of the edition. */
function findRows(edition: TariffEdition, day: string, hts: string, origin: string): RowsInForce {
  const lists = listsOf(edition, hts);
  const byGroup = new Map<string, Programme>();
  for (const row of edition.programmes) {
    if (!reaches(row, day, origin, lists)) continue;
    const rival = byGroup.get(row.group);
    if (rival === undefined || row.priority < rival.priority) byGroup.set(row.group, row);
  }
  const caseScopes = edition.caseScopes.filter((row) => namesOrigin(row, origin) && row.prefixes.some((prefix) => hts.startsWith(prefix)));
  return { programmes: [...byGroup.values()], possibleCases: caseScopes.map(possibleCase), standing: standingWarnings(edition, day, hts, origin) };
}

function possibleCase(row: CaseScope): DutyWarning {
  return { code: 'adcvd_possible', message: `${row.name.en} (case ${row.case}) may reach this line; a deposit rate was not given and none is charged here` };
}

/** What the day, the line and the origin deserve to have said about them. */
function standingWarnings(edition: TariffEdition, day: string, hts: string, origin: string): readonly DutyWarning[] {
  const warnings: DutyWarning[] = [];
  if (day > edition.sourcesThrough) warnings.push({ code: 'after_sources', message: `the sources of ${edition.edition} end on ${edition.sourcesThrough}; later changes are not in it` });
  const split = hts.length === 8 ? edition.splits.get(hts) : undefined;
  if (split !== undefined) warnings.push({ code: 'suffix_needed', message: `${hts} is split by statistical suffix (${split.join(', ')}): give ten digits for a certain answer` });
  for (const row of edition.cautions) {
    if (isInForce(row, day) && namesOrigin(row, origin) && (row.prefixes.length === 0 || row.prefixes.some((prefix) => hts.startsWith(prefix)))) warnings.push({ code: row.code, message: row.message });
  }
  return warnings;
}

/** Days of one edition remembered at a time: a catalogue is priced on one day, a comparison on two. */
const DAYS_KEPT = 4;

/** Rows already found. Editions never change, so the same question always has the same answer; a catalogue asks it a million times. */
const FOUND = new WeakMap<TariffEdition, Map<string, Map<string, RowsInForce>>>();

function remembered(edition: TariffEdition, day: string): Map<string, RowsInForce> {
  let days = FOUND.get(edition);
  if (days === undefined) {
    days = new Map();
    FOUND.set(edition, days);
  }
  let rows = days.get(day);
  if (rows === undefined) {
    if (days.size >= DAYS_KEPT) days.clear();
    rows = new Map();
    days.set(day, rows);
  }
  return rows;
}

/** The programme rows of one code and origin on one day, with their warnings. */
export function rowsInForce(edition: TariffEdition, day: string, hts: string, origin: string): RowsInForce {
  const rows = remembered(edition, day);
  const key = `${hts}${origin}`;
  const known = rows.get(key);
  if (known !== undefined) return known;
  const found = findRows(edition, day, hts, origin);
  rows.set(key, found);
  return found;
}
