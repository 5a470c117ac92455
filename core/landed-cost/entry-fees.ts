import { divideRounded, money, type Money } from '../money/money.ts';
import type { LocalText } from '../market/market.ts';
import type { SourceRef } from '../decision/decision.ts';
import type { DutyWarning } from './duty-query.ts';
import { isInForce, type EntryFee, type TariffEdition } from './tariff-edition.ts';

/** How a US entry is made: what it is worth, under which procedure, and how the goods came. */
export type EntryFacts = Readonly<{ at: string; value: Money; entry: EntryFee['entry']; transport: 'air' | 'ocean' }>;
export type EntryFeeLine = Readonly<{ code: string; name: LocalText; amount: Money; source: SourceRef }>;

/** Entries above this value are formal (19 USC 1498; 19 CFR 143.21): USD 2,500. */
export const INFORMAL_LIMIT_MINOR = 250_000n;

/** The procedure a value goes by. */
export function entryKind(value: Money): 'informal' | 'formal' {
  return value.minor > INFORMAL_LIMIT_MINOR ? 'formal' : 'informal';
}

function feeAmount(row: EntryFee, value: Money): bigint {
  const amount = row.flatMinor + divideRounded(value.minor * row.ratePpm, 1_000_000n, 'half_up');
  if (row.minimumMinor !== null && amount < row.minimumMinor) return row.minimumMinor;
  if (row.maximumMinor !== null && amount > row.maximumMinor) return row.maximumMinor;
  return amount;
}

type FeeRows = Readonly<{ rows: readonly EntryFee[]; warnings: readonly DutyWarning[] }>;

/** Fee rows already found for a day and procedure; editions never change. */
const FOUND = new WeakMap<TariffEdition, Map<string, FeeRows>>();

function feeRows({ at, entry, transport }: EntryFacts, tariff: TariffEdition): FeeRows {
  const known = FOUND.get(tariff) ?? new Map<string, FeeRows>();
  FOUND.set(tariff, known);
  const key = `${at} ${entry} ${transport}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const rows = tariff.entryFees.filter((row) => row.entry === entry && isInForce(row, at) && (row.transport === 'any' || row.transport === transport));
  const warnings: DutyWarning[] = rows.filter((row) => !row.certain).map((row) => ({ code: 'uncertain_fee', message: `${row.code}: ${row.source.citation}` }));
  if (rows.length === 0) warnings.push({ code: 'fee_not_covered', message: `no fee row of ${tariff.edition} covers a ${entry} entry on ${at}` });
  known.set(key, { rows, warnings });
  return { rows, warnings };
}

/**
 * Customs user fees of one US entry in USD: merchandise processing by procedure, harbour maintenance by sea.
 * A fee year whose amounts were not found is answered with the last known ones and a warning; a day no row covers warns too.
 */
export function entryFees(facts: EntryFacts, tariff: TariffEdition): Readonly<{ fees: readonly EntryFeeLine[]; warnings: readonly DutyWarning[] }> {
  const { rows, warnings } = feeRows(facts, tariff);
  const fees = rows.map((row) => ({ code: row.code, name: row.name, amount: money(feeAmount(row, facts.value), 'USD'), source: row.source }));
  return { fees, warnings };
}
