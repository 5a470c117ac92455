import { z } from 'zod';
import { tariffChange, type draftEdition as draftRoute, type getEdition as getRoute, type listEditions as listRoute, type programme } from '#contract/editions.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { MerchantId } from '#core/ids/id.ts';
import { isInForce } from '#core/landed-cost/tariff-edition.ts';
import type { PricedSide } from '#core/pricing/scenario.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { recordEvent } from '#server/platform/events.ts';
import type { Context } from '#server/platform/operation.ts';
import { readRuleText } from '#server/platform/packs/rule-text.ts';
import { affectedBy, momentOf, presentImpact, type Impact } from './impact.ts';
import { presentEdition, presentReading, type Edition } from './present.ts';
import { currentPricing, withChanges } from './pricing-editions.ts';
import { loadReplay } from './replay.ts';
import { draftBase } from './rule-drafts.ts';
import { editionFor, ruleHead, rulesAt } from './rule-editions.ts';

/** Drafts of tariff editions: what they would change is computed by the code that will change it. */

export async function listEditions(context: Context): Promise<z.output<typeof listRoute.reply>> {
  const { tx, system } = context;
  const rows = await tx.selectFrom('edition').selectAll().orderBy('id', 'desc').execute();
  const { tariffEdition } = await currentPricing(tx, system.packs);
  const head = await ruleHead(tx, system.packs);
  return {
    packs: [
      { kind: 'rules', name: system.packs.rules.edition, entries: system.packs.rules.rules.length, current: head.name === system.packs.rules.edition },
      { kind: 'tariffs', name: system.packs.pricing.tariff.edition, entries: system.packs.pricing.tariff.lines.size, current: tariffEdition === system.packs.pricing.tariff.edition },
      { kind: 'fees', name: system.packs.pricing.edition, entries: system.packs.pricing.feePlans.length, current: true },
      { kind: 'lines', name: system.packs.pricing.edition, entries: system.packs.pricing.lines.length, current: true },
      { kind: 'claim-policies', name: system.packs.claimPolicies.edition, entries: system.packs.claimPolicies.policies.length, current: true },
    ],
    items: rows.map(presentEdition),
    rulesInForce: editionFor(head, null),
    programmes: await listProgrammes(context),
  };
}

/** Drafts an edition on the one in force. Fails with `name_taken`, `invalid_change`. */
export async function draftEdition(context: Context, input: z.output<typeof draftRoute.body>): Promise<Result<Edition>> {
  const { tx, at, actor, ids, system } = context;
  const current = await currentPricing(tx, system.packs);
  const checked = withChanges(current.packs, input.changes, input.name);
  if (!checked.ok) return checked;
  const taken = await tx.selectFrom('edition').select('id').where('name', '=', input.name).executeTakeFirst();
  if (taken !== undefined || input.name === system.packs.pricing.tariff.edition) return refuse('name_taken', { name: input.name }, 'name');
  const values = { id: ids.next('edition', at), kind: 'tariffs', name: input.name, base: current.tariffEdition, state: 'draft' as const, changes: canonicalJson(input.changes), note: input.note, draftedBy: actor.name, draftedAt: at };
  const row = await tx.insertInto('edition').values(values).returningAll().executeTakeFirstOrThrow();
  await recordEvent(context, { kind: 'edition_drafted', subject: row.id, data: { name: input.name, changes: input.changes.length } });
  return ok(presentEdition(row));
}

/** Both sides of a change of the tariff in force, at the moment from which all of it holds, or at another. */
async function sidesOf({ tx, at, system }: Context, changes: Edition['changes'], name: string, moment = momentOf(changes, at)): Promise<Result<{ before: PricedSide; after: PricedSide }>> {
  const current = await currentPricing(tx, system.packs);
  const next = withChanges(current.packs, changes, name);
  return next.ok ? ok({ before: { packs: current.packs, at: moment }, after: { packs: next.value, at: moment } }) : next;
}

/** One edition; of rules with what the linter says of the draft and its last replay. Fails with `not_found`. */
export async function readEdition(context: Context, id: Edition['id']): Promise<Result<z.output<typeof getRoute.reply>>> {
  const { tx, system } = context;
  const row = await tx.selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'edition' });
  const base = row.kind !== 'rules' ? null : row.state === 'draft' ? await draftBase(context) : await rulesAt(tx, system.packs, row.base);
  const reading = base === null ? null : presentReading(readRuleText(row.text ?? '', base, row.name), base);
  return ok({ edition: presentEdition(row), reading, replay: row.kind === 'rules' ? await loadReplay(context, id) : null, inForce: row.state === 'published' && (await ruleHead(tx, system.packs)).name === row.name });
}

/** What publishing would change. Fails with `not_found`. */
export async function previewEdition(context: Context, id: Edition['id']): Promise<Result<Impact>> {
  const row = await context.tx.selectFrom('edition').select(['name', 'changes']).where('id', '=', id).where('kind', '=', 'tariffs').executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'edition' });
  return impactOf(context, z.array(tariffChange).parse(row.changes), row.name, null);
}

/** What changes of the tariff would do, to one shop or to all. Fails with `invalid_change`. */
export async function impactOf(context: Context, changes: Edition['changes'], name: string, merchantId: MerchantId | null): Promise<Result<Impact>> {
  const sides = await sidesOf(context, changes, name);
  if (!sides.ok) return sides;
  const { before, after } = sides.value;
  return ok(presentImpact(await affectedBy(context.tx, before, after, merchantId), before, after));
}

/** The additional duties in force today. */
export async function listProgrammes({ tx, at, system }: Context): Promise<z.output<typeof programme>[]> {
  const { packs } = await currentPricing(tx, system.packs);
  const day = at.toISOString().slice(0, 10);
  return packs.tariff.programmes.filter((row) => row.state === 'effective' && isInForce(row, day)).map((row) => ({ heading: row.heading, code: row.code, name: row.name, ratePpm: Number(row.ratePpm), from: row.from }));
}

/** Publishes a draft and quotes again only what it touches now; what it begins later is quoted again on its day. Fails with `not_found`, `wrong_state`. */
export async function publishEdition(context: Context, id: Edition['id']): Promise<Result<{ edition: Edition; changed: number; decided: number }>> {
  const { tx, at } = context;
  const row = await tx.selectFrom('edition').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) return refuse('not_found', { what: 'edition' });
  if (row.state !== 'draft') return refuse('wrong_state', { state: row.state, move: 'publish' });
  const sides = await sidesOf(context, z.array(tariffChange).parse(row.changes), row.name, at.toISOString());
  if (!sides.ok) return sides;
  const { differing } = await affectedBy(tx, sides.value.before, sides.value.after);
  await tx.updateTable('edition').set({ state: 'published', publishedAt: at }).where('id', '=', id).execute();
  const touched = [...new Set(differing.map(({ stored }) => stored.productId))];
  const cause = { 'zh-Hans': `新税则版本 ${row.name}`, 'zh-Hant': `新稅則版本 ${row.name}`, en: `New tariff edition ${row.name}` };
  await refreshProducts(context, touched, cause);
  const changed = new Set(differing.map(({ stored }) => stored.listingId)).size;
  await recordEvent(context, { kind: 'edition_published', subject: id, data: { name: row.name, changed } });
  return ok({ edition: presentEdition({ ...row, state: 'published', publishedAt: at }), changed, decided: touched.length });
}
