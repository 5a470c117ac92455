import type { z } from 'zod';
import type { listTariffChanges as changesRoute, listTariffLines as linesRoute, tariffEditionEntry, tariffLine } from '#contract/tariffs.ts';
import { compareTariffs } from '#core/landed-cost/compare-tariffs.ts';
import { findLines } from '#core/landed-cost/find-lines.ts';
import { rowsInForce } from '#core/landed-cost/rows-in-force.ts';
import type { TariffEdition, TariffLine } from '#core/landed-cost/tariff-edition.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { currentPricing, pricingAt } from '#server/modules/editions/pricing-editions.ts';
import type { Context } from '#server/platform/operation.ts';

/** The schedule as a page: what is charged on a line, under which edition, and what an edition changed. */

/** Goods of this marketplace are made there. */
const ORIGIN = 'CN';

/** Lines of an edition. Fails with `not_found` for an edition that is not here. */
export async function listLines(context: Context, query: z.output<typeof linesRoute.query>): Promise<Result<z.output<typeof linesRoute.reply>>> {
  const current = await currentPricing(context.tx, context.system.packs);
  const name = query.edition ?? current.tariffEdition;
  const tariff = await tariffNamed(context, name);
  if (tariff === null) return refuse('not_found', { what: 'edition' }, 'edition');
  const day = query.on ?? context.at.toISOString().slice(0, 10);
  const found = findLines(tariff, query.search ?? '');
  const { after } = query;
  const start = after === undefined ? 0 : found.findIndex((line) => line.code > after);
  const page = start < 0 ? [] : found.slice(start, start + query.limit);
  return ok({
    edition: name, day, complete: tariff.complete, editions: await listEditions(context, current.tariffEdition), total: found.length,
    items: page.map((line) => presentLine(line, tariff, day)), nextAfter: start >= 0 && start + query.limit < found.length ? (page.at(-1)?.code ?? null) : null,
  });
}

function presentLine(line: TariffLine, tariff: TariffEdition, day: string): z.output<typeof tariffLine> {
  const { programmes } = rowsInForce(tariff, day, line.code, ORIGIN);
  return {
    code: line.code, rate: line.rate.text, units: [...line.units], label: line.label, description: line.description, source: line.source,
    onTop: programmes.map((row) => ({ heading: row.heading, name: row.name, ratePpm: Number(row.ratePpm), topUpToPpm: row.topUpToPpm === null ? null : Number(row.topUpToPpm), from: row.from, to: row.to, source: row.source })),
  };
}

/** Every edition that prices were ever made under, newest first. */
async function listEditions({ tx, system }: Context, inForce: string): Promise<z.output<typeof tariffEditionEntry>[]> {
  const shipped = system.packs.pricing.tariff;
  const imported = await tx.selectFrom('importedTariff').select(['edition as name', 'importedAt as at']).execute();
  const published = await tx.selectFrom('edition').select(['name', 'publishedAt as at']).where('kind', '=', 'tariffs').where('state', '=', 'published').execute();
  const rows = [...imported.map((row) => ({ ...row, kind: 'imported' as const })), ...published.map((row) => ({ ...row, kind: 'published' as const }))];
  const newest = rows.toSorted((one, other) => (other.at?.getTime() ?? 0) - (one.at?.getTime() ?? 0));
  const entries = [];
  for (const { name, kind, at } of newest) {
    const tariff = (await pricingAt(tx, system.packs, name))?.packs.tariff;
    if (tariff !== undefined) entries.push({ name, kind, at: at?.toISOString() ?? null, lines: tariff.lines.size, inForce: name === inForce });
  }
  return [...entries, { name: shipped.edition, kind: 'shipped', at: null, lines: shipped.lines.size, inForce: shipped.edition === inForce }];
}

async function tariffNamed({ tx, system }: Context, name: string): Promise<TariffEdition | null> {
  return (await pricingAt(tx, system.packs, name))?.packs.tariff ?? null;
}

/** What one edition changed against another. Fails with `not_found` for an edition that is not here. */
export async function listChanges(context: Context, query: z.output<typeof changesRoute.query>): Promise<Result<z.output<typeof changesRoute.reply>>> {
  const before = await tariffNamed(context, query.before);
  if (before === null) return refuse('not_found', { what: 'edition' }, 'before');
  const after = await tariffNamed(context, query.after);
  if (after === null) return refuse('not_found', { what: 'edition' }, 'after');
  const changes = compareTariffs(before, after);
  return ok({ before: query.before, after: query.after, total: changes.length, items: changes.slice(query.skip, query.skip + query.limit).map((change) => ({ ...change })) });
}
