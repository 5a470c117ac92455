import { z } from 'zod';
import { editionReplay } from '#contract/editions.ts';
import { idOf, market, moneyShape } from '#contract/shapes.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import { fingerprint } from '#core/decision/fingerprint.ts';
import { isId, type IdOf, type MerchantId, type ProductId } from '#core/ids/id.ts';
import { ok, type Result } from '#core/result.ts';
import { isOpen as isOpenOutcome, VERDICT_OUTCOMES } from '#core/screening/verdict.ts';
import { differingRules } from '#core/screening/rule-changes.ts';
import { foreseeProducts, type Foreseen } from '#server/modules/listings/service.ts';
import type { Context } from '#server/platform/operation.ts';
import { draftBase, loadDraft, packOfDraft } from './rule-drafts.ts';
import { editionFor, ruleHead, type RuleHead } from './rule-editions.ts';
import { mayFollow, packsBy, shiftBetween } from './rule-publishing.ts';
import { countOrderLines, replayOrders, type OrderTally } from './replay-orders.ts';
import { reachOf, countCandidates, touchedSlice, type Reach, type ShiftOf } from './touched-products.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';

/** What publishing a draft of rules would change, computed by the code that would change it, in slices that any process may go on with. */

export type EditionReplay = z.output<typeof editionReplay>;

/** Products and order lines looked at in one slice: some seconds on a large catalogue, and all of a small one. */
const SLICE = 1_000;
const SAMPLES = 48;

const sample = z.object({ productId: idOf('product'), listingId: idOf('listing'), merchantId: idOf('merchant'), title: z.string(), market, before: z.string(), after: z.string(), ruleId: z.string(), live: z.boolean() });
const tally = z.object({
  touched: z.number(), flips: z.number(), closes: z.number(), opens: z.number(), goesLive: z.number(), goesOff: z.number(),
  byRule: z.record(z.string(), z.number()), byMerchant: z.record(z.string(), z.number()), samples: z.array(sample), orders: z.number(), amounts: z.array(moneyShape),
});
type Tally = z.output<typeof tally>;
const EMPTY: Tally = { touched: 0, flips: 0, closes: 0, opens: 0, goesLive: 0, goesOff: 0, byRule: {}, byMerchant: {}, samples: [], orders: 0, amounts: [] };

/** Where a replay stands: the next product, then the next order line. */
const cursorShape = z.object({ phase: z.enum(['products', 'orders']), after: z.string().nullable() });
type Cursor = z.output<typeof cursorShape>;

type Plan = Readonly<{ draft: RulePack; base: RulePack; shiftOf: ShiftOf; after: RuleHead; reach: Reach; textHash: string }>;

/** Starts a replay of a draft or goes on with it by one slice. Fails with `not_found`, `wrong_state`, `pack_error`. */
export async function replayEdition(context: Context, id: IdOf<'edition'>, sharePpm: number, again: boolean): Promise<Result<EditionReplay>> {
  const planned = await planOf(context, id, sharePpm);
  if (!planned.ok) return planned;
  const running = again ? null : await loadFitting(context, id, planned.value, sharePpm);
  const row = running ?? (await startReplay(context, id, planned.value, sharePpm));
  if (row.state === 'running') await advance(context, row, planned.value);
  const replay = await loadReplay(context, id);
  if (replay === null) throw new Error(`the replay of ${id} is gone within its own transaction`);
  return ok(replay);
}

async function planOf(context: Context, id: IdOf<'edition'>, sharePpm: number): Promise<Result<Plan>> {
  const found = await loadDraft(context, id, 'replay');
  if (!found.ok) return found;
  const before = await ruleHead(context.tx, context.system.packs);
  const free = mayFollow(before);
  if (!free.ok) return free;
  const base = await draftBase(context);
  const draft = packOfDraft(found.value, base);
  if (!draft.ok) return draft;
  const after: RuleHead = { name: draft.value.edition, base: base.edition, sharePpm };
  const ids = new Set(differingRules(base, draft.value));
  const only = (pack: RulePack) => ({ ...pack, rules: pack.rules.filter((rule) => ids.has(rule.id)) });
  const shiftOf = shiftBetween(before, after, packsBy(context, draft.value), context.at.toISOString().slice(0, 10));
  return ok({ draft: draft.value, base, shiftOf, after, reach: reachOf([only(base), only(draft.value)]), textHash: fingerprint(found.value.text) });
}

