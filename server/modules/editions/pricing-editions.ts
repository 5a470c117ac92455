import { sql } from 'kysely';
import { z } from 'zod';
import { tariffChange, type TariffChange } from '#contract/editions.ts';
import { applyTariffChanges, type TariffRowChange } from '#core/landed-cost/tariff-changes.ts';
import type { TariffEdition } from '#core/landed-cost/tariff-edition.ts';
import type { Schedule } from '#core/classification/schedule.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import { refuse, type Result } from '#core/result.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import { scheduleOf } from '#server/platform/packs/headings.ts';
import type { Packs } from '#server/platform/packs/packs.ts';
import { restoreTariff } from '#server/platform/packs/tariff-store.ts';
import { findImported } from './imported-tariffs.ts';

/** The tariff in force, and the one of any edition that a decision was ever made under. */

export type CurrentPricing = Readonly<{ packs: PricingPacks; tariffEdition: string; schedule: Schedule }>;

/** The changes of a draft as rows of the tariff. */
function toRowChange(change: TariffChange): TariffRowChange {
  const source = { citation: change.source, url: null, asOf: null };
  return change.kind === 'programme_rate'
    ? { kind: 'set_programme_rate', heading: change.heading, from: change.from, ratePpm: BigInt(change.ratePpm), source }
    : { kind: 'set_line', code: change.hts, rate: change.rate, source };
}

/** The packs under a draft. Fails with `invalid_change`. */
export function withChanges(base: PricingPacks, changes: readonly TariffChange[], name: string): Result<PricingPacks> {
  const tariff = applyTariffChanges(base.tariff, changes.map(toRowChange), name);
  if (!tariff.ok) {
    const { value, expected } = tariff.problem.facts ?? {};
    return refuse('invalid_change', { reason: tariff.problem.code, value: value ?? null, expected: expected ?? null }, tariff.problem.field);
  }
  return { ok: true, value: withTariff(base, tariff.value) };
}

function withTariff(base: PricingPacks, tariff: TariffEdition): PricingPacks {
  return { ...base, tariff, edition: base.edition.replace(base.tariff.edition, tariff.edition) };
}

const changesRow = z.array(tariffChange);

/** Packs by edition name. Editions never change, so what was built once stays right. */
const BUILT = new WeakMap<Packs, Map<string, CurrentPricing>>();

/**
 * The packs as they stood under a tariff edition: the one that ships, one imported whole, or one an operator published as
 * changes on another. Null when no such edition is here.
 */
export async function pricingAt(tx: Tx, packs: Packs, edition: string): Promise<CurrentPricing | null> {
  const shipped = packs.pricing.tariff.edition;
  if (edition === shipped) return { packs: packs.pricing, tariffEdition: shipped, schedule: packs.schedule };
  const built = BUILT.get(packs) ?? new Map<string, CurrentPricing>();
  BUILT.set(packs, built);
  const known = built.get(edition) ?? (await buildImported(tx, packs, edition)) ?? (await buildPublished(tx, packs, edition));
  if (known !== null) built.set(edition, known);
  return known;
}

async function buildImported(tx: Tx, packs: Packs, edition: string): Promise<CurrentPricing | null> {
  const stored = await findImported(tx, edition);
  if (stored === null) return null;
  const tariff = restoreTariff(stored, packs.pricing.tariff.lines);
  return { packs: withTariff(packs.pricing, tariff), tariffEdition: edition, schedule: scheduleOf(tariff) };
}

async function buildPublished(tx: Tx, packs: Packs, edition: string): Promise<CurrentPricing | null> {
  const row = await tx.selectFrom('edition').select(['base', 'changes']).where('name', '=', edition).where('state', '=', 'published').executeTakeFirst();
  const base = row === undefined ? null : await pricingAt(tx, packs, row.base);
  if (row === undefined || base === null) return null;
  const next = withChanges(base.packs, changesRow.parse(row.changes), edition);
  if (!next.ok) throw new Error(`published edition ${edition} no longer applies: ${next.problem.code}`);
  return { packs: next.value, tariffEdition: edition, schedule: base.schedule };
}

/** What prices are computed from now: whatever was published or imported last, else what ships. */
export async function currentPricing(tx: Tx, packs: Packs): Promise<CurrentPricing> {
  // One question, for every price asks it. Of two of one moment the published one counts, and of those the later drafted.
  const { rows } = await sql<{ name: string }>`
    select name from (
      select name, published_at as at, id from edition where kind = 'tariffs' and state = 'published'
      union all select edition, imported_at, '' from imported_tariff
    ) newest order by at desc nulls last, id desc limit 1`.execute(tx);
  const name = rows[0]?.name ?? packs.pricing.tariff.edition;
  const current = await pricingAt(tx, packs, name);
  if (current === null) throw new Error(`the current tariff edition ${name} is not here`);
  return current;
}
