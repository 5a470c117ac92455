import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { fixStep } from '#contract/screening.ts';
import { isMarket, type LocalText, type Market } from '#core/market/market.ts';
import type { MerchantId, ProductId } from '#core/ids/id.ts';
import { CATEGORIES } from '#core/product/product.ts';
import { applyStep } from '#core/screening/apply-step.ts';
import { packOfRules } from '#core/screening/rule-changes.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import { touchedRules, type Side } from '#core/screening/touched.ts';
import type { FixStep } from '#core/screening/verdict.ts';
import { spellingsOf, wakingWords } from '#core/screening/waking-words.ts';
import { refreshProducts } from '#server/modules/listings/service.ts';
import { assembleProduct, loadProducts } from '#server/modules/products/store.ts';
import type { Tx } from '#server/platform/database/connection.ts';
import type { Context } from '#server/platform/operation.ts';

/** Which products a change of rules or of the day can touch, found by asking each only the rules that may say something else. */

/** What changes for a merchant: the rules that may differ on either side, and the day; null where nothing does. */
export type Shift = Readonly<{ before: Side; after: Side }>;
export type ShiftOf = (merchantId: MerchantId) => Promise<Shift | null>;

/** The shift from one edition to another, of the rules in which they differ. */
export function shiftOfRules(before: RulePack, after: RulePack, ids: readonly string[], day: string): Shift | null {
  return ids.length === 0 ? null : { before: { rules: packOfRules(before, ids), day }, after: { rules: packOfRules(after, ids), day } };
}

/** A product with the rules that say something else about it. */
export type Touched = Readonly<{ id: ProductId; ruleIds: readonly string[] }>;
export type Slice = Readonly<{ touched: readonly Touched[]; seen: number; cursor: ProductId | null }>;

/** How far rules reach: the platform categories they are tried on (null is all), and the spellings without one of which none of them says anything (null: no such words). */
export type Reach = Readonly<{ categories: readonly string[] | null; spellings: readonly string[] | null }>;