type ReplayRow = Readonly<{ id: IdOf<'replay'>; state: 'running' | 'done'; done: number; cursor: string | null; result: unknown }>;

async function loadFitting({ tx }: Context, id: IdOf<'edition'>, plan: Plan, sharePpm: number): Promise<ReplayRow | null> {
  const row = await tx.selectFrom('editionReplay').selectAll().where('editionId', '=', id).orderBy('id', 'desc').limit(1).forUpdate().executeTakeFirst();
  return row !== undefined && row.base === plan.base.edition && row.textHash === plan.textHash && row.sharePpm === sharePpm ? row : null;
}

async function startReplay(context: Context, id: IdOf<'edition'>, plan: Plan, sharePpm: number): Promise<ReplayRow> {
  const { tx, at, ids } = context;
  const total = (await countCandidates(tx, plan.reach)) + (await countOrderLines(context));
  const row = {
    id: ids.next('replay', at), editionId: id, base: plan.base.edition, textHash: plan.textHash, sharePpm, state: 'running' as const, done: 0, total,
    cursor: canonicalJson({ phase: 'products', after: null }), result: canonicalJson(EMPTY), startedAt: at, finishedAt: null,
  };
  await tx.insertInto('editionReplay').values(row).execute();
  return { ...row, result: EMPTY };
}

async function advance(context: Context, row: ReplayRow, plan: Plan): Promise<void> {
  const cursor = cursorShape.parse(JSON.parse(row.cursor ?? '{}'));
  const before = tally.parse(row.result);
  const { result, seen, next } = cursor.phase === 'products' ? await advanceProducts(context, cursor, plan, before) : await advanceOrders(context, cursor, plan, before);
  await context.tx
    .updateTable('editionReplay')
    .set({ state: next === null ? 'done' : 'running', finishedAt: next === null ? context.at : null, cursor: next === null ? null : canonicalJson(next), done: row.done + seen, result: canonicalJson(result) })
    .where('id', '=', row.id)
    .execute();
  // What is left may be seen to in the same call while it is small.
  if (next !== null && seen < SLICE) await advance(context, { ...row, cursor: canonicalJson(next), done: row.done + seen, result }, plan);
}

type Advanced = Readonly<{ result: Tally; seen: number; next: Cursor | null }>;

async function advanceProducts(context: Context, { after }: Cursor, plan: Plan, before: Tally): Promise<Advanced> {
  const slice = await touchedSlice(context, plan.shiftOf, plan.reach, after !== null && isId('product', after) ? after : null, SLICE);
  const rulesOf = async (merchantId: MerchantId) => packsBy(context, plan.draft)(editionFor(plan.after, merchantId));
  const foreseen = await foreseeProducts(context, slice.touched.map((one) => one.id), rulesOf);
  const ruleOf = new Map<ProductId, string>(slice.touched.map((one) => [one.id, one.ruleIds[0] ?? '']));
  const result = foreseen.reduce((sum, one) => counted(sum, one, ruleOf.get(one.productId) ?? ''), { ...before, touched: before.touched + slice.touched.length });
  return { result, seen: slice.seen, next: slice.cursor === null ? { phase: 'orders', after: null } : { phase: 'products', after: slice.cursor } };
}

function isOpen(outcome: string): boolean {
  const known = VERDICT_OUTCOMES.find((one) => one === outcome);
  return known !== undefined && isOpenOutcome(known);
}