/** A text with full-width letters made half-width and capitals small, as the rules read it. */
function said(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lower(normalize(${text}, nfkc))`;
}

/** Products of enrolled merchants that any of the rules may speak of: in its categories, with one of its words. */
function candidates(tx: Tx, { categories, spellings }: Reach) {
  const enrolled = tx.selectFrom('product').innerJoin('enrolment', 'enrolment.merchantId', 'product.merchantId');
  const wanted = spellings === null ? null : spellings.map((spelling) => `%${spelling.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  const select = wanted === null ? enrolled : enrolled.where(sql<boolean>`(${said(sql`product.title || ' ' || coalesce(product.description, '') || ' ' || product.attributes::text`)} like any (${wanted}) or product.id in (select product_id from variant where options <> '{}' and ${said(sql`options::text`)} like any (${wanted})))`);
  if (categories === null) return select;
  if (categories.length === 0) return select.where(sql<boolean>`false`);
  // A path that begins with no platform category is tried on every rule.
  const named = Object.keys(CATEGORIES);
  const head = sql<string>`split_part(product.category, '/', 1)`;
  return select.where((where) => where.or([where('product.category', 'is', null), where(head, 'not in', named), where(head, 'in', categories)]));
}

/** How far the rules of these packs reach. */
export function reachOf(packs: readonly RulePack[]): Reach {
  const words = packs.map(wakingWords);
  const [first] = packs;
  const all = first === undefined || words.some((list) => list === null) ? null : [...new Set(words.flatMap((list) => list ?? []))];
  return { categories: categoriesOf(packs), spellings: all === null || all.length === 0 || first === undefined ? null : spellingsOf(all, first.vocabulary.traditional) };
}

/** Platform categories on which any of the rules is tried, as paths name them; null when one is tried on all, none when there is no rule. */
function categoriesOf(packs: readonly RulePack[]): string[] | null {
  const rules = packs.flatMap((pack) => pack.rules);
  if (rules.some((rule) => rule.categories === null)) return null;
  const wanted = new Set<string>(rules.flatMap((rule) => rule.categories ?? []));
  return Object.entries(CATEGORIES).flatMap(([name, category]) => (wanted.has(category) ? [name] : []));
}

export async function countCandidates(tx: Tx, reach: Reach): Promise<number> {
  const row = await candidates(tx, reach).select((select) => select.fn.countAll<bigint>().as('n')).executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Asks the next products after `cursor`. `cursor` of the answer is null behind the last one. */
export async function touchedSlice(context: Context, shiftOf: ShiftOf, reach: Reach, cursor: ProductId | null, limit: number): Promise<Slice> {
  const { tx } = context;
  let select = candidates(tx, reach).select('product.id').orderBy('product.id').limit(limit);
  if (cursor !== null) select = select.where('product.id', '>', cursor);
  const ids = (await select.execute()).map((row) => row.id);
  const shifts = new Map<MerchantId, Shift | null>();
  const markets = new Map<MerchantId, readonly Market[]>();
  const fixes = await loadFixes(tx, ids);
  const touched: Touched[] = [];
  for (const record of await loadProducts(tx, ids)) {
    const { merchantId } = record;
    if (!shifts.has(merchantId)) shifts.set(merchantId, await shiftOf(merchantId));
    const shift = shifts.get(merchantId) ?? null;
    if (shift === null) continue;
    const product = assembleProduct(record);
    const own = markets.get(merchantId) ?? (await loadEnrolledMarkets(tx, merchantId));
    markets.set(merchantId, own);
    const direct = touchedRules(product, own, shift.before, shift.after);
    // A rule that is silent now may speak once the fix that a closed product is shown has been made.
    const ruleIds = direct.length > 0 ? direct : (fixes.get(record.id) ?? []).flatMap(({ market, steps }) => touchedRules(steps.reduce(applyStep, product), [market], shift.before, shift.after));
    if (ruleIds.length > 0) touched.push({ id: record.id, ruleIds });
  }
  return { touched, seen: ids.length, cursor: ids.length < limit ? null : (ids.at(-1) ?? null) };
}

type Fix = Readonly<{ market: Market; steps: readonly FixStep[] }>;
const storedFix = z.looseObject({ minimalFix: z.array(fixStep) });

/** The smallest fixes that closed products are shown, market by market. */
async function loadFixes(tx: Tx, ids: readonly ProductId[]): Promise<Map<ProductId, Fix[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('verdict').select(['productId', 'market', 'body']).where('productId', 'in', ids).where('supersededAt', 'is', null).where('outcome', 'in', ['blocked', 'needs_review', 'needs_facts']).execute();
  const fixes = new Map<ProductId, Fix[]>();
  for (const row of rows) {
    const steps = storedFix.parse(row.body).minimalFix;
    if (steps.length > 0) fixes.set(row.productId, [...(fixes.get(row.productId) ?? []), { market: row.market, steps }]);
  }
  return fixes;
}

async function loadEnrolledMarkets(tx: Tx, merchantId: MerchantId): Promise<readonly Market[]> {
  const row = await tx.selectFrom('enrolment').innerJoin('cohort', 'cohort.id', 'enrolment.cohortId').select('cohort.markets').where('enrolment.merchantId', '=', merchantId).executeTakeFirst();
  return (row?.markets ?? []).filter(isMarket);
}

const SLICE = 500;

/** Every product a shift touches. */
export async function allTouched(context: Context, shiftOf: ShiftOf, reach: Reach): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (let cursor: ProductId | null = null, more = true; more; ) {
    const slice: Slice = await touchedSlice(context, shiftOf, reach, cursor, SLICE);
    touched.push(...slice.touched);
    cursor = slice.cursor;
    more = cursor !== null;
  }
  return touched;
}

export type Redecided = Readonly<{ decided: number; flips: number }>;

/** Decides touched products again, each with the rule that touched it as the cause; counts the verdicts that came out otherwise. */
export async function redecide(context: Context, touched: readonly Touched[], causeOf: (ruleId: string) => LocalText): Promise<Redecided> {
  const ids = touched.map((one) => one.id);
  const before = await loadOutcomes(context.tx, ids);
  const byRule = Map.groupBy(touched, (one) => one.ruleIds[0] ?? '');
  for (const [ruleId, group] of [...byRule].sort(([one], [other]) => (one < other ? -1 : 1))) await refreshProducts(context, group.map((one) => one.id), causeOf(ruleId));
  const after = await loadOutcomes(context.tx, ids);
  return { decided: ids.length, flips: [...after].filter(([key, outcome]) => before.get(key) !== outcome).length };
}

async function loadOutcomes(tx: Tx, ids: readonly ProductId[]): Promise<Map<string, string>> {
  const outcomes = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 5_000) {
    const rows = await tx.selectFrom('verdict').select(['productId', 'market', 'outcome']).where('productId', 'in', ids.slice(start, start + 5_000)).where('supersededAt', 'is', null).execute();
    for (const row of rows) outcomes.set(`${row.productId}|${row.market}`, row.outcome);
  }
  return outcomes;
}