function counted(sum: Tally, one: Foreseen, ruleId: string): Tally {
  const { before, verdict } = one;
  if (before === null) return sum;
  const flips = before.outcome !== verdict.outcome;
  const goesOff = before.state === 'live' && one.state !== 'live';
  const goesLive = before.state !== 'live' && one.state === 'live';
  if (!flips && !goesOff && !goesLive) return sum;
  const add = (counts: Readonly<Record<string, number>>, key: string) => (flips ? { ...counts, [key]: (counts[key] ?? 0) + 1 } : counts);
  const sampled = { productId: one.productId, listingId: before.listingId, merchantId: one.merchantId, title: one.title, market: one.market, before: before.outcome, after: verdict.outcome, ruleId, live: before.state === 'live' };
  return {
    ...sum,
    flips: sum.flips + (flips ? 1 : 0), closes: sum.closes + (flips && isOpen(before.outcome) && !isOpen(verdict.outcome) ? 1 : 0), opens: sum.opens + (flips && !isOpen(before.outcome) && isOpen(verdict.outcome) ? 1 : 0),
    goesOff: sum.goesOff + (goesOff ? 1 : 0), goesLive: sum.goesLive + (goesLive ? 1 : 0), byRule: add(sum.byRule, ruleId), byMerchant: add(sum.byMerchant, one.merchantId),
    samples: flips && sum.samples.length < SAMPLES ? [...sum.samples, sampled] : sum.samples,
  };
}

async function advanceOrders(context: Context, { after }: Cursor, plan: Plan, before: Tally): Promise<Advanced> {
  const tallied: OrderTally = await replayOrders(context, plan.shiftOf, (merchantId) => packsBy(context, plan.draft)(editionFor(plan.after, merchantId)), after !== null && isId('orderLine', after) ? after : null, SLICE);
  const amounts = new Map(before.amounts.map((one) => [one.currency, BigInt(one.minor)]));
  for (const { currency, minor } of tallied.amounts) amounts.set(currency, (amounts.get(currency) ?? 0n) + minor);
  const result: Tally = { ...before, orders: before.orders + tallied.orders, amounts: [...amounts].sort().map(([currency, minor]) => ({ currency, minor: minor.toString() })) };
  return { result, seen: tallied.seen, next: tallied.cursor === null ? null : { phase: 'orders', after: tallied.cursor } };
}

/** The last replay of a draft; `fresh` while draft and base are still what it was made of. */
export async function loadReplay({ tx, system }: Context, id: IdOf<'edition'>): Promise<EditionReplay | null> {
  const row = await tx.selectFrom('editionReplay').innerJoin('edition', 'edition.id', 'editionReplay.editionId').select(['edition.text', 'editionReplay.id', 'editionReplay.base', 'editionReplay.textHash', 'editionReplay.sharePpm', 'editionReplay.state', 'editionReplay.done', 'editionReplay.total', 'editionReplay.result', 'editionReplay.startedAt']).where('editionId', '=', id).orderBy('editionReplay.id', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return null;
  const result = tally.parse(row.result);
  const head = await ruleHead(tx, system.packs);
  const shops = await loadShopNames(tx, Object.keys(result.byMerchant));
  const nameOf = (merchantId: string) => shops.get(merchantId) ?? merchantId;
  return editionReplay.parse({
    ...result, id: row.id, state: row.state, done: Math.min(row.done, row.total), total: row.total, sharePpm: row.sharePpm, at: row.startedAt.toISOString(),
    fresh: row.textHash === fingerprint(row.text) && (row.base === head.name || row.base === head.base),
    merchants: Object.keys(result.byMerchant).length, byRule: ranked(result.byRule).map(([ruleId, flips]) => ({ ruleId, flips })),
    byMerchant: ranked(result.byMerchant).slice(0, 24).map(([merchantId, flips]) => ({ merchantId, shopName: nameOf(merchantId), flips })),
    trade: { orders: result.orders, amounts: result.amounts }, samples: result.samples.map((one) => ({ ...one, shopName: nameOf(one.merchantId) })),
  });
}

function ranked(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1));
}

async function loadShopNames(tx: Context['tx'], ids: readonly string[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => isId('merchant', id));
  if (known.length === 0) return new Map();
  const rows = await tx.selectFrom('merchant').select(['id', 'shopName']).where('id', 'in', known).execute();
  return new Map<string, string>(rows.map((row) => [row.id, row.shopName]));
}
